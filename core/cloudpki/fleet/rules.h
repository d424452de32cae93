#pragma once
// What is wrong with certificate profiles, and why a device gets no certificate: cloudpki.scep.*, cloudpki.trusted.*.

#include "base/rule.h"
#include "cloudpki/sources.h"

namespace pki::cloudpki::fleet {

/// All of them, for the catalogue.
RuleList fleet_rules();

namespace rules {

inline constexpr Rule kNoSuch{"cloudpki.fleet.no_such", Severity::Error, "", "There is no {kind} {name}",
                              "Look it up in the list"};
inline constexpr Rule kNameTaken{"cloudpki.fleet.name_taken", Severity::Error, "", "There is a {kind} {name} already",
                                 "Choose another name"};
inline constexpr Rule kNameMissing{"cloudpki.fleet.name_missing", Severity::Error, "", "The {kind} has no name",
                                   "Give it one"};
// "Remove SCEP and PKCS certificates" (2019, before Cloud PKI) says of SCEP certificates that they are revoked when the
// profile is taken from the group or the device leaves; nothing was found that says so of Cloud PKI, and the model
// leaves the choice to a person.
inline constexpr Rule kCertificatesStay{
    "cloudpki.fleet.certificates_stay", Severity::Warning, sources::kRemove,
    "{count} certificates from the {kind} {name} stay active at their CA: nothing has revoked them. The document on "
    "removing certificates, older than Cloud PKI, says that Intune revokes them; whether Cloud PKI does is not known",
    "Revoke them in the CA's list of certificates, and do not count on it that removing does"};
inline constexpr Rule kDamaged{"cloudpki.fleet.damaged", Severity::Error, "",
                               "The devices and profiles in the tenant's file do not hold together: {reason}",
                               "Use the file as it was saved, or start anew"};

// Trusted certificate profiles.
inline constexpr Rule kTrustedNotCa{"cloudpki.trusted.not_ca", Severity::Error, sources::kTrusted,
                                    "{certificate} is no CA certificate; a trusted certificate profile takes those of "
                                    "root and intermediate CAs only",
                                    "Choose the certificate of a CA"};
inline constexpr Rule kTrustedRootStore{
    "cloudpki.trusted.root_store", Severity::Warning, sources::kTrusted,
    "{certificate} is self-signed, and goes to {store}: Windows trusts it as a root only in Computer certificate store "
    "- Root",
    "Choose Computer certificate store - Root"};
inline constexpr Rule kTrustedIntermediateStore{
    "cloudpki.trusted.intermediate_store", Severity::Warning, sources::kTrusted,
    "{certificate} is no root, and goes to Computer certificate store - Root: it is then an anchor of its own, and "
    "revocation above it goes unseen",
    "Choose Computer certificate store - Intermediate"};

// Variables.
inline constexpr Rule kVariableUnknown{"cloudpki.scep.variable_unknown", Severity::Error, sources::kScep,
                                       "There is no variable {variable}",
                                       "Use one of those that are listed; the tenant's id, for one, has none: write it "
                                       "as text"};
inline constexpr Rule kVariableOpen{"cloudpki.scep.variable_open", Severity::Error, sources::kScep,
                                    "A variable in {text} has no end", "Write variables as in {{UserName}}"};
inline constexpr Rule kVariableOfUser{"cloudpki.scep.variable_of_user", Severity::Error, sources::kScep,
                                      "{variable} is of a user, and the certificate type is Device",
                                      "Use a variable of devices, or the certificate type User"};
inline constexpr Rule kVariableUriOnly{"cloudpki.scep.variable_uri_only", Severity::Error, sources::kScep,
                                       "{variable} may stand in a subject alternative name of the kind URI only",
                                       "Add a URI with this variable as its value"};
inline constexpr Rule kSidOfDevice{"cloudpki.scep.sid_of_device", Severity::Error, sources::kScep,
                                   "{variable} in device certificates is for hybrid-joined Windows devices only",
                                   "Leave it out on this platform"};
inline constexpr Rule kVariablePlatform{"cloudpki.scep.variable_platform", Severity::Error, sources::kScep,
                                        "{variable} is not supported with {platform}", "Use another variable"};
inline constexpr Rule kVariableFollowed{"cloudpki.scep.variable_followed", Severity::Error, sources::kScep,
                                        "After a variable no brace, bar or semicolon may stand: {text}",
                                        "Leave them out"};
inline constexpr Rule kVariableEmpty{"cloudpki.scep.variable_empty", Severity::Error, sources::kScep,
                                     "{variable} is empty for {device}: the profile ends in an error, and no "
                                     "certificate is issued",
                                     "Fill it in in the directory, or leave the variable out"};
inline constexpr Rule kIdentityByHolder{
    "cloudpki.scep.identity_by_holder", Severity::Notice, sources::kScep,
    "{variable} can be changed by whoever holds the device: do not decide about access by it alone",
    "Use the device's id in Intune or Entra"};
inline constexpr Rule kDeviceIdOnWindows{"cloudpki.scep.device_id_on_windows", Severity::Warning, sources::kScep,
                                         "{{DeviceId}} in the subject makes the sync of Windows devices fail",
                                         "Use {{AAD_Device_ID}}"};

// The profile.
inline constexpr Rule kSubjectMalformed{"cloudpki.scep.subject_malformed", Severity::Error, sources::kScep,
                                        "The subject name format {text} cannot be read: {reason}",
                                        "Write it as in CN={{UserName}},E={{EmailAddress}}; put a value with commas in "
                                        "quotation marks"};
inline constexpr Rule kSubjectBackslash{
    "cloudpki.scep.subject_backslash", Severity::Error, sources::kScep,
    "The subject name format has a backslash: subject name in CSR and challenge do not match then",
    "Put the value in quotation marks instead of escaping characters"};
inline constexpr Rule kSanMalformed{"cloudpki.scep.san_malformed", Severity::Error, sources::kScep,
                                    "The subject alternative name {text} is none: {reason}", "Change it"};
inline constexpr Rule kValidityTooLong{"cloudpki.scep.validity_too_long", Severity::Error, sources::kScep,
                                       "The certificate would be valid for more than 24 months",
                                       "Choose 24 months at most"};
inline constexpr Rule kValidityTooShort{"cloudpki.scep.validity_too_short", Severity::Warning, sources::kScep,
                                        "The certificate is valid for less than 5 days: there may be no time to renew "
                                        "it",
                                        "Choose 5 days or more"};
inline constexpr Rule kValidityNone{"cloudpki.scep.validity_none", Severity::Error, sources::kScep,
                                    "The validity period is empty", "Choose one"};
inline constexpr Rule kValidityBeyondCa{"cloudpki.scep.validity_beyond_ca", Severity::Error, sources::kScep,
                                        "The certificate would end at {not_after}, and {ca} at {ca_not_after}",
                                        "Choose a shorter period, or renew the CA"};
inline constexpr Rule kKeyUsageNone{"cloudpki.scep.key_usage_none", Severity::Error, sources::kScep,
                                    "Neither digital signature nor key encipherment is chosen",
                                    "Choose digital signature; TLS with RSA key exchange wants both"};
inline constexpr Rule kKeySizeNotOffered{"cloudpki.scep.key_size_not_offered", Severity::Error, sources::kScep,
                                         "A key of {bits} bits is not offered", "Choose 2048 or 4096"};
inline constexpr Rule kKeySizeSmall{"cloudpki.scep.key_size_small", Severity::Error, sources::kConfigure,
                                    "Cloud PKI refuses keys of {bits} bits", "Choose 2048 or 4096"};
inline constexpr Rule kKeySizeAboveCa{"cloudpki.scep.key_size_above_ca", Severity::Error, sources::kConfigure,
                                      "A key of {bits} bits is larger than that of {ca}, which has {ca_bits}",
                                      "The CA's key size is the upper bound: choose a smaller one"};
inline constexpr Rule kKeySizeStorage{"cloudpki.scep.key_size_storage", Severity::Error, sources::kScep,
                                      "Keys of 4096 bits are kept in the software key storage provider only: neither "
                                      "TPM nor Windows Hello for Business hold them",
                                      "Choose the software KSP, or 2048 bits"};
inline constexpr Rule kHashSha1{"cloudpki.scep.hash_sha1", Severity::Error, sources::kConfigure,
                                "Cloud PKI refuses SHA-1", "Choose SHA-2"};
inline constexpr Rule kPurposeNone{"cloudpki.scep.purpose_none", Severity::Error, sources::kScep,
                                   "The profile has no extended key usage",
                                   "Choose what the certificate is for, most often client authentication"};
inline constexpr Rule kAnyPurpose{"cloudpki.scep.any_purpose", Severity::Error, sources::kConfigure,
                                  "Any Purpose (2.5.29.37.0) is not supported with Cloud PKI",
                                  "List the purposes that are wanted instead"};
inline constexpr Rule kPurposeNotOnCa{
    "cloudpki.scep.purpose_not_on_ca", Severity::Error, sources::kConfigure,
    "{ca} has no {purpose}: the profile ends in an error, and no certificate is issued",
    "Leave the purpose out, or make a CA that has it: nothing of a CA can be changed later"};
inline constexpr Rule kUrlNone{"cloudpki.scep.url_none", Severity::Error, sources::kScep,
                               "The profile names no SCEP server", "Copy the SCEP URI of the issuing CA"};
inline constexpr Rule kUrlMixed{"cloudpki.scep.url_mixed", Severity::Error, sources::kConfigure,
                                "SCEP URIs of Cloud PKI and others (NDES) stand in one profile",
                                "Make a profile for each"};
inline constexpr Rule kUrlSeveralCas{"cloudpki.scep.url_several_cas", Severity::Error, sources::kScep,
                                     "The SCEP URIs lead to different CAs, which have different roots or purposes",
                                     "Name one CA"};
inline constexpr Rule kUrlUnknown{"cloudpki.scep.url_unknown", Severity::Error, sources::kScep,
                                  "{url} leads to no CA of the tenant", "Copy the SCEP URI from the CA's properties"};
inline constexpr Rule kUrlHttps{"cloudpki.scep.url_https", Severity::Error, sources::kScep,
                                "Android wants https, and {url} is not", "Use the https URI"};
inline constexpr Rule kUrlReplaced{"cloudpki.scep.url_replaced", Severity::Warning, sources::kConfigure,
                                   "{url} has a host in place of {{CloudPKIFQDN}}: Intune fills that in when it "
                                   "delivers the profile",
                                   "Copy the URI as the CA's properties show it"};
inline constexpr Rule kRootNone{"cloudpki.scep.root_none", Severity::Error, sources::kScep,
                                "The profile names no root certificate",
                                "Choose the trusted certificate profile of the top root of the issuing CA"};
inline constexpr Rule kRootPlatform{"cloudpki.scep.root_platform", Severity::Error, sources::kTrusted,
                                    "{profile} is for {platform}", "Choose a profile of the same platform"};
inline constexpr Rule kRootWrong{
    "cloudpki.scep.root_wrong", Severity::Error, sources::kScep,
    "{profile} holds {found}, and the top root of {ca} is {wanted}",
    "Choose the trusted certificate profile of the top root, even where a CA stands between"};
inline constexpr Rule kChannelType{"cloudpki.scep.channel_type", Severity::Error, sources::kScep,
                                   "The user channel of macOS takes the certificate type User only",
                                   "Choose the device channel, or the type User"};
inline constexpr Rule kThreshold{"cloudpki.scep.threshold", Severity::Error, sources::kScep,
                                 "The renewal threshold is {percent} %; it must be from 1 to 99", "Choose 20"};

// On the device.
inline constexpr Rule kNotAssigned{"cloudpki.scep.not_assigned", Severity::Notice, sources::kScep,
                                   "{profile} is assigned to nobody", "Assign it to the groups of the root's profile"};
inline constexpr Rule kRootNotDelivered{"cloudpki.scep.root_not_delivered", Severity::Error, sources::kTrusted,
                                        "{device} does not have the root that {profile} names: the trusted certificate "
                                        "profile {root} is not assigned to it",
                                        "Assign both profiles to the same groups"};
inline constexpr Rule kAssignmentMixed{
    "cloudpki.scep.assignment_mixed", Severity::Error, sources::kTroubleScep,
    "{profile} reaches {device} through a group of {kind}, and the trusted certificate profile {root} only through one "
    "of {root_kind}",
    "Assign both to users, or both to devices"};
inline constexpr Rule kNoUser{"cloudpki.scep.no_user", Severity::Error, sources::kScep,
                              "{device} has no user, and the certificate type is User",
                              "Use the certificate type Device"};
inline constexpr Rule kNoTpm{"cloudpki.scep.no_tpm", Severity::Error, sources::kScep,
                             "{device} cannot keep the key as the profile demands: {storage}",
                             "Choose a key storage provider that falls back to software"};
inline constexpr Rule kStaysExpired{"cloudpki.scep.stays_expired", Severity::Error, sources::kScep,
                                    "The certificate of {device} has expired, and this platform does not try again",
                                    "Exclude the device from the profile, then include it again"};
inline constexpr Rule kNoReply{"cloudpki.scep.no_reply", Severity::Error, "RFC 8894 3.3",
                               "The exchange of {device} with the CA came to nothing",
                               "Look into its messages; the CA needs an RSA key"};
inline constexpr Rule kChallengeMismatch{
    "cloudpki.scep.challenge_mismatch", Severity::Error, sources::kScep,
    "The request does not fit the challenge that was delivered with the profile: {what}",
    "Look at what the device asks for beside what the profile says"};

}  // namespace rules
}  // namespace pki::cloudpki::fleet
