#include "estate/cure.h"

#include <algorithm>

#include "cloudpki/fleet/delivery.h"
#include "cloudpki/tenant/status.h"
#include "estate/create.h"
#include "estate/rules.h"

namespace pki::estate {
namespace {

namespace fleet = cloudpki::fleet;
namespace tenants = cloudpki::tenant;
using x509::CertificatePtr;

constexpr std::size_t kLargestCure = 3;
/// Deep enough for every chain that the model can make.
constexpr std::uint32_t kDeepEnough = 4;

/// Tries changes on a copy of the estate that has one device and one service only.
class Search {
 public:
  Search(const tenants::Tenant& tenant, const Estate& estate, std::string device, std::string service)
      : tenant_(tenant), estate_(estate), device_(std::move(device)), service_(std::move(service)) {}

  Result<Cures> run() {
    PKI_TRY(publication_, publish_all(tenant_, estate_));
    small_ = estate_;
    std::erase_if(small_.services, [&](const Service& each) { return each.id != service_; });
    std::erase_if(small_.devices, [&](const DeviceChange& each) { return each.device != device_; });
    const Scene scene = make_scene(tenant_, small_, publication_, {device_});
    PKI_ASSERT(scene.devices.size() == 1 && scene.services.size() == 1);
    Judge judge(scene);
    const Conversation now = converse(scene, judge, 0, 0);
    if (now.outcome == Outcome::Works) return std::move(cures_);
    collect(scene, now);
    advise(scene, now);
    for (std::size_t size = 1; size <= kLargestCure && cures_.cures.empty() && !cures_.stopped; ++size) try_size(size);
    return std::move(cures_);
  }

 private:
  void offer(ChangeKind kind, std::string holder, CertificatePtr certificate = {}, std::string word = {},
             std::uint32_t number = 0) {
    candidates_.push_back({kind, std::move(holder), std::move(certificate), std::move(word), number});
  }

  void offer_chain(const std::string& holder, const std::vector<CertificatePtr>& root_first, const Store& held) {
    for (const CertificatePtr& certificate : root_first) {
      const bool root = certificate == root_first.front();
      const auto& list = root ? held.roots : held.intermediates;
      const bool there = std::any_of(list.begin(), list.end(), [&](const CertificatePtr& each) {
        return equal(each->fingerprint(), certificate->fingerprint());
      });
      if (!there) offer(root ? ChangeKind::AddRoot : ChangeKind::AddIntermediate, holder, certificate);
    }
  }

  /// What could help, the most usual first.
  void collect(const Scene& scene, const Conversation& now) {
    const DeviceView& device = scene.devices.front();
    const ServiceView& service = scene.services.front();
    if (now.of_server && !now.of_server->accepted) {
      offer_chain(device_, server_chain(estate_), device.store);
      if (!device.routes.aia) offer(ChangeKind::OpenAia, device_);
      if (!device.routes.crl) offer(ChangeKind::OpenCrl, device_);
      offer(ChangeKind::RenewServer, service_);
    }
    if (now.of_client && !now.of_client->accepted) {
      const Service& own = *service.service;
      for (const ClientChain& chain : client_chains(tenant_)) offer_chain(service_, chain.certificates, own.store);
      for (const ClientChain& chain : client_chains(tenant_)) {
        if (own.accounts == Accounts::ActiveDirectory) {
          offer(ChangeKind::AddNtAuth, service_, chain.certificates.back());
        }
      }
      if (!own.routes.aia) offer(ChangeKind::OpenAia, service_);
      if (!own.routes.crl) offer(ChangeKind::OpenCrl, service_);
      for (const LapsedCrl& lapsed : estate_.lapsed) offer(ChangeKind::RestoreCrl, {}, {}, lapsed.url);
      if (own.crl_supply != CrlSupply::Job) offer(ChangeKind::Supply, service_, {}, "job");
      offer(ChangeKind::SetDepth, service_, {}, {}, kDeepEnough);
      offer(ChangeKind::Sending, device_, {}, "with-intermediates");
    }
  }

  void advise(const Scene& scene, const Conversation& now) {
    const DeviceView& device = scene.devices.front();
    if (now.outcome == Outcome::NoIdentity) {
      cures_.in_the_tenant.push_back(render_cure(Finding{&rules::kNoIdentity, {}, {}}));
    }
    if (!now.of_client || now.of_client->accepted || !now.identity) return;
    const x509::Certificate& shown = *device.identities[*now.identity].certificate;
    if (tenants::end_of(shown) < scene.at) {
      cures_.in_the_tenant.emplace_back(
          "The device's certificate has expired: let the device check in, so that it is renewed");
    }
    if (now.of_client->fault != nullptr && now.of_client->fault->fault == relying::FaultId::Revoked) {
      cures_.in_the_tenant.emplace_back("The certificate is revoked, and stays so: let the device enrol for a new one");
    }
    if (now.of_client->reason && now.of_client->reason->rule == &rules::kNoStrongMapping) {
      cures_.in_the_tenant.push_back(render_cure(*now.of_client->reason));
    }
  }

  bool works_with(const std::vector<std::size_t>& chosen) {
    ++cures_.tried;
    Estate changed = small_;
    for (const std::size_t index : chosen) {
      if (!apply(tenant_, changed, candidates_[index]).ok()) return false;
    }
    const Scene scene = make_scene(tenant_, changed, publication_, {device_});
    Judge judge(scene);
    return converse(scene, judge, 0, 0).outcome == Outcome::Works;
  }

  /// Every set of this size, in the order of the candidates.
  void try_size(std::size_t size) {
    if (size > candidates_.size()) return;
    std::vector<std::size_t> chosen(size);
    for (std::size_t i = 0; i < size; ++i) chosen[i] = i;
    while (true) {
      if (cures_.tried == kMostTrials) {
        cures_.stopped = true;
        return;
      }
      if (works_with(chosen)) {
        Cure cure;
        for (const std::size_t index : chosen) cure.changes.push_back(candidates_[index]);
        cures_.cures.push_back(std::move(cure));
      }
      // The next set: the last index that can still go up, and those behind it.
      std::size_t place = size;
      while (place > 0 && chosen[place - 1] == candidates_.size() - size + place - 1) --place;
      if (place == 0) return;
      ++chosen[place - 1];
      for (std::size_t i = place; i < size; ++i) chosen[i] = chosen[i - 1] + 1;
    }
  }

  const tenants::Tenant& tenant_;
  const Estate& estate_;
  std::string device_;
  std::string service_;
  Publication publication_;
  Estate small_;
  std::vector<Change> candidates_;
  Cures cures_;
};

}  // namespace

Result<Cures> find_cures(const tenants::Tenant& tenant, const Estate& estate, const std::string& device,
                         const std::string& service) {
  const fleet::Device* found_device = fleet::find_device(tenant.fleet, device);
  const Service* found_service = find_service(estate, service);
  if (found_device == nullptr) return Finding{&rules::kNoSuch, {}, {{"kind", "device"}, {"name", device}}};
  if (found_service == nullptr) return Finding{&rules::kNoSuch, {}, {{"kind", "service"}, {"name", service}}};
  return Search(tenant, estate, found_device->id, found_service->id).run();
}

}  // namespace pki::estate
