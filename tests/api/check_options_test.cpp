// The options of a chain check that are about how certificates were made: strength, rules for issuers, Web PKI.

#include "ask.h"
#include "support/files.h"

namespace pki::test {
namespace {

// The DSA chain of tests/data/path, with these options.
Json check_dsa(Json options) {
  const auto file = [](const char* name) { return file_of(read_test_pem(std::string("path/dsa/") + name + ".pem")); };
  Json params;
  params["target"] = file("leaf");
  params["pool"] = Json::array({file("issuing")});
  params["anchors"] = Json::array({file("root")});
  params["at"] = "2027-06-01T00:00:00Z";
  params["options"] = std::move(options);
  return ask("chain.check", std::move(params));
}

bool accepted(const Json& answer) {
  INFO(json::dump(answer));
  REQUIRE(answer["ok"].get<bool>());
  return answer["result"]["report"]["accepted"].get<bool>();
}

}  // namespace

TEST_CASE("strength is one of two names, or an object that changes one of them") {
  CHECK_FALSE(accepted(check_dsa(Json::object())));
  CHECK_FALSE(accepted(check_dsa(parse_json(R"({"strength": "default"})"))));
  CHECK(accepted(check_dsa(parse_json(R"({"strength": "legacy"})"))));
  CHECK(accepted(check_dsa(parse_json(R"({"strength": {"min_dsa_bits": 1024}})"))));
  CHECK_FALSE(accepted(check_dsa(parse_json(R"({"strength": {"min_dsa_bits": 2048}})"))));
  CHECK_FALSE(accepted(check_dsa(parse_json(R"({"strength": {"base": "legacy", "min_dsa_bits": null}})"))));
  CHECK_FALSE(accepted(check_dsa(parse_json(R"({"strength": {"base": "legacy", "hashes": ["SHA-512"]}})"))));
  CHECK(accepted(check_dsa(parse_json(R"({"strength": {"base": "legacy", "curves": [], "max_rsa_bits": 4096,
      "min_rsa_bits": 3072, "min_rsa_exponent": 65537, "max_rsa_exponent_bits": 17, "unknown": "accept"}})"))));
}

TEST_CASE("a strength that is none is refused with its place") {
  for (const char* text :
       {R"("strong")", "7", R"({"min_rsa_bits": "x"})", R"({"min_rsa_bits": -1})", R"({"curves": ["P-999"]})",
        R"({"hashes": "SHA-256"})", R"({"unknown": "maybe"})", R"({"base": "strong"})", R"({"speed": 1})"}) {
    CAPTURE(text);
    Json options;
    options["strength"] = parse_json(text);
    const Json answer = check_dsa(std::move(options));
    CHECK(error_of(answer).starts_with("api.param."));
    CHECK(json::dump(answer["error"]).find("/params/options/strength") != std::string::npos);
  }
}

TEST_CASE("rules for issuers and the Web PKI profile refuse where asked to") {
  Json options = parse_json(R"({"strength": "legacy", "issuer_rules": "refuse"})");
  const Json strict = check_dsa(options);
  CHECK_FALSE(accepted(strict));
  CHECK(strict["result"]["report"]["headline"]["rule"] == "path.issuer_rules.authority_key_identifier_missing");
  options = parse_json(R"({"strength": "legacy", "web_pki": "warn"})");
  CHECK(accepted(check_dsa(options)));
  options["web_pki"] = "refuse";
  CHECK_FALSE(accepted(check_dsa(options)));
}

}  // namespace pki::test
