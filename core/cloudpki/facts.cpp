#include "cloudpki/facts.h"

#include <algorithm>
#include <array>

#include "cloudpki/sources.h"

namespace pki::cloudpki {
namespace {

using namespace sources;
using enum Ground;

constexpr std::array kFacts = {
    // Kinds of CA.
    Fact{"tenant.kinds",
         "There are two kinds of CA, root and issuing; an issuing CA's root CA source is Intune or "
         "Bring your own root CA.",
         Documented, kConfigure},
    Fact{"tenant.two_tiers", "Inside the cloud there are two tiers: a root CA, and issuing CAs under it.", Documented,
         kOverview},
    Fact{"tenant.root_first", "A root CA must exist before an issuing CA under it.", Documented, kConfigure},
    Fact{"tenant.side_by_side",
         "Several issuing CAs may be under one root, and several roots, Intune-rooted and BYOCA issuing CAs may stand "
         "side by side.",
         Documented, kOverview},
    Fact{"tenant.byoca_any_tier", "A BYOCA issuing CA may be signed by a root or by an issuing CA of any tier.",
         Documented, kByoca},
    Fact{"tenant.external_root", "In the list a BYOCA has the type Issuing and the root common name External root CA.",
         Documented, kByoca},
    Fact{"tenant.only_issuing_cas_issue", "Only issuing CAs issue certificates to devices.", Documented, kConfigure},
    // Creating.
    Fact{"tenant.root_years", "A root CA is valid for 5, 10, 15, 20 or 25 years.", Documented, kConfigure},
    Fact{"tenant.issuing_years", "An issuing CA is valid for 2, 4, 6, 8 or 10 years.", Documented, kConfigure},
    Fact{"tenant.within_root", "An issuing CA is not valid beyond its root.", Documented, kConfigure},
    Fact{"tenant.custom_years", "Other validity periods can be had through Graph.", Documented, kGraph},
    Fact{"tenant.byoca_years", "The validity of a BYOCA issuing CA is the signer's choice.", Documented, kByoca},
    Fact{"tenant.purposes_from_root", "An issuing CA has extended key usages out of its root's.", Documented,
         kConfigure},
    Fact{"tenant.no_any_purpose", "Any Purpose (2.5.29.37.0) is refused.", Documented, kConfigure},
    Fact{"tenant.name_and_common_name", "A CA needs a name and a common name.", Documented, kConfigure},
    Fact{"tenant.country_two", "The country has no more than two characters.", Documented, kConfigure},
    Fact{"tenant.keys",
         "Keys and hashes go together: RSA-2048 with SHA-256, RSA-3072 with SHA-384, RSA-4096 with "
         "SHA-512.",
         Documented, kConfigure},
    Fact{"tenant.issuing_key", "An issuing CA has the key size and hash of its root: its form has no step for them.",
         Observed, "the form's steps in \"Configure root and issuing CA for Microsoft Cloud PKI\", and a real tenant"},
    Fact{"tenant.byoca_key", "A BYOCA issuing CA has a key of RSA 2048, 3072 or 4096 bits.", Documented, kByoca},
    Fact{"tenant.immutable", "Of a CA only the scope tags can be changed after it was created.", Documented,
         kConfigure},
    Fact{"tenant.same_subject", "Two CAs of a tenant may have the same subject.", Observed, kTenantSeen},
    Fact{"tenant.cap_3", "A tenant may have 3 CAs, of all kinds together.", Documented,
         "Overview of Microsoft Cloud PKI for Microsoft Intune, 2026-09-08"},
    Fact{"tenant.cap_6", "In 2024 a tenant could have 6 CAs, of all kinds together.", Documented,
         "Overview of Microsoft Cloud PKI for Microsoft Intune, 2024-02 to 2024-12"},
    Fact{"tenant.platform",
         "A licensed tenant has its keys in a hardware security module; those of a trial are "
         "software keys, and stay so after a licence was bought.",
         Documented, kOverview},
    // Statuses.
    Fact{"tenant.statuses", "A CA is Active, Paused, Revoked, Expired, or Signing required.", Documented, kRenew},
    Fact{"tenant.leaf_statuses", "A leaf is active, revoked or expired, and stays in the list.", Documented, kGraph},
    Fact{"tenant.pause", "An active issuing CA can be paused, and resumed; paused it issues nothing.", Documented,
         kDelete},
    Fact{"tenant.revoke_paused", "Only a paused CA can be revoked.", Documented, kDelete},
    Fact{"tenant.revoke_leaves_first", "A CA can be revoked when all its active leaves are.", Documented, kDelete},
    Fact{"tenant.revoke_is_final", "Revoking and deleting cannot be undone.", Documented, kDelete},
    Fact{"tenant.root_last", "A root can be deleted when its issuing CAs are; it has neither pause nor revoke.",
         Documented, kDelete},
    Fact{"tenant.serves_on", "A paused or revoked CA still answers requests for its CRL and certificate.", Documented,
         kDelete},
    Fact{"tenant.root_lists_it", "The root's CRL lists an issuing CA that was revoked, and its leaves stop validating.",
         Documented, kDelete},
    Fact{"tenant.private_ca_lists_it", "A BYOCA issuing CA that was revoked must be listed by the private CA.", Sense,
         "no CRL of Cloud PKI covers it"},
    // Renewal.
    Fact{"tenant.renew_issuing", "Issuing CAs of both kinds can be renewed; for roots that is not offered.", Documented,
         kRenew},
    Fact{"tenant.renew_from_half", "Renewal is possible from half of the lifetime on, also after expiry.", Documented,
         kRenew},
    Fact{"tenant.banners",
         "Banners come at half of the lifetime, six months, 90 and 30 days before the end, and at "
         "the end.",
         Documented, kRenew},
    Fact{"tenant.new_key", "A renewed CA has a new key pair, and the subject of before.", Documented, kRenew},
    Fact{"tenant.staged",
         "Renewing makes a staged version with a temporary SCEP URI of its own, for up to 50 test "
         "certificates.",
         Documented, kRenew},
    Fact{"tenant.staged_lapses",
         "A staged version that is not activated is inactive after 90 days and deleted after "
         "30 more.",
         Documented, kRenew},
    Fact{"tenant.activate",
         "Activating makes the staged version active and the old one retired; the SCEP URI stays, "
         "and what the old one published too.",
         Documented, kRenew},
    Fact{"tenant.version_name", "A renewed CA is named with its version, as in Contoso Issuing CA (V2.0).", Documented,
         kRenew},
    Fact{"tenant.renew_byoca", "Renewing a BYOCA makes a new request, which is signed, uploaded and then staged.",
         Documented, kRenew},
    Fact{"tenant.renew_upload",
         "When renewing, the upload names the signed certificate only; the chain of before "
         "counts.",
         Sense, kRenew},
    // Publication.
    Fact{"tenant.crl_days", "CRLs are good for 7 days and are published every 3.5 days.", Documented, kOverview},
    Fact{"tenant.crl_at_once", "A CRL is published at once when a leaf is revoked.", Documented, kOverview},
    Fact{"tenant.urls", "CRLs and certificates stand at http URLs that hold the CA's id and version.", Observed,
         "URLs of two tenants in public repositories"},
    Fact{"tenant.byoca_urls", "The CRL and AIA URLs in a BYOCA issuing CA's certificate are the private CA's.",
         Documented, kByoca},
    Fact{"tenant.no_ocsp", "There is no OCSP.", Observed, kTenantSeen},
    // Certificates.
    Fact{"tenant.root_certificate",
         "A root certificate has a path length of 1, the key usages digitalSignature, "
         "keyCertSign and cRLSign, its extended key usages, key identifiers, and neither "
         "AIA nor CDP.",
         Observed, kTenantSeen},
    Fact{"tenant.subject_order", "The subject is written in the order C, ST, L, OU, O, CN.", Observed, kTenantSeen},
    Fact{"tenant.issuing_certificate",
         "An issuing CA's certificate has a path length of 0, the key usages of the root, "
         "and the root's AIA URL.",
         Sense, "by symmetry with the root's"},
    Fact{"tenant.issuing_cdp", "Whether an issuing CA's certificate names its root's CRL is not known: a setting.",
         Sense, "reports of NPS that cannot check revocation"},
    Fact{"tenant.leaf_certificate", "A leaf is valid from ten minutes before it was issued and names its issuer's CRL.",
         Observed, kTenantSeen},
    // Roles, lists, log.
    Fact{"tenant.permissions", "Creating, disabling and revoking each need a permission of the role.", Documented,
         kOverview},
    Fact{"tenant.report_daily", "Reports are made every 24 hours.", Documented, kOverview},
    Fact{"tenant.list_1000", "The list of a CA's certificates shows the first 1,000.", Documented,
         "Overview of Microsoft Cloud PKI for Microsoft Intune, 2024"},
    Fact{"tenant.audit", "Each action is logged.", Documented, kAudit},
    // BYOCA.
    Fact{"byoca.signing_required", "A new BYOCA is in Signing required, and has a request to be downloaded.",
         Documented, kByoca},
    Fact{"byoca.two_boxes",
         "Uploaded are the signed certificate (.cer, .crt, .pem, no .p7b) and its chain (also .p7b), "
         "which must hold the root and every CA between.",
         Documented, kByoca},
    Fact{"byoca.active_after_upload", "After the upload the CA is Active.", Documented, kByoca},
    // SCEP certificate profiles.
    Fact{"scep.subject_variables", "Subject and alternative names are text with variables of the user and the device.",
         Documented, kScep},
    Fact{"scep.device_variables", "A profile of the type Device has variables of devices only.", Documented, kScep},
    Fact{"scep.variable_empty", "A variable that a user or device lacks makes the profile fail: no certificate.",
         Documented, kScep},
    Fact{"scep.variable_followed", "After a variable none of { } | ; may stand.", Documented, kScep},
    Fact{"scep.backslash", "A backslash in the subject makes CSR and challenge differ; quotation marks do not.",
         Documented, kScep},
    Fact{
        "scep.platform_variables",
        "Some variables are not supported on some platforms: serial number, IMEI and MEID on personally-owned Android, "
        "on-premises names on AOSP, the full domain name but on Windows.",
        Documented, kScep},
    Fact{"scep.strong_mapping",
         "A URI with {{OnPremisesSecurityIdentifier}} becomes tag:microsoft.com,2022-09-14:sid: "
         "and the security identifier.",
         Documented, kScep},
    Fact{"scep.sid_uri_only",
         "The security identifier stands in a URI only; in device certificates on hybrid-joined "
         "Windows only.",
         Documented, kScep},
    Fact{"scep.validity", "A leaf is valid for up to 24 months, less than its CA, and 5 days or more is advised.",
         Documented, kScep},
    Fact{"scep.key_size", "Key sizes are 1024, 2048 and 4096; Cloud PKI refuses 1024 and what is larger than the CA's.",
         Documented, kConfigure},
    Fact{"scep.key_storage", "On Windows 4096 bits are for the software KSP only.", Documented, kScep},
    Fact{"scep.key_storage_fails", "A KSP that demands a TPM or Windows Hello fails where the device has none.",
         Documented, kScep},
    Fact{"scep.no_sha1", "SHA-1 is refused.", Documented, kConfigure},
    Fact{"scep.key_usage", "The key usage is digital signature, key encipherment, or both.", Documented, kScep},
    Fact{"scep.purposes_on_ca", "The profile's extended key usages must be on the issuing CA, else no certificate.",
         Documented, kConfigure},
    Fact{"scep.no_any_purpose", "Any Purpose is refused in profiles, too.", Documented, kConfigure},
    Fact{"scep.top_root", "The profile names the trusted certificate profile of the top root of the issuing CA.",
         Documented, kScep},
    Fact{"scep.urls_not_mixed", "SCEP URIs of Cloud PKI and of NDES do not stand in one profile.", Documented,
         kConfigure},
    Fact{"scep.https_on_android", "Android wants https.", Documented, kScep},
    Fact{"scep.placeholder", "{{CloudPKIFQDN}} in the SCEP URI stays as it is; Intune fills it in at delivery.",
         Documented, kConfigure},
    Fact{"scep.macos_channel", "The user channel of macOS takes the certificate type User only.", Documented, kScep},
    Fact{"scep.renewal_threshold",
         "A device renews when the rest of its certificate's life falls to the threshold, with "
         "a new key.",
         Documented, kScep},
    Fact{"scep.apple_expired", "On iOS and macOS an expired certificate stays, and is not tried for again.", Documented,
         kScep},
    Fact{"scep.challenge", "The service compares the request with what it delivered; a difference is refused.",
         Documented, kOverview},
    // Trusted certificate profiles and assignment.
    Fact{"trusted.ca_only", "A trusted certificate profile takes certificates of root and intermediate CAs.",
         Documented, kTrusted},
    Fact{"trusted.windows_stores",
         "On Windows its destination is Computer Root, Computer Intermediate or User "
         "Intermediate; other platforms have no choice.",
         Documented, kTrusted},
    Fact{"trusted.root_first", "A SCEP profile fails on a device that lacks the root it names.", Documented, kTrusted},
    Fact{"trusted.same_kind", "Trusted and SCEP profile must reach a device through the same kind of group.",
         Documented, kTroubleScep},
    Fact{"trusted.enrolled_only", "Certificates go to enrolled devices of Windows, Android, iOS/iPadOS and macOS only.",
         Documented, kOverview},
};

}  // namespace

std::span<const Fact> facts() { return kFacts; }

const Fact* find_fact(std::string_view id) {
  const auto found = std::find_if(kFacts.begin(), kFacts.end(), [&](const Fact& fact) { return fact.id == id; });
  return found == kFacts.end() ? nullptr : &*found;
}

}  // namespace pki::cloudpki
