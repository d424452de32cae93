#include "formats/kind.h"

#include <catch2/catch_test_macros.hpp>

#include "formats/support.h"

namespace pki::formats {
namespace {

std::string kind_of_file(const std::string& name) { return std::string(kind_word(kind_of(read_block(name)))); }
std::string kind_of_hex(std::string_view der) { return std::string(kind_word(kind_of(hex(der)))); }

}  // namespace

TEST_CASE("a kind is told from structure") {
  CHECK(kind_of_file("certificate.pem") == "certificate");
  CHECK(kind_of_file("request.pem") == "certificate_request");
  CHECK(kind_of_file("crl.pem") == "crl");
  CHECK(kind_of_file("bundle.pem") == "pkcs7");
  CHECK(kind_of_file("key.pkcs8.pem") == "private_key");
  CHECK(kind_of_file("key.encrypted.pem") == "encrypted_private_key");
  CHECK(kind_of_file("key.pkcs1.pem") == "pkcs1_private_key");
  CHECK(kind_of_file("public.pem") == "public_key");
  CHECK(kind_of_file("public.pkcs1.pem") == "pkcs1_public_key");
  CHECK(kind_of(asn1::read_pem(read_data("key.sec1.pem")).blocks.at(1).der) == ItemKind::Sec1PrivateKey);
  CHECK(kind_of(read_octets("signed-ber.p7m")) == ItemKind::Pkcs7);
  CHECK(kind_of(read_octets("store.p12")) == ItemKind::Pkcs12);
}

TEST_CASE("a signed object is told by what its first part begins with") {
  CHECK(kind_of_hex("30 09 30 02 A0 05 30 00 03 01 00") == "other_der");
  CHECK(kind_of_hex("30 0B 30 04 A0 02 05 00 30 00 03 01 00") == "certificate");
  CHECK(kind_of_hex("30 10 30 09 02 01 05 30 00 30 00 30 00 30 00 03 01 00") == "certificate");
  CHECK(kind_of_hex("30 0E 30 07 02 01 00 30 00 30 00 30 00 03 01 00") == "certificate_request");
  CHECK(kind_of_hex("30 0B 30 04 30 00 30 00 30 00 03 01 00") == "other_der");
  CHECK(kind_of_hex("30 0D 30 06 30 00 30 00 17 00 30 00 03 01 00") == "crl");
  CHECK(kind_of_hex("30 10 30 09 02 01 01 30 00 30 00 18 00 30 00 03 01 00") == "crl");
}

TEST_CASE("what is no SEQUENCE, or has no known shape, is another object") {
  for (const char* der : {"", "30", "30 00", "05 00", "02 01 05", "30 80", "30 80 00 00", "30 03 02 01 05",
                          "31 06 02 01 05 02 01 05", "30 06 30 00 04 02 05 00", "30 05 30 00 03 01 00"}) {
    CAPTURE(der);
    CHECK(kind_of_hex(der) == "other_der");
  }
}

TEST_CASE("an OCSP response is told by its status") {
  CHECK(kind_of_hex("30 03 0A 01 06") == "ocsp_response");
  CHECK(kind_of_hex("30 07 0A 01 00 A0 02 30 00") == "ocsp_response");
}

TEST_CASE("any octets have a kind") {
  asn1::Noise noise(11);
  for (const char* name : {"certificate.pem", "request.pem", "crl.pem", "bundle.pem", "key.encrypted.pem"}) {
    const ByteVector seed = read_block(name);
    for (int round = 0; round < 1000; ++round) {
      REQUIRE_FALSE(kind_word(kind_of(asn1::mutated(seed, noise))).empty());
    }
  }
}

}  // namespace pki::formats
