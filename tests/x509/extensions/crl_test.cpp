#include "x509/extensions/crl.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <tuple>

#include "../reading.h"
#include "x509/extensions/crl_entry.h"

namespace pki::x509 {
namespace {

// A CRL number of these octets; they must outlive it.
CrlNumber number(const ByteVector& octets) { return {asn1::Integer{octets}}; }

}  // namespace

TEST_CASE("CRL numbers are read, compared and shown whatever their size") {
  const ByteVector der = encode_crl_number(300);
  CHECK(der == bytes("0202012c"));
  asn1::Context context(der);
  const auto read = read_crl_number(der, context);
  REQUIRE(read.ok());
  CHECK(to_text(*read) == "300");
  CHECK(to_text(number(bytes("0102030405060708090a"))) == "0x0102030405060708090a");

  const auto [a, b, order] = GENERATE(table<std::string_view, std::string_view, int>({
      {"01", "02", -1},
      {"02", "01", 1},
      {"05", "0005", 0},
      {"00ff", "0100", -1},
      {"ff", "00", -1},
      {"fe", "ff", -1},
      {"ff00", "ff", -1},
      {"7f", "0080", -1},
  }));
  CAPTURE(a, b);
  const ByteVector left = bytes(a);
  const ByteVector right = bytes(b);
  const int found = compare(number(left), number(right));
  CHECK((found < 0 ? -1 : found > 0 ? 1 : 0) == order);
}

TEST_CASE("CRL numbers beyond what RFC 5280 allows are noted") {
  CHECK(read_hex(read_crl_number, "0201ff").noted == Ids{"x509.crl_number.range"});
  CHECK(read_hex(read_crl_number, "0215010101010101010101010101010101010101010101").noted ==
        Ids{"x509.crl_number.range"});
  CHECK(read_hex(read_crl_number, "0214010101010101010101010101010101010101010101").failure == "asn1.element.trailing");
  CHECK(read_hex(read_crl_number, "02140101010101010101010101010101010101010101").noted.empty());
  CHECK(read_hex(read_crl_number, "0200").failure == "asn1.integer.empty");
}

TEST_CASE("an issuing distribution point is read as it was written") {
  IssuingDistributionPointInput input;
  input.name.full_name = {{GeneralNameKind::Uri, "http://lab.example/1.crl"}};
  input.contents = CrlContents::CaCerts;
  input.reasons = 1U << 1 | 1U << 2;
  input.kind = CrlKind::Indirect;
  const ByteVector der = encode_issuing_distribution_point(input).value();
  asn1::Context context(der);
  const auto point = read_issuing_distribution_point(der, context);
  REQUIRE(point.ok());
  CHECK(context.findings().empty());
  REQUIRE(point->name.has_value());
  REQUIRE(point->name->full_name.size() == 1);
  CHECK(to_text(point->name->full_name[0]) == "URI:http://lab.example/1.crl");
  CHECK(point->only_contains_ca_certs);
  CHECK_FALSE(point->only_contains_user_certs);
  CHECK_FALSE(point->only_contains_attribute_certs);
  CHECK(point->indirect_crl);
  REQUIRE(point->only_some_reasons.has_value());
  CHECK(point->only_some_reasons->bit(1));
  CHECK_FALSE(point->only_some_reasons->bit(3));
}

TEST_CASE("a distribution point may be named by attributes that are added to the issuer's name") {
  IssuingDistributionPointInput input;
  input.name.relative_name = parse_name_text("CN=CRL1").value().front();
  const ByteVector der = encode_issuing_distribution_point(input).value();
  asn1::Context context(der);
  const auto point = read_issuing_distribution_point(der, context);
  REQUIRE(point.ok());
  REQUIRE(point->name.has_value());
  REQUIRE(point->name->relative_name.has_value());
  CHECK(point->name->relative_name->attributes.at(0).text() == "CRL1");

  const std::vector<DistributionPointInput> points = {
      {.name = input.name, .reasons = 1U << 1, .crl_issuer = {{GeneralNameKind::DirectoryName, "CN=Issuer"}}}};
  const ByteVector list = encode_distribution_point_list(points).value();
  asn1::Context list_context(list);
  const auto read = read_distribution_points(list, list_context);
  REQUIRE(read.ok());
  CHECK(list_context.findings().empty());
  REQUIRE(read->points.size() == 1);
  CHECK(read->points[0].relative_name->attributes.at(0).text() == "CRL1");
  CHECK(read->points[0].reasons->bit(1));
  CHECK(read->points[0].crl_issuer.size() == 1);
}

TEST_CASE("what is questionable in an issuing distribution point is noted, and what is malformed fails") {
  const auto [hex, rule] = GENERATE(table<std::string_view, std::string_view>({
      {"3000", "x509.issuing_distribution_point.empty"},
      {"30068101ff8201ff", "x509.issuing_distribution_point.conflict"},
      {"3003840101", "asn1.boolean.not_der"},
  }));
  CAPTURE(hex);
  CHECK(read_hex(read_issuing_distribution_point, hex).failure.empty());
  CHECK(read_hex(read_issuing_distribution_point, hex).noted == Ids{rule});
  const auto bad = GENERATE("", "0500", "30038600", "3002a000", "30028100", "30068201ff8101ff", "3004a002a200");
  CAPTURE(bad);
  CHECK_FALSE(read_hex(read_issuing_distribution_point, bad).failure.empty());
}

TEST_CASE("an issuing distribution point that says nothing is not written") {
  CHECK(failure(encode_issuing_distribution_point({})) == "x509.issuing_distribution_point.empty");
  CHECK(failure(encode_distribution_point_list({})) == "x509.distribution_points.empty");
  CHECK(failure(encode_distribution_point_list({{.reasons = 2}})) == "x509.distribution_point.reasons_only");
}

TEST_CASE("every reason has a name, and is read as it was written") {
  const int code = GENERATE(0, 1, 2, 3, 4, 5, 6, 8, 9, 10);
  const auto reason = static_cast<CrlReason>(code);
  const ByteVector der = encode_reason_code(reason);
  asn1::Context context(der);
  const auto read = read_reason_code(der, context);
  REQUIRE(read.ok());
  CHECK(*read == reason);
  CHECK(crl_reason_from_name(crl_reason_name(reason)) == reason);
}

TEST_CASE("reason codes that are none fail") {
  CHECK(read_hex(read_reason_code, "0a0107").failure == "x509.reason_code.unknown");
  CHECK(read_hex(read_reason_code, "0a010b").failure == "x509.reason_code.unknown");
  CHECK(read_hex(read_reason_code, "0a01ff").failure == "x509.reason_code.unknown");
  CHECK(read_hex(read_reason_code, "020101").failure == "asn1.element.unexpected");
  CHECK(read_hex(read_invalidity_date, "170d3236303232353030303030305a").failure == "asn1.element.unexpected");
  CHECK(read_hex(read_hold_instruction, "0500").failure == "asn1.element.unexpected");
  CHECK(read_hex(read_certificate_issuer, "3000").noted == Ids{"x509.general_name.empty"});
}

}  // namespace pki::x509
