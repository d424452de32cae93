#pragma once
// What RFC 5280 asks of issuers: the basic fields and names (4.1). Error is a MUST, Warning a SHOULD.

#include "base/rule.h"

namespace pki::path::issuer_rules::rules {

// The basic fields (RFC 5280 4.1).

inline constexpr Rule kSerialNotPositive{"path.issuer_rules.serial_not_positive", Severity::Error, "RFC 5280 4.1.2.2",
                                         "The serial number is not above zero",
                                         "Have the certificate issued again with a random positive number"};
inline constexpr Rule kSerialTooLong{"path.issuer_rules.serial_too_long", Severity::Error, "RFC 5280 4.1.2.2",
                                     "The serial number takes {octets} octets, and 20 are allowed",
                                     "Have the certificate issued again with a serial number of at most 20 octets"};
inline constexpr Rule kAlgorithmParameters{
    "path.issuer_rules.algorithm_parameters", Severity::Error,
    "RFC 3279 2.2, 2.3; RFC 4055 2.1, 5; RFC 5480 2.1.1; RFC 5758 3", "{detail}",
    "Have the certificate issued again by software that writes the parameters as specified"};
inline constexpr Rule kPssMaskHash{"path.issuer_rules.pss_mask_hash", Severity::Warning, "RFC 4055 3.1, RFC 8017 8.1",
                                   "RSASSA-PSS hashes with {hash} and masks with {mask_hash}; both should be the same",
                                   "Sign with MGF1 over {hash}"};
inline constexpr Rule kPssSaltLength{
    "path.issuer_rules.pss_salt_length", Severity::Warning, "RFC 4055 3.1",
    "The salt of RSASSA-PSS is {salt} octets long; as many as the hash has, {octets}, are recommended",
    "Sign with a salt as long as the hash"};
inline constexpr Rule kSignatureUnusedBits{
    "path.issuer_rules.signature_unused_bits", Severity::Error, "RFC 5280 4.1.1.3, RFC 8017 8",
    "The signature is not a whole number of octets", "Have the certificate issued again"};
inline constexpr Rule kIssuerEmpty{"path.issuer_rules.issuer_empty", Severity::Error, "RFC 5280 4.1.2.4",
                                   "The issuer has no name", "Give the CA a distinguished name that is not empty"};
inline constexpr Rule kGeneralizedTimeEarly{
    "path.issuer_rules.generalized_time_early", Severity::Error, "RFC 5280 4.1.2.5",
    "{field} is in the year {year} and written as GeneralizedTime; through 2049 it must be UTCTime",
    "Have the certificate issued again by software that writes times as RFC 5280 has them"};
inline constexpr Rule kValidityOrder{"path.issuer_rules.validity_order", Severity::Error, "RFC 5280 4.1.2.5",
                                     "The validity ends at {not_after}, before it begins at {not_before}",
                                     "Have the certificate issued again with an end after the beginning"};
inline constexpr Rule kSubjectEmptyCa{"path.issuer_rules.subject_empty_ca", Severity::Error, "RFC 5280 4.1.2.6",
                                      "A CA has no subject name", "Give the CA a distinguished name that is not empty"};
inline constexpr Rule kSubjectEmpty{"path.issuer_rules.subject_empty", Severity::Error, "RFC 5280 4.1.2.6, 4.2.1.6",
                                    "There is neither a subject name nor a subject alternative name",
                                    "Have the certificate issued again with a name"};
inline constexpr Rule kUniqueIdentifier{"path.issuer_rules.unique_identifier", Severity::Error, "RFC 5280 4.1.2.8",
                                        "There is a unique identifier of the {whose}, which CAs must not write",
                                        "Have the certificate issued again without unique identifiers"};
inline constexpr Rule kExtensionsEmpty{"path.issuer_rules.extensions_empty", Severity::Error, "RFC 5280 4.1.2.9",
                                       "The list of extensions is there, and empty",
                                       "Have the certificate issued again without the empty list"};
inline constexpr Rule kDefaultEncoded{"path.issuer_rules.default_encoded", Severity::Error, "X.690 11.5, RFC 5280 4.1",
                                      "{detail}", "Have the certificate issued again by software that writes DER"};

// Names (RFC 5280 4.1.2.4, Appendix A).

inline constexpr Rule kNameValueEmpty{"path.issuer_rules.name_value_empty", Severity::Error, "RFC 5280 Appendix A",
                                      "{detail}", "Have the certificate issued again without the empty attribute"};
inline constexpr Rule kNameValueTooLong{"path.issuer_rules.name_value_too_long", Severity::Error, "RFC 5280 Appendix A",
                                        "{detail}", "Have the certificate issued again with a shorter value"};
inline constexpr Rule kNameCharacter{"path.issuer_rules.name_character", Severity::Error, "RFC 5280 4.1.2.4, X.680 41",
                                     "{detail}", "Have the certificate issued again with the value as a UTF8String"};
inline constexpr Rule kDirectoryStringType{
    "path.issuer_rules.directory_string_type", Severity::Error, "RFC 5280 4.1.2.4",
    "The value of {attribute} is a {found}; new certificates have PrintableString or UTF8String",
    "Have the certificate issued again with the value as a UTF8String"};
inline constexpr Rule kAttributeStringType{"path.issuer_rules.attribute_string_type", Severity::Error,
                                           "RFC 5280 Appendix A",
                                           "The value of {attribute} is a {found} instead of a {expected}",
                                           "Have the certificate issued again with the value as a {expected}"};
inline constexpr Rule kCountryForm{"path.issuer_rules.country_form", Severity::Error, "RFC 5280 Appendix A, ISO 3166-1",
                                   "The country \"{value}\" is not two letters",
                                   "Have the certificate issued again with the two-letter code of the country"};
inline constexpr Rule kEmailOnlyInSubject{
    "path.issuer_rules.email_only_in_subject", Severity::Error, "RFC 5280 4.1.2.6",
    "The subject has an e-mail address, and the subject alternative name has none",
    "Have the certificate issued again with the address as an rfc822Name"};

}  // namespace pki::path::issuer_rules::rules
