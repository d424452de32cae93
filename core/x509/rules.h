#pragma once
// The rules of reading and writing X.509 objects. One section for each topic. Error is for what the standard forbids
// and relying parties refuse; Warning for what it forbids and most of them pass over.

#include "base/rule.h"

namespace pki::x509::rules {

// Names.
inline constexpr Rule kNameEmptyRdn{"x509.name.empty_rdn", Severity::Error, "RFC 5280 4.1.2.4, X.501 9.3",
                                    "A relative distinguished name has no attribute",
                                    "Have the object issued again with a name whose parts all have an attribute"};
inline constexpr Rule kNameValueEmpty{
    "x509.name.value_empty", Severity::Warning, "RFC 5280 4.1.2.4, RFC 5280 Appendix A",
    "The attribute {type} has an empty value", "Give the attribute a value, or leave it out"};
inline constexpr Rule kNameValueTooLong{
    "x509.name.value_too_long", Severity::Warning, "RFC 5280 Appendix A",
    "The value of {type} is {characters} characters long; at most {limit} are allowed",
    "Shorten the value to {limit} characters"};
inline constexpr Rule kNameValueMalformed{"x509.name.value_malformed", Severity::Error, "RFC 5280 4.1.2.4",
                                          "The value of {type} is not a correct {string_type}",
                                          "Have the object issued again with the value as a UTF8String"};
inline constexpr Rule kNameTextMalformed{
    "x509.name.text_malformed", Severity::Error, "RFC 4514 3",
    "The name cannot be read at offset {offset}: {expected} is expected, {found} was found",
    "Write the name as in CN=Lab Root,O=Lab,C=DE, with a backslash before each of , + \" \\ < > ; in a value"};
inline constexpr Rule kNameAttributeUnknown{
    "x509.name.attribute_unknown", Severity::Error, "RFC 4514 2.3",
    "\"{type}\" (at offset {offset}) is no attribute type that is known here",
    "Use a known keyword (CN, O, OU, C, L, ST, DC, UID, emailAddress ...) or the dotted OID"};
inline constexpr Rule kNameCharacter{"x509.name.character", Severity::Error, "RFC 5280 4.1.2.4, X.680 41",
                                     "A {string_type} cannot hold the value \"{value}\" of {type}",
                                     "Take out the characters that do not fit, or ask for a UTF8String"};
inline constexpr Rule kNameCountry{"x509.name.country", Severity::Error, "RFC 5280 Appendix A, ISO 3166-1",
                                   "\"{value}\" is no country code: it has two letters",
                                   "Use the two-letter code of the country, such as DE, FR or US"};

// General names.
inline constexpr Rule kGeneralNameEmpty{"x509.general_name.empty", Severity::Error, "RFC 5280 4.2.1.6",
                                        "A list of general names holds none",
                                        "Put a name into the list, or leave out what holds it"};
inline constexpr Rule kGeneralNameIpLength{
    "x509.general_name.ip_length", Severity::Error, "RFC 5280 4.2.1.6, RFC 5280 4.2.1.10",
    "An IP address is {octets} octets long instead of {expected}",
    "Have the object issued again with the address in binary form: 4 octets for IPv4, 16 for IPv6, each twice with the "
    "mask of a name constraint"};
inline constexpr Rule kGeneralNameIpMask{"x509.general_name.ip_mask", Severity::Error,
                                         "RFC 5280 4.2.1.10, RFC 4632 3.1",
                                         "The mask of the IP address range {value} is not ones followed by zeros",
                                         "Have the object issued again with a mask such as 255.255.255.0"};
inline constexpr Rule kGeneralNameCharacter{
    "x509.general_name.character", Severity::Error, "RFC 5280 4.2.1.6",
    "The {kind} \"{value}\" holds characters that are not allowed there",
    "Write an internationalized host name in its ASCII form (xn--...), and leave out spaces and control characters"};
inline constexpr Rule kGeneralNameUnknownChoice{"x509.general_name.unknown_choice", Severity::Error, "RFC 5280 4.2.1.6",
                                                "{found} is none of the kinds of general name",
                                                "Have the object issued again"};
inline constexpr Rule kGeneralNameText{
    "x509.general_name.text", Severity::Error, "RFC 5280 4.2.1.6",
    "\"{value}\" cannot be a {kind}: {expected} is expected",
    "Write it as in DNS:www.example.com, IP:192.0.2.1, email:ann@example.com, URI:https://example.com/, "
    "UPN:ann@example.com, dirName:CN=Ann, RID:1.2.3 or otherName:1.2.3;text"};

// The envelope of extensions.
inline constexpr Rule kExtensionsEmpty{"x509.extensions.empty", Severity::Error, "RFC 5280 4.1.2.9",
                                       "The list of extensions is there, and empty",
                                       "Have the object issued again without the empty list"};
inline constexpr Rule kExtensionsDuplicate{"x509.extensions.duplicate", Severity::Error, "RFC 5280 4.2",
                                           "The extension {extension} is there more than once; the first counts",
                                           "Have the object issued again with each extension once"};
inline constexpr Rule kExtensionMalformed{"x509.extension.malformed", Severity::Error, "RFC 5280 4.2",
                                          "The extension {extension} cannot be read ({rule}): {reason}",
                                          "Have the object issued again with a correct extension"};

// Key identifiers.
inline constexpr Rule kAuthorityKeyIdentifierIncomplete{
    "x509.authority_key_identifier.incomplete", Severity::Error, "RFC 5280 Appendix A, RFC 5280 4.2.1.1",
    "The authority key identifier names an issuer without a serial number, or the other way round",
    "Give both authorityCertIssuer and authorityCertSerialNumber, or (better) neither and a key identifier"};
inline constexpr Rule kAuthorityKeyIdentifierEmpty{
    "x509.authority_key_identifier.empty", Severity::Warning, "RFC 5280 4.2.1.1",
    "The authority key identifier identifies nothing",
    "Give it the subject key identifier of the issuing CA, or leave it out of a self-signed certificate"};

// Key usage.
inline constexpr Rule kKeyUsageNone{"x509.key_usage.none", Severity::Error, "RFC 5280 4.2.1.3",
                                    "The key usage allows nothing: no bit is set",
                                    "Set at least one bit, or leave out the extension"};
inline constexpr Rule kExtendedKeyUsageEmpty{"x509.extended_key_usage.empty", Severity::Error, "RFC 5280 4.2.1.12",
                                             "The extended key usage holds no purpose",
                                             "Name at least one purpose, or leave out the extension"};
inline constexpr Rule kExtendedKeyUsageDuplicate{"x509.extended_key_usage.duplicate", Severity::Notice, "",
                                                 "The purpose {purpose} is named more than once",
                                                 "Name each purpose once"};

// Policies.
inline constexpr Rule kCertificatePoliciesEmpty{"x509.certificate_policies.empty", Severity::Error, "RFC 5280 4.2.1.4",
                                                "The certificate policies hold no policy",
                                                "Name at least one policy, or leave out the extension"};
inline constexpr Rule kCertificatePoliciesDuplicate{"x509.certificate_policies.duplicate", Severity::Error,
                                                    "RFC 5280 4.2.1.4", "The policy {policy} is named more than once",
                                                    "Name each policy once"};
inline constexpr Rule kCertificatePoliciesQualifiersEmpty{
    "x509.certificate_policies.qualifiers_empty", Severity::Warning, "RFC 5280 4.2.1.4",
    "The list of qualifiers of the policy {policy} is there and empty", "Leave the list out"};
inline constexpr Rule kCertificatePoliciesQualifier{
    "x509.certificate_policies.qualifier", Severity::Warning, "RFC 5280 4.2.1.4",
    "A qualifier of the policy {policy} is not what its type {qualifier} wants",
    "Write a CPS pointer as an IA5String and a user notice as a UserNotice, or leave out the qualifier"};
inline constexpr Rule kPolicyMappingsEmpty{"x509.policy_mappings.empty", Severity::Error, "RFC 5280 4.2.1.5",
                                           "The policy mappings hold no mapping",
                                           "Map at least one policy, or leave out the extension"};
inline constexpr Rule kPolicyMappingsAnyPolicy{"x509.policy_mappings.any_policy", Severity::Error, "RFC 5280 4.2.1.5",
                                               "A policy is mapped to or from anyPolicy",
                                               "Map only policies that are named"};
inline constexpr Rule kPolicyConstraintsEmpty{
    "x509.policy_constraints.empty", Severity::Error, "RFC 5280 4.2.1.11", "The policy constraints limit nothing",
    "Set requireExplicitPolicy or inhibitPolicyMapping, or leave out the extension"};

// Basic constraints and name constraints.
inline constexpr Rule kBasicConstraintsPathLengthWithoutCa{
    "x509.basic_constraints.path_length_without_ca", Severity::Error, "RFC 5280 4.2.1.9",
    "A path length constraint is given for a subject that is no CA",
    "Leave out the path length, or set cA to TRUE if the subject is a CA"};
inline constexpr Rule kNameConstraintsEmpty{"x509.name_constraints.empty", Severity::Error, "RFC 5280 4.2.1.10",
                                            "The name constraints, or one of their two lists, hold no name",
                                            "Permit or exclude at least one name, or leave out the extension"};
inline constexpr Rule kNameConstraintsMinimumMaximum{
    "x509.name_constraints.minimum_maximum", Severity::Error, "RFC 5280 4.2.1.10",
    "A subtree of the name constraints has a minimum other than 0, or a maximum",
    "Have the certificate issued again without minimum and maximum"};

// Distribution points and access information.
inline constexpr Rule kDistributionPointsEmpty{"x509.distribution_points.empty", Severity::Error, "RFC 5280 4.2.1.13",
                                               "There is no distribution point in the list",
                                               "Name at least one distribution point, or leave out the extension"};
inline constexpr Rule kDistributionPointReasonsOnly{"x509.distribution_point.reasons_only", Severity::Error,
                                                    "RFC 5280 4.2.1.13",
                                                    "A distribution point has neither a name nor a CRL issuer",
                                                    "Give the distribution point a name (a URL) or a CRL issuer"};
inline constexpr Rule kAccessInfoEmpty{"x509.access_info.empty", Severity::Error, "RFC 5280 4.2.2.1",
                                       "The access information holds no description",
                                       "Give at least one location, or leave out the extension"};

// Small extensions.
inline constexpr Rule kTlsFeatureEmpty{"x509.tls_feature.empty", Severity::Warning, "RFC 7633 4.1",
                                       "The TLS feature extension names no feature",
                                       "Name at least one feature (status_request is 5), or leave out the extension"};
inline constexpr Rule kSubjectDirectoryAttributesEmpty{
    "x509.subject_directory_attributes.empty", Severity::Error, "RFC 5280 4.2.1.8",
    "The subject directory attributes hold no attribute, or an attribute without a value",
    "Give each attribute a value, or leave out the extension"};
inline constexpr Rule kMsSecurityIdentifierForm{
    "x509.ms_security_identifier.form", Severity::Warning, "MS-WCCE 2.2.2.7.7.4",
    "The security identifier \"{value}\" does not begin with S-1- as one must",
    "Have the certificate issued again with the objectSid of the account"};

// Requests.
inline constexpr Rule kRequestVersion{"x509.request.version", Severity::Warning, "RFC 2986 4.1",
                                      "The request's version is {version} instead of 0 (v1)",
                                      "Nothing needs to be done to sign it; software that is stricter may refuse it"};
inline constexpr Rule kRequestAttributesMissing{
    "x509.request.attributes_missing", Severity::Notice, "RFC 2986 4.1",
    "The request has no attributes field, which must be there even when it is empty",
    "Nothing needs to be done to sign it; software that is stricter may refuse it"};
inline constexpr Rule kRequestExtensionsTwice{
    "x509.request.extensions_twice", Severity::Warning, "RFC 2985 5.4.2",
    "The request asks for extensions more than once; only the first list counts",
    "Make the request again with one list of extensions"};
inline constexpr Rule kRequestAttributeValues{
    "x509.request.attribute_values", Severity::Error, "RFC 2985 5.4",
    "The attribute {attribute} has {values} values instead of one; the first counts",
    "Make the request again with one value"};

// CRLs.
inline constexpr Rule kCrlVersion{"x509.crl.version", Severity::Error, "RFC 5280 5.1.2.1",
                                  "The version of the CRL is {version}; if it is there, it must be 1 (v2)",
                                  "Have the CRL issued again as version 2"};
inline constexpr Rule kCrlExtensionsInV1{"x509.crl.extensions_in_v1", Severity::Error, "RFC 5280 5.1.2.1",
                                         "A CRL of version 1 has extensions; only version 2 may",
                                         "Have the CRL issued again as version 2"};
inline constexpr Rule kCrlEntriesEmpty{"x509.crl.entries_empty", Severity::Warning, "RFC 5280 5.1.2.6",
                                       "The list of revoked certificates is there, and empty; it must be left out",
                                       "Have the CRL issued again without the empty list"};
inline constexpr Rule kCrlEntryMalformed{"x509.crl.entry_malformed", Severity::Error, "RFC 5280 5.1.2.6",
                                         "The entry {entry} of the CRL cannot be read ({rule}): {reason}",
                                         "Have the CRL issued again"};
inline constexpr Rule kCrlEntrySerial{"x509.crl.entry_serial", Severity::Notice, "RFC 5280 4.1.2.2, 5.1.2.6",
                                      "The serial number of the entry {entry} is {form}; conforming serial numbers are "
                                      "positive and at most 20 octets long",
                                      "Nothing needs to be done: the certificate is found all the same"};
inline constexpr Rule kCrlEntryIssuerInDirectCrl{
    "x509.crl.entry_issuer_in_direct_crl", Severity::Error, "RFC 5280 5.2.5, 5.3.3",
    "The entry {entry} names another issuer of certificates, and the CRL does not say that it is an indirect one",
    "Have the CRL issued again with indirectCRL in a critical issuing distribution point"};
inline constexpr Rule kCrlRemoveInComplete{"x509.crl.remove_in_complete_crl", Severity::Warning, "RFC 5280 5.3.1",
                                           "The entry {entry} says removeFromCRL, which only a delta CRL may say",
                                           "Have the CRL issued again without the entry"};
inline constexpr Rule kCrlFindingsLeftOut{"x509.crl.findings_left_out", Severity::Notice, "",
                                          "{count} more findings about entries of the CRL are not listed",
                                          "Mend what is listed first"};
inline constexpr Rule kCrlNextUpdateMissing{"x509.crl.next_update_missing", Severity::Warning, "RFC 5280 5.1.2.5",
                                            "The CRL does not say when the next one comes (nextUpdate)",
                                            "Have the CRL issued again with nextUpdate"};
inline constexpr Rule kCrlUpdateOrder{"x509.crl.update_order", Severity::Warning, "RFC 5280 5.1.2.4, 5.1.2.5",
                                      "The next update, {next_update}, comes before this one, {this_update}",
                                      "Have the CRL issued again with a later nextUpdate"};
inline constexpr Rule kCrlExtensionMissing{"x509.crl.extension_missing", Severity::Notice, "RFC 5280 5.2",
                                           "The CRL has no {extension}, which conforming CAs include",
                                           "Have the CRL issued again with this extension"};
inline constexpr Rule kCrlCriticality{"x509.crl.criticality", Severity::Warning, "RFC 5280 5.2, 5.3",
                                      "The extension {extension} is {found}, and must be {expected}",
                                      "Have the CRL issued again"};
inline constexpr Rule kCrlFreshestInDelta{"x509.crl.freshest_in_delta", Severity::Warning, "RFC 5280 5.2.6",
                                          "A delta CRL points to a fresher one, which only a complete CRL may do",
                                          "Have the CRL issued again without freshestCRL"};
inline constexpr Rule kCrlNumberRange{"x509.crl_number.range", Severity::Warning, "RFC 5280 5.2.3",
                                      "The CRL number is {form}; it is at least 0 and at most 20 octets long",
                                      "Have the CRL issued again with a proper number"};
inline constexpr Rule kIssuingDistributionPointEmpty{"x509.issuing_distribution_point.empty", Severity::Error,
                                                     "RFC 5280 5.2.5", "The issuing distribution point says nothing",
                                                     "Have the CRL issued again without the extension"};
inline constexpr Rule kIssuingDistributionPointConflict{
    "x509.issuing_distribution_point.conflict", Severity::Error, "RFC 5280 5.2.5",
    "The issuing distribution point says more than one of onlyContainsUserCerts, onlyContainsCACerts and "
    "onlyContainsAttributeCerts",
    "Have the CRL issued again with one of them"};
inline constexpr Rule kReasonCodeUnknown{"x509.reason_code.unknown", Severity::Error, "RFC 5280 5.3.1",
                                         "The reason code {value} is none", "Have the CRL issued again"};

// What a certificate is made from.
inline constexpr Rule kSerialNotPositive{"x509.serial.not_positive", Severity::Error, "RFC 5280 4.1.2.2",
                                         "The serial number is not positive", "Choose a number above zero"};
inline constexpr Rule kSerialTooLong{"x509.serial.too_long", Severity::Error, "RFC 5280 4.1.2.2",
                                     "The serial number takes {octets} octets, and 20 are allowed",
                                     "Choose a number of at most 159 bits"};
inline constexpr Rule kValidityOrder{"x509.validity.order", Severity::Error, "RFC 5280 4.1.2.5",
                                     "The validity ends at {not_after}, before it begins at {not_before}",
                                     "Choose an end after the beginning"};

}  // namespace pki::x509::rules

namespace pki::x509 {

/// All rules of this layer, for the catalogue.
RuleList x509_rules();

}  // namespace pki::x509
