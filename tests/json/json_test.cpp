#include "json/json.h"

#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>

#include "base/text.h"

using pki::json::Json;
using pki::json::parse;

namespace {

std::string error_of(std::string_view text) {
  const auto result = parse(text);
  return result.ok() ? "" : std::string(result.error().id());
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("members keep the order in which they stand") {
  const auto value = parse(R"({"z":1,"a":[true,null,-2,"x"],"m":{"k":1.5}})");
  REQUIRE(value.ok());
  CHECK(pki::json::dump(*value) == R"({"z":1,"a":[true,null,-2,"x"],"m":{"k":1.5}})");
}

TEST_CASE("a byte order mark is passed over") { CHECK(parse("\xEF\xBB\xBF{}").ok()); }

TEST_CASE("what is not JSON is refused") {
  for (const std::string_view text : {"", " ", "{", "[1,]", "{\"a\":1,}", "{'a':1}", "nul", "1 2", "{}x", "\"\x01\"",
                                      "\"\xFF\"", "\"\\ud800\"", "NaN", "1e999", "//\n1"}) {
    INFO(text);
    CHECK(error_of(text) == "json.syntax");
  }
}

TEST_CASE("a NUL is refused wherever it stands") {
  using namespace std::string_literals;
  CHECK(error_of("{}\0"s) == "json.syntax");
  CHECK(error_of("\0"s) == "json.syntax");
  CHECK(error_of("{\"a\0\":1}"s) == "json.syntax");
}

TEST_CASE("a syntax error says at which octet") {
  const auto value = parse("{\"a\": }");
  REQUIRE(!value.ok());
  CHECK(value.error().param("offset") == "6");
}

TEST_CASE("a name that stands twice is refused") {
  CHECK(error_of(R"({"a":1,"b":2,"a":3})") == "json.duplicate_name");
  CHECK(error_of(R"([{"a":{"x":1,"x":1}}])") == "json.duplicate_name");
  CHECK(parse(R"([{"a":1},{"a":1}])").ok());
}

TEST_CASE("nesting is limited, in arrays and in objects") {
  CHECK(parse(repeat("[", 64) + repeat("]", 64)).ok());
  CHECK(error_of(repeat("[", 65) + repeat("]", 65)) == "json.limit.depth");
  CHECK(error_of(repeat("{\"a\":", 65) + "1" + repeat("}", 65)) == "json.limit.depth");
  CHECK(error_of(repeat("[", 1000000)) == "json.limit.depth");
}

TEST_CASE("an object with too many members is refused") {
  std::string text = "{";
  for (int i = 0; i < 257; ++i) text += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":0";
  CHECK(error_of(text + "}") == "json.limit.members");
}

TEST_CASE("a text that is too long is refused before it is read") {
  CHECK(error_of(std::string(pki::json::kMaxSize + 1, ' ')) == "json.limit.size");
}

TEST_CASE("ten megabytes of zeros are refused") { CHECK(error_of(std::string(10000000, '0')) == "json.syntax"); }

TEST_CASE("octets that are not UTF-8 are replaced on the way out") {
  Json value;
  value["text"] = "a\xFF\xC0z";
  const std::string text = pki::json::dump(value);
  CHECK(pki::is_utf8(text));
  CHECK(parse(text).ok());
}

TEST_CASE("mutations of a request parse or fail, and what parses is written the same again") {
  const std::string request =
      R"({"id":7,"method":"csr.create","params":{"subject":[{"type":"C","value":"D\u00e4"}],"days":-12,"x":[1.5e3,null,true]}})";
  std::minstd_rand random(1);
  std::size_t parsed = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string text = request;
    for (auto changes = random() % 3 + 1; changes > 0; --changes) {
      const std::size_t at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text[at] = static_cast<char>(random());
          break;
        case 1:
          text.erase(at, random() % 4 + 1);
          break;
        default:
          text.insert(at, 1, "{}[]\",:0\\ \xC3"[random() % 11]);
      }
    }
    const auto value = parse(text);
    if (!value.ok()) continue;
    ++parsed;
    const std::string once = pki::json::dump(*value);
    const auto again = parse(once);
    REQUIRE(again.ok());
    CHECK(pki::json::dump(*again) == once);
  }
  CHECK(parsed > 0);
}
