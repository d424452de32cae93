#pragma once
// One question, asked of many relying parties.

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "path/builder.h"
#include "relying/fault.h"
#include "relying/profile.h"
#include "repository/gather.h"

namespace pki::relying {

/// What one relying party makes of a question.
struct Opinion {
  const RelyingParty* party = nullptr;
  /// What it fetched; the report is about the question with that.
  repository::Gathered gathered;
  path::Report report;
  /// What it refuses the best path for; null where it accepts, or where the reason belongs to no fault.
  const Fault* fault = nullptr;
};

/// Many relying parties share the bounds of one check (path/options.h): each has this part of them, and each keeps this
/// many paths, of which the best alone is shown.
inline constexpr std::size_t kShareOfLimits = 8;
inline constexpr std::size_t kPathsOfAnOpinion = 4;

/// The network that relying parties find.
struct Network {
  /// What stands at URLs; null where there is no network, and nobody fetches anything.
  const repository::VirtualRepository* repository = nullptr;
  /// What everybody follows; nothing: each what its rows say (follow_of).
  std::optional<repository::Follow> follow = {};
};

/// Makes the bounds of a question smaller: what each of many has of them.
void share_limits(path::Limits& limits);

/// Judges a question whose options are the party's own already (options_for, and what else shall differ), with what was
/// fetched for it.
Opinion judge(path::PathQuestion question, const RelyingParty& party, repository::Gathered gathered,
              path::SignatureCache& signatures);

/// Asks all of `parties`, in their order. The question's options are the base that options_for() changes.
std::vector<Opinion> ask_all(const path::PathQuestion& question, std::span<const RelyingParty* const> parties,
                             const Network& network = {});

/// What the party says of the fault, in its own words: one for each language that it speaks, the likeliest.
std::vector<std::pair<Product, const Word*>> words_for(const RelyingParty& party, const Fault& fault);

/// The relying parties that look for the fault: those whose words name it or whose rows ask for it.
std::vector<const RelyingParty*> enforced_by(FaultId fault);

}  // namespace pki::relying
