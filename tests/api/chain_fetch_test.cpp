// What a report says of URLs that were followed.

#include "ask.h"
#include "crypto/random.h"

namespace pki::test {
namespace {

/// The question of a prepared chain.
Json question_of(const std::string& id) {
  crypto::FixedRandom random(7);
  const crypto::ScopedRandom scope(random);
  Json params;
  params["id"] = id;
  params["now"] = "2026-11-24";
  return result_of("example.make", std::move(params))["question"];
}

Json report_of(Json question) { return result_of("chain.check", std::move(question))["report"]; }

}  // namespace

TEST_CASE("a fetched issuer is listed with whose URL it was and what it gave, and what the chain is without it") {
  const Json report = report_of(question_of("fetched-intermediate"));
  CHECK(report["accepted"].get<bool>());
  REQUIRE(report["fetches"].size() == 1);
  const Json& fetch = report["fetches"][0];
  CHECK(fetch["url"] == "http://pki.lab.example/issuing.cer");
  CHECK(fetch["why"] == "issuer");
  CHECK(fetch["outcome"] == "found");
  CHECK(fetch["certificate"] == 0);
  REQUIRE(fetch["gave"].size() == 1);
  const Json& given = report["certificates"][fetch["gave"][0].get<std::size_t>()];
  CHECK(given["title"] == "Lab Issuing CA");
  CHECK(given["source"] == "fetched");
  CHECK(fetch["text"] == "gave \u00ABLab Issuing CA\u00BB");
  CHECK_FALSE(report["without_fetching"]["accepted"].get<bool>());
  CHECK(report["without_fetching"]["sentence"].get<std::string>().starts_with("Not accepted: "));
}

TEST_CASE("fetched CRLs are listed with their numbers") {
  const Json report = report_of(question_of("fetched-crls"));
  CHECK(report["accepted"].get<bool>());
  REQUIRE(report["fetches"].size() == 2);
  for (const Json& fetch : report["fetches"]) {
    CHECK(fetch["why"] == "crl");
    CHECK(fetch["outcome"] == "found");
    CHECK(fetch["gave"].empty());
    CHECK(fetch["text"].get<std::string>().starts_with("gave CRL 17 of \u00ABLab "));
  }
  CHECK_FALSE(report["without_fetching"]["accepted"].get<bool>());
}

TEST_CASE("where fetching is off nothing is said of it, and a repository changes nothing") {
  Json question = question_of("fetched-intermediate");
  question["options"]["fetch"] = "off";
  const Json report = report_of(question);
  CHECK_FALSE(report["accepted"].get<bool>());
  CHECK_FALSE(report.contains("fetches"));
  CHECK_FALSE(report.contains("without_fetching"));
  question.erase("options");
  CHECK(report_of(question) == report);
  question.erase("repository");
  CHECK(report_of(question) == report);
}

TEST_CASE("where nothing was got, what was tried is said, and nothing of what would be without") {
  Json question = question_of("fetched-intermediate");
  question["repository"] = Json::array();
  const Json report = report_of(question);
  REQUIRE(report["fetches"].size() == 1);
  CHECK(report["fetches"][0]["outcome"] == "missing");
  CHECK_FALSE(report.contains("without_fetching"));
}

TEST_CASE("a repository with entries that cannot be is refused, with the place") {
  const auto answer_to = [](const char* repository) {
    Json question = question_of("fetched-intermediate");
    question["repository"] = parse_json(repository);
    return ask("chain.check", std::move(question));
  };
  CHECK(error_of(answer_to(R"([{"url": "https://x/", "data": "AA=="}])")) == "repository.entry.url");
  CHECK(answer_to(R"([{"url": "https://x/", "data": "AA=="}])")["error"]["pointer"] == "/params/repository/0/url");
  CHECK(error_of(answer_to(R"([{"url": "http://x/", "data": "AA=="}, {"url": "HTTP://X", "data": "AA=="}])")) ==
        "repository.entry.url_twice");
  CHECK(error_of(answer_to(R"([{"url": "http://x/"}])")) == "api.param.missing");
  CHECK(error_of(answer_to(R"([{"url": "http://x/", "data": "AA==", "type": 1}])")) == "api.param.unknown");
  CHECK(error_of(answer_to(R"({"http://x/": "AA=="})")) == "api.param.type");
  Json question = question_of("fetched-intermediate");
  question["options"]["fetch"] = "some";
  CHECK(error_of(ask("chain.check", std::move(question))) == "api.param.value");
}

}  // namespace pki::test
