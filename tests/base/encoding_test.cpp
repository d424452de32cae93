#include "base/encoding.h"

#include <catch2/catch_test_macros.hpp>

namespace pki {
namespace {

/// What base64 is read as, in hexadecimal; "none" where it is not read.
std::string base64(std::string_view text) {
  const auto octets = from_base64(text);
  return octets ? to_hex(*octets) : "none";
}

std::string hexadecimal(std::string_view text) {
  const auto octets = from_hex(text);
  return octets ? to_hex(*octets) : "none";
}

}  // namespace

TEST_CASE("octets are written in lower-case hexadecimal") {
  const ByteVector octets = {0x00, 0x9A, 0xFF};
  CHECK(to_hex(octets) == "009aff");
  CHECK(to_hex(octets, ":") == "00:9a:ff");
  CHECK(to_hex(octets, ", ") == "00, 9a, ff");
  CHECK(to_hex({}) == "");
}

TEST_CASE("hexadecimal is read as people have it") {
  CHECK(hexadecimal("009aff") == "009aff");
  CHECK(hexadecimal("009AFF") == "009aff");
  CHECK(hexadecimal("00:9a:ff") == "009aff");
  CHECK(hexadecimal("00 9a\r\n\tff ") == "009aff");
  CHECK(hexadecimal("00-9A-FF") == "009aff");
  CHECK(hexadecimal("0x009aff") == "009aff");
  CHECK(hexadecimal("0X009aff") == "009aff");
  CHECK(hexadecimal("") == "");
  CHECK(hexadecimal("  ") == "");
  // A thumbprint copied from the certificate dialog of Windows.
  CHECK(hexadecimal("\xE2\x80\x8E"
                    "00 9a ff") == "009aff");
}

TEST_CASE("what is no hexadecimal, or half an octet, is not read") {
  for (const char* text : {"0", "009", "0g", "g0", "0 0", "00:9", "00,9a", "x00", "00x",
                           "\xE2\x80\x8E"
                           "0"}) {
    CAPTURE(text);
    CHECK(hexadecimal(text) == "none");
  }
}

TEST_CASE("base64 is written with padding, as the test vectors of RFC 4648 10 say") {
  CHECK(to_base64(as_bytes("")) == "");
  CHECK(to_base64(as_bytes("f")) == "Zg==");
  CHECK(to_base64(as_bytes("fo")) == "Zm8=");
  CHECK(to_base64(as_bytes("foo")) == "Zm9v");
  CHECK(to_base64(as_bytes("foob")) == "Zm9vYg==");
  CHECK(to_base64(as_bytes("fooba")) == "Zm9vYmE=");
  CHECK(to_base64(as_bytes("foobar")) == "Zm9vYmFy");
  CHECK(to_base64(ByteVector{0xFB, 0xFF, 0xFE}) == "+//+");
}

TEST_CASE("base64 is read with white space, without padding and in the alphabet for URLs") {
  CHECK(base64("Zm9vYg==") == "666f6f62");
  CHECK(base64("Zm9vYg") == "666f6f62");
  CHECK(base64(" Zm9\r\nvYg=\n=\t") == "666f6f62");
  CHECK(base64("+//+") == "fbfffe");
  CHECK(base64("-__-") == "fbfffe");
  CHECK(base64("") == "");
  CHECK(base64(" \n") == "");
}

TEST_CASE("what is no base64 is not read") {
  for (const char* text : {"Z", "Zm9vY", "Z===", "Zg=", "Zg===", "=", "==", "Zm8==", "Zm9v=", "Zg==Zg==", "Zg==a",
                           "Zh==", "Zm9=", "Zm9vYh", "Zm 9*", "Zm9v\x80", "Zm9v,"}) {
    CAPTURE(text);
    CHECK(base64(text) == "none");
  }
}

TEST_CASE("octets of every length survive base64 and hexadecimal") {
  ByteVector octets;
  for (int i = 0; i < 300; ++i) {
    CHECK(from_base64(to_base64(octets)) == octets);
    CHECK(from_hex(to_hex(octets)) == octets);
    CHECK(from_hex(to_hex(octets, " ")) == octets);
    octets.push_back(static_cast<std::uint8_t>(i * 167 + 13));
  }
}

}  // namespace pki
