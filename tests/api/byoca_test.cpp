// byoca.check: what the desk says of the pile itself. Faults of answers are in tests/peers/byoca_desk.py.

#include <set>

#include "ask.h"
#include "support/chain_builder.h"

namespace pki::test {
namespace {

const Party kRoot{"CN=Root,O=Corp", 900};
const Party kIssuing{"CN=BYOCA,O=Corp", 901};
const Party kStranger{"CN=Stranger", 5};

Json check(Json files) {
  Json params;
  params["files"] = std::move(files);
  params["at"] = "2026-06-15T12:00:00Z";
  return result_of("byoca.check", std::move(params));
}

std::string request_named(std::string_view subject) {
  Json params;
  params["profile"] = "byoca-issuing-ca";
  params["subject"] = subject;
  params["key_spec"] = "rsa-2048";
  return result_of("csr.create", std::move(params))["csr"]["pem"].get<std::string>();
}

std::set<std::string> rules_of(const Json& report, std::string_view check) {
  std::set<std::string> rules;
  for (const Json& row : report["rows"]) {
    if (row["check"] != check) continue;
    for (const Json& finding : row["findings"]) rules.insert(finding["rule"].get<std::string>());
  }
  return rules;
}

using Rules = std::set<std::string>;

}  // namespace

TEST_CASE("the desk counts what is there twice and names what does not belong, and neither stands against an upload") {
  const Json issuing = file_of(make_der(ca(kIssuing, kRoot, 0)));
  const Json chain = file_of(make_der(root(kRoot)));
  CHECK(rules_of(check(Json::array({issuing, chain})), "byoca.pile") == Rules{});
  const Json twice = check(Json::array({issuing, chain, chain}));
  CHECK(rules_of(twice, "byoca.pile") == Rules{"cloudpki.byoca.duplicate"});
  const Json stray = check(Json::array({issuing, chain, file_of(make_der(root(kStranger)))}));
  CHECK(rules_of(stray, "byoca.pile") == Rules{"cloudpki.byoca.stray"});
  for (const Json& report : {twice, stray}) CHECK(report["ready"] == true);
}

TEST_CASE("of several requests the desk says which one it looks at") {
  const std::string one = request_named("CN=One");
  CHECK(rules_of(check(Json::array({one})), "byoca.request") == Rules{});
  const Json report = check(Json::array({one, request_named("CN=Two")}));
  CHECK(rules_of(report, "byoca.request") == Rules{"cloudpki.byoca.several_requests"});
  CHECK(report["request"]["subject"] == "CN=One");
}

TEST_CASE("an empty desk is not ready, and certificates beyond its bound are counted") {
  const Json empty = check(Json::array());
  CHECK(empty["stage"] == "nothing");
  CHECK(empty["ready"] == false);
  CHECK(rules_of(empty, "byoca.request") == Rules{"cloudpki.byoca.nothing"});
  const Json chain = file_of(make_der(root(kRoot)));
  Json files = Json::array();
  for (int i = 0; i < 1000; ++i) files.push_back(chain);
  CHECK(check(files)["findings"].empty());
  files.push_back(chain);
  const Json full = check(files);
  REQUIRE(full["findings"].size() == 1);
  CHECK(full["findings"][0]["rule"] == "api.byoca.left_out");
}

}  // namespace pki::test
