#include "x509/extensions/name_constraints.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "../reading.h"
#include "../vectors.h"

namespace pki::x509 {
namespace {

std::vector<std::string> texts(const std::vector<GeneralSubtree>& subtrees) {
  std::vector<std::string> list;
  for (const GeneralSubtree& subtree : subtrees) list.push_back(to_text(subtree.base));
  return list;
}

}  // namespace

TEST_CASE("name constraints are written as OpenSSL writes them, and read again") {
  using enum GeneralNameKind;
  const ByteVector der = openssl_octets("name_constraints");
  const auto written = encode_name_constraints(
      {{Dns, "example.com"}, {Email, ".example.com"}, {DirectoryName, "O=Lab,C=DE"}, {Uri, ".example.com"}},
      {{IpAddress, "192.0.2.0/24"}, {IpAddress, "2001:db8::/32"}});
  REQUIRE(written.ok());
  CHECK(*written == der);

  asn1::Context context(der);
  const auto read = read_name_constraints(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  CHECK(texts(read->permitted) ==
        std::vector<std::string>{"DNS:example.com", "email:.example.com", "DirName:O=Lab,C=DE", "URI:.example.com"});
  CHECK(texts(read->excluded) ==
        std::vector<std::string>{"IP Address:192.0.2.0/255.255.255.0", "IP Address:2001:db8::/ffff:ffff::"});
  CHECK(read->permitted[0].minimum == 0);
  CHECK_FALSE(read->permitted[0].maximum.has_value());
}

TEST_CASE("an address range is read with a length, with a mask, or as one address") {
  const auto [text, mask] = GENERATE(table<std::string, std::string_view>({
      {"192.0.2.0/24", "ffffff00"},
      {"192.0.2.0/255.255.255.0", "ffffff00"},
      {"192.0.2.1", "ffffffff"},
      {"0.0.0.0/0", "00000000"},
      {"192.0.2.0/25", "ffffff80"},
  }));
  CAPTURE(text);
  const auto der = encode_name_constraints({{GeneralNameKind::IpAddress, text}}, {});
  REQUIRE(der.ok());
  CHECK(to_hex(Bytes(*der).last(4)) == mask);
}

TEST_CASE("a constraint may be a part of a host name, a mailbox or nothing at all") {
  using enum GeneralNameKind;
  const auto input = GENERATE(GeneralNameInput{Dns, ".example.com"}, GeneralNameInput{Dns, ""},
                              GeneralNameInput{Email, "ann@example.com"}, GeneralNameInput{Email, "example.com"},
                              GeneralNameInput{Uri, "www.example.com"}, GeneralNameInput{DirectoryName, ""});
  CHECK(encode_name_constraints({}, {input}).ok());
}

TEST_CASE("name constraints that cannot be are refused") {
  using enum GeneralNameKind;
  const auto [input, rule] = GENERATE(table<GeneralNameInput, std::string_view>({
      {{IpAddress, "192.0.2.1/24"}, "x509.general_name.text"},
      {{IpAddress, "192.0.2.0/33"}, "x509.general_name.text"},
      {{IpAddress, "192.0.2.0/255.0.255.0"}, "x509.general_name.text"},
      {{IpAddress, "192.0.2.0/ffff::"}, "x509.general_name.text"},
      {{IpAddress, "example.com"}, "x509.general_name.text"},
      {{Uri, "https://example.com/"}, "x509.general_name.text"},
      {{Dns, "exam ple.com"}, "x509.general_name.character"},
      {{Dns, "m\xC3\xBCller.example"}, "x509.general_name.character"},
      {{DirectoryName, "Lab"}, "x509.name.text_malformed"},
      {{X400Address, "x"}, "x509.general_name.text"},
  }));
  CAPTURE(input.text);
  CHECK(failure(encode_name_constraints({input}, {})) == rule);
  CHECK(failure(encode_name_constraints({}, {input})) == rule);
}

TEST_CASE("name constraints without a name are refused, and noted where they are found") {
  CHECK(failure(encode_name_constraints({}, {})) == "x509.name_constraints.empty");
  CHECK(read_hex(read_name_constraints, "3000").noted == Ids{"x509.name_constraints.empty"});
  CHECK(read_hex(read_name_constraints, "3002a000").noted == Ids{"x509.name_constraints.empty"});
}

TEST_CASE("what is questionable in name constraints is noted") {
  const auto [hex, rule] = GENERATE(table<std::string_view, std::string_view>({
      {"300aa00830068201618001 00", "asn1.default.encoded"},
      {"300aa00830068201618001 01", "x509.name_constraints.minimum_maximum"},
      {"300aa00830068201618101 05", "x509.name_constraints.minimum_maximum"},
      {"300aa00830068704c0000201", "x509.general_name.ip_length"},
      {"300ea00c300a8708c0000200ff00ff00", "x509.general_name.ip_mask"},
      {"3007a0053003820180", "x509.general_name.character"},
  }));
  CAPTURE(hex);
  CHECK(read_hex(read_name_constraints, hex).failure.empty());
  CHECK(read_hex(read_name_constraints, hex).noted == Ids{rule});
}

TEST_CASE("name constraints that are malformed fail") {
  const auto hex = GENERATE("", "a000", "30020500", "3004a0023000", "300aa00830068201618001ff", "3007a0053003810161 00",
                            "3007a105300382016100", "3004a002 0500", "3006a1003003820161");
  CAPTURE(hex);
  CHECK_FALSE(read_hex(read_name_constraints, hex).failure.empty());
}

}  // namespace pki::x509
