#include "x509/name.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "asn1/oids.h"
#include "asn1/writer.h"
#include "base/text.h"
#include "reading.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;
namespace tags = asn1::tags;

struct Value {
  asn1::Oid type;
  asn1::Tag tag;
  std::string octets;
};

/// The DER of a name of one RDN with these attributes, in the order given.
ByteVector raw_name(const std::vector<Value>& values) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& name) {
    name.wrap(tags::kSet, [&](asn1::Writer& rdn) {
      for (const Value& value : values) {
        rdn.sequence([&](asn1::Writer& pair) {
          pair.oid(value.type);
          pair.element(value.tag, as_bytes(value.octets));
        });
      }
    });
  });
  return writer.take();
}

Name read(const ByteVector& der) {
  asn1::Context context(der);
  auto name = read_name(der, context);
  REQUIRE(name.ok());
  return std::move(name).value();
}

Ids noted(const ByteVector& der) {
  asn1::Context context(der);
  REQUIRE(read_name(der, context).ok());
  return ids(context.findings());
}

}  // namespace

TEST_CASE("a name is read with its attributes, their places and their text") {
  // openssl req -subj "/C=DE/O=Lab/CN=Root" -utf8
  const ByteVector der =
      bytes("302a310b3009060355040613024445310c300a060355040a0c034c6162310d300b06035504030c04526f6f74");
  asn1::Context context(der);
  const auto name = read_name(der, context);
  REQUIRE(name.ok());
  CHECK(context.findings().empty());
  CHECK(equal(name->der(), der));
  REQUIRE(name->rdns().size() == 3);
  const Attribute& country = name->rdns()[0].attributes[0];
  CHECK(country.type == oids::kCountry);
  CHECK(country.value.tag == tags::kPrintableString);
  CHECK(country.text() == "DE");
  CHECK(range_within(der, country.whole) == ByteRange{4, 11});
  CHECK(name->last(oids::kCommonName) == "Root");
  CHECK_FALSE(name->last(oids::kLocality).has_value());
  CHECK_FALSE(name->empty());
}

TEST_CASE("the most specific of several attributes of a type is the last") {
  CHECK(name_of("CN=b,CN=a").name.last(oids::kCommonName) == "b");
}

TEST_CASE("the empty name is read") {
  const ByteVector der = bytes("3000");
  CHECK(read(der).empty());
  CHECK(to_rfc4514(read(der)).empty());
}

TEST_CASE("what is no name fails") {
  const auto [hex, rule] = GENERATE(table<std::string_view, std::string_view>({
      {"", "asn1.element.unexpected"},
      {"3100", "asn1.element.unexpected"},
      {"300000", "asn1.element.trailing"},
      {"30023000", "asn1.element.unexpected"},           // an RDN that is a SEQUENCE
      {"300431023100", "asn1.element.unexpected"},       // an attribute that is a SET
      {"300431023000", "asn1.element.unexpected"},       // an attribute without a type
      {"3009310730050603550403", "asn1.tag.truncated"},  // an attribute without a value
      {"300e310c300a06035504031301440500", "asn1.element.trailing"},
      {"300d310b3009060355040313054445", "asn1.element.truncated"},
      {"300b3109300706018013024445", "asn1.oid.malformed"},
  }));
  CAPTURE(hex);
  CHECK(read_hex(read_name, hex).failure == rule);
}

TEST_CASE("what is questionable in a name is noted and read on") {
  CHECK(noted(bytes("30023100")) == Ids{"x509.name.empty_rdn"});
  CHECK(noted(raw_name({{oids::kCommonName, tags::kUtf8String, ""}})) == Ids{"x509.name.value_empty"});
  CHECK(noted(raw_name({{oids::kCommonName, tags::kUtf8String, "\xC3"}})) == Ids{"x509.name.value_malformed"});
  CHECK(noted(raw_name({{oids::kCommonName, tags::kPrintableString, "a@b"}})) == Ids{"asn1.string.character"});
  CHECK(noted(raw_name({{oids::kCommonName, tags::kInteger, "\x05"}})).empty());
  // Out of order: O stands after CN.
  CHECK(noted(raw_name({{oids::kOrganization, tags::kUtf8String, "a"}, {oids::kCommonName, tags::kUtf8String, "a"}})) ==
        Ids{"asn1.set.order"});
}

TEST_CASE("upper bounds count characters, not octets") {
  std::string umlauts;
  for (int i = 0; i < 64; ++i) umlauts += "\xC3\xA4";
  CHECK(noted(raw_name({{oids::kCommonName, tags::kUtf8String, umlauts}})).empty());
  CHECK(noted(raw_name({{oids::kCommonName, tags::kUtf8String, umlauts + "a"}})) == Ids{"x509.name.value_too_long"});
  CHECK(noted(raw_name({{oids::kCountry, tags::kPrintableString, "DEU"}})) == Ids{"x509.name.value_too_long"});
  // domainComponent has no bound.
  CHECK(noted(raw_name({{oids::kDomainComponent, tags::kIa5String, std::string(500, 'a')}})).empty());
}

