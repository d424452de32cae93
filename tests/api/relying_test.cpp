// chain.relying_parties and its kin: the options of a relying party survive being written and read, and rows make
// sense.

#include <set>

#include "api/chain_params.h"
#include "api/describe_options.h"
#include "ask.h"
#include "golden.h"
#include "json/reader.h"

namespace pki::test {
namespace {

// What a request with these options is read as, written again.
Json read_and_write(const Json& options) {
  Json params;
  params["options"] = options;
  auto reader = json::ObjectReader::open(json::Value(params, ""));
  REQUIRE(reader.ok());
  const auto read = api::read_check_options(*reader, Time{});
  INFO(json::dump(options));
  REQUIRE(read.ok());
  return api::describe(*read);
}

}  // namespace

TEST_CASE("the options of every relying party are CheckOptions that can be handed in") {
  const Json parties = result_of("relying_parties", Json::object())["relying_parties"];
  for (const Json& party : parties) {
    INFO(party["id"].get<std::string>());
    CHECK(json::dump(read_and_write(party["options"])) == json::dump(party["options"]));
  }
}

TEST_CASE("a chain check under a relying party says what the row of that relying party says") {
  Golden golden;
  Json request = parse_json(golden.request("chain-relying-parties-good"));
  // They are the base that a relying party changes in the one method, and change the relying party's in the other.
  request["params"].erase("options");
  const Json rows = result_of("chain.relying_parties", request["params"])["rows"];
  std::set<bool> verdicts;
  for (const Json& row : rows) {
    Json params = request["params"];
    params["relying_party"] = row["id"];
    INFO(row["id"].get<std::string>());
    CHECK(result_of("chain.check", std::move(params))["report"]["accepted"] == row["accepted"]);
    verdicts.insert(row["accepted"].get<bool>());
  }
  CHECK(verdicts.size() == 2);
}

TEST_CASE("options that a relying party may have are refused with their place where they are wrong") {
  struct Row {
    const char* options;
    const char* pointer;
  };
  const Row rows[] = {
      {R"({"anchor_form": "round"})", "/params/options/anchor_form"},
      {R"({"max_intermediates": 101})", "/params/options/max_intermediates"},
      {R"({"max_validity_days": -1})", "/params/options/max_validity_days"},
      {R"({"not_understood": ["2.5.29.30", "no oid"]})", "/params/options/not_understood/1"},
      {R"({"checks": [{"check": "path.colour", "reaction": "warn"}]})", "/params/options/checks/0/check"},
      {R"({"checks": [{"check": "path.policies"}]})", "/params/options/checks/0/reaction"},
      {R"({"checks": [{"check": "path.policies", "reaction": "warn", "of": "half"}]})", "/params/options/checks/0/of"},
      {R"({"checks": [{"check": "path.policies", "reaction": "warn", "rules": ["no.rule"]}]})",
       "/params/options/checks/0/rules/0"},
  };
  Golden golden;
  const Json request = parse_json(golden.request("chain-good"));
  for (const Row& row : rows) {
    INFO(row.options);
    Json params = request["params"];
    params["options"] = parse_json(row.options);
    const Json answer = ask("chain.check", std::move(params));
    CHECK(error_of(answer).starts_with("api.param."));
    CHECK(answer["error"]["pointer"] == row.pointer);
  }
}

TEST_CASE("more reactions than a relying party can have are refused") {
  Json options;
  options["checks"] = Json::array();
  for (int i = 0; i < 65; ++i)
    options["checks"].push_back(parse_json(R"({"check": "path.policies", "reaction": "warn"})"));
  Golden golden;
  Json params = parse_json(golden.request("chain-good"))["params"];
  params["options"] = std::move(options);
  CHECK(error_of(ask("chain.check", std::move(params))) == "api.param.value");
}

TEST_CASE("every word that is found leads to a fault that the list of faults knows") {
  std::set<std::string> ids;
  const Json faults = result_of("faults", Json::object())["faults"];
  for (const Json& fault : faults) ids.insert(fault["id"].get<std::string>());
  Json params;
  params["query"] = "certificate";
  params["limit"] = 200;
  const Json hits = result_of("foreign_words", std::move(params))["hits"];
  CHECK(hits.size() > 20);
  for (const Json& hit : hits) CHECK(ids.contains(hit["fault"]["id"].get<std::string>()));
}

}  // namespace pki::test
