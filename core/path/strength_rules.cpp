#include "path/strength_rules.h"

namespace pki::path {
namespace {

constexpr const Rule* kRules[] = {
    &rules::kStrengthRsaLarge,
    &rules::kStrengthFactorable,
    &rules::kStrengthDsa,
    &rules::kStrengthDsaSize,
};

}  // namespace

RuleList strength_rules() { return kRules; }

}  // namespace pki::path
