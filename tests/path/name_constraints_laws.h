#pragma once
// Laws of name constraints, for the tests and the fuzzer.

#include <string>

#include "path/name_constraints/constraint_set.h"

namespace pki::path::test {

/// The slow way to judge: every subtree, one after the other. The same verdict as the set's, always.
inline name_constraints::Verdict judge_one_by_one(const x509::NameConstraints& constraints,
                                                  const name_constraints::Point& point, const std::string& form) {
  using name_constraints::Pattern;
  using name_constraints::Side;
  using name_constraints::Verdict;
  bool constrained = false;
  bool permits = false;
  bool permitted = false;
  bool excluded = false;
  bool unusable = false;
  const auto look_at = [&](const x509::GeneralSubtree& subtree, Side side) {
    if (name_constraints::form_key(subtree.base) != form) return;
    constrained = true;
    const Pattern pattern = name_constraints::to_pattern(subtree);
    if (!pattern.fault.empty()) {
      unusable = true;
      return;
    }
    permits = permits || side == Side::Permitted;
    if (!point.fault.empty() || !matches(pattern, point, side)) return;
    (side == Side::Permitted ? permitted : excluded) = true;
  };
  for (const x509::GeneralSubtree& subtree : constraints.permitted) look_at(subtree, Side::Permitted);
  for (const x509::GeneralSubtree& subtree : constraints.excluded) look_at(subtree, Side::Excluded);
  if (!constrained) return Verdict::Unconstrained;
  if (point.form == name_constraints::Form::Other) return Verdict::FormUnknown;
  if (excluded) return Verdict::Excluded;
  if (unusable) return Verdict::SubtreeUnusable;
  if (!point.fault.empty()) return Verdict::NameMalformed;
  if (!permits) return Verdict::NotExcluded;
  return permitted ? Verdict::Permitted : Verdict::NotPermitted;
}

/// The set judges as the slow way does, tells the subtree that decided, and compares no more often than the name has
/// parts, or an address prefixes.
inline bool name_constraint_laws_hold(const x509::NameConstraints& constraints, const name_constraints::Point& point,
                                      const std::string& form) {
  using name_constraints::Side;
  using name_constraints::Verdict;
  const name_constraints::ConstraintSet set(constraints);
  std::size_t comparisons = 0;
  const name_constraints::Answer answer = set.judge(point, form, comparisons);
  if (answer.verdict != judge_one_by_one(constraints, point, form)) return false;
  if (comparisons > 2 * (point.parts.size() + 130) + 1) return false;
  if (answer.verdict != Verdict::Permitted && answer.verdict != Verdict::Excluded) return true;
  if (answer.subtree == nullptr || name_constraints::form_key(answer.subtree->base) != form) return false;
  const Side side = answer.verdict == Verdict::Permitted ? Side::Permitted : Side::Excluded;
  return matches(name_constraints::to_pattern(*answer.subtree), point, side);
}

/// The same for an alternative name.
inline bool name_constraint_laws_hold(const x509::NameConstraints& constraints, const x509::GeneralName& name) {
  const name_constraints::Point point = name_constraints::to_point(name);
  x509::GeneralName as_judged = name;
  if (point.form == name_constraints::Form::Email) as_judged.kind = x509::GeneralNameKind::Email;
  return name_constraint_laws_hold(constraints, point, name_constraints::form_key(as_judged));
}

}  // namespace pki::path::test
