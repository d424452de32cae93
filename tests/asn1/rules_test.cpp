#include "asn1/rules.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

namespace pki::asn1 {

TEST_CASE("every rule of asn1 has an id of its own, a summary and a cure") {
  std::set<std::string_view> seen;
  for (const Rule* rule : asn1_rules()) {
    CAPTURE(rule->id);
    CHECK(seen.insert(rule->id).second);
    CHECK((rule->id.starts_with("asn1.") || rule->id.starts_with("pem.")));
    CHECK_FALSE(rule->summary.empty());
    CHECK_FALSE(rule->summary.ends_with('.'));
    CHECK_FALSE(rule->cure.empty());
    CHECK_FALSE(rule->cure.ends_with('.'));
  }
}

}  // namespace pki::asn1
