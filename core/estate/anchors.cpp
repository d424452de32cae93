#include "estate/anchors.h"

#include <algorithm>
#include <map>

namespace pki::estate {
namespace {

using x509::CertificatePtr;

void take_out(Store& store, const CertificatePtr& certificate) {
  const auto same = [&](const CertificatePtr& each) { return equal(each->fingerprint(), certificate->fingerprint()); };
  std::erase_if(store.roots, same);
  std::erase_if(store.intermediates, same);
}

/// The conversations that work in the scene and do not where nobody holds the certificate.
std::size_t count_stopped(const Scene& scene, std::span<const Conversation> conversations,
                          const CertificatePtr& anchor) {
  Scene without = scene;
  for (DeviceView& device : without.devices) take_out(device.store, anchor);
  // Services are shared with the estate: the scene without the anchor has copies of its own.
  std::vector<Service> services;
  services.reserve(scene.services.size());
  for (ServiceView& view : without.services) {
    services.push_back(*view.service);
    take_out(services.back().store, anchor);
    view.service = &services.back();
  }
  Judge judge(without);
  std::size_t stopped = 0;
  for (const Conversation& each : conversations) {
    if (each.outcome != Outcome::Works) continue;
    const bool relies = (each.of_server != nullptr && each.of_server->anchor != nullptr &&
                         equal(each.of_server->anchor->fingerprint(), anchor->fingerprint())) ||
                        (each.of_client != nullptr && each.of_client->anchor != nullptr &&
                         equal(each.of_client->anchor->fingerprint(), anchor->fingerprint()));
    if (!relies) continue;
    if (converse(without, judge, each.device, each.service).outcome != Outcome::Works) ++stopped;
  }
  return stopped;
}

}  // namespace

AnchorMap find_anchors(const Scene& scene, std::span<const Conversation> conversations) {
  std::map<std::string, AnchorUse> uses;
  const auto use_of = [&](const CertificatePtr& certificate) -> AnchorUse& {
    AnchorUse& use = uses[fingerprint_of(*certificate)];
    if (use.anchor == nullptr) use.anchor = certificate;
    return use;
  };
  for (const Conversation& each : conversations) {
    const auto note = [&](const VerdictPtr& verdict, Reliance::Side side) {
      if (verdict != nullptr && verdict->anchor != nullptr) {
        use_of(verdict->anchor).reliances.push_back({each.device, each.service, side});
      }
    };
    note(each.of_server, Reliance::Side::Device);
    note(each.of_client, Reliance::Side::Service);
  }
  for (const DeviceView& device : scene.devices) {
    for (const CertificatePtr& root : device.store.roots) use_of(root);
  }
  for (const ServiceView& service : scene.services) {
    for (const CertificatePtr& root : service.service->store.roots) use_of(root);
  }
  AnchorMap map;
  for (auto& [fingerprint, use] : uses) {
    if (!use.reliances.empty()) use.would_stop = count_stopped(scene, conversations, use.anchor);
    map.anchors.push_back(std::move(use));
  }
  std::stable_sort(map.anchors.begin(), map.anchors.end(),
                   [](const AnchorUse& a, const AnchorUse& b) { return a.reliances.size() > b.reliances.size(); });
  return map;
}

}  // namespace pki::estate
