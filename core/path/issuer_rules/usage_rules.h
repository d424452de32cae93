#pragma once
// What RFC 5280 asks of issuers: identifiers and usages of keys, and policies (4.2.1). Error is a MUST, Warning a
// SHOULD.

#include "base/rule.h"

namespace pki::path::issuer_rules::rules {

// Key identifiers (RFC 5280 4.2.1.1, 4.2.1.2).

inline constexpr Rule kAuthorityKeyIdMissing{"path.issuer_rules.authority_key_identifier_missing", Severity::Error,
                                             "RFC 5280 4.2.1.1", "There is no authority key identifier",
                                             "Have the certificate issued again with the key identifier of its issuer"};
inline constexpr Rule kAuthorityKeyIdWithoutKey{
    "path.issuer_rules.authority_key_identifier_without_key", Severity::Error, "RFC 5280 4.2.1.1",
    "The authority key identifier has no keyIdentifier",
    "Have the certificate issued again with the key identifier of its issuer"};
inline constexpr Rule kAuthorityKeyIdCritical{"path.issuer_rules.authority_key_identifier_critical", Severity::Error,
                                              "RFC 5280 4.2.1.1", "The authority key identifier is critical",
                                              "Have the certificate issued again with the extension not critical"};
inline constexpr Rule kAuthorityKeyIdIncomplete{
    "path.issuer_rules.authority_key_identifier_incomplete", Severity::Error, "RFC 5280 4.2.1.1, Appendix A",
    "The authority key identifier has an issuer without a serial number, or the other way round",
    "Have the certificate issued again with the key identifier alone"};
inline constexpr Rule kSubjectKeyIdMissing{"path.issuer_rules.subject_key_identifier_missing", Severity::Error,
                                           "RFC 5280 4.2.1.2", "A CA has no subject key identifier",
                                           "Have the certificate issued again with a subject key identifier"};
inline constexpr Rule kSubjectKeyIdCritical{"path.issuer_rules.subject_key_identifier_critical", Severity::Error,
                                            "RFC 5280 4.2.1.2", "The subject key identifier is critical",
                                            "Have the certificate issued again with the extension not critical"};

// Key usage (RFC 5280 4.2.1.3) and extended key usage (4.2.1.12).

inline constexpr Rule kKeyUsageMissing{
    "path.issuer_rules.key_usage_missing", Severity::Error, "RFC 5280 4.2.1.3", "A CA has no key usage",
    "Have the certificate issued again with keyCertSign and cRLSign in a critical key usage"};
inline constexpr Rule kKeyUsageNotCritical{"path.issuer_rules.key_usage_not_critical", Severity::Warning,
                                           "RFC 5280 4.2.1.3", "The key usage is not critical",
                                           "Have the certificate issued again with the extension critical"};
inline constexpr Rule kKeyUsageEmpty{"path.issuer_rules.key_usage_empty", Severity::Error, "RFC 5280 4.2.1.3",
                                     "The key usage allows nothing: no bit is set",
                                     "Have the certificate issued again with at least one bit set"};
inline constexpr Rule kCertSignWithoutCa{
    "path.issuer_rules.cert_sign_without_ca", Severity::Error, "RFC 5280 4.2.1.3, 4.2.1.9",
    "The key usage has keyCertSign, and basic constraints do not make the subject a CA",
    "Have the certificate issued again without keyCertSign, or with cA TRUE"};
inline constexpr Rule kKeyUsageAlgorithm{"path.issuer_rules.key_usage_algorithm", Severity::Error,
                                         "RFC 3279 2.3; RFC 4055 1.2; RFC 5480 3, RFC 8813 3; RFC 8410 5, RFC 9295",
                                         "A key of this kind ({algorithm}) cannot be used for {key_usage}",
                                         "Have the certificate issued again without these bits"};
inline constexpr Rule kKeyAgreementModifier{"path.issuer_rules.key_agreement_modifier", Severity::Error,
                                            "RFC 5480 3, RFC 3279 2.3.3",
                                            "encipherOnly and decipherOnly restrict keyAgreement, which is not set",
                                            "Have the certificate issued again with keyAgreement, or without them"};
inline constexpr Rule kExtendedKeyUsageEmpty{
    "path.issuer_rules.extended_key_usage_empty", Severity::Error, "RFC 5280 4.2.1.12",
    "The extended key usage holds no purpose",
    "Have the certificate issued again with a purpose, or without the extension"};
inline constexpr Rule kNoCheckCritical{"path.issuer_rules.ocsp_no_check_critical", Severity::Warning,
                                       "RFC 6960 4.2.2.2.1", "The OCSP no check extension is critical",
                                       "Have the certificate issued again with the extension not critical"};
inline constexpr Rule kAnyPurposeCritical{"path.issuer_rules.any_purpose_critical", Severity::Warning,
                                          "RFC 5280 4.2.1.12",
                                          "The extended key usage has anyExtendedKeyUsage and is critical",
                                          "Have the certificate issued again with the extension not critical"};
inline constexpr Rule kPurposeWithoutUsage{
    "path.issuer_rules.purpose_without_usage", Severity::Warning, "RFC 5280 4.2.1.12",
    "The key usage ({key_usage}) allows nothing that the purpose {purpose} needs",
    "Have the certificate issued again with one of {wanted}, or without the purpose"};

// Policies (RFC 5280 4.2.1.4, 4.2.1.5, 4.2.1.11, 4.2.1.14).

inline constexpr Rule kPoliciesEmpty{"path.issuer_rules.policies_empty", Severity::Error, "RFC 5280 4.2.1.4",
                                     "The certificate policies hold no policy",
                                     "Have the certificate issued again with a policy, or without the extension"};
inline constexpr Rule kPolicyTwice{"path.issuer_rules.policy_twice", Severity::Error, "RFC 5280 4.2.1.4", "{detail}",
                                   "Have the certificate issued again with each policy once"};
inline constexpr Rule kPolicyQualifier{"path.issuer_rules.policy_qualifier", Severity::Error, "RFC 5280 4.2.1.4",
                                       "{detail}",
                                       "Have the certificate issued again with a correct qualifier, or without it"};
inline constexpr Rule kAnyPolicyQualifier{
    "path.issuer_rules.any_policy_qualifier", Severity::Error, "RFC 5280 4.2.1.4",
    "anyPolicy has the qualifier {qualifier}; only a CPS pointer and a user notice are allowed there",
    "Have the certificate issued again without the qualifier"};
inline constexpr Rule kNoticeReference{"path.issuer_rules.notice_reference", Severity::Warning, "RFC 5280 4.2.1.4",
                                       "A user notice has a noticeRef, which CAs should not use",
                                       "Have the certificate issued again with the explicit text alone"};
inline constexpr Rule kExplicitTextIa5{"path.issuer_rules.explicit_text_ia5", Severity::Error,
                                       "RFC 5280 4.2.1.4, RFC 6818 3",
                                       "The explicit text of a user notice is an IA5String, which it must not be",
                                       "Have the certificate issued again with the text as a UTF8String"};
inline constexpr Rule kExplicitTextType{"path.issuer_rules.explicit_text_type", Severity::Warning,
                                        "RFC 5280 4.2.1.4, RFC 6818 3",
                                        "The explicit text of a user notice is a {found}; it should be a UTF8String",
                                        "Have the certificate issued again with the text as a UTF8String"};
inline constexpr Rule kExplicitTextLong{
    "path.issuer_rules.explicit_text_long", Severity::Error, "RFC 5280 4.2.1.4",
    "The explicit text of a user notice is {characters} characters long; 200 are allowed",
    "Shorten the text to 200 characters"};
inline constexpr Rule kExplicitTextControl{
    "path.issuer_rules.explicit_text_control", Severity::Warning, "RFC 5280 4.2.1.4, RFC 6818 3",
    "The explicit text of a user notice holds control characters", "Have the certificate issued again with plain text"};
inline constexpr Rule kMappingsEmpty{"path.issuer_rules.mappings_empty", Severity::Error, "RFC 5280 4.2.1.5",
                                     "The policy mappings hold no mapping",
                                     "Have the certificate issued again with a mapping, or without the extension"};
inline constexpr Rule kMappingsNotCritical{"path.issuer_rules.mappings_not_critical", Severity::Warning,
                                           "RFC 5280 4.2.1.5", "The policy mappings are not critical",
                                           "Have the certificate issued again with the extension critical"};
inline constexpr Rule kMappingNotAsserted{"path.issuer_rules.mapping_not_asserted", Severity::Warning,
                                          "RFC 5280 4.2.1.5",
                                          "The policy {policy} is mapped, and the certificate policies do not have it",
                                          "Have the certificate issued again with {policy} among its policies"};
inline constexpr Rule kMappingAnyPolicy{"path.issuer_rules.mapping_any_policy", Severity::Error, "RFC 5280 4.2.1.5",
                                        "A policy is mapped to or from anyPolicy",
                                        "Have the certificate issued again with mappings of real policies"};
inline constexpr Rule kPolicyConstraintsEmpty{"path.issuer_rules.policy_constraints_empty", Severity::Error,
                                              "RFC 5280 4.2.1.11", "The policy constraints limit nothing",
                                              "Have the certificate issued again without the extension"};
inline constexpr Rule kPolicyConstraintsNotCritical{
    "path.issuer_rules.policy_constraints_not_critical", Severity::Error, "RFC 5280 4.2.1.11",
    "The policy constraints are not critical", "Have the certificate issued again with the extension critical"};
inline constexpr Rule kInhibitAnyNotCritical{"path.issuer_rules.inhibit_any_policy_not_critical", Severity::Error,
                                             "RFC 5280 4.2.1.14", "inhibitAnyPolicy is not critical",
                                             "Have the certificate issued again with the extension critical"};
inline constexpr Rule kForCasOnly{
    "path.issuer_rules.for_cas_only", Severity::Warning, "RFC 5280 4.2.1.5, 4.2.1.11, 4.2.1.14",
    "{extension} is for CAs, and the subject is none", "Have the certificate issued again without the extension"};

}  // namespace pki::path::issuer_rules::rules
