#pragma once
// Checks that weigh more or less with one relying party than by the letter of RFC 5280: what OpenSSL makes of policies
// (nothing, unless asked), what it makes of key identifiers (a mismatch refuses), and so on.

#include <cstdint>
#include <vector>

#include "base/rule.h"
#include "path/check.h"

namespace pki::path {

/// What a demand that RFC 5280 leaves to the relying party does to a path that does not meet it.
enum class Reaction : std::uint8_t { Ignore, Warn, Refuse };

/// The certificates of a path that a reaction is about.
enum class PathPart : std::uint8_t { Whole, Target, Cas };

/// How much one check weighs.
///   Ignore  the check is not made: its step is skipped, and says so
///   Warn    what would refuse the path only warns
///   Refuse  what would only warn refuses the path
/// Where rules are named, a reaction is about their findings alone: Ignore drops them, Refuse refuses for them and
/// leaves the others as they are. Where one ignores or warns, what could not be judged is skipped.
struct CheckReaction {
  const Check* check = nullptr;
  PathPart part = PathPart::Whole;
  Reaction reaction = Reaction::Ignore;
  /// Empty: all that the check finds.
  std::vector<const Rule*> rules = {};
};

using CheckReactions = std::vector<CheckReaction>;

struct Judgement;

/// The reaction to all that `check` finds for a certificate in this part of the path (Whole: a step about the whole
/// path, which only reactions to the whole path are about), or null where there is none. Of several the last counts.
const CheckReaction* find_reaction(const CheckReactions& reactions, const Check& check, PathPart part);

/// True if nothing that the check finds counts.
bool is_ignored(const CheckReactions& reactions, const Check& check, PathPart part);

/// True if something that the check finds in this part of the path may count for less than by itself.
bool is_softened(const CheckReactions& reactions, const Check& check, PathPart part);

/// The judgement of `check` as this relying party weighs it.
Judgement react(const CheckReactions& reactions, const Check& check, PathPart part, Judgement judgement);

}  // namespace pki::path
