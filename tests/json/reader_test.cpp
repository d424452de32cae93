#include "json/reader.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "base/text.h"
#include "json/rules.h"

using pki::json::Bounds;
using pki::json::Json;
using pki::json::ObjectReader;
using pki::json::Value;

namespace {

Json json_of(std::string_view text) {
  auto value = pki::json::parse(text);
  REQUIRE(value.ok());
  return *std::move(value);
}

}  // namespace

TEST_CASE("a missing member is named by its pointer") {
  const Json json = json_of(R"({"issuer":{"key":null}})");
  auto params = ObjectReader::open(Value(json, "/params"));
  REQUIRE(params.ok());
  const auto member = params->required("issuer");
  REQUIRE(member.ok());
  auto issuer = ObjectReader::open(*member);
  REQUIRE(issuer.ok());
  const auto key = issuer->required("key");
  REQUIRE(!key.ok());
  CHECK(key.error().id() == "api.param.missing");
  CHECK(key.error().param("pointer") == "/params/issuer/key");
}

TEST_CASE("null is a member that was left out, unless it is asked for") {
  const Json json = json_of(R"({"path_length":null})");
  auto params = ObjectReader::open(Value(json, ""));
  CHECK(!params->optional("path_length").has_value());
  CHECK(params->optional_or_null("path_length").has_value());
  CHECK(!params->optional_or_null("other").has_value());
}

TEST_CASE("a member that nobody asked for is refused, with those that there are") {
  const Json json = json_of(R"({"subject":"CN=x","pahtLength":1})");
  auto params = ObjectReader::open(Value(json, "/params"));
  params->optional("subject");
  params->optional("path_length");
  const auto status = params->finish();
  REQUIRE(!status.ok());
  CHECK(status.error().id() == "api.param.unknown");
  CHECK(status.error().param("pointer") == "/params/pahtLength");
  CHECK(status.error().param("known") == "subject, path_length");
  params->optional("pahtLength");
  CHECK(params->finish().ok());
}

TEST_CASE("a value of another type is refused, with both types") {
  const Json json = json_of(R"([1,"x",true,null,{},[],1.5])");
  const std::set<std::size_t> texts{1}, flags{2}, numbers{0}, objects{4}, lists{5};
  for (std::size_t i = 0; i < json.size(); ++i) {
    const Value value(json[i], "/" + std::to_string(i));
    INFO(i);
    CHECK(pki::json::read_text(value).ok() == texts.contains(i));
    CHECK(pki::json::read_bool(value).ok() == flags.contains(i));
    CHECK(pki::json::read_integer(value, Bounds{0, 10}).ok() == numbers.contains(i));
    CHECK(pki::json::read_list(value).ok() == lists.contains(i));
    CHECK(ObjectReader::open(value).ok() == objects.contains(i));
  }
  const auto text = pki::json::read_text(Value(json[0], "/params/0"));
  CHECK(text.error().id() == "api.param.type");
  CHECK(text.error().param("pointer") == "/params/0");
}

TEST_CASE("a number is whole and within its bounds") {
  const Json json = json_of(R"([-1,0,10,11,18446744073709551615,9223372036854775808,1e300,2.5,-9223372036854775808])");
  const std::set<std::size_t> good{1, 2};
  for (std::size_t i = 0; i < json.size(); ++i) {
    INFO(i);
    const auto number = pki::json::read_integer(Value(json[i], "/x"), Bounds{0, 10});
    CHECK(number.ok() == good.contains(i));
    if (!number.ok()) CHECK(number.error().id() == "api.param.value");
  }
}

TEST_CASE("a word must be one of the table") {
  const Json json = json_of(R"(["keep","drop","Keep"])");
  constexpr pki::json::Choice<int> kChoices[] = {{"keep", 1}, {"drop", 2}};
  CHECK(*pki::json::read_choice(Value(json[0], ""), kChoices) == 1);
  CHECK(*pki::json::read_choice(Value(json[1], ""), kChoices) == 2);
  const auto wrong = pki::json::read_choice(Value(json[2], "/root"), kChoices);
  REQUIRE(!wrong.ok());
  CHECK(wrong.error().id() == "api.param.value");
  CHECK(wrong.error().param("expected") == "one of: keep, drop");
}

TEST_CASE("an element of a list is named by its index") {
  const Json json = json_of(R"(["a",2])");
  const auto texts = pki::json::read_texts(Value(json, "/params/names"));
  REQUIRE(!texts.ok());
  CHECK(texts.error().param("pointer") == "/params/names/1");
  CHECK(texts.error().param("name") == "names[1]");
}

TEST_CASE("a pointer escapes the tilde and the slash") {
  CHECK(pki::json::append_pointer("/a", "b/c~d") == "/a/b~1c~0d");
}

TEST_CASE("an excerpt never holds half a character") {
  CHECK(pki::json::excerpt("abc", 3) == "abc");
  CHECK(pki::json::excerpt("ab\u00e4c", 3) == "ab\u2026");
  CHECK(pki::is_utf8(pki::json::excerpt("\u20ac\u20ac\u20ac", 4)));
}

TEST_CASE("a long unknown name does not make a long finding") {
  Json json = Json::object();
  json[std::string(1000000, 'x')] = 1;
  auto params = ObjectReader::open(Value(json, ""));
  const auto status = params->finish();
  REQUIRE(!status.ok());
  CHECK(status.error().param("name").size() < 200);
}
