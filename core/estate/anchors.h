#pragma once
// The trust anchor finder: where each conversation lands, who relies on each anchor, and what would stop without it.

#include <vector>

#include "estate/conversation.h"

namespace pki::estate {

/// A conversation that relies on an anchor. Indexes are those of the scene.
struct Reliance {
  std::size_t device = 0;
  std::size_t service = 0;
  /// Whose judgement ends at the anchor: the device's of the server, or the service's of the device.
  enum class Side : std::uint8_t { Device, Service } side = Side::Device;
};

struct AnchorUse {
  x509::CertificatePtr anchor;
  std::vector<Reliance> reliances;
  /// How many conversations would stop working if nobody trusted it any more, expired or was replaced: each was decided
  /// anew without it.
  std::size_t would_stop = 0;
};

struct AnchorMap {
  /// Those that are relied on most first, then those that somebody holds and nobody relies on.
  std::vector<AnchorUse> anchors;
};

/// Finds the anchors of these conversations, which must be all of the scene.
AnchorMap find_anchors(const Scene& scene, std::span<const Conversation> conversations);

}  // namespace pki::estate
