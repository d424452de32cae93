#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "asn1/oids.h"
#include "asn1/writer.h"
#include "base/text.h"
#include "reading.h"
#include "x509/name.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;
namespace tags = asn1::tags;

/// The DER of a name CN=`octets` with this string type.
ByteVector common_name(const asn1::Tag& tag, std::string_view octets) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& name) {
    name.set_of([&](asn1::Writer& rdn) {
      rdn.sequence([&](asn1::Writer& pair) {
        pair.oid(oids::kCommonName);
        pair.element(tag, as_bytes(octets));
      });
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

/// The only value of a text that names one attribute.
std::string value_of(std::string_view text) {
  const auto input = parse_name_text(text);
  CAPTURE(text);
  REQUIRE(input.ok());
  REQUIRE(input->size() == 1);
  REQUIRE(input->front().size() == 1);
  return input->front().front().text;
}

}  // namespace

TEST_CASE("RFC 4514 has the most specific part first, OpenSSL's form the most general") {
  const ParsedName parsed = name_of("CN=Root,OU=a+L=b,O=Lab,C=DE");
  CHECK(to_rfc4514(parsed.name) == "CN=Root,L=b+OU=a,O=Lab,C=DE");
  CHECK(to_openssl_oneline(parsed.name) == "C = DE, O = Lab, L = b + OU = a, CN = Root");
}

TEST_CASE("a value is escaped as RFC 4514 2.4 wants it, and read again") {
  const auto [value, text] = GENERATE(table<std::string, std::string>({
      {"Lab, Inc", "Lab\\, Inc"},
      {"a+b", "a\\+b"},
      {"\"quoted\"", "\\\"quoted\\\""},
      {"back\\slash", "back\\\\slash"},
      {"<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"},
      {"a;b", "a\\;b"},
      {" both ends ", "\\ both ends\\ "},
      {" ", "\\ "},
      {"#1", "\\#1"},
      {"not#first", "not#first"},
      {"a=b", "a=b"},
      {"M\xC3\xBCller", "M\xC3\xBCller"},
      {std::string("nul\0nul", 7), "nul\\00nul"},
      {"line\r\nline", "line\\0d\\0aline"},
      {"\xE2\x80\xAEgnp.exe", "\\e2\\80\\aegnp.exe"},
      {"a\xE2\x80\x8B"
       "b",
       "a\\e2\\80\\8bb"},
      {"a\xE2\x80\xA8"
       "b",
       "a\\e2\\80\\a8b"},
  }));
  CAPTURE(value);
  const ByteVector der = common_name(tags::kUtf8String, value);
  CHECK(to_rfc4514(read(der)) == "CN=" + text);
  CHECK(value_of("CN=" + text) == value);
  CHECK(name_of(to_rfc4514(read(der))).der == der);
}

TEST_CASE("a value that is no text is written in hex, and read again") {
  const auto der = GENERATE(common_name(tags::kInteger, "\x05"), common_name(tags::kUtf8String, "\xC3("),
                            common_name(tags::kBmpString, "odd"), common_name(tags::kOctetString, ""));
  const std::string text = to_rfc4514(read(der));
  CHECK(text.starts_with("CN=#"));
  CHECK(encode_name(*parse_name_text(text)).value() == der);
}

TEST_CASE("a value of a type that has no keyword is written in hex, and read again") {
  const auto der = encode_name({{{*asn1::OwnedOid::from_dotted("1.2.3.4.5"), "x"}}}).value();
  CHECK(to_rfc4514(read(der)) == "1.2.3.4.5=#0c0178");
  CHECK(to_openssl_oneline(read(der)) == "1.2.3.4.5 = x");
  CHECK(name_of("1.2.3.4.5=#0c0178").der == der);
  CHECK(name_of("1.2.3.4.5=x").der == der);
}

TEST_CASE("OpenSSL's form quotes what is special and shows nothing invisible") {
  const auto [value, text] = GENERATE(table<std::string, std::string>({
      {"Lab, Inc", "\"Lab, Inc\""},
      {"say \"hi\"", "\"say \\\"hi\\\"\""},
      {"back\\slash", "back\\\\slash"},
      {"", ""},
      {"two\nlines", "two\\0alines"},
      {"\xE2\x80\xAEgnp", "\\e2\\80\\aegnp"},
  }));
  CHECK(to_openssl_oneline(read(common_name(tags::kUtf8String, value))) == "CN = " + text);
}

TEST_CASE("keywords are read in either case, by their long names, and as OIDs") {
  const auto text = GENERATE("CN=x", "cn=x", "commonName=x", "2.5.4.3=x", "OID.2.5.4.3=x", "oid.2.5.4.3=x");
  CHECK(name_of(text).der == common_name(tags::kUtf8String, "x"));
}

TEST_CASE("Windows' keywords are read") {
  CHECK(parse_name_text("E=a@b")->front()[0].type.view() == oids::kEmailAddress);
  CHECK(parse_name_text("S=x")->front()[0].type.view() == oids::kState);
  CHECK(parse_name_text("G=x")->front()[0].type.view() == oids::kGivenName);
}

TEST_CASE("what RFC 2253 allowed besides is read") {
  CHECK(name_of("CN = Root ; O = Lab , C = DE").der == name_of("CN=Root,O=Lab,C=DE").der);
  CHECK(value_of("CN=\"Lab, Inc\"") == "Lab, Inc");
  CHECK(value_of("CN=\" spaces \"") == " spaces ");
  CHECK(value_of("CN=\"say \\\"hi\\\"\"") == "say \"hi\"");
  CHECK(value_of("CN=\"\"").empty());
}

TEST_CASE("spaces around a value go, those inside and escaped ones stay") {
  CHECK(value_of("CN=  a  b  ") == "a  b");
  CHECK(value_of("CN=a\\20\\20") == "a  ");
  CHECK(value_of("CN=a \\ ") == "a  ");
}

TEST_CASE("hex pairs make up characters") {
  CHECK(value_of("CN=Lu\\C4\\8Di\\C4\\87") == "Lu\xC4\x8Di\xC4\x87");
  CHECK(value_of("CN=\\C3\\bcber") ==
        "\xC3\xBC"
        "ber");
}

TEST_CASE("a value in hex keeps its string type") {
  const auto input = parse_name_text("CN=#1304526f6f74");
  REQUIRE(input.ok());
  CHECK(input->front()[0].text == "Root");
  CHECK(input->front()[0].string_type == tags::kPrintableString);
}

TEST_CASE("OpenSSL's form with slashes is read in its order") {
  CHECK(name_of("/C=DE/O=Lab/CN=Root").der == name_of("CN=Root,O=Lab,C=DE").der);
  CHECK(name_of("/C=DE/OU=a+L=b/").der == name_of("OU=a+L=b,C=DE").der);
  CHECK(value_of("/CN=a\\/b\\+c\\\\d, e") == "a/b+c\\d, e");
  CHECK(parse_name_text("/")->empty());
}

TEST_CASE("no text is the empty name") {
  CHECK(parse_name_text("")->empty());
  CHECK(parse_name_text("  ")->empty());
}

TEST_CASE("text that is no name is refused at the place where it goes wrong") {
  const auto [text, offset] = GENERATE(table<std::string, std::size_t>({
      {"CN", 0},
      {"Root", 0},
      {"CN=Root,", 8},
      {"CN=Root,,O=Lab", 8},
      {"CN=Root+", 8},
      {"=Root", 0},
      {"CN=a,Lab Inc,C=DE", 5},
      {"FOO=x", 0},
      {"CN=a,1.2.x=b", 5},
      {"CN=\"open", 8},
      {"CN=\"a\"b", 6},
      {"CN=a\\", 5},
      {"CN=a\\zz", 5},
      {"CN=a\\4", 5},
      {"CN=#", 4},
      {"CN=#0", 5},
      {"CN=#zz", 4},
      {"CN=#0c05", 4},
      {"CN=#0c0178ff", 4},
      {"CN=#0c0178 x", 11},
      {"CN=\\ff", 3},
      {"CN=\xFF", 3},
      {"/CN=a/b", 6},
      {"/CN=a\\", 6},
      {"/C=DE//CN=a", 6},
  }));
  CAPTURE(text);
  const auto input = parse_name_text(text);
  REQUIRE_FALSE(input.ok());
  const Finding& why = input.error();
  CHECK((why.id() == "x509.name.text_malformed" || why.id() == "x509.name.attribute_unknown"));
  REQUIRE(why.where.range.has_value());
  CHECK(why.where.range->offset == offset);
  CHECK(why.where.range->end() <= text.size());
  CHECK(why.param("offset") == std::to_string(offset));
}

TEST_CASE("an attribute type that nobody knows has a rule of its own") {
  CHECK(parse_name_text("FOO=x").error().id() == "x509.name.attribute_unknown");
  CHECK(parse_name_text("FOO=x").error().param("type") == "FOO");
  // A key purpose is no attribute type.
  CHECK(parse_name_text("serverAuth=x").error().id() == "x509.name.attribute_unknown");
}

TEST_CASE("ten thousand parts are read in no time") {
  std::string text = "CN=a";
  for (int i = 0; i < 9999; ++i) text += ",CN=a";
  const ParsedName parsed = name_of(text);
  CHECK(parsed.name.rdns().size() == 10000);
  CHECK(to_rfc4514(parsed.name) == text);
}

}  // namespace pki::x509
