#pragma once
// Asking the core, for tests.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "api/handle.h"
#include "base/encoding.h"
#include "json/json.h"

namespace pki::test {

using json::Json;

/// The answer to a request. Whatever it was, the answer must be JSON, and an error a finding with a summary.
inline Json ask(std::string_view method, Json params) {
  Json request;
  request["method"] = method;
  request["params"] = std::move(params);
  auto answer = json::parse(api::handle(json::dump(request)));
  REQUIRE(answer.ok());
  if (!(*answer)["ok"].get<bool>()) REQUIRE(!(*answer)["error"]["summary"].get<std::string>().empty());
  return *std::move(answer);
}

/// The result of a request that must go well.
inline Json result_of(std::string_view method, Json params) {
  Json answer = ask(method, std::move(params));
  INFO(json::dump(answer));
  REQUIRE(answer["ok"].get<bool>());
  return std::move(answer["result"]);
}

/// The rule of a request's error; empty where it went well.
inline std::string error_of(const Json& answer) {
  return answer["ok"].get<bool>() ? std::string() : answer["error"]["rule"].get<std::string>();
}

/// A text that is JSON.
inline Json parse_json(std::string_view text) {
  auto json = json::parse(text);
  REQUIRE(json.ok());
  return *std::move(json);
}

/// A Source of octets.
inline Json file_of(Bytes octets) {
  Json file;
  file["name"] = "dropped";
  file["data"] = to_base64(octets);
  return file;
}

}  // namespace pki::test
