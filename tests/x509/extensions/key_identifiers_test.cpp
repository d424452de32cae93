#include "x509/extensions/key_identifiers.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "../reading.h"
#include "../vectors.h"

namespace pki::x509 {
namespace {

const ByteVector kKeyId = bytes("0102030405060708090a0b0c0d0e0f1011121314");

}  // namespace

TEST_CASE("key identifiers are written as OpenSSL writes them, and read again") {
  const ByteVector subject = openssl_octets("subject_key_identifier");
  CHECK(encode_subject_key_identifier(kKeyId) == subject);
  asn1::Context subject_context(subject);
  CHECK(equal(read_subject_key_identifier(subject, subject_context)->key_identifier, kKeyId));

  const ByteVector authority = openssl_octets("authority_key_identifier");
  CHECK(encode_authority_key_identifier(kKeyId) == authority);
  asn1::Context context(authority);
  const auto read = read_authority_key_identifier(authority, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  CHECK(equal(read->key_identifier.value(), kKeyId));
  CHECK(read->issuer.empty());
  CHECK_FALSE(read->serial.has_value());
}

TEST_CASE("an authority key identifier with issuer and serial number is read in full") {
  const ByteVector der = openssl_octets("authority_key_identifier.issuer");
  asn1::Context context(der);
  const auto read = read_authority_key_identifier(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  REQUIRE(read->issuer.size() == 1);
  CHECK(to_text(read->issuer[0]) == "DirName:CN=x");
  CHECK(equal(read->serial->octets, bytes("01")));
}

TEST_CASE("what is questionable in an authority key identifier is noted") {
  const auto [hex, rule] = GENERATE(table<std::string_view, std::string_view>({
      {"3000", "x509.authority_key_identifier.empty"},
      {"3003820101", "x509.authority_key_identifier.incomplete"},
      {"3005a103820161", "x509.authority_key_identifier.incomplete"},
      {"3005a100820101", "x509.general_name.empty"},
  }));
  CAPTURE(hex);
  CHECK(read_hex(read_authority_key_identifier, hex).failure.empty());
  CHECK(read_hex(read_authority_key_identifier, hex).noted == Ids{rule});
}

TEST_CASE("key identifiers that are malformed fail") {
  const auto hex =
      GENERATE("", "0400", "30028301", "3003830100", "3002a000", "30048200 8000", "30028200", "3005a1038f0161");
  CAPTURE(hex);
  CHECK_FALSE(read_hex(read_authority_key_identifier, hex).failure.empty());
  CHECK(read_hex(read_subject_key_identifier, "3000").failure == "asn1.element.unexpected");
  CHECK(read_hex(read_subject_key_identifier, "04010000").failure == "asn1.element.trailing");
}

}  // namespace pki::x509
