// Keys that are made to hang, to crash or to deceive whoever checks a signature with them.

#include <chrono>

#include "asn1/oids.h"
#include "crypto/support.h"

namespace pki::crypto {
namespace {

OwnedPublicKey rsa_key(Bytes modulus, Bytes exponent) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.sequence([](asn1::Writer& algorithm) {
      algorithm.oid(asn1::oids::kRsaEncryption);
      algorithm.null();
    });
    w.bit_string_of([&](asn1::Writer& bits) {
      bits.sequence([&](asn1::Writer& numbers) {
        numbers.unsigned_integer(modulus);
        numbers.unsigned_integer(exponent);
      });
    });
  });
  return public_key(writer.take());
}

std::string verify(const OwnedPublicKey& key) {
  ByteVector signature(key.key.modulus.size(), 0x55);
  if (!signature.empty()) signature[0] = 0;
  return error_id(verify_signature(key.key, kPkcs1Sha256, message(), signature));
}

/// `bits` one bits.
ByteVector ones(std::size_t bits) {
  ByteVector octets((bits + 7) / 8, 0xFF);
  if (bits % 8 != 0) octets[0] = static_cast<std::uint8_t>((1U << (bits % 8)) - 1);
  return octets;
}

OwnedPublicKey ec_key(Bytes point) {
  ByteVector der = hex("301306072a8648ce3d020106082a8648ce3d030107");
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.raw(der);
    w.bit_string(point);
  });
  return public_key(writer.take());
}

}  // namespace

TEST_CASE("an RSA key beyond the limits is unsupported") {
  CHECK(verify(rsa_key(ones(511), hex("010001"))) == "crypto.signature.unsupported");
  CHECK(verify(rsa_key(ones(512), hex("010001"))) == "crypto.signature.invalid");
  CHECK(verify(rsa_key(ones(16384), hex("010001"))) == "crypto.signature.invalid");
  CHECK(verify(rsa_key(ones(16385), hex("010001"))) == "crypto.signature.unsupported");
  CHECK(verify(rsa_key(ones(1'000'000), hex("010001"))) == "crypto.signature.unsupported");
  CHECK(verify(rsa_key(ones(4096), ones(64))) == "crypto.signature.invalid");
  CHECK(verify(rsa_key(ones(4096), ones(65))) == "crypto.signature.unsupported");
  const OwnedPublicKey large = rsa_key(ones(20'000), hex("010001"));
  const Status status = verify_signature(large.key, kPkcs1Sha256, message(), {});
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().param("limit") == "16384");
  CHECK(verify(rsa_key(ones(3072), ones(3071))) == "crypto.signature.invalid");
}

TEST_CASE("an RSA key with an even or tiny number is malformed") {
  ByteVector even = ones(2048);
  even.back() = 0xFE;
  CHECK(verify(rsa_key(even, hex("010001"))) == "crypto.key.malformed");
  for (const char* exponent : {"01", "02", "010000"}) {
    CAPTURE(exponent);
    CHECK(verify(rsa_key(ones(2048), hex(exponent))) == "crypto.key.malformed");
  }
  // An exponent that is not below the modulus.
  CHECK(verify(rsa_key(ones(1024), ones(1025))) == "crypto.key.malformed");
  CHECK(verify(rsa_key(ones(1024), ones(1024))) == "crypto.key.malformed");
}

TEST_CASE("the dearest RSA keys within the limits are checked in no time") {
  const auto start = std::chrono::steady_clock::now();
  verify(rsa_key(ones(16384), ones(64)));
  verify(rsa_key(ones(3072), ones(3071)));
  // Some hundredths of a second natively; the bound leaves room for sanitizers, wasm and a busy machine.
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

TEST_CASE("a point that is not on its curve is malformed") {
  ByteVector point = to_vector(public_key(std::string("p-256")).key.key_bits);
  const auto check = [](Bytes octets) {
    const OwnedPublicKey key = ec_key(octets);
    REQUIRE(key.key.kind == KeyKind::Ec);
    return error_id(verify_signature(key.key, kEcdsaSha256, message(), hex("3006020101020101")));
  };
  CHECK(check(point) == "crypto.signature.invalid");
  point.back() ^= 1;
  CHECK(check(point) == "crypto.key.malformed");
  ByteVector zero(65);
  zero[0] = 0x04;
  CHECK(check(zero) == "crypto.key.malformed");
  ByteVector beyond(65, 0xFF);
  beyond[0] = 0x04;
  CHECK(check(beyond) == "crypto.key.malformed");
  ByteVector compressed_beyond(33, 0xFF);
  compressed_beyond[0] = 0x02;
  CHECK(check(compressed_beyond) == "crypto.key.malformed");
  // About half of all x have no point: one among these.
  std::size_t without = 0;
  for (std::uint8_t x = 1; x <= 16; ++x) {
    ByteVector compressed(33);
    compressed[0] = 0x03;
    compressed[32] = x;
    if (check(compressed) == "crypto.key.malformed") ++without;
  }
  CHECK(without > 2);
  CHECK(without < 14);
}

}  // namespace pki::crypto
