#include "api/rules.h"

#include <array>

namespace pki::api {

RuleList api_rules() {
  static constexpr std::array<const Rule*, 2> kRules = {&rules::kNotARequest, &rules::kUnknownMethod};
  return kRules;
}

}  // namespace pki::api
