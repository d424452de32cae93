#include "scep/rules.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string_view>

#include "scep/check.h"

namespace pki::scep {

TEST_CASE("every rule of scep has an id of its own, a summary and a cure") {
  std::set<std::string_view> seen;
  for (const Rule* rule : scep_rules()) {
    CAPTURE(rule->id);
    CHECK(seen.insert(rule->id).second);
    CHECK(rule->id.starts_with("scep."));
    CHECK_FALSE(rule->summary.empty());
    CHECK_FALSE(rule->summary.ends_with('.'));
    CHECK_FALSE(rule->cure.empty());
    CHECK_FALSE(rule->cure.ends_with('.'));
  }
}

TEST_CASE("every check has an id of its own in its table, a question and a citation") {
  for (const auto table : {request_checks(), reply_checks()}) {
    std::set<std::string_view> seen;
    for (const Check* check : table) {
      CAPTURE(check->id);
      CHECK(seen.insert(check->id).second);
      CHECK_FALSE(check->title.empty());
      CHECK(check->question.ends_with('?'));
      CHECK(check->citation.find("RFC ") != std::string_view::npos);
    }
  }
}

}  // namespace pki::scep
