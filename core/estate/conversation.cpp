#include "estate/conversation.h"

#include <algorithm>

#include "base/progress.h"
#include "estate/rules.h"

namespace pki::estate {
namespace {

/// Which identity is shown, and what the service makes of it.
void show_identity(const DeviceView& device, const ServiceView& service, Judge& judge, Conversation& conversation) {
  for (std::size_t i = 0; i < device.identities.size(); ++i) {
    const VerdictPtr verdict = judge.of_client(service, device.identities[i]);
    if (conversation.identity && !verdict->accepted) continue;
    conversation.identity = i;
    conversation.of_client = verdict;
    if (verdict->accepted) return;
  }
}

Outcome outcome_of(const Conversation& conversation, Talk talk) {
  const bool device_refuses = conversation.of_server && !conversation.of_server->accepted;
  const bool service_refuses = conversation.of_client && !conversation.of_client->accepted;
  if (device_refuses) return service_refuses ? Outcome::BothRefuse : Outcome::DeviceRefuses;
  if (service_refuses) return Outcome::ServiceRefuses;
  if (talk != Talk::Visit && !conversation.identity) return Outcome::NoIdentity;
  return Outcome::Works;
}

}  // namespace

std::string_view outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::Works:
      return "works";
    case Outcome::DeviceRefuses:
      return "device-refuses";
    case Outcome::ServiceRefuses:
      return "service-refuses";
    case Outcome::BothRefuse:
      return "both-refuse";
    case Outcome::NoIdentity:
      break;
  }
  return "no-identity";
}

Conversation converse(const Scene& scene, Judge& judge, std::size_t device_index, std::size_t service_index) {
  const DeviceView& device = scene.devices[device_index];
  const ServiceView& service = scene.services[service_index];
  const Talk talk = service.kind->talk;
  Conversation conversation{.device = device_index, .service = service_index};
  if (talk != Talk::SignIn) conversation.of_server = judge.of_server(device, service);
  if (talk != Talk::Visit) show_identity(device, service, judge, conversation);
  conversation.outcome = outcome_of(conversation, talk);
  return conversation;
}

std::vector<Conversation> converse_all(const Scene& scene, Judge& judge, Slice slice) {
  std::vector<Conversation> all;
  const std::size_t first = std::min(slice.first, scene.devices.size());
  const std::size_t count = std::min(slice.count, scene.devices.size() - first);
  all.reserve(count * scene.services.size());
  for (std::size_t device = first; device < first + count; ++device) {
    for (std::size_t service = 0; service < scene.services.size(); ++service) {
      all.push_back(converse(scene, judge, device, service));
    }
    report_progress(device + 1 - first, count);
  }
  return all;
}

std::size_t count_working(std::span<const Conversation> conversations) {
  return static_cast<std::size_t>(
      std::count_if(conversations.begin(), conversations.end(),
                    [](const Conversation& each) { return each.outcome == Outcome::Works; }));
}

}  // namespace pki::estate
