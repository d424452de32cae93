// The small extensions, and Microsoft's.

#include "x509/extensions/other.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "../reading.h"
#include "../vectors.h"
#include "asn1/oids.h"
#include "x509/extensions/microsoft.h"

namespace pki::x509 {

namespace oids = asn1::oids;

TEST_CASE("TLS features are written as OpenSSL writes them, and read again") {
  const ByteVector der = openssl_octets("tls_feature");
  CHECK(encode(TlsFeature{{5, 17}}) == der);
  asn1::Context context(der);
  const auto read = read_tls_feature(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  CHECK(read->features == std::vector<std::uint64_t>{5, 17});
  CHECK(read_hex(read_tls_feature, "3000").noted == Ids{"x509.tls_feature.empty"});
  CHECK(read_hex(read_tls_feature, "30030201ff").failure == "asn1.integer.negative");
  CHECK(read_hex(read_tls_feature, "300b0209010000000000000000").failure == "asn1.integer.too_large");
}

TEST_CASE("OCSP no check is a NULL") {
  const ByteVector der = openssl_octets("ocsp_no_check");
  asn1::Context context(der);
  CHECK(read_ocsp_no_check(der, context).ok());
  CHECK(read_hex(read_ocsp_no_check, "050100").failure == "asn1.null.not_empty");
  CHECK(read_hex(read_ocsp_no_check, "").failure == "asn1.element.unexpected");
}

TEST_CASE("subject directory attributes are read") {
  const ByteVector der = openssl_octets("subject_directory_attributes");
  asn1::Context context(der);
  const auto read = read_subject_directory_attributes(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  REQUIRE(read->attributes.size() == 1);
  CHECK(read->attributes[0].type.to_dotted() == "1.3.6.1.5.5.7.9.3");
  CHECK(equal(read->attributes[0].values.at(0).value, as_bytes("F")));
  CHECK(read_hex(read_subject_directory_attributes, "3000").noted == Ids{"x509.subject_directory_attributes.empty"});
  CHECK(read_hex(read_subject_directory_attributes, "3007300506012a3100").noted ==
        Ids{"x509.subject_directory_attributes.empty"});
  CHECK_FALSE(read_hex(read_subject_directory_attributes, "3005300306012a").failure.empty());
}

TEST_CASE("the name of a version 1 template is read from any string type") {
  const ByteVector der = openssl_octets("ms_template_name");
  asn1::Context context(der);
  CHECK(read_ms_template_name(der, context)->name == "SubCA");
  CHECK(read_hex(read_ms_template_name, "0c055375624341").failure.empty());
  CHECK(read_hex(read_ms_template_name, "1e0100").failure == "asn1.string.malformed");
  CHECK(read_hex(read_ms_template_name, "020101").failure == "asn1.string.malformed");
}

TEST_CASE("a version 2 template is read with and without its versions") {
  const ByteVector der = openssl_octets("ms_template");
  asn1::Context context(der);
  const auto read = read_ms_template(der, context);
  REQUIRE(read.ok());
  CHECK(read->id.to_dotted() == "1.3.6.1.4.1.311.21.8.1.2.3");
  CHECK(read->major_version == 100);
  CHECK(read->minor_version == 7);
  CHECK(read_hex(read_ms_template, "300306012a").failure.empty());
  CHECK(read_hex(read_ms_template, "3000").failure == "asn1.element.unexpected");
  CHECK(read_hex(read_ms_template, "300c06012a020101020101020101").failure == "asn1.element.trailing");
}

TEST_CASE("the CA version has two halves") {
  const ByteVector der = openssl_octets("ms_ca_version");
  asn1::Context context(der);
  const auto read = read_ms_ca_version(der, context);
  REQUIRE(read.ok());
  CHECK(read->certificate_index == 3);
  CHECK(read->key_index == 2);
  CHECK(read_hex(read_ms_ca_version, "0400").failure == "asn1.element.unexpected");
}

TEST_CASE("application policies are read as purposes") {
  const ByteVector der = openssl_octets("ms_application_policies");
  asn1::Context context(der);
  CHECK(read_ms_application_policies(der, context)->purposes == std::vector<asn1::Oid>{oids::kClientAuth});
}

TEST_CASE("the security identifier of an account is read") {
  const ByteVector der = openssl_octets("ms_security_identifier");
  asn1::Context context(der);
  const auto read = read_ms_security_identifier(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  CHECK(read->sid == "S-1-5-21-1-2-3-1104");
}

TEST_CASE("a security identifier that is none is noted, an extension without one fails") {
  CHECK(read_hex(read_ms_security_identifier, "3014a012060a2b060104018237190201a0040402 4142").noted ==
        Ids{"x509.ms_security_identifier.form"});
  CHECK(read_hex(read_ms_security_identifier, "3014a012060a2b060104018237190201a0040c02 4142").failure ==
        "x509.ms_security_identifier.form");
  CHECK(read_hex(read_ms_security_identifier, "3003820161").failure == "x509.ms_security_identifier.form");
  CHECK(read_hex(read_ms_security_identifier, "0400").failure == "asn1.element.unexpected");
}

}  // namespace pki::x509
