#pragma once
// What RFC 5280 asks of issuers: constraints, alternative names, and where to find more (4.2.1, 4.2.2). Error is a
// MUST, Warning a SHOULD.

#include "base/rule.h"

namespace pki::path::issuer_rules::rules {

// Constraints of CAs (RFC 5280 4.2.1.9, 4.2.1.10).

inline constexpr Rule kBasicConstraintsNotCritical{"path.issuer_rules.basic_constraints_not_critical", Severity::Error,
                                                   "RFC 5280 4.2.1.9", "The basic constraints of a CA are not critical",
                                                   "Have the certificate issued again with the extension critical"};
inline constexpr Rule kPathLengthWithoutCa{"path.issuer_rules.path_length_without_ca", Severity::Error,
                                           "RFC 5280 4.2.1.9",
                                           "A path length constraint is given for a subject that is no CA",
                                           "Have the certificate issued again without the path length"};
inline constexpr Rule kPathLengthWithoutCertSign{
    "path.issuer_rules.path_length_without_cert_sign", Severity::Error, "RFC 5280 4.2.1.9",
    "A path length constraint is given, and the key usage lacks keyCertSign",
    "Have the certificate issued again with keyCertSign, or without the path length"};
inline constexpr Rule kNameConstraintsNotCa{"path.issuer_rules.name_constraints_not_ca", Severity::Error,
                                            "RFC 5280 4.2.1.10", "There are name constraints, and the subject is no CA",
                                            "Have the certificate issued again without name constraints"};
inline constexpr Rule kNameConstraintsNotCritical{"path.issuer_rules.name_constraints_not_critical", Severity::Error,
                                                  "RFC 5280 4.2.1.10", "The name constraints are not critical",
                                                  "Have the certificate issued again with the extension critical"};
inline constexpr Rule kNameConstraintsEmpty{"path.issuer_rules.name_constraints_empty", Severity::Error,
                                            "RFC 5280 4.2.1.10",
                                            "The name constraints, or one of their two lists, hold no name",
                                            "Have the certificate issued again with a name in each list that is there"};
inline constexpr Rule kSubtreeMinimumMaximum{"path.issuer_rules.subtree_minimum_maximum", Severity::Error,
                                             "RFC 5280 4.2.1.10", "A subtree has a minimum other than 0, or a maximum",
                                             "Have the certificate issued again without minimum and maximum"};
inline constexpr Rule kSubtreeForm{"path.issuer_rules.subtree_form", Severity::Warning, "RFC 5280 4.2.1.10",
                                   "A subtree is of the form {form}, which CAs should not constrain",
                                   "Have the certificate issued again without this subtree"};
inline constexpr Rule kSubtreeSyntax{"path.issuer_rules.subtree_syntax", Severity::Error, "RFC 5280 4.2.1.10",
                                     "The subtree {subtree} is not written as RFC 5280 has it: {expected}",
                                     "Have the certificate issued again with the subtree written so"};

// Alternative names (RFC 5280 4.2.1.6 to 4.2.1.8).

inline constexpr Rule kNamesEmpty{"path.issuer_rules.names_empty", Severity::Error, "RFC 5280 4.2.1.6",
                                  "A list of general names holds none",
                                  "Have the certificate issued again with a name, or without what holds the list"};
inline constexpr Rule kNameEmpty{"path.issuer_rules.name_empty", Severity::Error, "RFC 5280 4.2.1.6",
                                 "{extension} holds an empty name of the form {form}",
                                 "Have the certificate issued again without the empty name"};
inline constexpr Rule kGeneralNameCharacter{
    "path.issuer_rules.general_name_character", Severity::Error, "RFC 5280 4.2.1.6", "{detail}",
    "Have the certificate issued again with an internationalized host name in its ASCII form (xn--...)"};
inline constexpr Rule kDnsNameSpace{"path.issuer_rules.dns_name_space", Severity::Error, "RFC 5280 4.2.1.6",
                                    "The DNS name \"{name}\" holds a space",
                                    "Have the certificate issued again without the name, or without the space"};
inline constexpr Rule kDnsNameSyntax{"path.issuer_rules.dns_name_syntax", Severity::Error,
                                     "RFC 5280 4.2.1.6, RFC 1034 3.5",
                                     "The DNS name \"{name}\" is not in the preferred name syntax: {why}",
                                     "Have the certificate issued again with a correct DNS name"};
inline constexpr Rule kEmailForm{"path.issuer_rules.email_form", Severity::Error, "RFC 5280 4.2.1.6, RFC 5321 4.1.2",
                                 "\"{name}\" is not an e-mail address of the form local-part@host",
                                 "Have the certificate issued again with the bare address"};
inline constexpr Rule kUriForm{"path.issuer_rules.uri_form", Severity::Error, "RFC 5280 4.2.1.6, RFC 3986 3",
                               "The URI \"{name}\" is not an absolute one: {why}",
                               "Have the certificate issued again with an absolute URI"};
inline constexpr Rule kSmtpUtf8Form{
    "path.issuer_rules.smtp_utf8_form", Severity::Error, "RFC 9598 3", "The SmtpUTF8Mailbox is not one: {why}",
    "Have the certificate issued again with the address as an rfc822Name, or as RFC 9598 has it"};
inline constexpr Rule kSanNotCritical{"path.issuer_rules.subject_alt_name_not_critical", Severity::Error,
                                      "RFC 5280 4.1.2.6, 4.2.1.6",
                                      "The subject is empty, and the subject alternative name is not critical",
                                      "Have the certificate issued again with the extension critical"};
inline constexpr Rule kSanCritical{"path.issuer_rules.subject_alt_name_critical", Severity::Warning, "RFC 5280 4.2.1.6",
                                   "The subject is not empty, and the subject alternative name is critical",
                                   "Have the certificate issued again with the extension not critical"};
inline constexpr Rule kIssuerAltNameCritical{"path.issuer_rules.issuer_alt_name_critical", Severity::Warning,
                                             "RFC 5280 4.2.1.7", "The issuer alternative name is critical",
                                             "Have the certificate issued again with the extension not critical"};
inline constexpr Rule kDirectoryAttributesCritical{"path.issuer_rules.directory_attributes_critical", Severity::Error,
                                                   "RFC 5280 4.2.1.8", "The subject directory attributes are critical",
                                                   "Have the certificate issued again with the extension not critical"};
inline constexpr Rule kDirectoryAttributesEmpty{
    "path.issuer_rules.directory_attributes_empty", Severity::Error, "RFC 5280 4.2.1.8",
    "The subject directory attributes hold no attribute, or an attribute without a value",
    "Have the certificate issued again with a value in each attribute"};

// Where to find CRLs and more (RFC 5280 4.2.1.13, 4.2.1.15, 4.2.2).

inline constexpr Rule kCrlPointsCritical{"path.issuer_rules.crl_distribution_points_critical", Severity::Warning,
                                         "RFC 5280 4.2.1.13", "The CRL distribution points are critical",
                                         "Have the certificate issued again with the extension not critical"};
inline constexpr Rule kCrlPointsEmpty{"path.issuer_rules.distribution_points_empty", Severity::Error,
                                      "RFC 5280 4.2.1.13", "There is no distribution point in the list",
                                      "Have the certificate issued again with a distribution point"};
inline constexpr Rule kReasonsOnly{"path.issuer_rules.distribution_point_reasons_only", Severity::Error,
                                   "RFC 5280 4.2.1.13", "A distribution point has neither a name nor a CRL issuer",
                                   "Have the certificate issued again with a URL in each distribution point"};
inline constexpr Rule kCrlPointUnreachable{"path.issuer_rules.distribution_point_without_url", Severity::Warning,
                                           "RFC 5280 4.2.1.13",
                                           "The name of a distribution point has neither an HTTP nor an LDAP URL",
                                           "Have the certificate issued again with a URL in each distribution point"};
inline constexpr Rule kRelativeName{
    "path.issuer_rules.distribution_point_relative_name", Severity::Warning, "RFC 5280 4.2.1.13",
    "A distribution point has a name relative to the CRL issuer, which CAs should not use",
    "Have the certificate issued again with full names"};
inline constexpr Rule kCrlIssuerItself{
    "path.issuer_rules.crl_issuer_itself", Severity::Error, "RFC 5280 4.2.1.13",
    "A distribution point names the certificate's own issuer as its cRLIssuer, which must be left out",
    "Have the certificate issued again with distributionPoint alone"};
inline constexpr Rule kFreshestCrlCritical{"path.issuer_rules.freshest_crl_critical", Severity::Error,
                                           "RFC 5280 4.2.1.15", "The freshest CRL extension is critical",
                                           "Have the certificate issued again with the extension not critical"};
inline constexpr Rule kAccessInfoCritical{"path.issuer_rules.access_info_critical", Severity::Error,
                                          "RFC 5280 4.2.2.1, 4.2.2.2", "{extension} is critical",
                                          "Have the certificate issued again with the extension not critical"};
inline constexpr Rule kAccessInfoEmpty{"path.issuer_rules.access_info_empty", Severity::Error, "RFC 5280 4.2.2.1",
                                       "The access information holds no description",
                                       "Have the certificate issued again with a location, or without the extension"};
inline constexpr Rule kCaIssuersUnreachable{"path.issuer_rules.ca_issuers_without_url", Severity::Warning,
                                            "RFC 5280 4.2.2.1", "No location of caIssuers is an HTTP or LDAP URL",
                                            "Have the certificate issued again with a URL of the issuer's certificate"};

}  // namespace pki::path::issuer_rules::rules
