#include "path/name_constraints/constraint_set.h"

namespace pki::path::name_constraints {

bool is_refusal(Verdict verdict) {
  switch (verdict) {
    case Verdict::Unconstrained:
    case Verdict::Permitted:
    case Verdict::NotExcluded:
    case Verdict::FormUnknown:
      return false;
    case Verdict::Excluded:
    case Verdict::NotPermitted:
    case Verdict::NameMalformed:
    case Verdict::SubtreeUnusable:
      break;
  }
  return true;
}

ConstraintSet::ConstraintSet(const x509::NameConstraints& constraints) {
  for (const x509::GeneralSubtree& subtree : constraints.permitted) add(subtree, Side::Permitted);
  for (const x509::GeneralSubtree& subtree : constraints.excluded) add(subtree, Side::Excluded);
}

void ConstraintSet::add(const x509::GeneralSubtree& subtree, Side side) {
  const std::size_t number = subtrees_.size();
  subtrees_.push_back(&subtree);
  FormSet& set = forms_[form_key(subtree.base)];
  const Pattern pattern = to_pattern(subtree);
  if (!pattern.fault.empty()) {
    if (set.unusable != nullptr) return;
    set.unusable = &subtree;
    set.fault = pattern.fault;
    return;
  }
  (side == Side::Permitted ? set.permitted : set.excluded).add(pattern, number);
}

const x509::GeneralSubtree* ConstraintSet::subtree(std::size_t number) const {
  return number == SubtreeIndex::kNone ? nullptr : subtrees_[number];
}

Answer ConstraintSet::judge_permitted(const FormSet& set, const Point& point, std::size_t& comparisons) const {
  if (set.permitted.empty()) return {Verdict::NotExcluded};
  const std::size_t found = set.permitted.find(point, Side::Permitted, comparisons);
  if (found != SubtreeIndex::kNone) return {Verdict::Permitted, subtree(found)};
  const SubtreeIndex::NearMiss near = set.permitted.find_near(point);
  return {Verdict::NotPermitted, subtree(near.number), near.why};
}

Answer ConstraintSet::judge(const Point& point, const std::string& form, std::size_t& comparisons) const {
  ++comparisons;
  const auto found = forms_.find(form);
  if (found == forms_.end()) return {};
  const FormSet& set = found->second;
  if (point.form == Form::Other) return {Verdict::FormUnknown, set.unusable, set.fault};
  if (point.fault.empty()) {
    const std::size_t excluded = set.excluded.find(point, Side::Excluded, comparisons);
    if (excluded != SubtreeIndex::kNone) return {Verdict::Excluded, subtree(excluded)};
  }
  if (set.unusable != nullptr) return {Verdict::SubtreeUnusable, set.unusable, set.fault};
  if (!point.fault.empty()) return {Verdict::NameMalformed, nullptr, point.fault};
  return judge_permitted(set, point, comparisons);
}

}  // namespace pki::path::name_constraints
