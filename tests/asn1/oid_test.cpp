#include "asn1/oid.h"

#include <catch2/catch_test_macros.hpp>

#include "asn1/oids.h"
#include "asn1/support.h"

namespace pki::asn1 {
namespace {

std::string dotted(std::string_view hex_content) {
  const ByteVector content = hex(hex_content);
  return Oid(content).to_dotted();
}

}  // namespace

TEST_CASE("an OID constant has the octets that X.690 gives it") {
  CHECK(to_hex(oids::kCommonName.content()) == "550403");
  CHECK(to_hex(oids::kRsaEncryption.content()) == "2a864886f70d010101");
  CHECK(oids::kUserId.to_dotted() == "0.9.2342.19200300.100.1.1");
  CHECK(oids::kAnyExtendedKeyUsage.to_dotted() == "2.5.29.37.0");
}

TEST_CASE("the first two arcs share a subidentifier") {
  CHECK(dotted("00") == "0.0");
  CHECK(dotted("27") == "0.39");
  CHECK(dotted("28") == "1.0");
  CHECK(dotted("4f") == "1.39");
  CHECK(dotted("50") == "2.0");
  CHECK(dotted("8837") == "2.999");
}

TEST_CASE("an arc of more than 64 bits is written in full") {
  // 2^64 and 2^128 - 1, a UUID arc below 2.25 (X.667).
  CHECK(dotted("69 82 80 80 80 80 80 80 80 80 00") == "2.25.18446744073709551616");
  CHECK(dotted("69 83 FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF 7F") ==
        "2.25.340282366920938463463374607431768211455");
  CHECK(dotted("69 81 80 80 80 80 80 80 80 80 80 80 80 80 80 80 80 80 80 80 80 80 00") ==
        "2.25.178405961588244985132285746181186892047843328");
}

TEST_CASE("octets that are no OID are shown as hexadecimal") {
  CHECK(Oid().to_dotted() == "invalid:");
  CHECK(dotted("2a86") == "invalid:2a86");
  CHECK(dotted("80") == "invalid:80");
  ByteVector huge(5000, 0x81);
  huge.push_back(1);
  CHECK(Oid(huge).to_dotted().starts_with("invalid:8181"));
}

TEST_CASE("dotted decimal is read, whatever the size of an arc") {
  for (const char* text :
       {"0.0", "0.39", "1.0", "1.39", "2.0", "2.39", "2.40", "2.47", "2.48", "2.999", "1.2.840.113549.1.1.11", "2.25.0",
        "2.25.127", "2.25.128", "2.25.4294967296", "2.25.18446744073709551616",
        "2.25.340282366920938463463374607431768211455", "2.340282366920938463463374607431768211455"}) {
    CAPTURE(text);
    const std::optional<OwnedOid> oid = OwnedOid::from_dotted(text);
    REQUIRE(oid);
    CHECK(oid->view().to_dotted() == text);
  }
}

TEST_CASE("what is no OID is not read as one") {
  for (const char* text : {"",
                           ".",
                           "1",
                           "1.",
                           ".1",
                           "1..2",
                           "1.2.",
                           "3.1",
                           "0.40",
                           "1.40",
                           "1.2.03",
                           "01.2",
                           "1.2 ",
                           " 1.2",
                           "1.-2",
                           "1.2.x",
                           "4294967297.2",
                           "1.4294967298",
                           "2.25.340282366920938463463374607431768211456",
                           "2.25.9999999999999999999999999999999999999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(OwnedOid::from_dotted(text));
  }
}

TEST_CASE("any OID content of minimal arcs below 128 bits survives the way to text and back") {
  Noise noise(1);
  for (int round = 0; round < 5000; ++round) {
    ByteVector content;
    for (std::size_t arcs = 1 + noise.below(6); arcs > 0; --arcs) {
      for (std::size_t more = noise.below(18), first = 1; more > 0; --more, first = 0) {
        const auto octet = static_cast<std::uint8_t>(noise.octet() | 0x80);
        content.push_back(first == 1 && octet == 0x80 ? 0x81 : octet);
      }
      content.push_back(noise.octet() & 0x7F);
    }
    const std::string text = Oid(content).to_dotted();
    const std::optional<OwnedOid> back = OwnedOid::from_dotted(text);
    REQUIRE(back);
    REQUIRE(back->view() == Oid(content));
  }
}

TEST_CASE("text that is mutated is read as an OID that says the same, or not at all") {
  Noise noise(2);
  const std::string text = "1.3.6.1.4.1.311.21.8.16777216.2.25.340282366920938463463374607431768211455";
  for (int round = 0; round < 5000; ++round) {
    const ByteVector changed = mutated(as_bytes(text), noise);
    const std::optional<OwnedOid> oid = OwnedOid::from_dotted(as_text(changed));
    if (oid) REQUIRE(oid->view().to_dotted() == as_text(changed));
  }
}

}  // namespace pki::asn1
