#include "estate/rules.h"

namespace pki::estate {

RuleList estate_rules() {
  using namespace rules;
  static constexpr const Rule* kAll[] = {&kDamaged,     &kNoSuch,          &kNotHeld,   &kNoCaYet,      &kNoIdentity,
                                         &kNotInNtAuth, &kNoStrongMapping, &kNotPlayed, &kPackDirectory};
  return kAll;
}

}  // namespace pki::estate
