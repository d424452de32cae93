#include "estate/scene.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "asn1/oids.h"
#include "cloudpki/fleet/delivery.h"
#include "cloudpki/tenant/publish.h"
#include "crypto/hash.h"

namespace pki::estate {
namespace {

namespace fleet = cloudpki::fleet;
using x509::CertificatePtr;

bool holds(const std::vector<CertificatePtr>& list, const x509::Certificate& certificate) {
  return std::any_of(list.begin(), list.end(),
                     [&](const CertificatePtr& each) { return equal(each->fingerprint(), certificate.fingerprint()); });
}

void add_once(std::vector<CertificatePtr>& list, const CertificatePtr& certificate) {
  if (!holds(list, *certificate)) list.push_back(certificate);
}

/// Asked once for each certificate: every device of a platform holds the same few, and the answer costs a signature.
class SelfSigned {
 public:
  bool operator()(const x509::Certificate& certificate) {
    const auto [known, is_new] = known_.try_emplace(std::string(as_text(certificate.fingerprint())));
    if (is_new) known->second = x509::is_self_signed(certificate);
    return known->second;
  }

 private:
  std::unordered_map<std::string, bool> known_;
};

/// is_anchor_on, where `self_signed` tells whether the certificate is.
bool is_anchor_in(fleet::Platform platform, std::string_view store, bool self_signed) {
  if (platform == fleet::Platform::Windows) {
    return store == fleet::windows_store_title(fleet::WindowsStore::ComputerRoot);
  }
  return fleet::is_android(platform) || self_signed;
}

/// The intermediate CAs above `leaf` that are in the store, nearest first; by names and key identifiers, as clients
/// collect what they send. A root is not sent.
std::vector<CertificatePtr> above(const CertificatePtr& leaf, const Store& store, SelfSigned& self_signed) {
  std::vector<CertificatePtr> chain;
  CertificatePtr current = leaf;
  while (chain.size() < store.intermediates.size()) {
    const auto issuer =
        std::find_if(store.intermediates.begin(), store.intermediates.end(), [&](const CertificatePtr& candidate) {
          if (candidate->subject_key() != current->issuer_key() || holds(chain, *candidate)) return false;
          const auto& wanted = current->extensions().authority_key_identifier;
          const auto& own = candidate->extensions().subject_key_identifier;
          return !wanted || !wanted->key_identifier || !own || equal(*wanted->key_identifier, own->key_identifier);
        });
    if (issuer == store.intermediates.end() || self_signed(**issuer)) break;
    chain.push_back(*issuer);
    current = *issuer;
  }
  return chain;
}

DeviceView view_of(const fleet::Fleet& fleet, const fleet::Device& device, const Estate& estate,
                   SelfSigned& self_signed) {
  DeviceView view{.device = &device, .party = party_of(device.platform)};
  const DeviceChange* change = find_change(estate, device.id);
  const auto removed = [&](const x509::Certificate& certificate) {
    if (change == nullptr || change->removed.empty()) return false;
    const std::string fingerprint = fingerprint_of(certificate);
    return std::find(change->removed.begin(), change->removed.end(), fingerprint) != change->removed.end();
  };
  const fleet::DeviceState* state = fleet::find_state(fleet, device.id);
  if (state != nullptr) {
    for (const fleet::InstalledCertificate& installed : state->trusted) {
      if (removed(*installed.certificate)) continue;
      const bool anchor = is_anchor_in(device.platform, installed.store, self_signed(*installed.certificate));
      add_once(anchor ? view.store.roots : view.store.intermediates, installed.certificate);
    }
  }
  if (change != nullptr) {
    view.routes = change->routes;
    for (const CertificatePtr& root : change->added.roots) add_once(view.store.roots, root);
    for (const CertificatePtr& each : change->added.intermediates) add_once(view.store.intermediates, each);
  }
  if (state == nullptr) return view;
  const Sending sending = change == nullptr ? Sending::AsPlatform : change->sending;
  const bool with_intermediates =
      sending == Sending::WithIntermediates || (sending == Sending::AsPlatform && sends_intermediates(device.platform));
  // On Android what a profile brought is an anchor, and is sent all the same.
  Store at_hand = view.store;
  for (const CertificatePtr& root : view.store.roots) {
    if (!self_signed(*root)) add_once(at_hand.intermediates, root);
  }
  for (const fleet::Identity& identity : state->identities) {
    if (removed(*identity.certificate)) continue;
    Identity shown{.profile = identity.profile,
                   .certificate = identity.certificate,
                   .sent = {identity.certificate},
                   .private_key = &identity.private_key};
    if (with_intermediates) {
      for (CertificatePtr& each : above(identity.certificate, at_hand, self_signed))
        shown.sent.push_back(std::move(each));
    }
    view.identities.push_back(std::move(shown));
  }
  return view;
}

/// Every CRL that stands in the entries.
std::vector<x509::CrlPtr> crls_in(const std::vector<repository::Entry>& entries) {
  std::vector<x509::CrlPtr> crls;
  for (const repository::Entry& entry : entries) {
    auto crl = x509::Crl::parse(entry.data);
    if (crl.ok()) crls.push_back(*std::move(crl));
  }
  return crls;
}

}  // namespace

const relying::RelyingParty* party_of(fleet::Platform platform) {
  std::string_view id = "android";
  if (platform == fleet::Platform::Windows) id = "windows";
  if (platform == fleet::Platform::Ios || platform == fleet::Platform::MacOs) id = "apple";
  const relying::RelyingParty* party = relying::find_relying_party(id);
  PKI_ASSERT(party != nullptr);
  return party;
}

bool is_anchor_on(fleet::Platform platform, std::string_view store, const x509::Certificate& certificate) {
  return is_anchor_in(platform, store, x509::is_self_signed(certificate));
}

bool sends_intermediates(fleet::Platform platform) { return !fleet::is_android(platform); }

Result<Publication> publish_all(const cloudpki::tenant::Tenant& tenant, const Estate& estate) {
  Publication publication{.entries = cloudpki::tenant::published(tenant)};
  PKI_TRY(std::vector<repository::Entry> of_servers, cloudpki::private_pki::publish(*estate.server_pki, tenant.clock));
  publication.entries.insert(publication.entries.end(), std::make_move_iterator(of_servers.begin()),
                             std::make_move_iterator(of_servers.end()));
  return publication;
}

std::vector<repository::Entry> standing_entries(const Publication& publication, const Estate& estate) {
  std::vector<repository::Entry> entries = publication.entries;
  for (repository::Entry& entry : entries) {
    const auto lapsed = std::find_if(estate.lapsed.begin(), estate.lapsed.end(),
                                     [&](const LapsedCrl& each) { return each.url == entry.url; });
    if (lapsed != estate.lapsed.end()) entry.data = lapsed->crl;
  }
  return entries;
}

Scene make_scene(const cloudpki::tenant::Tenant& tenant, const Estate& estate, const Publication& publication,
                 const std::vector<std::string>& devices) {
  Scene scene{.at = tenant.clock, .devices = {}, .services = {}, .repository = {}, .repository_digest = {}};
  std::vector<repository::Entry> entries = standing_entries(publication, estate);
  const std::vector<x509::CrlPtr> published = crls_in(entries);
  ByteVector digests;
  for (repository::Entry& entry : entries) {
    for (const Bytes part : {as_bytes(entry.url), Bytes(entry.data)}) {
      const ByteVector digest = crypto::digest(crypto::HashAlgorithm::Sha256, part);
      digests.insert(digests.end(), digest.begin(), digest.end());
    }
    scene.repository.add(entry.url, std::move(entry.data));
  }
  scene.repository_digest = crypto::digest(crypto::HashAlgorithm::Sha256, digests);

  SelfSigned self_signed;
  for (const fleet::Device& device : tenant.fleet.devices) {
    if (!devices.empty() && std::find(devices.begin(), devices.end(), device.id) == devices.end()) continue;
    scene.devices.push_back(view_of(tenant.fleet, device, estate, self_signed));
  }
  for (const Service& service : estate.services) {
    const ServiceKindRow& kind = kind_row(service.kind);
    ServiceView view{.service = &service, .kind = &kind, .party = nullptr, .crls = {}};
    if (!kind.party.empty()) {
      view.party = relying::find_relying_party(kind.party);
      PKI_ASSERT(view.party != nullptr);
    }
    if (service.crl_supply == CrlSupply::Files) view.crls = service.crl_files;
    if (service.crl_supply == CrlSupply::Job && service.routes.crl) view.crls = published;
    scene.services.push_back(std::move(view));
  }
  return scene;
}

}  // namespace pki::estate
