#pragma once
// The estate as it stands at one moment: what every device and every service holds, sends and reaches, worked out of
// the tenant (profiles that were delivered) and of what the estate says besides.

#include <string>
#include <vector>

#include "cloudpki/tenant/model.h"
#include "estate/model.h"
#include "relying/profile.h"
#include "repository/virtual_repository.h"

namespace pki::estate {

/// A certificate with which a device can show itself.
struct Identity {
  /// The SCEP profile that it was enrolled with.
  std::string profile;
  x509::CertificatePtr certificate;
  /// What the device sends: the certificate, and intermediate CAs where it sends those.
  std::vector<x509::CertificatePtr> sent;
  /// PKCS#8; never null in a scene, aliases the tenant.
  const crypto::SecretBytes* private_key = nullptr;
};

struct DeviceView {
  /// Never null; aliases the tenant.
  const cloudpki::fleet::Device* device = nullptr;
  /// Never null: the platform's.
  const relying::RelyingParty* party = nullptr;
  Store store = {};
  std::vector<Identity> identities = {};
  Routes routes = {};
};

struct ServiceView {
  /// Never null; aliases the estate.
  const Service* service = nullptr;
  const ServiceKindRow* kind = nullptr;
  /// Null where it judges nobody.
  const relying::RelyingParty* party = nullptr;
  /// The CRLs that it has without following URLs.
  std::vector<x509::CrlPtr> crls;
};

/// Aliases the tenant and the estate that it was made from.
struct Scene {
  Time at;
  std::vector<DeviceView> devices;
  std::vector<ServiceView> services;
  /// What stands at the URLs of the tenant and of the PKI of the servers.
  repository::VirtualRepository repository;
  /// SHA-256 of it.
  ByteVector repository_digest;
};

/// What the PKIs publish at the tenant's clock; the same for all scenes of that time, whatever the stores hold.
struct Publication {
  std::vector<repository::Entry> entries;
};
/// Rules: ca.crl.*, crypto.* (where the CRLs of the servers' PKI cannot be made).
Result<Publication> publish_all(const cloudpki::tenant::Tenant& tenant, const Estate& estate);

/// What stands at the URLs of the estate: a CRL that has lapsed in the place of the one that should be there.
std::vector<repository::Entry> standing_entries(const Publication& publication, const Estate& estate);

/// The scene at the tenant's clock. `devices` are the ids of those that are looked at; empty: all.
Scene make_scene(const cloudpki::tenant::Tenant& tenant, const Estate& estate, const Publication& publication,
                 const std::vector<std::string>& devices = {});

/// The relying party that a platform's devices judge servers as; never null.
const relying::RelyingParty* party_of(cloudpki::fleet::Platform platform);

/// Whether a certificate in the platform's store is a trust anchor: on Windows by the store that it is in, on Apple's
/// platforms a self-signed one, on Android every one.
bool is_anchor_on(cloudpki::fleet::Platform platform, std::string_view store, const x509::Certificate& certificate);

/// Whether the platform's devices send intermediate CAs behind their certificate, where they hold them.
bool sends_intermediates(cloudpki::fleet::Platform platform);

}  // namespace pki::estate
