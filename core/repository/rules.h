#pragma once
// The rules of following URLs: repository.*.

#include "base/rule.h"

namespace pki::repository {

/// All of the layer's rules, for the catalogue.
RuleList repository_rules();

namespace rules {

inline constexpr Rule kUrl{"repository.entry.url", Severity::Error, "RFC 5280 4.2.1.13, 4.2.2.1",
                           "{url} is no http URL, so nothing would be fetched from there",
                           "Write it as in http://pki.example/ca.cer; https and ldap are not followed"};
inline constexpr Rule kUrlTwice{"repository.entry.url_twice", Severity::Error, "",
                                "{url} has two entries, and one thing stands at a URL", "Leave one of them out"};
inline constexpr Rule kLimitFetches{"repository.limit.fetches", Severity::Warning, "RFC 5280 8",
                                    "URLs were no longer followed after {limit} of them",
                                    "Hand in what stands there, instead of having it fetched"};
inline constexpr Rule kLimitDepth{"repository.limit.depth", Severity::Warning, "RFC 5280 8",
                                  "URLs were no longer followed {limit} certificates above the target",
                                  "Hand in what stands there, instead of having it fetched"};

}  // namespace rules
}  // namespace pki::repository
