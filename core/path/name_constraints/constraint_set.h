#pragma once
// The name constraints of one CA, ready to judge many names (RFC 5280 6.1.3 (b), (c)).
//
// The intersections of 6.1.4 (g) are never formed: a name must pass the set of every CA above it, which comes to the
// same, and tells who refused it.

#include <cstdint>
#include <map>
#include <string>

#include "path/name_constraints/pattern.h"
#include "path/name_constraints/subtree_index.h"

namespace pki::path::name_constraints {

enum class Verdict : std::uint8_t {
  Unconstrained,    // no subtree is of the name's form
  Permitted,        // within a permitted subtree (`subtree`), and in no excluded one
  NotExcluded,      // only excluded subtrees are of its form, and it is in none
  Excluded,         // within an excluded subtree, whatever is permitted
  NotPermitted,     // within no permitted subtree, though there are some of its form
  NameMalformed,    // it cannot be compared, for `why`
  SubtreeUnusable,  // a subtree of its form cannot be applied, for `why`
  FormUnknown,      // its form's constraints have no meaning: to be refused where the extension is critical
};

/// True for the verdicts that refuse a name; FormUnknown is the caller's choice.
bool is_refusal(Verdict verdict);

struct Answer {
  Verdict verdict = Verdict::Unconstrained;
  /// The subtree that decided, or nearly held the name (NotPermitted); null where there is none.
  const x509::GeneralSubtree* subtree = nullptr;
  /// Why, where the verdict does not say all.
  std::string_view why = {};
};

class ConstraintSet {
 public:
  /// `constraints` must outlive this. Linear in its size.
  explicit ConstraintSet(const x509::NameConstraints& constraints);

  /// Judges a name of the form with the key `form` (form_key()). Adds the comparisons made to `comparisons`.
  Answer judge(const Point& point, const std::string& form, std::size_t& comparisons) const;

  std::size_t size() const { return subtrees_.size(); }

 private:
  struct FormSet {
    SubtreeIndex permitted;
    SubtreeIndex excluded;
    const x509::GeneralSubtree* unusable = nullptr;
    std::string_view fault = {};
  };

  void add(const x509::GeneralSubtree& subtree, Side side);
  const x509::GeneralSubtree* subtree(std::size_t number) const;
  Answer judge_permitted(const FormSet& set, const Point& point, std::size_t& comparisons) const;

  std::vector<const x509::GeneralSubtree*> subtrees_;
  std::map<std::string, FormSet> forms_;
};

}  // namespace pki::path::name_constraints
