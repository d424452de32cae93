#pragma once
// A conversation of a device with a service: both directions of the mutual authentication, and the matrix of all of
// them.

#include <span>
#include <vector>

#include "estate/judge.h"

namespace pki::estate {

/// What comes of a conversation.
///   Works           both sides accept, as far as both judge
///   DeviceRefuses   the device refuses the server's certificate, before it shows its own
///   ServiceRefuses  the service refuses the device's certificate
///   BothRefuse      the device refuses, and if it did not the service would
///   NoIdentity      the device has no certificate to show (and accepts the server's, where it judges it)
enum class Outcome : std::uint8_t { Works, DeviceRefuses, ServiceRefuses, BothRefuse, NoIdentity };
/// "works", "device-refuses", "service-refuses", "both-refuse", "no-identity".
std::string_view outcome_name(Outcome outcome);

/// One conversation. Indexes are those of the scene.
struct Conversation {
  std::size_t device = 0;
  std::size_t service = 0;
  Outcome outcome = Outcome::Works;
  /// What the device makes of the server; null where it does not judge (Talk::SignIn).
  VerdictPtr of_server = {};
  /// What the service makes of the device's certificate; null where it does not judge (Talk::Visit), or the device has
  /// none.
  VerdictPtr of_client = {};
  /// Which of the device's identities was shown: the first that the service accepts, or else the first of all. The
  /// model of a Wi-Fi, VPN or browser setting that names the right one.
  std::optional<std::size_t> identity = {};
};

/// Decides one conversation.
Conversation converse(const Scene& scene, Judge& judge, std::size_t device, std::size_t service);

/// A part of the devices: from the first on, as many.
struct Slice {
  std::size_t first = 0;
  std::size_t count = SIZE_MAX;
};

/// Decides the conversations of these devices with all services, device by device.
std::vector<Conversation> converse_all(const Scene& scene, Judge& judge, Slice slice = {});

/// How many of them work.
std::size_t count_working(std::span<const Conversation> conversations);

}  // namespace pki::estate
