#include "repository/rules.h"

namespace pki::repository {

RuleList repository_rules() {
  static constexpr const Rule* kRules[] = {&rules::kUrl, &rules::kUrlTwice, &rules::kLimitFetches, &rules::kLimitDepth};
  return kRules;
}

}  // namespace pki::repository
