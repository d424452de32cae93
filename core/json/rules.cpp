#include "json/rules.h"

#include <array>

namespace pki::json {

RuleList json_rules() {
  static constexpr std::array<const Rule*, 9> kRules = {
      &rules::kSyntax,       &rules::kDuplicateName, &rules::kTooDeep,   &rules::kTooManyMembers, &rules::kTooLong,
      &rules::kParamMissing, &rules::kParamUnknown,  &rules::kParamType, &rules::kParamValue};
  return kRules;
}

}  // namespace pki::json
