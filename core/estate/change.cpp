#include "estate/change.h"

#include <algorithm>
#include <array>

#include "asn1/oids.h"
#include "ca/crl_issue.h"
#include "cloudpki/fleet/model.h"
#include "cloudpki/tenant/publish.h"
#include "cloudpki/tenant/urls.h"
#include "estate/create.h"
#include "estate/rules.h"
#include "estate/scene.h"

namespace pki::estate {
namespace {

namespace fleet = cloudpki::fleet;
namespace tenants = cloudpki::tenant;
using x509::CertificatePtr;

constexpr std::array<std::string_view, 18> kNames = {
    "remove",   "add-root", "add-intermediate", "add-nt-auth",     "remove-nt-auth", "open-aia",
    "cut-aia",  "open-crl", "cut-crl",          "set-depth",       "revocation",     "supply",
    "accounts", "sending",  "renew-server",     "send-leaf-alone", "lapse-crl",      "restore-crl"};

/// How long ago a lapsed CRL was published, and since when it has run out, in seconds.
constexpr std::int64_t kLapsedAge = 8 * kSecondsPerDay;
constexpr std::int64_t kLapsedSince = kSecondsPerDay;

Finding no_such(std::string kind, std::string name) {
  return {&rules::kNoSuch, {}, {{"kind", std::move(kind)}, {"name", std::move(name)}}};
}

bool same(const CertificatePtr& a, const CertificatePtr& b) { return equal(a->fingerprint(), b->fingerprint()); }

/// True where something was taken out.
bool take_out(std::vector<CertificatePtr>& list, const CertificatePtr& certificate) {
  return std::erase_if(list, [&](const CertificatePtr& each) { return same(each, certificate); }) > 0;
}

void put_in(std::vector<CertificatePtr>& list, const CertificatePtr& certificate) {
  if (std::none_of(list.begin(), list.end(), [&](const CertificatePtr& each) { return same(each, certificate); })) {
    list.push_back(certificate);
  }
}

std::vector<ca::RevokedCertificate> revoked_by(const x509::Crl& crl) {
  std::vector<ca::RevokedCertificate> revoked;
  x509::CrlEntryReader reader(crl.entries());
  while (const auto entry = reader.next()) {
    if (!entry->revocation_date) continue;
    revoked.push_back({.serial = to_vector(entry->serial.octets), .date = entry->revocation_date->time});
  }
  return revoked;
}

/// The word's value, or nothing.
template <typename Enum>
std::optional<Enum> value_of(std::string_view word, std::string_view (*name)(Enum), std::initializer_list<Enum> all) {
  for (const Enum each : all) {
    if (name(each) == word) return each;
  }
  return {};
}

/// One change at work.
class Worker {
 public:
  Worker(const tenants::Tenant& tenant, Estate& estate, const Change& change)
      : tenant_(tenant), estate_(estate), change_(change) {}

  Status run() {
    if (change_.kind == ChangeKind::LapseCrl) return lapse();
    if (change_.kind == ChangeKind::RestoreCrl) return restore();
    if (Service* service = find_service(estate_, change_.holder)) return change_service(*service);
    const fleet::Device* device = fleet::find_device(tenant_.fleet, change_.holder);
    if (device == nullptr) return no_such("device or service", change_.holder);
    return change_device(*device);
  }

 private:
  Status change_service(Service& service) {
    const CertificatePtr& certificate = change_.certificate;
    switch (change_.kind) {
      case ChangeKind::Remove: {
        if (certificate == nullptr) return no_such("certificate", "");
        const bool root = take_out(service.store.roots, certificate);
        const bool intermediate = take_out(service.store.intermediates, certificate);
        if (!root && !intermediate) return Finding{&rules::kNotHeld, {}, {{"holder", service.name}}};
        return {};
      }
      case ChangeKind::AddRoot:
        return add(service.store.roots);
      case ChangeKind::AddIntermediate:
        return add(service.store.intermediates);
      case ChangeKind::AddNtAuth:
        return add(service.nt_auth);
      case ChangeKind::RemoveNtAuth:
        if (certificate == nullptr || !take_out(service.nt_auth, certificate)) {
          return Finding{&rules::kNotHeld, {}, {{"holder", service.name}}};
        }
        return {};
      case ChangeKind::OpenAia:
      case ChangeKind::CutAia:
      case ChangeKind::OpenCrl:
      case ChangeKind::CutCrl:
        set_route(service.routes);
        return {};
      case ChangeKind::SetDepth:
        service.verify_depth = change_.number;
        return {};
      case ChangeKind::Revocation:
        return set(service.revocation, revocation_demand_name,
                   {RevocationDemand::AsProduct, RevocationDemand::Off, RevocationDemand::Required});
      case ChangeKind::Supply:
        return set(service.crl_supply, crl_supply_name, {CrlSupply::None, CrlSupply::Job, CrlSupply::Files});
      case ChangeKind::Accounts:
        return set(service.accounts, accounts_name, {Accounts::None, Accounts::ActiveDirectory});
      case ChangeKind::RenewServer:
        if (service.sent.empty()) return Finding{&rules::kNotHeld, {}, {{"holder", service.name}}};
        return renew_server(estate_, service, tenant_.clock);
      case ChangeKind::SendLeafAlone:
        if (service.sent.size() > 1) service.sent.resize(1);
        return {};
      case ChangeKind::Sending:
      case ChangeKind::LapseCrl:
      case ChangeKind::RestoreCrl:
        break;
    }
    return no_such("device", change_.holder);
  }

