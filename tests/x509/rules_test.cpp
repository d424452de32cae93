#include "x509/rules.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

namespace pki::x509 {

TEST_CASE("every rule of x509 has an id of its own, a summary and a cure") {
  std::set<std::string_view> seen;
  for (const Rule* rule : x509_rules()) {
    CAPTURE(rule->id);
    CHECK(seen.insert(rule->id).second);
    CHECK(rule->id.starts_with("x509."));
    CHECK_FALSE(rule->summary.empty());
    CHECK_FALSE(rule->summary.ends_with('.'));
    CHECK_FALSE(rule->cure.empty());
    CHECK_FALSE(rule->cure.ends_with('.'));
  }
}

}  // namespace pki::x509
