#pragma once
// An estate: the managed devices of a tenant on one side, and on the other the relying parties that they talk to, with
// what each holds. Plain data; functions beside this file work on it. Devices, profiles and what these put on devices
// are the tenant's (cloudpki/fleet/model.h); here is only what differs from that.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cloudpki/private_pki/private_pki.h"
#include "crypto/secret_bytes.h"
#include "x509/certificate.h"
#include "x509/crl.h"

namespace pki::estate {

/// The relying parties that devices talk to.
enum class ServiceKind : std::uint8_t { Nps, FreeRadius, VpnGateway, Iis, Nginx, Apache, EntraCba, Website };

/// What is said between a device and a service.
///   Eap     EAP-TLS before the device has a network: both sides show certificates, the device can fetch nothing
///   Tls     TLS in which both sides show certificates
///   SignIn  the service judges the device's certificate; its own TLS certificate is from a public CA and not judged
///           here
///   Visit   TLS in which only the server shows a certificate
enum class Talk : std::uint8_t { Eap, Tls, SignIn, Visit };

/// What every service of a kind has in common.
struct ServiceKindRow {
  ServiceKind kind = ServiceKind::Nps;
  /// "nps": stable and unique.
  std::string_view name;
  /// "NPS (Wi-Fi with RADIUS)".
  std::string_view title;
  Talk talk = Talk::Tls;
  /// The id of the relying party that it judges as (relying/profile.h); empty where it judges nobody.
  std::string_view party;
  /// Whether it belongs to Windows: its stores are Windows' and can be filled by group policy.
  enum class System : std::uint8_t { Windows, Other, Cloud } system = System::Windows;
};
/// All, in the order of ServiceKind.
std::span<const ServiceKindRow> service_kinds();
const ServiceKindRow& kind_row(ServiceKind kind);

/// Which URLs in certificates can be reached.
struct Routes {
  /// caIssuers of the authority information access.
  bool aia = true;
  /// CRL distribution points.
  bool crl = true;
};

/// Whether a service judges revocation.
///   AsProduct  as the product comes
///   Off        not at all
///   Required   of the whole chain, and what is not known refuses; with FreeRADIUS that holds intermediate CAs, of the
///              device's certificate alone
enum class RevocationDemand : std::uint8_t { AsProduct, Off, Required };

/// Where a service that follows no URLs has its CRLs from.
///   None   it has none
///   Job    a job fetches every CRL that is published, day by day, over the route to the CRLs
///   Files  the files that it was given once
enum class CrlSupply : std::uint8_t { None, Job, Files };

/// Whether a service finds accounts of Active Directory by the certificates: then the issuing CA must be in NTAuth, and
/// the certificate must name the account's security identifier (strong mapping).
enum class Accounts : std::uint8_t { None, ActiveDirectory };

/// Certificates that are trusted or at hand.
struct Store {
  std::vector<x509::CertificatePtr> roots = {};
  std::vector<x509::CertificatePtr> intermediates = {};
};

struct Service {
  std::string id;
  std::string name;
  ServiceKind kind = ServiceKind::Nps;
  /// Whether it is a member of the Active Directory domain: its stores are then filled by group policy.
  enum class Membership : std::uint8_t { Standalone, Domain } membership = Membership::Standalone;
  /// The DNS name that devices expect in its certificate.
  std::string host = {};
  Routes routes = {};
  Store store = {};
  /// The CAs of the forest's NTAuth store.
  std::vector<x509::CertificatePtr> nt_auth = {};
  Accounts accounts = Accounts::None;
  RevocationDemand revocation = RevocationDemand::AsProduct;
  CrlSupply crl_supply = CrlSupply::Job;
  /// With CrlSupply::Files.
  std::vector<x509::CrlPtr> crl_files = {};
  /// How many intermediate CAs it takes, counted as OpenSSL does; nothing: as the product comes.
  std::optional<std::uint32_t> verify_depth = {};
  /// What it sends: its own certificate first. Empty with Talk::SignIn.
  std::vector<x509::CertificatePtr> sent = {};
  /// PKCS#8 of the first of them; null where there is none. Copies of an estate share it.
  std::shared_ptr<const crypto::SecretBytes> private_key = {};
};

/// Whether a device sends the intermediate CAs that it holds behind its own certificate.
enum class Sending : std::uint8_t { AsPlatform, LeafAlone, WithIntermediates };

/// How a device differs from what the tenant has put on it.
struct DeviceChange {
  /// The device's id in the tenant.
  std::string device;
  Routes routes = {};
  Sending sending = Sending::AsPlatform;
  /// What was taken out of its stores: SHA-256 fingerprints in lower-case hex.
  std::vector<std::string> removed = {};
  /// What was put there besides: by group policy or by hand.
  Store added = {};
};

/// A CRL that is not published any more: at its URL stands the last one, which has run out.
struct LapsedCrl {
  std::string url;
  /// DER.
  ByteVector crl;
};

struct Estate {
  std::string name;
  /// The PKI that the services' server certificates come from: never Cloud PKI, which issues to managed devices only.
  /// Not null. Copies of an estate share it.
  std::shared_ptr<const cloudpki::private_pki::PrivatePki> server_pki;
  std::vector<Service> services;
  std::vector<DeviceChange> devices;
  std::vector<LapsedCrl> lapsed;
};

/// "standalone", "domain".
std::string_view membership_name(Service::Membership membership);
/// "as-product", "off", "required".
std::string_view revocation_demand_name(RevocationDemand demand);
/// "none", "job", "files".
std::string_view crl_supply_name(CrlSupply supply);
/// "none", "active-directory".
std::string_view accounts_name(Accounts accounts);
/// "as-platform", "leaf-alone", "with-intermediates".
std::string_view sending_name(Sending sending);
/// "eap", "tls", "sign-in", "visit".
std::string_view talk_name(Talk talk);

/// The SHA-256 fingerprint in lower-case hex, by which certificates are named in estates.
std::string fingerprint_of(const x509::Certificate& certificate);

/// The service with this id or, where only one has it, this name; null where there is none. Aliases the estate.
const Service* find_service(const Estate& estate, std::string_view id_or_name);
Service* find_service(Estate& estate, std::string_view id_or_name);
/// How the device differs; null where it does not.
const DeviceChange* find_change(const Estate& estate, std::string_view device);
/// The same, made where there is none.
DeviceChange& change_of(Estate& estate, std::string_view device);

}  // namespace pki::estate
