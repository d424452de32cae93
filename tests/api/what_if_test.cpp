// chain.what_if and chain.report: what changed in words, and the page for people.

#include "ask.h"
#include "support/files.h"

namespace pki::test {
namespace {

Json file(const char* name) { return file_of(read_test_pem(std::string("path/dsa/") + name + ".pem")); }

// The DSA chain of tests/data/path: good under the legacy strength, in 2027.
Json question() {
  Json params;
  params["target"] = file("leaf");
  params["pool"] = Json::array({file("issuing")});
  params["anchors"] = Json::array({file("root")});
  params["at"] = "2027-06-01T00:00:00Z";
  params["options"]["strength"] = "legacy";
  return params;
}

Json compare(Json before, Json after) {
  Json params;
  params["before"] = std::move(before);
  params["after"] = std::move(after);
  return result_of("chain.what_if", std::move(params));
}

std::string texts_of(const Json& result, std::string_view kind) {
  std::string texts;
  for (const Json& change : result["changes"]) {
    if (change["kind"] == kind) texts += change["text"].get<std::string>() + "\n";
  }
  return texts;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the same question gives the same answer, and one change: none") {
  const Json result = compare(question(), question());
  CHECK(result["sentence"] == "Still accepted.");
  REQUIRE(result["changes"].size() == 1);
  CHECK(result["changes"][0]["kind"] == "verdict");
  CHECK(result["before"]["accepted"] == true);
  CHECK(result["after"]["accepted"] == true);
}

TEST_CASE("the clock, a certificate that is gone and another option are told in words") {
  Json later = question();
  later["at"] = "2099-06-01T00:00:00Z";
  const Json expired = compare(question(), later);
  CHECK(has(texts_of(expired, "input"), "the clock stands at 2099-06-01T00:00:00Z, 72 years later"));
  CHECK(has(expired["sentence"].get<std::string>(), "Refused now, accepted before: "));
  CHECK(has(texts_of(expired, "step"), "Validity period failed (before: passed)"));
  const Json back = compare(later, question());
  CHECK(has(texts_of(back, "input"), "72 years earlier"));
  CHECK(has(back["sentence"].get<std::string>(), "Accepted now; refused before: "));

  Json no_pool = question();
  no_pool.erase("pool");
  const Json gone = compare(question(), no_pool);
  CHECK(has(texts_of(gone, "input"), "is not at hand any more"));
  CHECK(has(texts_of(gone, "path"), "The best path is now "));
  CHECK(has(texts_of(compare(no_pool, question()), "input"), "is at hand now"));

  Json other_anchor = question();
  other_anchor["anchors"] = Json::array({file("issuing")});
  const std::string anchors = texts_of(compare(question(), other_anchor), "input");
  CHECK(has(anchors, "is no trust anchor any more"));
  CHECK(has(anchors, "is a trust anchor now"));

  Json strong = question();
  strong["options"]["strength"] = "default";
  strong["purpose"] = "tls-server";
  const std::string settings = texts_of(compare(question(), strong), "input");
  CHECK(has(settings, "strength: default, before legacy"));
  CHECK(has(settings, "purpose: tls-server, before not said"));
}

TEST_CASE("a mistake in either question is refused with its place") {
  Json params;
  params["before"] = question();
  params["after"] = question();
  params["after"]["purpose"] = "flying";
  const Json answer = ask("chain.what_if", params);
  CHECK(error_of(answer) == "api.param.value");
  CHECK(answer["error"]["pointer"] == "/params/after/purpose");
  params["after"] = question();
  params["before"]["anchor"] = Json::array();
  CHECK(error_of(ask("chain.what_if", params)) == "api.param.unknown");
}

TEST_CASE("the page names verdict, time, inputs by fingerprint and the program's version") {
  Json params = question();
  const Json report = result_of("chain.check", params)["report"];
  for (const char* format : {"markdown", "text"}) {
    params["format"] = format;
    const Json result = result_of("chain.report", params);
    const std::string text = result["text"].get<std::string>();
    INFO(text);
    CHECK(result["accepted"] == true);
    CHECK(has(text, report["sentence"].get<std::string>()));
    CHECK(has(text, "2027-06-01T00:00:00Z"));
    CHECK(has(text, "PKI Workbench "));
    for (const Json& certificate : report["certificates"]) {
      CHECK(has(text, "SHA-256 " + certificate["sha256"].get<std::string>()));
    }
    CHECK(text.ends_with("\n"));
    CHECK_FALSE(text.ends_with("\n\n"));
  }
  CHECK(result_of("chain.report", params)["file_name"].get<std::string>().ends_with(".txt"));
  params["format"] = "rtf";
  CHECK(error_of(ask("chain.report", params)) == "api.param.value");
}

TEST_CASE("a refusal's page says what to do, and the picture which path ends where") {
  Json params = question();
  params.erase("pool");
  params["anchors"] = Json::array({file("root")});
  const Json result = result_of("chain.report", params);
  const std::string text = result["text"].get<std::string>();
  INFO(text);
  CHECK(result["accepted"] == false);
  CHECK(has(text, "What to do: "));
  CHECK(has(text, "[path 1: refused: "));
}

TEST_CASE("what a certificate says cannot become markup of the page") {
  const std::string name = "<script>alert(1)</script> **bold** [a](http://x) `c` | # &lt;";
  Json make;
  make["subject"] = Json::array();
  make["subject"].push_back({{"type", "CN"}, {"value", name}});
  make["now"] = "2026-06-01T00:00:00Z";
  make["key_spec"] = "p-256";
  const Json root = result_of("ca.create", make)["certificate"];
  Json params;
  params["target"] = root["pem"];
  params["anchors"] = Json::array({root["pem"]});
  params["at"] = "2026-06-02T00:00:00Z";
  const std::string page = result_of("chain.report", params)["text"].get<std::string>();
  INFO(page);
  std::size_t at = 0;
  while (at < page.size()) {
    const std::size_t end = page.find('\n', at);
    const std::string line = page.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("    ")) continue;  // a block, letter by letter
    CHECK_FALSE(has(line, "<script"));
    CHECK_FALSE(has(line, "**bold**"));
    CHECK_FALSE(has(line, "[a]("));
  }
  CHECK(has(page, "&lt;script>alert(1)&lt;/script> \\*\\*bold\\*\\*"));
}

}  // namespace pki::test
