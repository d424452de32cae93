// Basic constraints, key usage, extended key usage.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <limits>

#include "../reading.h"
#include "../vectors.h"
#include "asn1/oids.h"
#include "asn1/writer.h"
#include "x509/extensions/basic_constraints.h"
#include "x509/extensions/extended_key_usage.h"
#include "x509/extensions/key_usage.h"

namespace pki::x509 {

namespace oids = asn1::oids;

TEST_CASE("basic constraints are written as OpenSSL writes them, and read again") {
  const auto [vector, constraints] = GENERATE(table<std::string_view, BasicConstraints>({
      {"basic_constraints.ca", {true, {}}},
      {"basic_constraints.path_length_0", {true, 0}},
      {"basic_constraints.path_length_300", {true, 300}},
      {"basic_constraints.leaf", {false, {}}},
  }));
  CAPTURE(vector);
  const ByteVector der = openssl_octets(vector);
  CHECK(encode(constraints) == der);
  asn1::Context context(der);
  const auto read = read_basic_constraints(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  CHECK(read->ca == constraints.ca);
  CHECK(read->path_length == constraints.path_length);
}

TEST_CASE("what is questionable in basic constraints is noted") {
  const auto [hex, noted] = GENERATE(table<std::string_view, Ids>({
      {"3003010100", {"asn1.default.encoded"}},
      {"3003020100", {"x509.basic_constraints.path_length_without_ca"}},
      {"3006010100020100", {"asn1.default.encoded", "x509.basic_constraints.path_length_without_ca"}},
      {"3003010101", {"asn1.boolean.not_der"}},
      {"30070101ff02020001", {"asn1.integer.not_minimal"}},
  }));
  CAPTURE(hex);
  CHECK(read_hex(read_basic_constraints, hex).failure.empty());
  CHECK(read_hex(read_basic_constraints, hex).noted == noted);
}

TEST_CASE("basic constraints that are malformed fail") {
  const auto [hex, rule] = GENERATE(table<std::string_view, std::string_view>({
      {"", "asn1.element.unexpected"},
      {"0101ff", "asn1.element.unexpected"},
      {"300000", "asn1.element.trailing"},
      {"30060101ff0201ff", "asn1.integer.negative"},
      {"30050101ff0200", "asn1.integer.empty"},
      {"3006020100 0101ff", "asn1.element.trailing"},
      {"30080101ff020100 0500", "asn1.element.trailing"},
      {"30030101", "asn1.element.truncated"},
  }));
  CAPTURE(hex);
  CHECK(read_hex(read_basic_constraints, hex).failure == rule);
}

TEST_CASE("a path length of any size is held at 32 bits") {
  const auto [hex, length] = GENERATE(table<std::string_view, std::uint32_t>({
      {"30090101ff0204 7fffffff", 0x7FFFFFFF},
      {"300a0101ff0205 00ffffffff", 0xFFFFFFFF},
      {"300a0101ff0205 0100000000", 0xFFFFFFFF},
      {"30190101ff0214 7fffffffffffffffffffffffffffffffffffffff", 0xFFFFFFFF},
  }));
  const ByteVector der = bytes(hex);
  asn1::Context context(der);
  CHECK(read_basic_constraints(der, context)->path_length == length);
}

TEST_CASE("key usage is written as OpenSSL writes it, and read again") {
  using enum KeyUsageBit;
  const auto [vector, set_bits] = GENERATE(table<std::string_view, std::vector<KeyUsageBit>>({
      {"key_usage.ca", {KeyCertSign, CrlSign}},
      {"key_usage.signing", {DigitalSignature}},
      {"key_usage.decipher_only", {KeyAgreement, DecipherOnly}},
  }));
  CAPTURE(vector);
  const ByteVector der = openssl_octets(vector);
  KeyUsage usage;
  for (const KeyUsageBit bit : set_bits) usage.set(bit);
  CHECK(encode(usage) == der);
  asn1::Context context(der);
  const auto read = read_key_usage(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  CHECK(read->list() == set_bits);
}

TEST_CASE("what is questionable in a key usage is noted, what is malformed fails") {
  CHECK(read_hex(read_key_usage, "030100").noted == Ids{"x509.key_usage.none"});
  CHECK(read_hex(read_key_usage, "03020700").noted == Ids{"asn1.bit_string.trailing_zeros", "x509.key_usage.none"});
  CHECK(read_hex(read_key_usage, "03020006").noted == Ids{"asn1.bit_string.trailing_zeros"});
  CHECK(read_hex(read_key_usage, "03020781").noted == Ids{"asn1.bit_string.padding"});
  CHECK(read_hex(read_key_usage, "0300").failure == "asn1.bit_string.malformed");
  CHECK(read_hex(read_key_usage, "03020880").failure == "asn1.bit_string.malformed");
  CHECK(read_hex(read_key_usage, "040106").failure == "asn1.element.unexpected");
  CHECK(read_hex(read_key_usage, "0302010600").failure == "asn1.element.trailing");
}

TEST_CASE("bits of a key usage that nobody defined are kept, up to 32") {
  const ByteVector der = bytes("0307 00 0000400000 01");
  asn1::Context context(der);
  const auto usage = read_key_usage(der, context);
  REQUIRE(usage.ok());
  CHECK(usage->bits == 1U << 17);
  CHECK(usage->list().empty());
}

TEST_CASE("key usages are named as in RFC 5280, and read in either case") {
  CHECK(key_usage_name(KeyUsageBit::CrlSign) == "cRLSign");
  CHECK(key_usage_from_name("CRLSIGN") == KeyUsageBit::CrlSign);
  CHECK(key_usage_from_name("contentCommitment") == KeyUsageBit::NonRepudiation);
  CHECK_FALSE(key_usage_from_name("signing").has_value());
  for (unsigned i = 0; i < 9; ++i) {
    const auto bit = static_cast<KeyUsageBit>(i);
    CHECK(key_usage_from_name(key_usage_name(bit)) == bit);
  }
}

TEST_CASE("extended key usage is written as OpenSSL writes it, and read again") {
  const ByteVector der = openssl_octets("extended_key_usage");
  CHECK(encode_extended_key_usage({asn1::OwnedOid(oids::kServerAuth), asn1::OwnedOid(oids::kClientAuth),
                                   asn1::OwnedOid(oids::kSmartCardLogon)}) == der);
  asn1::Context context(der);
  const auto usage = read_extended_key_usage(der, context);
  REQUIRE(usage.ok());
  CHECK(context.findings().empty());
  CHECK(usage->purposes == std::vector<asn1::Oid>{oids::kServerAuth, oids::kClientAuth, oids::kSmartCardLogon});
  CHECK(usage->has(oids::kClientAuth));
  CHECK_FALSE(usage->has(oids::kAnyExtendedKeyUsage));
}

TEST_CASE("what is questionable in an extended key usage is noted, what is malformed fails") {
  CHECK(read_hex(read_extended_key_usage, "3000").noted == Ids{"x509.extended_key_usage.empty"});
  CHECK(read_hex(read_extended_key_usage, "300906012a06012b06012a").noted == Ids{"x509.extended_key_usage.duplicate"});
  CHECK(read_hex(read_extended_key_usage, "30020600").failure == "asn1.oid.malformed");
  CHECK(read_hex(read_extended_key_usage, "3003020101").failure == "asn1.element.unexpected");
  CHECK(read_hex(read_extended_key_usage, "06012a").failure == "asn1.element.unexpected");
}

TEST_CASE("a hundred thousand purposes are read in no time") {
  std::vector<asn1::OwnedOid> purposes;
  for (std::uint32_t i = 0; i < 100000; ++i) {
    purposes.push_back(*asn1::OwnedOid::from_dotted("1.2." + std::to_string(i % 50000)));
  }
  const ByteVector der = encode_extended_key_usage(purposes);
  asn1::Context context(der);
  CHECK(read_extended_key_usage(der, context).ok());
  CHECK(context.findings().size() == 50000);
}

}  // namespace pki::x509
