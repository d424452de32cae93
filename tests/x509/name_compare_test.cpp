#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <chrono>

#include "asn1/oids.h"
#include "asn1/writer.h"
#include "reading.h"
#include "x509/name.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;
namespace tags = asn1::tags;

/// The name CN=`octets` in this string type.
ParsedName common_name(const asn1::Tag& tag, std::string_view octets) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& name) {
    name.set_of([&](asn1::Writer& rdn) {
      rdn.sequence([&](asn1::Writer& pair) {
        pair.oid(oids::kCommonName);
        pair.element(tag, as_bytes(octets));
      });
    });
  });
  ParsedName parsed{writer.take(), {}};
  asn1::Context context(parsed.der);
  parsed.name = read_name(parsed.der, context).value();
  return parsed;
}

/// What names_match and comparison_key both say; they must agree, in both directions.
bool match(const Name& a, const Name& b) {
  const bool matches = names_match(a, b);
  CHECK(names_match(b, a) == matches);
  CHECK((comparison_key(a) == comparison_key(b)) == matches);
  return matches;
}

}  // namespace

TEST_CASE("names match but for case, white space and string types") {
  const auto [a, b] = GENERATE(table<std::string_view, std::string_view>({
      {"CN=Lab Root,C=DE", "cn=lab root,c=de"},
      {"CN=Lab Root", "CN=\\ Lab   Root\\ "},
      {"CN=M\xC3\xBCller", "CN=M\xC3\x9CLLER"},
      {"CN=a+O=b", "O=b+CN=a"},
      {"CN=#1303 414243", "CN=ABC"},
      {"", ""},
      {"CN=#020105", "CN=#020105"},
      {"DC=Example", "DC=example"},
  }));
  CAPTURE(a, b);
  std::string compact(a);
  std::erase_if(compact, [&](char c) { return c == ' ' && a.find('#') != std::string_view::npos; });
  CHECK(match(name_of(compact).name, name_of(b).name));
}

TEST_CASE("names do not match where anything else differs") {
  const auto [a, b] = GENERATE(table<std::string_view, std::string_view>({
      {"CN=a", "CN=b"},
      {"CN=a", "O=a"},
      {"CN=a", ""},
      {"CN=a,O=b", "O=b,CN=a"},
      {"CN=a,O=b", "CN=a+O=b"},
      {"CN=a", "CN=a,CN=a"},
      {"CN=a", "CN=a+CN=a"},
      {"CN=a+CN=b", "CN=a+CN=a"},
      {"CN=ab", "CN=a b"},
      {"CN=#020105", "CN=#020106"},
      {"CN=#020105", "CN=#0a0105"},
      {"CN=#020105", "CN=\\05"},
      {"OU=a,CN=bOU=c", "OU=a,CN=b,OU=c"},
  }));
  CAPTURE(a, b);
  CHECK_FALSE(match(name_of(a).name, name_of(b).name));
}

TEST_CASE("a string type does not matter where the text is the same") {
  const auto [tag, octets] = GENERATE(table<asn1::Tag, std::string>({
      {tags::kUtf8String, "\xC3\x84PFEL"},
      {tags::kBmpString, std::string("\0\xC4\0p\0f\0e\0l", 10)},
      {tags::kTeletexString, "\xC4pfel"},
      {tags::kUniversalString, std::string("\0\0\0\xC4\0\0\0p\0\0\0f\0\0\0e\0\0\0l", 20)},
  }));
  CHECK(match(common_name(tag, octets).name, common_name(tags::kUtf8String, "\xC3\xA4pfel").name));
}

TEST_CASE("octets that are no text match only themselves") {
  const ParsedName malformed = common_name(tags::kUtf8String, "\xC3");
  CHECK(match(malformed.name, common_name(tags::kUtf8String, "\xC3").name));
  CHECK_FALSE(match(malformed.name, common_name(tags::kTeletexString, "\xC3").name));
  CHECK_FALSE(match(common_name(tags::kBmpString, "odd").name, common_name(tags::kBmpString, "ODD").name));
  // NumericString is none of the types that are compared as text.
  CHECK_FALSE(match(common_name(tags::kNumericString, "1 2").name, common_name(tags::kNumericString, "1  2").name));
}

TEST_CASE("a name is within the names that it begins with") {
  const ParsedName leaf = name_of("CN=www,O=Lab,C=DE");
  CHECK(is_within(leaf.name, name_of("o=lab,C=DE").name));
  CHECK(is_within(leaf.name, name_of("").name));
  CHECK(is_within(leaf.name, leaf.name));
  CHECK_FALSE(is_within(leaf.name, name_of("CN=www,O=Lab").name));
  CHECK_FALSE(is_within(name_of("C=DE").name, leaf.name));
  CHECK_FALSE(is_within(name_of("O=Lab+L=x,C=DE").name, name_of("O=Lab,C=DE").name));
}

TEST_CASE("an RDN of fifty thousand attributes is compared in no time") {
  std::string forwards = "CN=0";
  std::string backwards = "CN=49999";
  for (int i = 1; i < 50000; ++i) {
    forwards += "+CN=" + std::to_string(i);
    backwards += "+CN=" + std::to_string(49999 - i);
  }
  const auto start = std::chrono::steady_clock::now();
  CHECK(match(name_of(forwards).name, name_of(backwards).name));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

}  // namespace pki::x509
