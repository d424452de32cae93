// chain.relying_parties and its kin: the options of a relying party survive being written and read, and rows make
// sense.

#include <map>
#include <set>

#include "api/chain_fetch.h"
#include "api/chain_params.h"
#include "api/describe_options.h"
#include "ask.h"
#include "crypto/random.h"
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
  const auto network = api::read_network(*reader);
  REQUIRE(network.ok());
  REQUIRE(network->follow.has_value());
  return api::describe(*read, *network->follow);
}

// The question of a prepared chain.
Json question_of(const std::string& id) {
  crypto::FixedRandom random(7);
  const crypto::ScopedRandom scope(random);
  Json params;
  params["id"] = id;
  params["now"] = "2026-11-24";
  return result_of("example.make", std::move(params))["question"];
}

// The rows of chain.relying_parties by their ids.
std::map<std::string, Json> rows_of(const Json& answer) {
  std::map<std::string, Json> rows;
  for (const Json& row : answer["rows"]) rows[row["id"].get<std::string>()] = row;
  return rows;
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

TEST_CASE("of an issuing CA that must be fetched, those who follow addresses accept and say what they fetched") {
  const Json question = question_of("fetched-intermediate");
  const Json answer = result_of("chain.relying_parties", question);
  auto rows = rows_of(answer);
  for (const char* id : {"windows", "apple", "chrome"}) {
    INFO(id);
    CHECK(rows[id]["accepted"].get<bool>());
    REQUIRE(rows[id]["fetches"].size() == 1);
    const Json& fetch = rows[id]["fetches"][0];
    CHECK(fetch["url"] == "http://pki.lab.example/issuing.cer");
    CHECK(fetch["text"] == "gave \u00ABLab Issuing CA\u00BB");
    REQUIRE(fetch["gave"].size() == 1);
    const Json& given = answer["certificates"][fetch["gave"][0].get<std::size_t>()];
    CHECK(given["title"] == "Lab Issuing CA");
    CHECK(given["source"] == "fetched");
  }
  for (const char* id : {"rfc5280", "openssl", "gnutls", "mbedtls", "go", "java", "nodejs", "android", "firefox"}) {
    INFO(id);
    CHECK_FALSE(rows[id]["accepted"].get<bool>());
    CHECK(rows[id]["fault"] == "no-issuer");
    CHECK(rows[id]["fetches"].empty());
  }
}

TEST_CASE("a chain check under a relying party follows addresses as its row does") {
  for (const char* example : {"fetched-intermediate", "fetched-crls"}) {
    Json question = question_of(example);
    // They are the base in the one method, and change the relying party's in the other.
    question.erase("options");
    for (const auto& [id, row] : rows_of(result_of("chain.relying_parties", question))) {
      INFO(example << " " << id);
      question["relying_party"] = id;
      const Json report = result_of("chain.check", question)["report"];
      CHECK(report["accepted"] == row["accepted"]);
      CHECK(report.value("fetches", Json::array()).size() == row["fetches"].size());
    }
  }
}

TEST_CASE("a fetch that is asked for or forbidden binds every relying party, and no repository is no network") {
  Json question = question_of("fetched-intermediate");
  question["options"]["fetch"] = "off";
  for (const auto& [id, row] : rows_of(result_of("chain.relying_parties", question))) {
    INFO(id);
    CHECK_FALSE(row["accepted"].get<bool>());
    CHECK(row["fetches"].empty());
  }
  question["options"]["fetch"] = "issuers";
  auto rows = rows_of(result_of("chain.relying_parties", question));
  CHECK(rows["openssl"]["accepted"].get<bool>());
  CHECK(rows["go"]["accepted"].get<bool>());
  question.erase("options");
  question["repository"] = Json::array();
  rows = rows_of(result_of("chain.relying_parties", question));
  REQUIRE(rows["windows"]["fetches"].size() == 1);
  CHECK(rows["windows"]["fetches"][0]["outcome"] == "missing");
  CHECK_FALSE(rows["windows"]["accepted"].get<bool>());
  question.erase("repository");
  for (const auto& [id, row] : rows_of(result_of("chain.relying_parties", question))) CHECK(row["fetches"].empty());
}

TEST_CASE("the relying party that a question names does not count where all are asked") {
  Json question = question_of("fetched-intermediate");
  const Json answer = result_of("chain.relying_parties", question);
  question.erase("relying_party");
  CHECK(result_of("chain.relying_parties", question) == answer);
  question["relying_party"] = "nobody";
  CHECK(error_of(ask("chain.relying_parties", question)) == "api.param.value");
}

TEST_CASE("those who fetch CRLs accept where others miss them") {
  auto rows = rows_of(result_of("chain.relying_parties", question_of("fetched-crls")));
  CHECK(rows["nps"]["accepted"].get<bool>());
  CHECK(rows["nps"]["fetches"].size() == 2);
  CHECK(rows["openssl"]["fault"] == "revocation-unknown");
  CHECK(rows["openssl"]["fetches"].empty());
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
