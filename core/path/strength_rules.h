#pragma once
// The rules of strength that are more than size, exponent, curve and hash (path/rules.h has those).

#include "base/rule.h"

namespace pki::path {

namespace rules {

inline constexpr Rule kStrengthRsaLarge{"path.strength.rsa_large", Severity::Error, "RFC 5280 8",
                                        "An RSA key of {bits} bits is longer than the {most} that are accepted",
                                        "Make a new key of 2048 to 4096 bits; a longer one costs whoever checks it"};
inline constexpr Rule kStrengthFactorable{
    "path.strength.factorable", Severity::Error, "CA/B BR 6.1.1.3",
    "Anyone can compute the private key from this public one ({way})",
    "Make a new key with other software or on other hardware, and have every certificate for this one revoked"};
inline constexpr Rule kStrengthDsa{"path.strength.dsa", Severity::Error, "FIPS 186-5 4",
                                   "DSA ({key}) is not accepted; FIPS 186-5 has dropped it",
                                   "Make a new key: RSA of 2048 bits or more, or on P-256 or P-384"};
inline constexpr Rule kStrengthDsaSize{"path.strength.dsa_size", Severity::Error, "FIPS 186-4 4.2",
                                       "A DSA key of {bits} bits is too short; {least} are asked",
                                       "Make a new key: RSA of 2048 bits or more, or on P-256 or P-384"};

}  // namespace rules

/// These rules, for the catalogue.
RuleList strength_rules();

}  // namespace pki::path
