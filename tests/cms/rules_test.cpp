#include "cms/rules.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string_view>

namespace pki::cms {

TEST_CASE("every rule of cms has an id of its own, a summary and a cure") {
  std::set<std::string_view> seen;
  for (const Rule* rule : cms_rules()) {
    CAPTURE(rule->id);
    CHECK(seen.insert(rule->id).second);
    CHECK(rule->id.starts_with("cms."));
    CHECK_FALSE(rule->summary.empty());
    CHECK_FALSE(rule->summary.ends_with('.'));
    CHECK_FALSE(rule->cure.empty());
    CHECK_FALSE(rule->cure.ends_with('.'));
  }
}

}  // namespace pki::cms
