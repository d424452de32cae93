#pragma once
// The smallest change that makes a conversation work: found by trying, never by guessing. Each cure was applied to the
// estate, and the conversation decided anew.

#include <string>
#include <vector>

#include "estate/change.h"
#include "estate/conversation.h"

namespace pki::estate {

/// A cure: changes that together make the conversation work. None of them could be left out.
struct Cure {
  std::vector<Change> changes;
};

/// What was found.
struct Cures {
  /// All that are as small as the smallest: of one change, else of two, else of three. Empty where the conversation
  /// works, or nothing within the estate helps.
  std::vector<Cure> cures;
  /// What must be done in the tenant instead, in a sentence or two; empty where there is nothing known.
  std::vector<std::string> in_the_tenant;
  /// How many were tried.
  std::size_t tried = 0;
  /// True where the search ended before everything of that size was tried.
  bool stopped = false;
};

/// How many sets of changes are tried at most.
inline constexpr std::size_t kMostTrials = 600;

/// Finds the cures of a conversation of this device with this service (ids). Rules: estate.no_such, and those of
/// publish_all.
Result<Cures> find_cures(const cloudpki::tenant::Tenant& tenant, const Estate& estate, const std::string& device,
                         const std::string& service);

}  // namespace pki::estate
