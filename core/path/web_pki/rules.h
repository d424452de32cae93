#pragma once
// What a verifier can see of the CA/Browser Forum's Baseline Requirements for TLS server certificates (BR, 2.1.4).
// Error is a MUST, Warning a SHOULD or NOT RECOMMENDED.

#include "base/rule.h"

namespace pki::path::web_pki::rules {

// Subscriber certificates (BR 7.1.2.7).
inline constexpr Rule kValidity{"path.web_pki.validity", Severity::Error, "BR 6.3.2",
                                "The certificate is valid for {days} days; issued on {issued}, {most} days are allowed",
                                "Issue it again for {most} days at most"};
inline constexpr Rule kNamesMissing{"path.web_pki.names_missing", Severity::Error, "BR 7.1.2.7.12",
                                    "There is no subject alternative name",
                                    "Issue the certificate again with its host names as subject alternative names"};
inline constexpr Rule kNameForm{"path.web_pki.name_form", Severity::Error, "BR 7.1.2.7.12",
                                "{name} is neither a DNS name nor an IP address",
                                "Issue the certificate again without this name"};
inline constexpr Rule kDnsName{"path.web_pki.dns_name", Severity::Error, "BR 7.1.2.7.12",
                               "The DNS name \"{name}\" is not one that may be certified: {why}",
                               "Issue the certificate again without this name"};
inline constexpr Rule kInternalName{"path.web_pki.internal_name", Severity::Error, "BR 4.2.2, 7.1.2.7.12",
                                    "The name {name} is an internal one, or under a top-level domain that is set aside",
                                    "Use a name of the public DNS, or a private CA"};
inline constexpr Rule kReservedAddress{"path.web_pki.reserved_address", Severity::Error, "BR 4.2.2, 7.1.2.7.12",
                                       "The address {name} is reserved", "Use a public address, or a private CA"};
inline constexpr Rule kCommonName{"path.web_pki.common_name", Severity::Error, "BR 7.1.4.3",
                                  "The common name \"{name}\" is not among the subject alternative names",
                                  "Issue the certificate again with the name among them, or without a common name"};
inline constexpr Rule kOrganizationalUnit{"path.web_pki.organizational_unit", Severity::Error, "BR 7.1.4.2",
                                          "The subject has an organizationalUnitName, which ended on 2022-09-01",
                                          "Issue the certificate again without it"};
inline constexpr Rule kAttributeTwice{"path.web_pki.attribute_twice", Severity::Error, "BR 7.1.4.1",
                                      "The subject has {attribute} more than once",
                                      "Issue the certificate again with one"};
inline constexpr Rule kSubjectForbidden{
    "path.web_pki.subject_forbidden", Severity::Error, "BR 7.1.2.7.2",
    "The subject has {attribute}, and the policy is that of domain validation, which has none",
    "Issue the certificate again without it, or under the policy of the validation that was made"};
inline constexpr Rule kSubjectLacks{
    "path.web_pki.subject_lacks", Severity::Error, "BR 7.1.2.7.3, 7.1.2.7.4",
    "The subject lacks {attribute}, which the policy {policy} asks",
    "Issue the certificate again with it, or under the policy of the validation that was made"};
inline constexpr Rule kValueMeaningless{"path.web_pki.value_meaningless", Severity::Error, "BR 7.1.4.4",
                                        "The value of {attribute} says nothing, or holds control characters",
                                        "Issue the certificate again without the attribute, or with a real value"};
inline constexpr Rule kPurposesMissing{"path.web_pki.purposes_missing", Severity::Error, "BR 7.1.2.7.10, 7.1.2.10.6",
                                       "There is no extended key usage",
                                       "Issue the certificate again with serverAuth in its extended key usage"};
inline constexpr Rule kServerAuth{"path.web_pki.server_auth", Severity::Error, "BR 7.1.2.7.10, 7.1.2.10.6",
                                  "The extended key usage lacks serverAuth",
                                  "Issue the certificate again with serverAuth"};
inline constexpr Rule kPurposeForbidden{"path.web_pki.purpose_forbidden", Severity::Error, "BR 7.1.2.7.10, 7.1.2.10.6",
                                        "The extended key usage has {purpose}, which must not be there",
                                        "Issue the certificate again without it"};
inline constexpr Rule kPurposeUnusual{"path.web_pki.purpose_unusual", Severity::Warning, "BR 7.1.2.7.10",
                                      "The extended key usage has {purpose} beside serverAuth and clientAuth",
                                      "Issue the certificate again without it"};
inline constexpr Rule kPurposesCritical{"path.web_pki.purposes_critical", Severity::Error, "BR 7.1.2.7.6, 7.1.2.6.1",
                                        "The extended key usage is critical",
                                        "Issue the certificate again with the extension not critical"};
inline constexpr Rule kLeafBasicConstraints{"path.web_pki.leaf_basic_constraints", Severity::Error, "BR 7.1.2.7.8",
                                            "The basic constraints of the subscriber are not critical",
                                            "Issue the certificate again with the extension critical, or without it"};
inline constexpr Rule kLeafKeyUsage{"path.web_pki.leaf_key_usage", Severity::Error, "BR 7.1.2.7.11",
                                    "The key usage has {key_usage}, which a subscriber's {key} key must not have",
                                    "Issue the certificate again with digitalSignature"};
inline constexpr Rule kLeafSigning{"path.web_pki.leaf_digital_signature", Severity::Error, "BR 7.1.2.7.11",
                                   "The key usage of a subscriber's EC key lacks digitalSignature",
                                   "Issue the certificate again with digitalSignature"};
inline constexpr Rule kLeafNameConstraints{"path.web_pki.leaf_name_constraints", Severity::Error, "BR 7.1.2.7.6",
                                           "The subscriber's certificate has name constraints",
                                           "Issue the certificate again without them"};
inline constexpr Rule kLeafKeyId{"path.web_pki.leaf_key_identifier", Severity::Warning, "BR 7.1.2.7.6",
                                 "The subscriber's certificate has a subject key identifier, which is not recommended",
                                 "Issue the certificate again without it"};
inline constexpr Rule kPolicyReserved{"path.web_pki.policy_reserved", Severity::Error, "BR 7.1.2.7.9, 7.1.6.1",
                                      "None of the CA/Browser Forum's reserved policies (2.23.140.1...) is asserted",
                                      "Issue the certificate again with the policy of its validation"};
inline constexpr Rule kPolicyAny{"path.web_pki.policy_any", Severity::Error, "BR 7.1.2.7.9",
                                 "A subscriber's certificate asserts anyPolicy",
                                 "Issue the certificate again without it"};
inline constexpr Rule kPoliciesCritical{"path.web_pki.policies_critical", Severity::Warning, "BR 7.1.2.7.6, 7.1.2.6.1",
                                        "The certificate policies are critical",
                                        "Issue the certificate again with the extension not critical"};
inline constexpr Rule kAccessMissing{"path.web_pki.access_missing", Severity::Error, "BR 7.1.2.7.6",
                                     "There is no authority information access",
                                     "Issue the certificate again with the URL of the issuer's certificate"};
inline constexpr Rule kAccessForm{"path.web_pki.access_form", Severity::Error, "BR 7.1.2.7.7, 7.1.2.10.3",
                                  "A location of the authority information access is no HTTP URL",
                                  "Issue the certificate again with http:// URLs"};
inline constexpr Rule kRevocationMissing{
    "path.web_pki.revocation_missing", Severity::Error, "BR 7.1.2.11.2",
    "There is neither a CRL distribution point nor an OCSP responder, and the certificate is not short-lived",
    "Issue the certificate again with a CRL distribution point"};
inline constexpr Rule kCrlPointForm{"path.web_pki.crl_point_form", Severity::Error, "BR 7.1.2.11.2",
                                    "A CRL distribution point is not one full name of HTTP URLs alone",
                                    "Issue the certificate again with http:// URLs, without reasons and cRLIssuer"};

// Every certificate (BR 6.1, 7.1.3).
inline constexpr Rule kSerialShort{"path.web_pki.serial_short", Severity::Warning, "BR 7.1",
                                   "The serial number takes {octets} octets; 64 random bits take 8, seldom fewer",
                                   "Issue serial numbers with 64 bits from a CSPRNG"};
inline constexpr Rule kVersion{"path.web_pki.version", Severity::Error, "BR 7.1.1",
                               "The certificate is of version {version}", "Issue it again as version 3"};
inline constexpr Rule kKeyKind{"path.web_pki.key_kind", Severity::Error, "BR 6.1.5, 7.1.3.1",
                               "The key ({key}) is neither RSA nor on P-256, P-384 or P-521", "Make a new key"};
inline constexpr Rule kRsaSize{"path.web_pki.rsa_size", Severity::Error, "BR 6.1.5",
                               "The RSA modulus has {bits} bits; at least 2048 and a multiple of 8 are asked",
                               "Make a new key of 2048 bits or more"};
inline constexpr Rule kRsaExponent{"path.web_pki.rsa_exponent", Severity::Error, "BR 6.1.6",
                                   "The RSA exponent is even or below 3", "Make a new key with the exponent 65537"};
inline constexpr Rule kRsaExponentRange{"path.web_pki.rsa_exponent_range", Severity::Warning, "BR 6.1.6",
                                        "The RSA exponent is not between 65537 and 2^256 - 1",
                                        "Make a new key with the exponent 65537"};
inline constexpr Rule kRsaModulus{"path.web_pki.rsa_modulus", Severity::Warning, "BR 6.1.6",
                                  "The RSA modulus has the factor {factor}; it should have none below 752",
                                  "Make a new key: this one is broken"};
inline constexpr Rule kSignatureAlgorithm{"path.web_pki.signature_algorithm", Severity::Error, "BR 7.1.3.2",
                                          "The signature algorithm {algorithm} must not be used",
                                          "Issue the certificate again with SHA-256 or better"};
inline constexpr Rule kAuthorityKeyId{"path.web_pki.authority_key_identifier", Severity::Error, "BR 7.1.2.11.1",
                                      "The authority key identifier is absent, or more than a keyIdentifier",
                                      "Issue the certificate again with the keyIdentifier alone"};

// CA certificates (BR 7.1.2.1, 7.1.2.6, 7.1.2.10).
inline constexpr Rule kCaBasicConstraints{"path.web_pki.ca_basic_constraints", Severity::Error, "BR 7.1.2.10.4",
                                          "A CA's basic constraints are not critical with cA TRUE",
                                          "Issue the certificate again with critical basic constraints"};
inline constexpr Rule kCaKeyUsage{
    "path.web_pki.ca_key_usage", Severity::Error, "BR 7.1.2.10.7",
    "A CA's key usage ({key_usage}) is not critical with keyCertSign and cRLSign, and digitalSignature at most",
    "Issue the certificate again with such a key usage"};
inline constexpr Rule kCaPolicies{"path.web_pki.ca_policies", Severity::Error, "BR 7.1.2.10.5",
                                  "A subordinate CA has no certificate policies",
                                  "Issue the certificate again with them"};
inline constexpr Rule kCaSubject{"path.web_pki.ca_subject", Severity::Error, "BR 7.1.2.10.2",
                                 "A CA's subject lacks {attribute}",
                                 "Name the CA with country, organization and common name"};
inline constexpr Rule kCaCrlPoints{"path.web_pki.ca_crl_points", Severity::Error, "BR 7.1.2.6.1, 7.1.2.11.2",
                                   "A subordinate CA has no CRL distribution point",
                                   "Issue the certificate again with one"};
inline constexpr Rule kCaNameConstraints{"path.web_pki.ca_name_constraints", Severity::Warning,
                                         "BR 7.1.2.6.1, 7.1.2.10.8", "A CA's name constraints are not critical",
                                         "Issue the certificate again with the extension critical"};
inline constexpr Rule kRootPathLength{"path.web_pki.root_path_length", Severity::Warning, "BR 7.1.2.1.4",
                                      "A root CA has a path length constraint, which is not recommended",
                                      "Issue the root again without it"};
inline constexpr Rule kRootPurposes{"path.web_pki.root_purposes", Severity::Error, "BR 7.1.2.1.2",
                                    "A root CA has an extended key usage", "Issue the root again without it"};
inline constexpr Rule kRootPolicies{"path.web_pki.root_policies", Severity::Warning, "BR 7.1.2.1.2",
                                    "A root CA has certificate policies, which is not recommended",
                                    "Issue the root again without them"};

}  // namespace pki::path::web_pki::rules
