#include "api/handle.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "api/method.h"
#include "json/json.h"
#include "support/files.h"

using pki::json::Json;

namespace {

Json answer_to(std::string_view request) {
  auto answer = pki::json::parse(pki::api::handle(request));
  REQUIRE(answer.ok());
  return *std::move(answer);
}

std::string error_of(std::string_view request) {
  const Json answer = answer_to(request);
  if (answer["ok"].get<bool>()) return "";
  return answer["error"]["rule"].get<std::string>();
}

std::string pointer_of(std::string_view request) { return answer_to(request)["error"].value("pointer", std::string()); }

}  // namespace

TEST_CASE("the id of a request comes back as it was") {
  CHECK(answer_to(R"({"id":7,"method":"about"})")["id"] == 7);
  CHECK(answer_to(R"({"method":"about","id":"x"})")["id"] == "x");
  CHECK(answer_to(R"({"id":8,"method":"nothing"})")["id"] == 8);
  CHECK(!answer_to(R"({"method":"about"})").contains("id"));
  CHECK(error_of(R"({"id":[],"method":"about"})") == "api.param.type");
  CHECK(error_of(R"({"id":1.5,"method":"about"})") == "api.param.type");
}

TEST_CASE("an answer is one line, and says first whether it went well") {
  const std::string answer = pki::api::handle(R"({"id":1,"method":"about"})");
  CHECK(answer.find('\n') == std::string::npos);
  CHECK(answer.starts_with(R"({"id":1,"ok":true,"result":{)"));
}

TEST_CASE("what is no request gets an answer that says so") {
  CHECK(error_of("") == "json.syntax");
  CHECK(error_of("{") == "json.syntax");
  CHECK(error_of("[]") == "api.request.not_object");
  CHECK(error_of("7") == "api.request.not_object");
  CHECK(error_of("{}") == "api.param.missing");
  CHECK(error_of(R"({"method":7})") == "api.param.type");
  CHECK(error_of(R"({"method":"no.such"})") == "api.request.unknown_method");
  CHECK(error_of(R"({"method":"about","param":{}})") == "api.param.unknown");
  CHECK(error_of(R"({"method":"about","params":[]})") == "api.param.type");
  CHECK(error_of(std::string(10000000, '0')) == "json.syntax");
  CHECK(error_of(std::string(10000000, '[')) == "json.limit.depth");
  CHECK(error_of(std::string(10000000, '\0')) == "json.syntax");
  CHECK(error_of("{\"method\":\"\xFF\"}") == "json.syntax");
}

TEST_CASE("a parameter that no table lists is refused, with its place") {
  CHECK(error_of(R"({"method":"about","params":{"x":1}})") == "api.param.unknown");
  CHECK(pointer_of(R"({"method":"rules","params":{"qeury":"x"}})") == "/params/qeury");
  CHECK(pointer_of(R"({"method":"rules","params":{"query":7}})") == "/params/query");
}

TEST_CASE("about lists every method with its parameters") {
  const Json about = answer_to(R"({"method":"about"})")["result"];
  CHECK(about["methods"].size() == pki::api::methods().size());
  for (const Json& library : about["libraries"]) CHECK(!library["version"].get<std::string>().empty());
}

TEST_CASE("every method and every parameter has a name of its own and a summary") {
  std::set<std::string_view> names;
  for (const pki::api::Method& method : pki::api::methods()) {
    INFO(method.name);
    CHECK(names.insert(method.name).second);
    CHECK(!method.summary.empty());
    CHECK(!method.summary.ends_with('.'));
    std::set<std::string_view> params;
    for (const pki::api::ParamRow& row : pki::api::all_params(method)) {
      INFO(row.name);
      CHECK(params.insert(row.name).second);
      CHECK(!row.type.empty());
      CHECK(!row.summary.empty());
      CHECK(!row.summary.ends_with('.'));
    }
  }
}

TEST_CASE("docs/api.md tells of every method and every parameter") {
  const auto docs = pki::test::read_file(std::string(PKI_TEST_DATA_DIR) + "/../../docs/api.md");
  REQUIRE(docs.has_value());
  for (const pki::api::Method& method : pki::api::methods()) {
    INFO(method.name);
    CHECK(docs->find("| `" + std::string(method.name) + "` |") != std::string::npos);
    for (const pki::api::ParamRow& row : pki::api::all_params(method)) {
      INFO(row.name);
      CHECK(docs->find("`" + std::string(row.name)) != std::string::npos);
    }
  }
}

TEST_CASE("rules are found by any text in them, in either case") {
  const Json all = answer_to(R"({"method":"rules"})")["result"]["rules"];
  const Json some = answer_to(R"({"method":"rules","params":{"query":" rfc 8259 "}})")["result"]["rules"];
  const Json none = answer_to(R"({"method":"rules","params":{"query":"no such words"}})")["result"]["rules"];
  CHECK(some.size() > 0);
  CHECK(some.size() < all.size());
  CHECK(none.empty());
  CHECK(none.is_array());
}
