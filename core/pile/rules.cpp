#include "pile/rules.h"

namespace pki::pile {

RuleList pile_rules() {
  static constexpr const Rule* kRules[] = {&rules::kLimitSignatures, &rules::kLimitKeys, &rules::kLimitChains};
  return kRules;
}

}  // namespace pki::pile
