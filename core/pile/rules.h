#pragma once
// The rules of sorting piles: pile.*.

#include "base/rule.h"

namespace pki::pile {

/// All of the layer's rules, for the catalogue.
RuleList pile_rules();

namespace rules {

inline constexpr Rule kLimitSignatures{
    "pile.limit.signatures", Severity::Warning, "",
    "After {limit} signature checks, {unchecked} certificates were left whose issuers were not looked for any more",
    "Sort fewer certificates of the same name at a time"};
inline constexpr Rule kLimitKeys{
    "pile.limit.keys", Severity::Warning, "",
    "{count} certificates have more than {limit} candidates of their issuer's name, and not all keys were tried",
    "Sort fewer certificates of the same name at a time"};
inline constexpr Rule kLimitChains{"pile.limit.chains", Severity::Warning, "",
                                   "{count} chains more were found than the {limit} that are listed",
                                   "Sort fewer certificates at a time"};

}  // namespace rules
}  // namespace pki::pile
