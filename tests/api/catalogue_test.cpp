#include "api/catalogue.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

namespace {

/// True if each `{` opens a placeholder: a name in lower snake case and a `}`. `{{UserName}}` stands for itself.
bool placeholders_are_well_formed(std::string_view text) {
  while (true) {
    const std::size_t open = text.find_first_of("{}");
    if (open == std::string_view::npos) return true;
    if (const std::size_t end = text.find("}}", open); text.substr(open).starts_with("{{") && end != text.npos) {
      text.remove_prefix(end + 2);
      continue;
    }
    const std::size_t close = text.find('}', open);
    if (text[open] == '}' || close == std::string_view::npos || close == open + 1) return false;
    for (const char c : text.substr(open + 1, close - open - 1)) {
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
    }
    text.remove_prefix(close + 1);
  }
}

bool is_rule_id(std::string_view id) {
  bool dotted = false;
  char before = '.';
  for (const char c : id) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && c != '_' && c != '.') return false;
    if (!letter && (before == '.' || before == '_')) return false;
    dotted = dotted || c == '.';
    before = c;
  }
  return dotted && before != '.' && before != '_';
}

}  // namespace

TEST_CASE("every rule's id is dotted lower snake case, and stands for one rule") {
  std::set<std::string_view> ids;
  for (const pki::Rule* rule : pki::api::rule_catalogue()) {
    INFO(rule->id);
    CHECK(is_rule_id(rule->id));
    CHECK(ids.insert(rule->id).second);
  }
  CHECK(ids.size() > 30);
}

TEST_CASE("every rule says what is wrong, and every error says what to do") {
  for (const pki::Rule* rule : pki::api::rule_catalogue()) {
    INFO(rule->id);
    CHECK(!rule->summary.empty());
    CHECK(!rule->summary.ends_with('.'));
    CHECK(!rule->cure.ends_with('.'));
    if (rule->severity >= pki::Severity::Error) CHECK(!rule->cure.empty());
  }
}

TEST_CASE("every placeholder of a rule is well formed") {
  for (const pki::Rule* rule : pki::api::rule_catalogue()) {
    INFO(rule->id);
    CHECK(placeholders_are_well_formed(rule->summary));
    CHECK(placeholders_are_well_formed(rule->cure));
  }
}
