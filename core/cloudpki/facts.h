#pragma once
// The facts about Cloud PKI that the model follows, one sentence each, with what each stands on. Every fact has a test
// whose name begins with its id (tests/checks/facts.py holds the two together, and docs/cloud-pki-facts.md to both).

#include <span>
#include <string_view>

#include "cloudpki/ground.h"

namespace pki::cloudpki {

/// One fact. Always a constant with static storage.
struct Fact {
  /// "tenant.two_tiers": stable and unique.
  std::string_view id;
  /// A sentence, with its full stop.
  std::string_view statement;
  Ground ground = Ground::Documented;
  /// The document's title and, where it matters, its date; for Sense what it follows from.
  std::string_view source;
};

/// All of them, by area.
std::span<const Fact> facts();
/// The fact of this id, or null.
const Fact* find_fact(std::string_view id);

}  // namespace pki::cloudpki
