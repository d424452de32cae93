#pragma once
// The golden files: one request and its answer each, the same natively and as wasm. A case is an object
//
//   {"name": what it shows, "seed": of the random source, "request": {...}, "answer": {...}}
//
// In a request, {"$from": "case/pointer/into/its/answer"} stands for a part of another case's answer, {"$file":
// "x509/a.pem"} for the text of a file below tests/data, {"$base64": "x509/a.pem"} for its octets in base64, {"$join":
// [...]} for texts put together.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "api/handle.h"
#include "base/encoding.h"
#include "crypto/random.h"
#include "json/json.h"
#include "support/files.h"

namespace pki::test {

using json::Json;

/// All cases, by the names of their files without ".json".
class Golden {
 public:
  Golden() {
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
      if (entry.path().extension() != ".json") continue;
      const auto text = read_file(entry.path().string());
      INFO(entry.path().string());
      REQUIRE(text.has_value());
      auto json = json::parse(*text);
      REQUIRE(json.ok());
      cases_[entry.path().stem().string()] = *std::move(json);
    }
    REQUIRE(!cases_.empty());
  }

  static std::filesystem::path folder() { return std::filesystem::path(PKI_TEST_DATA_DIR) / ".." / "api" / "golden"; }

  const std::map<std::string, Json>& cases() const { return cases_; }

  /// The request of a case, as the core gets it.
  std::string request(const std::string& name) { return json::dump(resolve(find(name)["request"])); }

  /// The answer that the core gives to a case.
  const std::string& answer(const std::string& name) {
    const auto known = answers_.find(name);
    if (known != answers_.end()) return known->second;
    INFO(name);
    REQUIRE(running_.insert(name).second);  // cases that refer to each other in a circle
    const std::string text = request(name);
    crypto::FixedRandom random(find(name)["seed"].get<std::uint64_t>());
    const crypto::ScopedRandom scope(random);
    return answers_[name] = api::handle(text);
  }

  /// Writes a case's file anew, with the answer that the core gives now.
  void update(const std::string& name) {
    Json& entry = find(name);
    auto parsed = json::parse(answer(name));
    REQUIRE(parsed.ok());
    entry["answer"] = *std::move(parsed);
    std::ofstream(folder() / (name + ".json"), std::ios::binary) << json::dump_indented(entry) << "\n";
  }

 private:
  Json& find(const std::string& name) {
    INFO(name);
    const auto found = cases_.find(name);
    REQUIRE(found != cases_.end());
    return found->second;
  }

  Json from(const std::string& reference) {
    const std::size_t slash = reference.find('/');
    REQUIRE(slash != std::string::npos);
    auto parsed = json::parse(answer(reference.substr(0, slash)));
    REQUIRE(parsed.ok());
    const Json::json_pointer pointer(reference.substr(slash));
    INFO(reference);
    REQUIRE(parsed->contains(pointer));
    return (*parsed)[pointer];
  }

  static std::string file(const Json& path) {
    const auto text = read_file(std::string(PKI_TEST_DATA_DIR) + "/" + path.get<std::string>());
    INFO(path.get<std::string>());
    REQUIRE(text.has_value());
    return *text;
  }

  std::string join(const Json& parts) {
    std::string text;
    for (const Json& part : parts) text += resolve(part).get<std::string>();
    return text;
  }

  Json resolve(const Json& json) {
    if (json.is_object() && json.size() == 1) {
      const std::string key = json.begin().key();
      const Json& value = json.front();
      if (key == "$from") return from(value.get<std::string>());
      if (key == "$file") return file(value);
      if (key == "$base64") return to_base64(as_bytes(file(value)));
      if (key == "$join") return join(value);
    }
    Json copy = json;
    if (copy.is_structured()) {
      for (Json& member : copy) member = resolve(member);
    }
    return copy;
  }

  std::map<std::string, Json> cases_;
  std::map<std::string, std::string> answers_;
  std::set<std::string> running_;
};

}  // namespace pki::test
