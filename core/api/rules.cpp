#include "api/rules.h"

#include <array>

namespace pki::api {

RuleList api_rules() {
  static constexpr std::array<const Rule*, 4> kRules = {&rules::kNotARequest, &rules::kUnknownMethod,
                                                        &rules::kParamConflict, &rules::kFindingsLeftOut};
  return kRules;
}

}  // namespace pki::api