  Status change_device(const fleet::Device& device) {
    switch (change_.kind) {
      case ChangeKind::Remove:
        return remove_from(device);
      case ChangeKind::AddRoot:
        return give(device, change_of(estate_, device.id).added.roots);
      case ChangeKind::AddIntermediate:
        return give(device, change_of(estate_, device.id).added.intermediates);
      case ChangeKind::OpenAia:
      case ChangeKind::CutAia:
      case ChangeKind::OpenCrl:
      case ChangeKind::CutCrl:
        set_route(change_of(estate_, device.id).routes);
        return {};
      case ChangeKind::Sending:
        return set(change_of(estate_, device.id).sending, sending_name,
                   {Sending::AsPlatform, Sending::LeafAlone, Sending::WithIntermediates});
      case ChangeKind::AddNtAuth:
      case ChangeKind::RemoveNtAuth:
      case ChangeKind::SetDepth:
      case ChangeKind::Revocation:
      case ChangeKind::Supply:
      case ChangeKind::Accounts:
      case ChangeKind::RenewServer:
      case ChangeKind::SendLeafAlone:
      case ChangeKind::LapseCrl:
      case ChangeKind::RestoreCrl:
        break;
    }
    return no_such("service", change_.holder);
  }

  Status add(std::vector<CertificatePtr>& list) {
    if (change_.certificate == nullptr) return no_such("certificate", "");
    put_in(list, change_.certificate);
    return {};
  }

  /// What a profile brought and was taken out is there again when it is given back.
  Status give(const fleet::Device& device, std::vector<CertificatePtr>& list) {
    if (change_.certificate == nullptr) return no_such("certificate", "");
    std::erase(change_of(estate_, device.id).removed, fingerprint_of(*change_.certificate));
    put_in(list, change_.certificate);
    return {};
  }

  Status remove_from(const fleet::Device& device) {
    if (change_.certificate == nullptr) return no_such("certificate", "");
    DeviceChange& own = change_of(estate_, device.id);
    bool found = take_out(own.added.roots, change_.certificate);
    found = take_out(own.added.intermediates, change_.certificate) || found;
    const std::string fingerprint = fingerprint_of(*change_.certificate);
    if (on_device(device, fingerprint)) {
      found = true;
      if (std::find(own.removed.begin(), own.removed.end(), fingerprint) == own.removed.end()) {
        own.removed.push_back(fingerprint);
      }
    }
    if (!found) return Finding{&rules::kNotHeld, {}, {{"holder", device.name}}};
    return {};
  }

  bool on_device(const fleet::Device& device, const std::string& fingerprint) const {
    const fleet::DeviceState* state = fleet::find_state(tenant_.fleet, device.id);
    if (state == nullptr) return false;
    const auto named = [&](const auto& each) { return fingerprint_of(*each.certificate) == fingerprint; };
    return std::any_of(state->trusted.begin(), state->trusted.end(), named) ||
           std::any_of(state->identities.begin(), state->identities.end(), named);
  }

  void set_route(Routes& routes) const {
    if (change_.kind == ChangeKind::OpenAia) routes.aia = true;
    if (change_.kind == ChangeKind::CutAia) routes.aia = false;
    if (change_.kind == ChangeKind::OpenCrl) routes.crl = true;
    if (change_.kind == ChangeKind::CutCrl) routes.crl = false;
  }

  template <typename Enum>
  Status set(Enum& place, std::string_view (*name)(Enum), std::initializer_list<Enum> all) {
    const std::optional<Enum> value = value_of<Enum>(change_.word, name, all);
    if (!value) return no_such("setting", change_.word);
    place = *value;
    return {};
  }

  Status lapse() {
    PKI_TRY(ByteVector crl, last_crl_at(change_.word));
    const auto known = std::find_if(estate_.lapsed.begin(), estate_.lapsed.end(),
                                    [&](const LapsedCrl& each) { return each.url == change_.word; });
    if (known != estate_.lapsed.end()) {
      known->crl = std::move(crl);
    } else {
      estate_.lapsed.push_back({change_.word, std::move(crl)});
    }
    return {};
  }

  Status restore() {
    const auto same_url = [&](const LapsedCrl& each) { return each.url == change_.word; };
    if (std::erase_if(estate_.lapsed, same_url) == 0) return no_such("lapsed CRL", change_.word);
    return {};
  }

