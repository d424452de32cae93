#pragma once
// The rules of issuing: ca.*. Errors forbid; the one who issues may overrule those about the issuer, for lessons
// (IssuerFaults::Keep).

#include "base/rule.h"

namespace pki::ca {

/// All of the layer's rules, for the catalogue.
RuleList ca_rules();

namespace rules {

// The subject, its key, its names.
inline constexpr Rule kSubjectEmpty{
    "ca.subject.empty", Severity::Error, "RFC 5280 4.1.2.6", "The subject is empty, and {reason}",
    "Give the subject a common name; a leaf may do without one if it has a subject alternative name"};
inline constexpr Rule kSubjectAttributeMissing{
    "ca.subject.attribute_missing", Severity::Warning, "",
    "The subject has no {attribute}, by which people find the certificate in a list",
    "Add the attribute to the subject"};
inline constexpr Rule kSubjectAttributeUnsupported{
    "ca.subject.attribute_unsupported", Severity::Warning, "Configure Microsoft Cloud PKI - Bring your own CA",
    "The subject's attribute {attribute} is none of those that the profile {profile} supports",
    "Leave the attribute out"};
inline constexpr Rule kKeyNotInProfile{"ca.key.not_in_profile", Severity::Warning, "",
                                       "The key ({key}) is none of those that the profile {profile} is meant for",
                                       "Use one of {supported}"};
inline constexpr Rule kKeyFactorable{
    "ca.key.factorable", Severity::Warning, "CA/B BR 6.1.1.3",
    "Anyone can compute the private key from this public one ({way}): whoever does can be who the certificate is for",
    "Refuse it, and have a new key made with other software or on other hardware"};
inline constexpr Rule kSanCopied{"ca.san.copied", Severity::Info, "RFC 6125 2.3, RFC 5280 4.2.1.6",
                                 "{name} was taken from the subject into the subject alternative name", ""};
inline constexpr Rule kSanMissing{
    "ca.san.missing", Severity::Warning, "RFC 9525 6.3, RFC 5280 4.2.1.6",
    "There is no subject alternative name, and relying parties look for {what} nowhere else",
    "Add a subject alternative name"};

// Extensions.
inline constexpr Rule kExtensionReplaced{
    "ca.extension.replaced", Severity::Info, "",
    "The extension {extension} was given octet by octet and replaces the profile's", ""};
inline constexpr Rule kExtensionTwice{"ca.extension.twice", Severity::Error, "RFC 5280 4.2",
                                      "The extension {extension} was given twice", "Give it once"};
inline constexpr Rule kExtensionCaOnly{"ca.extension.ca_only", Severity::Error, "RFC 5280 4.2.1.9, 4.2.1.10",
                                       "{option} belongs in CA certificates, and the profile {profile} is none of a CA",
                                       "Leave it out, or choose a CA's profile"};
inline constexpr Rule kCertSignWithoutCa{"ca.key_usage.cert_sign_without_ca", Severity::Error, "RFC 5280 4.2.1.9",
                                         "The key usage has keyCertSign, and the certificate is none of a CA",
                                         "Take keyCertSign out of the key usage"};
inline constexpr Rule kCaWithoutCertSign{
    "ca.key_usage.ca_without_cert_sign", Severity::Warning, "RFC 5280 4.2.1.3",
    "The certificate is a CA's, and its key usage does not let it sign certificates",
    "Add keyCertSign to the key usage"};
inline constexpr Rule kPathLengthBeyondIssuer{
    "ca.path_length.beyond_issuer", Severity::Warning, "RFC 5280 4.2.1.9",
    "The path length {path_length} is more than the issuer's {issuer_path_length} leaves room for",
    "Set it to {room} or less; the issuer's limit holds in any case"};

// Validity.
inline constexpr Rule kOutlivesIssuer{
    "ca.validity.outlives_issuer", Severity::Warning, "RFC 5280 6.1.3 (a)(2)",
    "The certificate is to end at {not_after}, after its issuer's end at {issuer_not_after}",
    "Choose an end within the issuer's validity; after that no path holds anyway"};
inline constexpr Rule kClipped{"ca.validity.clipped", Severity::Notice, "",
                               "The end was set to the issuer's, {issuer_not_after}, instead of {not_after}",
                               "Renew the issuer first if the certificate should live longer"};
inline constexpr Rule kBeforeIssuer{
    "ca.validity.before_issuer", Severity::Notice, "RFC 5280 6.1.3 (a)(2)",
    "The certificate begins at {not_before}, before its issuer does at {issuer_not_before}",
    "Nothing, unless it is to be used in that time"};
inline constexpr Rule kIssuerNotValidNow{
    "ca.issuer.not_valid_now", Severity::Warning, "RFC 5280 6.1.3 (a)(2)",
    "The issuer's certificate is not valid at {now} (it is from {not_before} to {not_after})",
    "Renew the issuer's certificate"};

// The issuer.
inline constexpr Rule kIssuerMissing{"ca.issuer.missing", Severity::Error, "",
                                     "A request is signed by a CA, and no CA certificate is given",
                                     "Give the CA's certificate together with its key"};
inline constexpr Rule kIssuerKeyMismatch{"ca.issuer.key_mismatch", Severity::Error, "",
                                         "The private key is not that of the issuer's certificate ({issuer})",
                                         "Use the key that the certificate was made for"};
inline constexpr Rule kSelfSignedKeyMismatch{
    "ca.issuer.own_key_mismatch", Severity::Error, "RFC 5280 3.2",
    "The certificate is to be self-signed, and the private key is not that of its public key",
    "Leave the public key out, or give the certificate of the CA that issues"};
inline constexpr Rule kIssuerUnnamed{
    "ca.issuer.unnamed", Severity::Error, "RFC 5280 4.1.2.4",
    "The issuer's certificate has no subject that can be read, so nothing can name it as issuer",
    "Use a CA certificate whose subject is not empty"};
inline constexpr Rule kIssuerNotCa{"ca.issuer.not_ca", Severity::Error, "RFC 5280 6.1.4 (k)",
                                   "The issuer's certificate ({issuer}) is none of a CA: {reason}",
                                   "Use a certificate whose basic constraints say CA"};
inline constexpr Rule kIssuerKeyCertSign{"ca.issuer.key_cert_sign", Severity::Error, "RFC 5280 6.1.4 (n)",
                                         "The issuer's key usage does not let it sign certificates ({issuer})",
                                         "Use a CA certificate whose key usage has keyCertSign"};
inline constexpr Rule kIssuerPathLength{"ca.issuer.path_length_exhausted", Severity::Error, "RFC 5280 6.1.4 (l)",
                                        "The issuer's path length is 0, so no CA may stand below it ({issuer})",
                                        "Have the CA signed by one whose path length leaves room"};
inline constexpr Rule kIssuerPurposes{
    "ca.issuer.purpose_not_nested", Severity::Warning, "",
    "The issuer's extended key usage lacks {purposes}; OpenSSL and Windows then refuse the path for it",
    "Choose among the issuer's purposes, or use an issuer that has these"};
inline constexpr Rule kIssuerKeyIdentifier{
    "ca.issuer.key_identifier_computed", Severity::Notice, "RFC 5280 4.2.1.1, 4.2.1.2",
    "The issuer's certificate has no subject key identifier; the authority key identifier was computed from its key",
    "Have the issuer's certificate issued again with one"};

// Requests.
inline constexpr Rule kProofOfPossession{
    "ca.request.proof_of_possession", Severity::Error, "RFC 2986 4.2",
    "The request's signature does not prove that its sender has the private key ({reason})",
    "Have the request made again"};
inline constexpr Rule kRequestAsksForCa{"ca.request.asks_for_ca", Severity::Warning, "RFC 5280 4.2.1.9",
                                        "The request asks to be a CA, and the profile {profile} is none of a CA",
                                        "Drop it; choose a CA's profile if this is to be a CA"};
inline constexpr Rule kCaUnderLeafProfile{
    "ca.choice.ca_under_leaf_profile", Severity::Warning, "RFC 5280 4.2.1.9",
    "By the choice made, the certificate is a CA's although the profile {profile} is none of a CA",
    "Take the basic constraints from the profile"};
inline constexpr Rule kRequestExtensionDiffers{"ca.request.extension_differs", Severity::Notice, "",
                                               "The request asks for another {extension} than the profile writes", ""};
inline constexpr Rule kRequestExtensionNotDer{
    "ca.request.extension_malformed", Severity::Warning, "RFC 2986 4.1",
    "The requested extension {extension} is not correct DER, so it cannot be taken as it is",
    "Have the request made again"};
inline constexpr Rule kRequestExtensionNotInProfile{
    "ca.request.extension_not_in_profile", Severity::Notice, "",
    "The request asks for {extension}, which the profile {profile} does not write", ""};
inline constexpr Rule kRequestExtensionUnknown{
    "ca.request.extension_unknown", Severity::Notice, "RFC 5280 4.2",
    "The request asks for the extension {extension}, which is not known here",
    "Take it only if it is known what relying parties make of it"};
inline constexpr Rule kChallengePassword{"ca.request.challenge_password", Severity::Error, "RFC 2985 5.4.1",
                                         "The challenge password must have 1 to 255 characters, in UTF-8",
                                         "Choose another one"};

// Choices.
inline constexpr Rule kChoiceMissing{"ca.choice.missing", Severity::Error, "",
                                     "The request asks for {extension}, and nothing was chosen about it",
                                     "Choose one of: {allowed}"};
inline constexpr Rule kChoiceNotAllowed{"ca.choice.not_allowed", Severity::Error, "",
                                        "\"{choice}\" is no choice for {extension}", "Choose one of: {allowed}"};
inline constexpr Rule kChoiceUnknown{
    "ca.choice.unknown", Severity::Error, "",
    "Something was chosen about {extension}, which neither the request nor the profile has", "Take the choice out"};
inline constexpr Rule kChoiceTwice{"ca.choice.twice", Severity::Error, "", "Two choices were made about {extension}",
                                   "Make one"};

// Revocation lists.
inline constexpr Rule kCrlIssuerMissing{"ca.crl.issuer_missing", Severity::Error, "RFC 5280 5.1.2.3",
                                        "A CRL is signed by a CA, and no CA certificate is given",
                                        "Give the CA's certificate together with its key"};
inline constexpr Rule kCrlIssuerMayNot{"ca.crl.issuer_may_not", Severity::Error, "RFC 5280 4.2.1.3, 6.3.3 (f)",
                                       "The issuer's key usage does not let it sign CRLs ({issuer})",
                                       "Use a CA certificate whose key usage has cRLSign"};
inline constexpr Rule kCrlTimes{"ca.crl.times", Severity::Error, "RFC 5280 5.1.2.5",
                                "The next CRL is to come at {next_update}, which is not after this one, {this_update}",
                                "Choose a time after this CRL's"};
inline constexpr Rule kCrlSerial{"ca.crl.serial", Severity::Error, "RFC 5280 4.1.2.2",
                                 "A serial number has {octets} octets; it must have 1 to 20",
                                 "Take the serial number as it stands in the certificate"};
inline constexpr Rule kCrlSerialTwice{"ca.crl.serial_twice", Severity::Error, "RFC 5280 5.1.2.6",
                                      "The serial number {serial} is to be revoked twice", "Give it once"};
inline constexpr Rule kCrlReason{"ca.crl.remove_from_crl", Severity::Error, "RFC 5280 5.3.1",
                                 "{serial} has the reason removeFromCRL, which only a delta CRL may have",
                                 "Leave the certificate out of the list instead"};
inline constexpr Rule kCrlDateAhead{"ca.crl.date_ahead", Severity::Warning, "RFC 5280 5.1.2.6",
                                    "{serial} is to be revoked at {date}, after the CRL itself, {this_update}",
                                    "Give the time at which it was revoked; whoever reads the CRL refuses it at once"};
inline constexpr Rule kCrlLastForeign{"ca.crl.last_foreign", Severity::Error, "RFC 5280 5.1.1.3, 5.1.2.3",
                                      "The last CRL is not this CA's: {reason}",
                                      "Give the CRL that this CA issued last, or the CA that issued this one"};
inline constexpr Rule kCrlLastPartial{"ca.crl.last_partial", Severity::Error, "RFC 5280 5.2.4, 5.2.5",
                                      "The last CRL does not list everything that the CA revoked: {reason}",
                                      "Give the CA's last complete CRL"};
inline constexpr Rule kCrlLastUnreadable{"ca.crl.last_unreadable", Severity::Error, "RFC 5280 5.1.2.6, 5.2.3",
                                         "The last CRL cannot be carried on: {reason}",
                                         "Begin anew, with the serial numbers of all that is revoked"};
inline constexpr Rule kCrlNotListed{"ca.crl.not_listed", Severity::Error, "RFC 5280 5.3.1",
                                    "{serial} is to be released, and is not on the list", "Check the serial number"};
inline constexpr Rule kCrlNotOnHold{
    "ca.crl.not_on_hold", Severity::Error, "RFC 5280 5.3.1",
    "{serial} is to be released, but it is revoked for good: only a certificate on hold can come back",
    "Issue a new certificate"};
inline constexpr Rule kCrlRevokedAgain{"ca.crl.revoked_again", Severity::Notice, "RFC 5280 5.3.1",
                                       "{serial} was on the list already; its date and reason are the new ones now",
                                       ""};
inline constexpr Rule kCrlNotIssued{"ca.crl.not_issued", Severity::Error, "RFC 5280 5.1.2.6",
                                    "{subject} was issued by {found}, not by {issuer}: its CRL does not count for it",
                                    "Have the CA that issued it revoke it"};

// What came back.
inline constexpr Rule kMatchKey{
    "ca.match.key_differs", Severity::Error, "RFC 2986 4.2",
    "The certificate is for another key than the one that was asked for",
    "Find the certificate that was issued for this request, or the request that belongs to this certificate"};
inline constexpr Rule kMatchSubject{"ca.match.subject_differs", Severity::Warning, "",
                                    "The certificate names {found}; the request asked for {requested}",
                                    "Have the certificate issued again if the name matters; a CA may change it"};
inline constexpr Rule kMatchSubjectEncoding{
    "ca.match.subject_encoding_differs", Severity::Notice, "RFC 5280 7.1",
    "The subject is the same name, written in other octets than in the request",
    "Nothing by the standard; software that compares octets will take it for another name"};
inline constexpr Rule kMatchNotCa{
    "ca.match.not_ca", Severity::Error, "RFC 5280 4.2.1.9", "The certificate is none of a CA: {reason}",
    "Have the request signed again as a subordinate CA (with Microsoft's CA: the template SubCA)"};
inline constexpr Rule kMatchKeyUsage{"ca.match.key_usage", Severity::Error, "RFC 5280 4.2.1.3",
                                     "The certificate's key usage does not let the CA sign certificates",
                                     "Have the request signed again with keyCertSign and cRLSign"};
inline constexpr Rule kMatchCrlSign{"ca.match.crl_sign", Severity::Warning, "RFC 5280 4.2.1.3",
                                    "The certificate's key usage does not let the CA sign CRLs, so it cannot revoke",
                                    "Have the request signed again with keyCertSign and cRLSign"};
inline constexpr Rule kMatchPurposes{
    "ca.match.purpose_lost", Severity::Warning, "RFC 5280 4.2.1.12",
    "The request asked for the extended key usages {purposes}, and the certificate's list lacks them",
    "Have the request signed again with its extended key usage; Microsoft's CA copies it only if its policy lists it"};
inline constexpr Rule kMatchExtensionLost{"ca.match.extension_lost", Severity::Warning, "",
                                          "The request asked for {extension}, and the certificate has none",
                                          "Have the request signed again if the extension is needed"};
inline constexpr Rule kMatchExtensionChanged{"ca.match.extension_changed", Severity::Warning, "",
                                             "{extension} in the certificate differs from the request's",
                                             "Look at both; have the request signed again if the difference matters"};
inline constexpr Rule kMatchCriticalChanged{
    "ca.match.criticality_changed", Severity::Notice, "RFC 5280 4.2",
    "{extension} is {found} in the certificate and was asked for as {requested}", ""};
inline constexpr Rule kMatchExtensionAdded{"ca.match.extension_added", Severity::Info, "",
                                           "The certificate has {extension}, which the request did not ask for", ""};

}  // namespace rules
}  // namespace pki::ca
