#pragma once
// The switch of the mutants, in the copied tree only: each source of core/path holds all of its mutants, and the
// environment says which one is on.
//
//   PKI_MUTANT=17                   mutant 17 is on
//   PKI_MUTANT=rule:path.validity.expired    the rule is removed: no finding that points at it is kept, and a check
//   that
//                                   would fail for nothing else passes
//   PKI_MUTANT=record:FILE          none is on; what each test case reaches is written to FILE (schemata/listener.cpp)
//   not set                         none is on

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace pki::mutation {

/// What PKI_MUTANT asks for.
struct Choice {
  int mutant = -1;
  std::string_view rule = {};
  std::string_view record_to = {};
};
const Choice& choice();

/// Notes that a mutant, or a rule, was reached. Always false.
bool reach(int mutant);
void reach(const Rule& rule);
/// What was reached since the last call.
struct Reached {
  std::vector<int> mutants;
  std::vector<std::string_view> rules;
};
Reached take_reached();

/// True if this mutant is on.
inline bool on(int mutant) {
  const Choice& now = choice();
  return now.mutant == mutant || (!now.record_to.empty() && reach(mutant));
}

/// The rule, or one that stands for all that are removed.
const Rule* kept(const Rule* rule);
extern const Rule kRemoved;
inline bool is_removed(const Finding& finding) { return finding.rule == &kRemoved; }

}  // namespace pki::mutation

namespace pki::path {

/// As pki::Findings; takes no finding whose rule is removed.
class Findings : public std::vector<Finding> {
 public:
  using vector::vector;
  Findings() = default;
  Findings(std::initializer_list<Finding> all) {  // NOLINT(google-explicit-constructor)
    for (const Finding& finding : all) push_back(finding);
  }
  Findings(std::vector<Finding> all) : vector(std::move(all)) {}  // NOLINT(google-explicit-constructor)
  void push_back(Finding finding) {
    if (!mutation::is_removed(finding)) vector::push_back(std::move(finding));
  }
};

/// As std::optional<Finding>; nothing where the rule is removed.
class MaybeFinding : public std::optional<Finding> {
 public:
  MaybeFinding() = default;
  MaybeFinding(std::nullopt_t) {}                                // NOLINT(google-explicit-constructor)
  MaybeFinding(std::optional<Finding> other) : MaybeFinding() {  // NOLINT(google-explicit-constructor)
    if (other && !mutation::is_removed(*other)) optional::operator=(std::move(other));
  }
  MaybeFinding(Finding finding) : MaybeFinding(std::optional<Finding>(std::move(finding))) {}  // NOLINT
  const Finding& operator*() const { return has_value() ? **static_cast<const optional*>(this) : nothing(); }
  Finding& operator*() { return has_value() ? **static_cast<optional*>(this) : nothing(); }
  const Finding* operator->() const { return &**this; }
  Finding* operator->() { return &**this; }

 private:
  static Finding& nothing();
};

}  // namespace pki::path
