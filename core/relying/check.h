#pragma once
// One question, asked of many relying parties.

#include <span>
#include <utility>
#include <vector>

#include "path/builder.h"
#include "relying/fault.h"
#include "relying/profile.h"

namespace pki::relying {

/// What one relying party makes of a question.
struct Opinion {
  const RelyingParty* party = nullptr;
  path::Report report;
  /// What it refuses the best path for; null where it accepts, or where the reason belongs to no fault.
  const Fault* fault = nullptr;
};

/// Many relying parties share the bounds of one check (path/options.h): each has this part of them, and each keeps this
/// many paths, of which the best alone is shown.
inline constexpr std::size_t kShareOfLimits = 8;
inline constexpr std::size_t kPathsOfAnOpinion = 4;

/// Asks all of `parties`, in their order. The question's options are the base that options_for() changes.
std::vector<Opinion> ask_all(const path::PathQuestion& question, std::span<const RelyingParty* const> parties);

/// What the party says of the fault, in its own words: one for each language that it speaks, the likeliest.
std::vector<std::pair<Product, const Word*>> words_for(const RelyingParty& party, const Fault& fault);

/// The relying parties that look for the fault: those whose words name it or whose rows ask for it.
std::vector<const RelyingParty*> enforced_by(FaultId fault);

}  // namespace pki::relying
