#include "x509/general_name.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "asn1/oids.h"
#include "reading.h"
#include "vectors.h"
#include "x509/extensions/alternative_names.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;
using enum GeneralNameKind;

/// read_general_names over the contents of a hex text.
Reading read_names(std::string_view hex) { return read_hex(read_general_names, hex); }

/// The text of the one name that these octets are.
std::string text_of(std::string_view hex) {
  const ByteVector octets = bytes(hex);
  asn1::Context context(octets);
  const auto names = read_general_names(octets, context);
  REQUIRE(names.ok());
  REQUIRE(names->size() == 1);
  return to_text(names->front());
}

std::string encoded(const GeneralNameInput& input) {
  asn1::Writer writer;
  const Status status = write_general_name(writer, input);
  return status.ok() ? to_hex(writer.view()) : std::string(status.error().id());
}

}  // namespace

TEST_CASE("alternative names are written as OpenSSL writes them, and read again") {
  const ByteVector der = openssl_octets("subject_alt_name");
  std::vector<GeneralNameInput> inputs;
  for (const std::string_view text :
       {"DNS:www.example.com", "DNS:*.example.com", "IP:192.0.2.1", "IP:2001:db8::1", "email:ann@example.com",
        "URI:https://example.com/a?b=c", "RID:1.2.3.4", "dirName:CN=Ann,O=Lab,C=DE", "UPN:ann@corp.example"}) {
    inputs.push_back(parse_general_name_text(text).value());
  }
  const auto written = encode_general_names(inputs);
  REQUIRE(written.ok());
  CHECK(*written == der);

  asn1::Context context(der);
  const auto read = read_alternative_names(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  std::vector<std::string> texts;
  for (const GeneralName& name : read->names) texts.push_back(to_text(name));
  CHECK(texts == std::vector<std::string>{"DNS:www.example.com", "DNS:*.example.com", "IP Address:192.0.2.1",
                                          "IP Address:2001:db8::1", "email:ann@example.com",
                                          "URI:https://example.com/a?b=c", "Registered ID:1.2.3.4",
                                          "DirName:CN=Ann,O=Lab,C=DE", "othername:UPN:ann@corp.example"});
  CHECK(value_text(read->names[0]) == "www.example.com");
  CHECK(read->names[8].type_id == oids::kUserPrincipalName);
  CHECK(read->names[8].other.tag == asn1::tags::kUtf8String);
  CHECK(range_within(der, read->names[0].whole) == ByteRange{3, 17});

  // What to_text() writes is read, too.
  std::vector<GeneralNameInput> again;
  for (const std::string& text : texts) again.push_back(parse_general_name_text(text).value());
  CHECK(encode_general_names(again).value() == der);
}

TEST_CASE("a bare value is told apart by its looks") {
  const auto [text, kind] = GENERATE(table<std::string_view, GeneralNameKind>({
      {"www.example.com", Dns},
      {"*.example.com", Dns},
      {"localhost", Dns},
      {" www.example.com ", Dns},
      {"192.0.2.1", IpAddress},
      {"2001:db8::1", IpAddress},
      {"192.0.2.0/24", IpAddress},
      {"ann@example.com", Email},
      {"https://example.com/", Uri},
      {"spiffe://lab/ann", Uri},
      {"urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66", Uri},
      {"tag:microsoft.com,2022-09-14:sid:S-1-5-21-1-2-3-1104", Uri},
  }));
  CAPTURE(text);
  const auto input = parse_general_name_text(text);
  REQUIRE(input.ok());
  CHECK(input->kind == kind);
}

TEST_CASE("prefixes are read in either case") {
  const auto [text, kind, value] = GENERATE(table<std::string_view, GeneralNameKind, std::string>({
      {"dns:a", Dns, "a"},
      {"IP Address:192.0.2.1", IpAddress, "192.0.2.1"},
      {"EMAIL:a@b", Email, "a@b"},
      {"RFC822:a@b", Email, "a@b"},
      {"URL:http://a/", Uri, "http://a/"},
      {"DirName:CN=x", DirectoryName, "CN=x"},
      {"upn:a@b", OtherName, "a@b"},
      {"otherName:1.2.3;text", OtherName, "text"},
      {"otherName:1.2.3;UTF8:text", OtherName, "text"},
      {"DNS:", Dns, ""},
  }));
  CAPTURE(text);
  const auto input = parse_general_name_text(text);
  REQUIRE(input.ok());
  CHECK(input->kind == kind);
  CHECK(input->text == value);
}

TEST_CASE("text that is no general name is refused") {
  const auto text = GENERATE("", "  ", "DSN:www.example.com", "otherName:1.2.3", "otherName:x y;text",
                             "otherName:1.2.3:zz", "otherName:1.2.3:", "host:8443");
  CAPTURE(text);
  CHECK(failure(parse_general_name_text(text)) == "x509.general_name.text");
}

TEST_CASE("a general name that must not be written is refused") {
  const auto [input, rule] = GENERATE(table<GeneralNameInput, std::string>({
      {{Dns, ""}, "x509.general_name.text"},
      {{Dns, "a b"}, "x509.general_name.character"},
      {{Dns, "m\xC3\xBCller.example"}, "x509.general_name.character"},
      {{Dns, std::string("a\0b", 3)}, "x509.general_name.character"},
      {{Dns, "https://a"}, "x509.general_name.character"},
      {{Email, "ann"}, "x509.general_name.text"},
      {{Email, "@a"}, "x509.general_name.text"},
      {{Email, "a@"}, "x509.general_name.text"},
      {{Email, "\xC3\xA4@a"}, "x509.general_name.character"},
      {{Email, "a\r\n@b"}, "x509.general_name.character"},
      {{Uri, "www.example.com"}, "x509.general_name.text"},
      {{Uri, "http:"}, "x509.general_name.text"},
      {{Uri, ":x"}, "x509.general_name.text"},
      {{Uri, "1x:y"}, "x509.general_name.text"},
      {{Uri, "http://a/ b"}, "x509.general_name.character"},
      {{IpAddress, "192.0.2.0/24"}, "x509.general_name.text"},
      {{IpAddress, "192.0.2"}, "x509.general_name.text"},
      {{RegisteredId, "x y"}, "x509.general_name.text"},
      {{DirectoryName, ""}, "x509.general_name.text"},
      {{DirectoryName, "C=Germany"}, "x509.name.country"},
      {{X400Address, "x"}, "x509.general_name.text"},
      {{EdiPartyName, "x"}, "x509.general_name.text"},
      {{OtherName, "x"}, "x509.general_name.text"},
      {{OtherName, "\xFF", asn1::OwnedOid(oids::kUserPrincipalName)}, "x509.general_name.character"},
      {{OtherName, "", asn1::OwnedOid(oids::kUserPrincipalName), bytes("0c")}, "x509.general_name.text"},
      {{OtherName, "", asn1::OwnedOid(oids::kUserPrincipalName), bytes("05000500")}, "x509.general_name.text"},
  }));
  CAPTURE(input.text);
  CHECK(encoded(input) == rule);
}

TEST_CASE("no general names at all are refused") {
  CHECK(failure(encode_general_names({})) == "x509.general_name.empty");
}

TEST_CASE("an other name is written with a text or with DER") {
  const asn1::OwnedOid type = *asn1::OwnedOid::from_dotted("1.2.3");
  CHECK(encoded({OtherName, "x", type}) == "a00906022a03a0030c0178");
  CHECK(encoded({OtherName, "ignored", type, bytes("020105")}) == "a00906022a03a003020105");
  CHECK(text_of("a00906022a03a0030c0178") == "othername:1.2.3;x");
  CHECK(text_of("a00906022a03a003020105") == "othername:1.2.3:020105");
  CHECK(encoded(parse_general_name_text("othername:1.2.3:020105").value()) == "a00906022a03a003020105");
}

TEST_CASE("names of kinds that cannot be written are read and shown in hex") {
  CHECK(text_of("a3023000") == "X400Name:3000");
  CHECK(text_of("a504a1020c00") == "EdiPartyName:a1020c00");
}

TEST_CASE("what is questionable in general names is noted") {
  const auto [hex, rule] = GENERATE(table<std::string_view, std::string_view>({
      {"", "x509.general_name.empty"},
      {"82036100 62", "x509.general_name.character"},
      {"8201ff", "x509.general_name.character"},
      {"8103c3a440", "x509.general_name.character"},
      {"8603c3a440", "x509.general_name.character"},
      {"8705c000020100", "x509.general_name.ip_length"},
      {"8700", "x509.general_name.ip_length"},
      {"8708c0000200ffffff00", "x509.general_name.ip_length"},
      {"a40430023100", "x509.name.empty_rdn"},
  }));
  CAPTURE(hex);
  CHECK(read_names(hex).failure.empty());
  CHECK(read_names(hex).noted == Ids{rule});
}

TEST_CASE("what is no general name fails") {
  const auto [hex, rule] = GENERATE(table<std::string_view, std::string_view>({
      {"8901ff", "x509.general_name.unknown_choice"},
      {"0c0161", "x509.general_name.unknown_choice"},
      {"3000", "x509.general_name.unknown_choice"},
      {"a2030c0161", "x509.general_name.unknown_choice"},  // constructed
      {"8400", "x509.general_name.unknown_choice"},        // primitive
      {"4201 61", "x509.general_name.unknown_choice"},     // of another class
      {"820261", "asn1.element.truncated"},
      {"8800", "asn1.oid.malformed"},
      {"a400", "asn1.element.unexpected"},
      {"a404 30003000", "asn1.element.trailing"},
      {"a000", "asn1.element.unexpected"},
      {"a00406022a03", "asn1.element.unexpected"},
      {"a00606022a03a000", "asn1.tag.truncated"},
      {"a00a06022a03a00405000500", "asn1.element.trailing"},
      {"a00a06022a03a00205000500", "asn1.element.trailing"},
  }));
  CAPTURE(hex);
  CHECK(read_names(hex).failure == rule);
}

TEST_CASE("hostile names are shown as one safe line") {
  CHECK(text_of("8207 61000a e280ae 62") == "DNS:a\\u{0000}\\u{000A}\\u{202E}b");
  CHECK(text_of("8202 ff5c") == "DNS:\\xFF\\\\");
  CHECK(text_of("a00d06022a03a0070c05610a3c623e") == "othername:1.2.3;a\\u{000A}<b>");
}

}  // namespace pki::x509
