#pragma once
// The checks that path validation makes, as a table: what a step of a report points at.

#include <span>
#include <string_view>

namespace pki::path {

/// One check. Always a constant with static storage.
struct Check {
  /// Stable and unique: "path.validity". The rules of its findings begin with it, or with "path.anchor"; or it was
  /// not judged ("path.not_judged").
  std::string_view id;
  /// "Validity period".
  std::string_view title;
  /// "RFC 5280 6.1.3 (a)(2)".
  std::string_view citation;
  /// The question that it asks, as a sentence for people.
  std::string_view question;
};

namespace checks {

inline constexpr Check kBuild{"path.build", "End of the path", "RFC 5280 6.1.1 (d)",
                              "Does the path end at a trust anchor?"};
inline constexpr Check kAnchor{"path.anchor", "Trust anchor", "RFC 5280 6.1.1 (d), RFC 5937 3",
                               "May the anchor issue certificates, and is it valid at that time?"};
inline constexpr Check kEncoding{"path.encoding", "Encoding", "RFC 5280 4.1, 4.2",
                                 "Is the certificate DER, and can everything that matters be read?"};
inline constexpr Check kVersion{"path.version", "Version", "RFC 5280 4.1.2.1",
                                "Does the version allow the fields that are there?"};
inline constexpr Check kAlgorithm{"path.algorithm", "Signature algorithm", "RFC 5280 4.1.1.2",
                                  "Is the algorithm inside the signed part the one outside?"};
inline constexpr Check kSignature{"path.signature", "Signature", "RFC 5280 6.1.3 (a)(1)",
                                  "Does the signature fit the issuer's key?"};
inline constexpr Check kValidity{"path.validity", "Validity period", "RFC 5280 6.1.3 (a)(2)",
                                 "Is the certificate valid at that time?"};
inline constexpr Check kRevocation{"path.revocation", "Revocation", "RFC 5280 6.1.3 (a)(3), 6.3",
                                   "Was a certificate revoked?"};
inline constexpr Check kNameChaining{"path.name_chaining", "Name chaining", "RFC 5280 6.1.3 (a)(4)",
                                     "Is the issuer's name the subject of the certificate above?"};
inline constexpr Check kNameConstraints{"path.name_constraints", "Name constraints",
                                        "RFC 5280 6.1.3 (b), (c), 6.1.4 (g)",
                                        "Are the names among those that the CAs above may certify?"};
inline constexpr Check kPolicies{"path.policies", "Certificate policies",
                                 "RFC 5280 6.1.3 (d) to (f), 6.1.4 (a) to (j), 6.1.5 (g)",
                                 "Is the path good for a policy that is wanted?"};
inline constexpr Check kBasicConstraints{"path.basic_constraints", "Basic constraints", "RFC 5280 6.1.4 (k)",
                                         "Is the issuer a CA?"};
inline constexpr Check kPathLength{"path.path_length", "Path length", "RFC 5280 6.1.4 (l), (m)",
                                   "Do the CAs above leave room for this one?"};
inline constexpr Check kKeyUsage{"path.key_usage", "Key usage", "RFC 5280 6.1.4 (n), 4.2.1.3",
                                 "May the key be used as it is used here?"};
inline constexpr Check kExtendedKeyUsage{"path.extended_key_usage", "Extended key usage", "RFC 5280 4.2.1.12",
                                         "Is the certificate for the purpose that is asked?"};
inline constexpr Check kCriticalExtensions{"path.critical_extension", "Critical extensions",
                                           "RFC 5280 6.1.4 (o), 6.1.5 (f)", "Is every critical extension understood?"};
inline constexpr Check kKeyIdentifier{"path.key_identifier", "Key identifiers", "RFC 5280 4.2.1.1, 4.2.1.2",
                                      "Does the authority key identifier name the issuer's key?"};
inline constexpr Check kStrength{"path.strength", "Strength", "RFC 5280 8",
                                 "Are key and signature as strong as is asked?"};
inline constexpr Check kIssuerRules{"path.issuer_rules", "Rules for issuers", "RFC 5280 4",
                                    "Did the issuer keep to the rules that are not the verifier's?"};
inline constexpr Check kWebPki{"path.web_pki", "Web PKI profile", "CA/Browser Forum Baseline Requirements",
                               "Would a publicly trusted CA be allowed to issue this certificate?"};
inline constexpr Check kIdentity{"path.identity", "Service identity", "RFC 9525 6",
                                 "Is the certificate for the service that was meant?"};

}  // namespace checks

/// All checks, in the order in which a report shows them for one certificate.
std::span<const Check* const> all_checks();

}  // namespace pki::path
