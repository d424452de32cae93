#pragma once
// What a tenant refuses, and what is worth knowing of what it did: cloudpki.tenant.*. A refusal leaves the tenant as it
// was. The citation is the document's title; where it is empty, nobody has written it down, and the summary says what
// any CA would do.

#include "base/rule.h"
#include "cloudpki/sources.h"

namespace pki::cloudpki::tenant {

/// All of the tenant's rules, for the catalogue.
RuleList tenant_rules();

namespace rules {

inline constexpr Rule kDamaged{"cloudpki.tenant.damaged", Severity::Error, "",
                               "The tenant's file does not hold together: {reason}",
                               "Use the file as it was saved, or start anew"};

// Who may.
inline constexpr Rule kNotPermitted{"cloudpki.tenant.not_permitted", Severity::Error, sources::kOverview,
                                    "The role lacks the permission to {permission}",
                                    "Give the role that permission: Tenant administration > Roles"};

// Which.
inline constexpr Rule kNoSuchCa{"cloudpki.tenant.no_such_ca", Severity::Error, "", "There is no CA {ca} in the tenant",
                                "Name one of: {known}"};
inline constexpr Rule kNoSuchVersion{"cloudpki.tenant.no_such_version", Severity::Error, "",
                                     "{ca} has no version {version}", "Look at its versions"};
inline constexpr Rule kNoSuchLeaf{"cloudpki.tenant.no_such_leaf", Severity::Error, "",
                                  "{ca} has issued no certificate with the serial number {serial}",
                                  "Look it up in the list of its certificates"};

// Creating.
inline constexpr Rule kCap{"cloudpki.tenant.cap", Severity::Error, sources::kOverview,
                           "The tenant has {count} CAs, and may have no more than {cap}: root, issuing and BYOCA "
                           "issuing CAs all count",
                           "Delete one first; a trainer can set the cap to 6, as it was in 2024"};
inline constexpr Rule kNameMissing{"cloudpki.tenant.name_missing", Severity::Error, sources::kConfigure,
                                   "The CA has no name", "Give it one; it is shown in the admin centre"};
inline constexpr Rule kCommonNameMissing{"cloudpki.tenant.common_name_missing", Severity::Error, sources::kConfigure,
                                         "The subject has no common name", "Give it one: it is required"};
inline constexpr Rule kCountry{"cloudpki.tenant.country", Severity::Error, sources::kConfigure,
                               "The country {country} is not two letters", "Use the two letters of ISO 3166, as in DE"};
inline constexpr Rule kRootValidity{"cloudpki.tenant.root_validity", Severity::Error, sources::kConfigure,
                                    "A root CA is valid for 5, 10, 15, 20 or 25 years, not {years}",
                                    "Choose one of them; other periods can be had through Graph only"};
inline constexpr Rule kIssuingValidity{"cloudpki.tenant.issuing_validity", Severity::Error, sources::kConfigure,
                                       "An issuing CA is valid for 2, 4, 6, 8 or 10 years, not {years}",
                                       "Choose one of them; other periods can be had through Graph only"};
inline constexpr Rule kBeyondRoot{"cloudpki.tenant.beyond_root", Severity::Error, sources::kConfigure,
                                  "The issuing CA would end at {not_after}, after its root, which ends at "
                                  "{root_not_after}",
                                  "Choose a shorter period"};
inline constexpr Rule kNoValidityHere{"cloudpki.tenant.no_validity_here", Severity::Error, sources::kByoca,
                                      "The validity of a BYOCA issuing CA is not set here: who signs it decides",
                                      "Leave it out"};
inline constexpr Rule kNoKeyHere{"cloudpki.tenant.no_key_here", Severity::Error, sources::kConfigure,
                                 "An issuing CA under a Cloud PKI root has the key size and hash of its root",
                                 "Leave the key out"};
inline constexpr Rule kKeySize{
    "cloudpki.tenant.key_size", Severity::Error, sources::kConfigure,
    "CAs have keys of RSA 2048, 3072 or 4096 bits, not {key}",
    "Choose one of them: RSA-2048 with SHA-256, RSA-3072 with SHA-384, RSA-4096 with SHA-512"};
inline constexpr Rule kKeyMismatch{"cloudpki.tenant.key_mismatch", Severity::Error, "",
                                   "The key that was handed in is {found}, and {wanted} was asked for",
                                   "Hand in a key of that size, or none: then one is made"};
inline constexpr Rule kPurposeMissing{"cloudpki.tenant.purpose_missing", Severity::Error, sources::kConfigure,
                                      "The CA has no extended key usage",
                                      "Choose what it shall issue for: nothing of it can be changed later"};
inline constexpr Rule kAnyPurpose{"cloudpki.tenant.any_purpose", Severity::Error, sources::kConfigure,
                                  "Any Purpose (2.5.29.37.0) is not supported",
                                  "List the purposes that are wanted instead"};
inline constexpr Rule kPurposeTwice{"cloudpki.tenant.purpose_twice", Severity::Error, "",
                                    "The extended key usage {purpose} is listed twice", "List it once"};
inline constexpr Rule kPurposeNotOnRoot{"cloudpki.tenant.purpose_not_on_root", Severity::Error, sources::kConfigure,
                                        "The root CA {root} does not have {purpose}",
                                        "Choose from the root's extended key usages, or make a new root: a CA "
                                        "cannot be changed after it was created"};
inline constexpr Rule kNoRootYet{"cloudpki.tenant.no_root_yet", Severity::Error, sources::kConfigure,
                                 "There is no root CA in the tenant that could sign an issuing CA",
                                 "Create a root CA first, or bring your own root CA (BYOCA)"};
inline constexpr Rule kNotARoot{"cloudpki.tenant.not_a_root", Severity::Error, sources::kOverview,
                                "{ca} is no root CA: Cloud PKI has two tiers, a root CA and issuing CAs under it",
                                "Choose a root CA of the tenant"};
inline constexpr Rule kSameSubject{
    "cloudpki.tenant.same_subject", Severity::Warning, sources::kFundamentals,
    "{ca} has the same subject as {other}: whoever finds issuers by name alone takes the one for the other",
    "Give each CA a common name of its own"};
inline constexpr Rule kTrialKey{"cloudpki.tenant.trial_key", Severity::Notice, sources::kOverview,
                                "The keys of a CA that is made in a trial are software keys, for ever",
                                "Make the CAs for production after the licence was bought"};

// The life of a CA.
inline constexpr Rule kRootHasNoPause{"cloudpki.tenant.root_has_no_pause", Severity::Error, sources::kDelete,
                                      "A root CA is neither paused nor revoked: it is deleted when no issuing CA is "
                                      "under it any more",
                                      "Pause, revoke and delete its issuing CAs, then delete it"};
inline constexpr Rule kNotActive{"cloudpki.tenant.not_active", Severity::Error, sources::kDelete,
                                 "{ca} is {status}; only an active CA can be paused", "Look at its status"};
inline constexpr Rule kNotPaused{"cloudpki.tenant.not_paused", Severity::Error, sources::kDelete,
                                 "{ca} is {status}, not paused", "Pause it first"};
inline constexpr Rule kActiveLeaves{"cloudpki.tenant.active_leaves", Severity::Error, sources::kDelete,
                                    "{ca} has {count} active certificates: each must be revoked before the CA is",
                                    "Revoke them one by one, or all at once here, as the documented script does"};
inline constexpr Rule kNotRevoked{"cloudpki.tenant.not_revoked", Severity::Error, sources::kDelete,
                                  "{ca} is {status}; an issuing CA must be revoked before it is deleted",
                                  "Pause it, revoke its certificates, revoke it"};
inline constexpr Rule kRootInUse{"cloudpki.tenant.root_in_use", Severity::Error, sources::kDelete,
                                 "{count} issuing CAs are under {ca}: a root CA is deleted last",
                                 "Delete the issuing CAs first"};
inline constexpr Rule kPrivateCaMustRevoke{
    "cloudpki.tenant.private_ca_must_revoke", Severity::Warning, "",
    "{ca} was signed by a private CA, so no CRL of Cloud PKI can list it: until the private CA does, relying parties "
    "go "
    "on to accept it",
    "Revoke the certificate with serial number {serial} at the private CA, and publish its CRL"};

// Signing a BYOCA.
inline constexpr Rule kNotByoca{"cloudpki.tenant.not_byoca", Severity::Error, sources::kByoca,
                                "{ca} is no BYOCA issuing CA: it has no request that another CA could sign",
                                "Choose an issuing CA whose root CA source is Bring your own root CA"};
inline constexpr Rule kNothingToSign{"cloudpki.tenant.nothing_to_sign", Severity::Error, sources::kByoca,
                                     "Nothing of {ca} waits for a signed certificate",
                                     "Upload only while it says Signing required"};
inline constexpr Rule kUploadRefused{"cloudpki.tenant.upload_refused", Severity::Error, sources::kByoca,
                                     "The upload is refused: {reason}", "{cure}"};
inline constexpr Rule kSignedBoxKind{"cloudpki.tenant.signed_box_kind", Severity::Error, sources::kByoca,
                                     "{file} is {form}; the box for the signed certificate takes .cer, .crt or .pem, "
                                     "with one certificate",
                                     "Put the certificate alone into that box, and a .p7b into the other"};

// Renewal.
inline constexpr Rule kNotRenewable{"cloudpki.tenant.not_renewable", Severity::Error, sources::kRenew,
                                    "{ca} is a root CA; only issuing CAs can be renewed", "Create a new root CA"};
inline constexpr Rule kTooEarly{"cloudpki.tenant.too_early", Severity::Error, sources::kRenew,
                                "{ca} can be renewed from half of its lifetime on, that is from {from}",
                                "Move the clock, or wait"};
inline constexpr Rule kRenewalUnderWay{"cloudpki.tenant.renewal_under_way", Severity::Error, sources::kRenew,
                                       "{title} waits already", "Activate it, or revoke it, first"};
inline constexpr Rule kNotRenewableNow{"cloudpki.tenant.not_renewable_now", Severity::Error, sources::kRenew,
                                       "{ca} is {status}: it cannot be renewed", "Resume it first"};
inline constexpr Rule kNotStaged{"cloudpki.tenant.not_staged", Severity::Error, sources::kRenew,
                                 "{title} is {status}, not staged",
                                 "Only a staged version can be activated or revoked"};
inline constexpr Rule kNewKey{"cloudpki.tenant.new_key", Severity::Notice, sources::kRenew,
                              "{title} has a key of its own: who knows the old certificate alone cannot follow its "
                              "certificates",
                              "Give the new issuing certificate to relying parties and devices before it is activated"};

// Leaves.
inline constexpr Rule kRootDoesNotIssue{"cloudpki.tenant.root_does_not_issue", Severity::Error, sources::kConfigure,
                                        "{ca} is a root CA; only issuing CAs issue certificates to devices",
                                        "Use the SCEP URI of an issuing CA"};
inline constexpr Rule kDoesNotIssue{"cloudpki.tenant.does_not_issue", Severity::Error, sources::kDelete,
                                    "{ca} is {status}: it issues nothing", "Look at its status"};
inline constexpr Rule kStagedFull{"cloudpki.tenant.staged_full", Severity::Error, sources::kRenew,
                                  "{title} is staged and has issued the {most} certificates that are allowed for tests",
                                  "Activate it"};
inline constexpr Rule kAlreadyRevoked{"cloudpki.tenant.already_revoked", Severity::Error, "",
                                      "The certificate {serial} is revoked since {since}", "Nothing needs to be done"};
inline constexpr Rule kLeafExpired{"cloudpki.tenant.leaf_expired", Severity::Error, "",
                                   "The certificate {serial} expired at {not_after}", "Nothing needs to be done"};
inline constexpr Rule kCachedCrl{
    "cloudpki.tenant.cached_crl", Severity::Notice, sources::kOverview,
    "Who has the CRL before this one need not ask for another before {next_update}: until then it may accept the "
    "certificate",
    "Have relying parties drop their cached CRL (certutil -urlcache * delete), or wait"};

// The clock.
inline constexpr Rule kClockBack{"cloudpki.tenant.clock_back", Severity::Error, "",
                                 "The clock stands at {clock} and goes only forward, not to {to}",
                                 "Take the change back instead (undo)"};
inline constexpr Rule kCrlPublished{"cloudpki.tenant.event.crl_published", Severity::Info, sources::kOverview,
                                    "{at}: {title} published its CRL number {number}", ""};
inline constexpr Rule kCrlsPublished{
    "cloudpki.tenant.event.crls_published", Severity::Info, sources::kOverview,
    "{at}: {title} published {count} CRLs up to number {number}; the last stands there", ""};
inline constexpr Rule kLeafEnded{"cloudpki.tenant.event.leaf_ended", Severity::Notice, "",
                                 "{at}: the certificate {serial} of {device} expired", "Renew it at the device"};
inline constexpr Rule kCaEnded{"cloudpki.tenant.event.ca_ended", Severity::Warning, "",
                               "{at}: {title} expired: nothing below it is accepted any more, and it publishes no CRL",
                               "Renew it, and have devices enrol again"};
inline constexpr Rule kBanner{"cloudpki.tenant.event.banner", Severity::Notice, sources::kRenew,
                              "{at}: {title}: {banner}", "Renew it"};
inline constexpr Rule kLapsed{"cloudpki.tenant.event.lapsed", Severity::Notice, sources::kRenew,
                              "{at}: {title} was not activated within {days} days and is decommissioned",
                              "Renew again"};
inline constexpr Rule kDropped{"cloudpki.tenant.event.dropped", Severity::Notice, sources::kRenew,
                               "{at}: {title} was removed, {days} days after it was decommissioned", ""};

}  // namespace rules
}  // namespace pki::cloudpki::tenant
