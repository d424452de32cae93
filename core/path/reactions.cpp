#include "path/reactions.h"

#include <algorithm>

#include "path/describe.h"
#include "path/report.h"

namespace pki::path {
namespace {

bool is_about(const CheckReaction& reaction, const Finding& finding) {
  return std::find(reaction.rules.begin(), reaction.rules.end(), finding.rule) != reaction.rules.end();
}

// A reaction to all that a check found.
void react_to_all(Reaction reaction, Judgement& judgement) {
  switch (reaction) {
    case Reaction::Ignore:
      judgement = skipped("this relying party does not make the check");
      return;
    case Reaction::Warn:
      if (judgement.outcome == Outcome::Fail) judgement.outcome = Outcome::Warn;
      return;
    case Reaction::Refuse:
      if (judgement.outcome == Outcome::Warn) judgement.outcome = Outcome::Fail;
      return;
  }
}

// A reaction to the findings of some rules. A judgement has one weight, so it keeps the findings of the greater one.
void react_to_some(const CheckReaction& reaction, Judgement& judgement) {
  const bool found = std::any_of(judgement.findings.begin(), judgement.findings.end(),
                                 [&](const Finding& finding) { return is_about(reaction, finding); });
  if (!found) return;
  switch (reaction.reaction) {
    case Reaction::Ignore:
      std::erase_if(judgement.findings, [&](const Finding& finding) { return is_about(reaction, finding); });
      if (judgement.findings.empty()) judgement.outcome = Outcome::Pass;
      return;
    case Reaction::Warn: {
      const bool all = std::all_of(judgement.findings.begin(), judgement.findings.end(),
                                   [&](const Finding& finding) { return is_about(reaction, finding); });
      if (all && judgement.outcome == Outcome::Fail) judgement.outcome = Outcome::Warn;
      return;
    }
    case Reaction::Refuse:
      if (judgement.outcome != Outcome::Warn) return;
      std::erase_if(judgement.findings, [&](const Finding& finding) { return !is_about(reaction, finding); });
      judgement.outcome = Outcome::Fail;
      return;
  }
}

bool applies(const CheckReaction& reaction, const Check& check, PathPart part) {
  return reaction.check == &check && (reaction.part == PathPart::Whole || reaction.part == part);
}

}  // namespace

const CheckReaction* find_reaction(const CheckReactions& reactions, const Check& check, PathPart part) {
  const CheckReaction* found = nullptr;
  for (const CheckReaction& reaction : reactions) {
    if (applies(reaction, check, part) && reaction.rules.empty()) found = &reaction;
  }
  return found;
}

bool is_ignored(const CheckReactions& reactions, const Check& check, PathPart part) {
  const CheckReaction* reaction = find_reaction(reactions, check, part);
  return reaction != nullptr && reaction->reaction == Reaction::Ignore;
}

bool is_softened(const CheckReactions& reactions, const Check& check, PathPart part) {
  return std::any_of(reactions.begin(), reactions.end(), [&](const CheckReaction& reaction) {
    return applies(reaction, check, part) && reaction.reaction != Reaction::Refuse;
  });
}

Judgement react(const CheckReactions& reactions, const Check& check, PathPart part, Judgement judgement) {
  // What the check would have found may be what is let pass.
  if (judgement.outcome == Outcome::NotReached && is_softened(reactions, check, part)) {
    judgement.outcome = Outcome::Skipped;
  }
  if (const CheckReaction* reaction = find_reaction(reactions, check, part)) {
    react_to_all(reaction->reaction, judgement);
  }
  for (const CheckReaction& reaction : reactions) {
    if (applies(reaction, check, part) && !reaction.rules.empty()) react_to_some(reaction, judgement);
  }
  return judgement;
}

}  // namespace pki::path
