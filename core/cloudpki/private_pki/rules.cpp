#include "cloudpki/private_pki/rules.h"

namespace pki::cloudpki::private_pki {

RuleList private_pki_rules() {
  using namespace rules;
  static constexpr const Rule* kAll[] = {
      &kTiers, &kNoSuchCa, &kDamaged, &kTemplateMissing, &kExtensionDropped, &kValidityCut, &kMistake,
  };
  return kAll;
}

}  // namespace pki::cloudpki::private_pki