  /// The CRL that was published last at this URL when its publication stopped, and ran out yesterday: what was revoked
  /// by then is on it.
  Result<ByteVector> last_crl_at(const std::string& url) {
    for (const tenants::Ca& ca : tenant_.cas) {
      for (const tenants::CaVersion& version : ca.versions) {
        if (version.certificate == nullptr || tenants::crl_url(tenant_, ca, version.number) != url) continue;
        return old_crl(*version.certificate, version.private_key, version.crl ? version.crl->der : ByteVector());
      }
    }
    for (std::size_t i = 0; i < estate_.server_pki->cas.size(); ++i) {
      if (cloudpki::private_pki::crl_url(*estate_.server_pki, i) != url) continue;
      const cloudpki::private_pki::PrivateCa& ca = estate_.server_pki->cas[i];
      return old_crl(*ca.certificate, ca.private_key, {});
    }
    return no_such("CRL at", url);
  }

  Result<ByteVector> old_crl(const x509::Certificate& issuer, const crypto::SecretBytes& private_key, ByteVector now) {
    const Time published{tenant_.clock.seconds - kLapsedAge};
    ca::CrlIssueInput input{.this_update = published,
                            .next_update = Time{tenant_.clock.seconds - kLapsedSince},
                            .issuer_faults = ca::IssuerFaults::Keep};
    if (!now.empty()) {
      PKI_TRY(const x509::CrlPtr current, x509::Crl::parse(std::move(now)));
      for (const ca::RevokedCertificate& entry : revoked_by(*current)) {
        if (entry.date <= published) input.revoked.push_back(entry);
      }
    }
    PKI_TRY(const crypto::PrivateKey key, crypto::PrivateKey::from_pkcs8(private_key.view()));
    PKI_TRY(ca::IssuedCrl issued, ca::issue_crl(input, {.key = key, .certificate = &issuer}));
    return std::move(issued.der);
  }

  const tenants::Tenant& tenant_;
  Estate& estate_;
  const Change& change_;
};

std::string holder_name(const tenants::Tenant& tenant, const Estate& estate, const std::string& holder) {
  if (const Service* service = find_service(estate, holder)) return service->name;
  const fleet::Device* device = fleet::find_device(tenant.fleet, holder);
  return device == nullptr ? holder : device->name;
}

/// «Contoso Root CA».
std::string quoted(const CertificatePtr& certificate) {
  if (certificate == nullptr) return "the certificate";
  return "«" + certificate->subject().last(asn1::oids::kCommonName).value_or("?") + "»";
}

}  // namespace

std::string_view change_kind_name(ChangeKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::span<const std::string_view> change_kind_names() { return kNames; }

Status apply(const tenants::Tenant& tenant, Estate& estate, const Change& change) {
  return Worker(tenant, estate, change).run();
}

std::string sentence_of(const tenants::Tenant& tenant, const Estate& estate, const Change& change) {
  const std::string holder = holder_name(tenant, estate, change.holder);
  const std::string certificate = quoted(change.certificate);
  switch (change.kind) {
    case ChangeKind::Remove:
      return "Take " + certificate + " out of the stores of " + holder;
    case ChangeKind::AddRoot:
      return "Put " + certificate + " among the trusted roots of " + holder;
    case ChangeKind::AddIntermediate:
      return "Put " + certificate + " among the intermediate CAs of " + holder;
    case ChangeKind::AddNtAuth:
      return "Put " + certificate + " into the NTAuth store that " + holder + " asks";
    case ChangeKind::RemoveNtAuth:
      return "Take " + certificate + " out of the NTAuth store that " + holder + " asks";
    case ChangeKind::OpenAia:
      return "Let " + holder + " reach the URLs of issuers' certificates (AIA)";
    case ChangeKind::CutAia:
      return "Cut the route of " + holder + " to the URLs of issuers' certificates (AIA)";
    case ChangeKind::OpenCrl:
      return "Let " + holder + " reach the CRLs (CDP)";
    case ChangeKind::CutCrl:
      return "Cut the route of " + holder + " to the CRLs (CDP)";
    case ChangeKind::SetDepth:
      return "Let " + holder + " take " + std::to_string(change.number) + " intermediate CAs (verify depth)";
    case ChangeKind::Revocation:
      return "Set revocation checking of " + holder + " to " + change.word;
    case ChangeKind::Supply:
      return "Supply " + holder + " with CRLs by: " + change.word;
    case ChangeKind::Accounts:
      return "Let " + holder + " find accounts by: " + change.word;
    case ChangeKind::Sending:
      return "Let " + holder + " send its certificates " + change.word;
    case ChangeKind::RenewServer:
      return "Give " + holder + " a new server certificate";
    case ChangeKind::SendLeafAlone:
      return "Let " + holder + " send its own certificate alone";
    case ChangeKind::LapseCrl:
      return "Publish the CRL at " + change.word + " no more";
    case ChangeKind::RestoreCrl:
      break;
  }
  return "Publish the CRL at " + change.word + " again";
}

}  // namespace pki::estate
