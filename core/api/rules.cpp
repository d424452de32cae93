#include "api/rules.h"

namespace pki::api {

RuleList api_rules() {
  static constexpr const Rule* kRules[] = {
      &rules::kNotARequest,        &rules::kUnknownMethod, &rules::kParamConflict,    &rules::kSourceBase64,
      &rules::kSourceNone,         &rules::kSourceSeveral, &rules::kSourcePrivateKey, &rules::kSourceWrongKind,
      &rules::kSourceTooLarge,     &rules::kItemsLeftOut,  &rules::kKeyNone,          &rules::kKeySeveral,
      &rules::kKeyPasswordMissing, &rules::kPasswordEmpty, &rules::kHierarchyLimit,   &rules::kBundleEmpty,
      &rules::kBundleDer,          &rules::kMatchAnchor,   &rules::kWorkspaceFormat,  &rules::kWorkspaceVersion,
      &rules::kFindingsLeftOut,    &rules::kPileLeftOut,   &rules::kByocaLeftOut,
  };
  return kRules;
}

}  // namespace pki::api
