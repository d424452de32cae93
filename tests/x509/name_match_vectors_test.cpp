// Someone else's name comparisons: BoringSSL's pki/testdata/verify_name_match_unittest. Not in the repository.

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "base/encoding.h"
#include "json/json.h"
#include "reading.h"
#include "x509/name.h"

namespace pki::x509 {
namespace {

struct Case {
  std::string op;
  std::string a;
  std::string b;
};

/// Where we differ, and why.
std::optional<std::string_view> known_divergence(const Case& c) {
  const auto has = [](const std::string& name, std::string_view part) { return name.find(part) != std::string::npos; };
  // BoringSSL compares TeletexString octet by octet; RFC 4518 2.1 leaves its transcoding to us, and we read it as ISO
  // 8859-1, as the field writes it.
  if (has(c.a, "T61STRING") || has(c.b, "T61STRING")) return "TeletexString is compared as text";
  // BoringSSL fails on an empty RDN. Our parser notes an error and reads on; the error is what refuses the object.
  if (has(c.a, "invalid-RDN-empty") && has(c.b, "invalid-RDN-empty")) return "an empty RDN is noted, and read on";
  return std::nullopt;
}

std::optional<ParsedName> parse(const json::Json& names, const std::string& name) {
  const auto der = from_base64(names[name].get<std::string>());
  REQUIRE(der.has_value());
  ParsedName parsed{*der, {}};
  asn1::Context context(parsed.der);
  auto read = read_name(parsed.der, context);
  if (!read) return std::nullopt;
  parsed.name = std::move(read).value();
  return parsed;
}

bool holds(const json::Json& names, const Case& c) {
  const auto a = parse(names, c.a);
  const auto b = parse(names, c.b);
  if (!a || !b) return false;  // what cannot be read matches nothing
  if (c.op == "subtree") return is_within(a->name, b->name);
  CHECK(names_match(a->name, b->name) == (comparison_key(a->name) == comparison_key(b->name)));
  return names_match(a->name, b->name);
}

}  // namespace

TEST_CASE("names match where BoringSSL's do") {
  std::ifstream file(PKI_SHARED_CONFORMANCE_DIR "/boringssl/name_match.json");
  if (!file) SKIP("the folder of conformance suites is not there");
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const auto suite = json::parse(text);
  REQUIRE(suite.ok());
  std::size_t cases = 0;
  std::map<std::string_view, std::size_t> divergences;
  for (const json::Json& row : (*suite)["cases"]) {
    const Case c{row["op"].get<std::string>(), row["a"].get<std::string>(), row["b"].get<std::string>()};
    CAPTURE(c.op, c.a, c.b);
    ++cases;
    const bool agrees = holds((*suite)["names"], c) == row["expected"].get<bool>();
    if (agrees) continue;
    const auto reason = known_divergence(c);
    CHECK(reason.has_value());
    if (reason) ++divergences[*reason];
  }
  CHECK(cases == 349);
  for (const auto& [reason, count] : divergences) UNSCOPED_INFO(count << ": " << reason);
  CHECK(divergences.size() <= 2);
}

}  // namespace pki::x509
