#include "crypto/public_key.h"

#include "crypto/support.h"

namespace pki::crypto {
namespace {

/// A SubjectPublicKeyInfo of this algorithm (hex) and these octets.
ByteVector spki(std::string_view algorithm, Bytes key_bits) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.raw(hex(algorithm));
    w.bit_string(key_bits);
  });
  return writer.take();
}

constexpr std::string_view kRsa = "300d06092a864886f70d0101010500";
constexpr std::string_view kP256 = "301306072a8648ce3d020106082a8648ce3d030107";

}  // namespace

TEST_CASE("public keys made by OpenSSL are read in full") {
  struct Case {
    const char* file;
    KeyKind kind;
    std::uint32_t bits;
    Curve curve;
    std::string_view name;
  };
  const Case cases[] = {
      {"rsa-512", KeyKind::Rsa, 512, Curve::Unknown, "RSA 512"},
      {"rsa-1025", KeyKind::Rsa, 1025, Curve::Unknown, "RSA 1025"},
      {"rsa-2048", KeyKind::Rsa, 2048, Curve::Unknown, "RSA 2048"},
      {"rsa-8192", KeyKind::Rsa, 8192, Curve::Unknown, "RSA 8192"},
      {"rsa-pss", KeyKind::Rsa, 2048, Curve::Unknown, "RSA 2048"},
      {"rsa-pss-sha256", KeyKind::Rsa, 2048, Curve::Unknown, "RSA 2048"},
      {"p-256", KeyKind::Ec, 256, Curve::P256, "EC P-256"},
      {"p-384", KeyKind::Ec, 384, Curve::P384, "EC P-384"},
      {"p-521", KeyKind::Ec, 521, Curve::P521, "EC P-521"},
      {"p-256-compressed", KeyKind::Ec, 256, Curve::P256, "EC P-256"},
      {"p-521-compressed", KeyKind::Ec, 521, Curve::P521, "EC P-521"},
      {"secp256k1", KeyKind::Ec, 256, Curve::Secp256k1, "EC secp256k1"},
      {"brainpool", KeyKind::Ec, 0, Curve::Unknown, "EC unknown curve"},
      {"dsa-1024", KeyKind::Dsa, 1024, Curve::Unknown, "DSA 1024"},
      {"dsa-2048", KeyKind::Dsa, 2048, Curve::Unknown, "DSA 2048"},
      {"ed25519", KeyKind::Unknown, 0, Curve::Unknown, "unknown (1.3.101.112)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.file);
    const OwnedPublicKey found = public_key(std::string(c.file));
    CHECK(found.noted.empty());
    CHECK(found.key.kind == c.kind);
    CHECK(found.key.bits == c.bits);
    CHECK(found.key.curve == c.curve);
    CHECK(public_key_name(found.key) == c.name);
    CHECK(equal(found.key.whole, found.der));
    CHECK(found.key.modulus.empty() == (c.kind != KeyKind::Rsa));
    if (c.kind == KeyKind::Rsa) CHECK(to_hex(found.key.exponent) == "010001");
  }
}

TEST_CASE("key identifiers are the digests of subjectPublicKey's octets") {
  // RFC 7093's example has no octets to compare with; the digests are computed by hand.
  const OwnedPublicKey found = public_key(std::string("p-256"));
  ByteVector sha256 = digest(HashAlgorithm::Sha256, found.key.key_bits);
  sha256.resize(20);
  CHECK(found.key.key_bits.size() == 65);
  CHECK(key_identifier_sha1(found.key) == digest(HashAlgorithm::Sha1, found.key.key_bits));
  CHECK(key_identifier_sha256(found.key) == sha256);
}

TEST_CASE("a curve that is not named is noted, and the key is of an unknown curve") {
  const OwnedPublicKey explicit_curve = public_key(std::string("p-256-explicit"));
  CHECK(explicit_curve.noted == Ids{"crypto.algorithm.parameters"});
  CHECK(explicit_curve.key.kind == KeyKind::Ec);
  CHECK(explicit_curve.key.curve == Curve::Unknown);
  const OwnedPublicKey no_curve = public_key(spki("300906072a8648ce3d0201", hex("04")));
  CHECK(no_curve.noted == Ids{"crypto.algorithm.parameters"});
  CHECK(no_curve.key.kind == KeyKind::Ec);
}

TEST_CASE("an RSA key without NULL is noted and read on") {
  const OwnedPublicKey found = public_key(spki("300b06092a864886f70d010101", hex("3006020123020103")));
  CHECK(found.noted == Ids{"crypto.algorithm.parameters"});
  CHECK(found.key.kind == KeyKind::Rsa);
  CHECK(found.key.bits == 6);
}

TEST_CASE("a key whose octets are none is noted as malformed, and its kind is unknown") {
  struct Case {
    const char* name;
    ByteVector der;
  };
  const ByteVector point = to_vector(public_key(std::string("p-256")).key.key_bits);
  ByteVector hybrid = point;
  hybrid[0] = 0x06;
  const Case cases[] = {
      {"RSA of no octets", spki(kRsa, {})},
      {"RSA that is no SEQUENCE", spki(kRsa, hex("020103"))},
      {"RSA without exponent", spki(kRsa, hex("3003020123"))},
      {"RSA with a number too many", spki(kRsa, hex("3009020123020103020105"))},
      {"RSA with something behind it", spki(kRsa, hex("30060201230201030500"))},
      {"RSA with modulus zero", spki(kRsa, hex("3006020100020103"))},
      {"RSA with a negative exponent", spki(kRsa, hex("30060201230201fd"))},
      {"RSA with an empty modulus", spki(kRsa, hex("30050200020103"))},
      {"EC of no octets", spki(kP256, {})},
      {"EC at infinity", spki(kP256, hex("00"))},
      {"EC in the hybrid form", spki(kP256, hybrid)},
      {"EC that is an octet short", spki(kP256, Bytes(point).first(64))},
      {"EC, compressed, in uncompressed length", spki(kP256,
                                                      [&] {
                                                        ByteVector wrong = point;
                                                        wrong[0] = 0x02;
                                                        return wrong;
                                                      }())},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const OwnedPublicKey found = public_key(c.der);
    CHECK(found.noted == Ids{"crypto.key.malformed"});
    CHECK(found.key.kind == KeyKind::Unknown);
    CHECK(found.key.bits == 0);
    CHECK(error_id(verify_signature(found.key, kPkcs1Sha256, message(), {})) == "crypto.key.malformed");
  }
}

TEST_CASE("a key whose last octet is not whole is malformed") {
  const OwnedPublicKey found = public_key(hex("301a 300d06092a864886f70d0101010500 0309 01 3006020123020102"));
  CHECK(found.noted == Ids{"crypto.key.malformed"});
  CHECK(found.key.kind == KeyKind::Unknown);
}

TEST_CASE("what is no SubjectPublicKeyInfo fails with the rule of asn1") {
  for (const char* der : {"", "30", "3000", "020105", "3003020105", "30053003060100",
                          "300d300506032b65700304002b657005", "300a300506032b6570030100 00"}) {
    CAPTURE(der);
    const ByteVector octets = hex(der);
    asn1::Context context(octets);
    CHECK(error_id(read_public_key(octets, context)).starts_with("asn1."));
  }
}

}  // namespace pki::crypto
