#pragma once
// A tenant of Cloud PKI as a value: its CAs with all their versions, the certificates that they issued, what is
// published, and the log. Functions beside this file change it; what a trainee sees of it is worked out from it
// (tenant/status.h), never stored.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asn1/oid.h"
#include "base/time.h"
#include "cloudpki/fleet/model.h"
#include "crypto/private_key.h"
#include "x509/certificate.h"

namespace pki::cloudpki::tenant {

/// The kinds of CA. The admin centre knows two, root and issuing, and tells the issuing ones apart by their root CA
/// source (Intune, or bring your own root CA); Graph has these three.
enum class CaKind : std::uint8_t { Root, Issuing, Byoca };

/// Where private keys of CAs are kept: a licensed tenant has a hardware security module, a trial software.
enum class KeyPlatform : std::uint8_t { Hardware, Software };

enum class Licence : std::uint8_t { Licensed, Trial };

/// Whether something that is not documented is written into certificates.
enum class Written : std::uint8_t { No, Yes };

/// What the person who acts may do: the permissions of Intune's roles for Cloud PKI.
struct Permissions {
  bool read = true;
  bool create = true;
  bool revoke_leaf = true;
  bool disable_and_reenable = true;
};

/// What is a choice of the one who runs the lesson: facts that changed, or that nobody knows.
struct Settings {
  /// How many CAs a tenant may have, of all kinds: 3 since the documentation of 2026-09, 6 in that of 2024.
  std::uint32_t ca_cap = 3;
  /// Whether the certificate of an issuing CA names its root's CRL.
  Written issuing_ca_crl_url = Written::Yes;
  /// Whether leaves name their issuer's certificate.
  Written leaf_issuer_url = Written::Yes;
  /// The region in the URLs.
  std::string region = "westeurope";
  Licence licence = Licence::Licensed;
  Permissions permissions = {};
};

/// An extended key usage of a CA: what the form calls it, and its OID.
struct Purpose {
  std::string name;
  asn1::OwnedOid id;
};

/// The subject of a CA; empty where not given, but the common name.
struct CaSubject {
  std::string common_name;
  std::string organization;
  std::string organizational_unit;
  std::string country;
  std::string state;
  std::string locality;
};

/// What is stored of a version's state; what is shown is also a matter of the clock and of the CA (tenant/status.h).
enum class VersionState : std::uint8_t { SigningRequired, Staged, Active, Retired, Revoked, Decommissioned };

/// A CRL that stands at the version's URL.
struct PublishedCrl {
  ByteVector der;
  std::uint64_t number = 0;
  Time this_update;
  Time next_update;
};

/// A version of a CA: a key pair with its certificate. The first is 1; renewing makes the next, with a new key.
struct CaVersion {
  std::uint32_t number = 1;
  VersionState state = VersionState::Active;
  /// When it came into this state.
  Time since;
  /// PKCS#8. In the real service nobody sees it; here the lab needs it to sign.
  crypto::SecretBytes private_key = {};
  /// The request that a private CA shall sign, DER; empty but with BYOCA.
  ByteVector request = {};
  /// Null while signing is required.
  x509::CertificatePtr certificate = {};
  /// What was uploaded beside it; empty but with BYOCA.
  std::vector<x509::CertificatePtr> chain = {};
  /// Nothing before the first publication.
  std::optional<PublishedCrl> crl = {};
};

/// Where the administrator has put the CA.
enum class Standing : std::uint8_t { Open, Paused, Revoked };

struct Ca {
  /// A UUID; it stands in the URLs.
  std::string id;
  CaKind kind = CaKind::Root;
  std::string name;
  std::string description;
  CaSubject subject;
  std::vector<Purpose> purposes;
  crypto::KeySpec key = crypto::KeySpec::Rsa4096;
  /// How many years its certificates are valid; 0 with BYOCA, where the signer says.
  int validity_years = 0;
  /// The id of the root of an issuing CA; empty with others.
  std::string root;
  std::vector<std::string> scope_tags;
  KeyPlatform platform = KeyPlatform::Hardware;
  Time created;
  Standing standing = Standing::Open;
  /// When it was paused or revoked, or `created`.
  Time standing_since;
  /// In the order of their numbers; never empty.
  std::vector<CaVersion> versions;
};

/// A certificate that an issuing CA issued.
struct Leaf {
  std::string ca;
  std::uint32_t version = 1;
  x509::CertificatePtr certificate;
  std::optional<Time> revoked;
  /// Whose it is, as the list shows it.
  std::string user_principal_name;
  std::string device_id;
  std::string device_name;
  std::string platform;
  std::string profile;
};

/// A line of the audit log.
struct AuditEvent {
  Time at;
  /// The activity, as Intune's log names it.
  std::string activity;
  std::string object;
  std::string detail;
};

struct Tenant {
  std::string name;
  /// A UUID; it stands in the SCEP URLs.
  std::string account;
  /// 32 hexadecimal digits that stand in the URLs of CRLs and certificates.
  std::string store;
  Settings settings;
  Time created;
  /// The time that it is in the tenant. It only goes forward.
  Time clock;
  std::vector<Ca> cas;
  std::vector<Leaf> leaves;
  std::vector<AuditEvent> audit;
  /// Users, devices and profiles of the same Intune.
  fleet::Fleet fleet;
};

/// Those words stand in JSON: "root", "issuing", "byoca"; "hardware", "software"; "licensed", "trial"; "open",
/// "paused", "revoked"; "signing-required", "staged", "active", "retired", "revoked", "decommissioned".
std::string_view ca_kind_name(CaKind kind);
std::string_view key_platform_name(KeyPlatform platform);
std::string_view licence_name(Licence licence);
std::string_view standing_name(Standing standing);
std::string_view version_state_name(VersionState state);

/// The CA with this id, or null. Aliases the tenant.
Ca* find_ca(Tenant& tenant, std::string_view id);
const Ca* find_ca(const Tenant& tenant, std::string_view id);
/// The version with this number, or null. Aliases the CA.
CaVersion* find_version(Ca& ca, std::uint32_t number);
const CaVersion* find_version(const Ca& ca, std::uint32_t number);
/// The version that issues: the active one; null where there is none yet.
CaVersion* active_version(Ca& ca);
const CaVersion* active_version(const Ca& ca);
/// A version that waits: staged, or a renewed one that must be signed; null where there is none.
CaVersion* waiting_version(Ca& ca);
const CaVersion* waiting_version(const Ca& ca);

/// "Contoso Issuing CA", from the second version on "Contoso Issuing CA (V2.0)".
std::string version_title(const Ca& ca, std::uint32_t number);
/// The same of the version that stands for the CA: the active one, else the newest.
std::string ca_title(const Ca& ca);

/// A new tenant without CAs, whose clock stands at `now`. Rule: crypto.random.failed.
Result<Tenant> make_tenant(std::string name, Settings settings, Time now);

}  // namespace pki::cloudpki::tenant
