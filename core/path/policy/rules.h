#pragma once
// Rules of certificate policies.

#include "base/rule.h"

namespace pki::path::rules {

inline constexpr Rule kAnyPolicyMapped{"path.policies.any_policy_mapped", Severity::Error, "RFC 5280 6.1.4 (a)",
                                       "{subject} maps a policy to or from anyPolicy: {mappings}",
                                       "Have the CA certificate issued again with mappings of real policies"};
inline constexpr Rule kExplicitPolicyLost{
    "path.policies.explicit_required", Severity::Error, "RFC 5280 6.1.3 (f)",
    "An explicit policy is demanded by {demanded_by}, and none is valid down to here: {lost_by} {why}",
    "Have the certificates issued with policies that {demanded_by} and all CAs below know (certificatePolicies), "
    "mapped "
    "where the domains differ"};
inline constexpr Rule kNoAcceptablePolicy{
    "path.policies.none_acceptable", Severity::Error, "RFC 5280 6.1.5 (g)",
    "An explicit policy is demanded by {demanded_by}; the path is good for {authority}, none of which is accepted "
    "({wanted})",
    "Accept a policy that the path is good for, or have the certificates issued under one that is accepted"};
inline constexpr Rule kNoWantedPolicy{"path.policies.none_wanted", Severity::Notice, "RFC 5280 6.1.5 (g)",
                                      "The path is good for {authority}, none of which is accepted ({wanted}); nobody "
                                      "demands an explicit policy, so it is "
                                      "not refused for that",
                                      "Require an explicit policy if the policy matters"};
inline constexpr Rule kQualifierUnknown{
    "path.policies.qualifier_unknown", Severity::Error, "RFC 5280 4.2.1.4",
    "The certificate policies are critical and hold a qualifier that is not known: {qualifier} of {policy}",
    "Have the certificate issued again without that qualifier, or with the extension not critical"};

}  // namespace pki::path::rules
