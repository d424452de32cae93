#include "formats/rules.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string_view>

namespace pki::formats {

TEST_CASE("every rule of formats has an id of its own, a summary and a cure") {
  std::set<std::string_view> seen;
  for (const Rule* rule : formats_rules()) {
    CAPTURE(rule->id);
    CHECK(seen.insert(rule->id).second);
    CHECK(rule->id.starts_with("formats."));
    CHECK_FALSE(rule->summary.empty());
    CHECK_FALSE(rule->summary.ends_with('.'));
    CHECK_FALSE(rule->cure.empty());
  }
}

}  // namespace pki::formats