TEST_CASE("names are written with the string types that RFC 5280 wants") {
  const ParsedName parsed = name_of("CN=Root,O=Lab,DC=example,serialNumber=1,emailAddress=a@b,dnQualifier=q,C=DE");
  std::vector<asn1::Tag> types;
  for (const Rdn& rdn : parsed.name.rdns()) types.push_back(rdn.attributes[0].value.tag);
  CHECK(types == std::vector<asn1::Tag>{tags::kPrintableString, tags::kPrintableString, tags::kIa5String,
                                        tags::kPrintableString, tags::kIa5String, tags::kUtf8String,
                                        tags::kUtf8String});
}

TEST_CASE("a name is written octet by octet as OpenSSL writes it") {
  CHECK(to_hex(name_of("/C=DE/O=Lab/CN=Root").der) ==
        "302a310b3009060355040613024445310c300a060355040a0c034c6162310d300b06035504030c04526f6f74");
}

TEST_CASE("the attributes of an RDN are written in DER order") {
  const ParsedName parsed = name_of("O=Lab+CN=Root");
  asn1::Context context(parsed.der);
  REQUIRE(read_name(parsed.der, context).ok());
  CHECK(context.findings().empty());
  CHECK(to_rfc4514(parsed.name) == "O=Lab+CN=Root");
  CHECK(name_of("CN=Root+O=Lab").der == parsed.der);
}

TEST_CASE("a name that must not be written is refused") {
  const auto [text, rule] = GENERATE(table<std::string, std::string_view>({
      {"CN=", "x509.name.value_empty"},
      {"C=Germany", "x509.name.country"},
      {"C=D1", "x509.name.country"},
      {"C=", "x509.name.country"},
      {"CN=" + std::string(65, 'x'), "x509.name.value_too_long"},
      {"serialNumber=\xC3\xA4", "x509.name.character"},
      {"DC=\xC3\xA4", "x509.name.character"},
      {"emailAddress=\xC3\xA4@b", "x509.name.character"},
      {"CN=#300000", "x509.name.text_malformed"},
  }));
  CAPTURE(text);
  const auto input = parse_name_text(text);
  if (!input) {
    CHECK(input.error().id() == rule);
  } else {
    CHECK(failure(encode_name(*input)) == rule);
  }
}

TEST_CASE("an input with an RDN without attributes is refused") {
  CHECK(failure(encode_name({RdnInput{}})) == "x509.name.empty_rdn");
}

TEST_CASE("a string type that is asked for is used, if it can hold the value") {
  const auto encode = [](asn1::Tag tag, std::string text) {
    return encode_name({{{asn1::OwnedOid(oids::kCommonName), std::move(text), tag}}});
  };
  CHECK(to_hex(encode(tags::kBmpString, "\xC3\xA4").value()) == "300d310b300906035504031e0200e4");
  CHECK(to_hex(encode(tags::kTeletexString, "\xC3\xA4").value()) ==
        "300c310a30080603550403"
        "1401e4");
  CHECK(to_hex(encode(tags::kUniversalString, "\xF0\x9F\x90\x9F").value()) == "300f310d300b06035504031c040001f41f");
  CHECK(failure(encode(tags::kBmpString, "\xF0\x9F\x90\x9F")) == "x509.name.character");
  CHECK(failure(encode(tags::kTeletexString, "\xE2\x82\xAC")) == "x509.name.character");
  CHECK(failure(encode(tags::kPrintableString, "a*")) == "x509.name.character");
  CHECK(failure(encode(tags::kUtf8String, "\xFF")) == "x509.name.character");
  CHECK(failure(encode(tags::kInteger, "1")) == "x509.name.character");
}

TEST_CASE("to_input writes a name again octet by octet") {
  const auto der =
      GENERATE(raw_name({{oids::kCommonName, tags::kPrintableString, "Root"}}),
               raw_name({{oids::kCommonName, tags::kTeletexString, "M\xFCller"}}),
               raw_name({{oids::kCommonName, tags::kBmpString, std::string("\0M\0\xFC", 4)}}),
               raw_name({{oids::kCommonName, tags::kPrintableString, "a@b"}}),  // outside the repertoire
               raw_name({{oids::kCommonName, tags::kUtf8String, "\xC3"}}),      // not UTF-8
               raw_name({{oids::kCommonName, tags::kInteger, "\x05"}}),         // no string
               raw_name({{oids::kCommonName, tags::kUtf8String, "a"}, {oids::kOrganization, tags::kIa5String, "b"}}));
  CHECK(encode_name(to_input(read(der))).value() == der);
}

}  // namespace pki::x509
