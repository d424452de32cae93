#include "path/mutation_switch.h"

#include <cstdlib>
#include <set>
#include <string>

namespace pki::mutation {
namespace {

constexpr std::string_view kRule = "rule:";
constexpr std::string_view kRecord = "record:";

Choice read_choice() {
  const char* text = std::getenv("PKI_MUTANT");
  if (text == nullptr) return {};
  const std::string_view value = text;
  if (value.starts_with(kRule)) return {.rule = value.substr(kRule.size())};
  if (value.starts_with(kRecord)) return {.record_to = value.substr(kRecord.size())};
  return {.mutant = std::atoi(text)};
}

// Indexed by mutant.
std::vector<bool>& mutants() {
  static std::vector<bool> all(100000, false);
  return all;
}
std::set<std::string_view>& rules() {
  static std::set<std::string_view> all;
  return all;
}

}  // namespace

const Rule kRemoved{"path.removed", Severity::Error, "", "", ""};

const Choice& choice() {
  static const Choice made = read_choice();
  return made;
}

bool reach(int mutant) {
  mutants()[static_cast<std::size_t>(mutant)] = true;
  return false;
}

void reach(const Rule& rule) { rules().insert(rule.id); }

Reached take_reached() {
  Reached taken;
  std::vector<bool>& all = mutants();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i]) taken.mutants.push_back(static_cast<int>(i));
  }
  all.assign(all.size(), false);
  taken.rules.assign(rules().begin(), rules().end());
  rules().clear();
  return taken;
}

const Rule* kept(const Rule* rule) {
  if (!choice().record_to.empty()) reach(*rule);
  return choice().rule.empty() || rule->id != choice().rule ? rule : &kRemoved;
}

}  // namespace pki::mutation

namespace pki::path {

Finding& MaybeFinding::nothing() {
  static Finding none;
  none = {.rule = &mutation::kRemoved};
  return none;
}

}  // namespace pki::path
