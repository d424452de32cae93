// Distribution points and access information.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "../reading.h"
#include "../vectors.h"
#include "asn1/oids.h"
#include "x509/extensions/access_info.h"
#include "x509/extensions/distribution_points.h"

namespace pki::x509 {

namespace oids = asn1::oids;

TEST_CASE("distribution points are written as OpenSSL writes them, and read again") {
  const ByteVector der = openssl_octets("crl_distribution_points");
  const auto written = encode_distribution_points({{"http://a.example/ca.crl"}, {"http://b.example/ca.crl"}});
  REQUIRE(written.ok());
  CHECK(*written == der);
  asn1::Context context(der);
  const auto read = read_distribution_points(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  REQUIRE(read->points.size() == 2);
  CHECK(to_text(read->points[1].full_name[0]) == "URI:http://b.example/ca.crl");
  CHECK_FALSE(read->points[0].relative_name.has_value());
  CHECK_FALSE(read->points[0].reasons.has_value());
  CHECK(*encode_distribution_points({{"http://a.example/delta.crl"}}) == openssl_octets("freshest_crl"));
}

TEST_CASE("a distribution point with all its fields is read in full") {
  const ByteVector der = openssl_octets("crl_distribution_points.full");
  asn1::Context context(der);
  const auto read = read_distribution_points(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  const DistributionPoint& point = read->points.at(0);
  CHECK(point.full_name.size() == 2);
  CHECK(point.reasons->bit(1));
  CHECK(point.reasons->bit(2));
  CHECK_FALSE(point.reasons->bit(3));
  CHECK(to_text(point.crl_issuer.at(0)) == "DirName:CN=CRL,C=DE");
}

TEST_CASE("a name relative to the CRL issuer is read") {
  const ByteVector der = openssl_octets("crl_distribution_points.relative");
  asn1::Context context(der);
  const auto read = read_distribution_points(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  REQUIRE(read->points.at(0).relative_name.has_value());
  CHECK(read->points[0].relative_name->attributes.at(0).text() == "CRL 1");
}

TEST_CASE("what is questionable in distribution points is noted") {
  const auto [hex, rule] = GENERATE(table<std::string_view, std::string_view>({
      {"3000", "x509.distribution_points.empty"},
      {"30023000", "x509.distribution_point.reasons_only"},
      {"3006300481020560", "x509.distribution_point.reasons_only"},
      {"30063004a002a000", "x509.general_name.empty"},
      {"30063004a002a100", "x509.name.empty_rdn"},
  }));
  CAPTURE(hex);
  CHECK(read_hex(read_distribution_points, hex).failure.empty());
  CHECK(read_hex(read_distribution_points, hex).noted == Ids{rule});
}

TEST_CASE("distribution points that are malformed fail") {
  const auto hex = GENERATE("", "a000", "30020500", "30043002a000", "30063004a0028600", "30083006a004a000a000",
                            "3006300481020980", "30063004a200a000", "300430028000");
  CAPTURE(hex);
  CHECK_FALSE(read_hex(read_distribution_points, hex).failure.empty());
}

TEST_CASE("distribution points without a good URI are refused") {
  CHECK(failure(encode_distribution_points({})) == "x509.distribution_points.empty");
  CHECK(failure(encode_distribution_points({{}})) == "x509.distribution_point.reasons_only");
  CHECK(failure(encode_distribution_points({{"/ca.crl"}})) == "x509.general_name.text");
  CHECK(failure(encode_distribution_points({{"http://a.example/c a.crl"}})) == "x509.general_name.character");
}

TEST_CASE("access information is written as OpenSSL writes it, and read again") {
  const ByteVector der = openssl_octets("authority_info_access");
  const auto written = encode_access_info({{asn1::OwnedOid(oids::kOcsp), "http://ocsp.example/"},
                                           {asn1::OwnedOid(oids::kCaIssuers), "http://a.example/ca.cer"}});
  REQUIRE(written.ok());
  CHECK(*written == der);
  asn1::Context context(der);
  const auto read = read_access_info(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  REQUIRE(read->descriptions.size() == 2);
  CHECK(read->descriptions[1].method == oids::kCaIssuers);
  CHECK(to_text(read->descriptions[1].location) == "URI:http://a.example/ca.cer");
  CHECK(*encode_access_info({{asn1::OwnedOid(oids::kCaRepository), "http://a.example/"}}) ==
        openssl_octets("subject_info_access"));
}

TEST_CASE("access information that is empty is noted, and refused for writing") {
  CHECK(read_hex(read_access_info, "3000").noted == Ids{"x509.access_info.empty"});
  CHECK(failure(encode_access_info({})) == "x509.access_info.empty");
  CHECK(failure(encode_access_info({{asn1::OwnedOid(oids::kOcsp), "ocsp"}})) == "x509.general_name.text");
}

TEST_CASE("access information that is malformed fails") {
  const auto hex =
      GENERATE("", "0500", "30023000", "3005300306012a", "3008300606012a8f0161", "300a300806012a86016105 00");
  CAPTURE(hex);
  CHECK_FALSE(read_hex(read_access_info, hex).failure.empty());
}

}  // namespace pki::x509
