// Octets changed at random: everything is read or refused, and what is read keeps the laws.

#include <algorithm>

#include "crypto/laws.h"
#include "crypto/support.h"

namespace pki::crypto {
namespace {

/// Changes up to four octets of `octets`: sets, flips, removes, inserts or cuts off.
ByteVector mutate(ByteVector octets, FixedRandom& random) {
  const auto number = [&](std::size_t below) {
    std::uint8_t out[4];
    REQUIRE(random.fill(out));
    return (out[0] | std::size_t{out[1]} << 8 | std::size_t{out[2]} << 16) % below;
  };
  const std::size_t changes = 1 + number(4);
  for (std::size_t i = 0; i < changes && !octets.empty(); ++i) {
    const std::size_t at = number(octets.size());
    const auto place = octets.begin() + static_cast<std::ptrdiff_t>(at);
    switch (number(8)) {
      case 0:
        octets.erase(place);
        break;
      case 1:
        octets.insert(place, static_cast<std::uint8_t>(number(256)));
        break;
      case 2:
        octets.resize(at);
        break;
      case 3:
      case 4:
        octets[at] = static_cast<std::uint8_t>(number(256));
        break;
      default:
        octets[at] = static_cast<std::uint8_t>(octets[at] ^ (1U << number(8)));
        break;
    }
  }
  return octets;
}

}  // namespace

TEST_CASE("mutated PKCS#8, PKCS#1 and SEC 1 keys keep the laws") {
  FixedRandom random(3);
  for (const char* file : {"rsa-512.pem", "rsa-1024-e3.pem", "rsa-2048.pkcs1.pem", "rsa-pss-sha256.pem", "p-256.pem",
                           "p-384.sec1.pem", "p-521.pem"}) {
    CAPTURE(file);
    const ByteVector der = read_pem(file);
    for (int i = 0; i < 300; ++i) REQUIRE(private_key_laws_hold(mutate(der, random)));
  }
}

TEST_CASE("mutated public keys keep the laws") {
  FixedRandom random(4);
  for (const char* file : {"rsa-1024-e3.pub.pem", "rsa-pss-sha256.pub.pem", "p-256.pub.pem", "p-521-compressed.pub.pem",
                           "ed25519.pub.pem", "p-256-explicit.pub.pem"}) {
    CAPTURE(file);
    const ByteVector der = read_pem(file);
    for (int i = 0; i < 500; ++i) REQUIRE(public_key_laws_hold(mutate(der, random)));
  }
}

TEST_CASE("mutated signature algorithms keep the laws") {
  FixedRandom random(5);
  for (const char* der : {"300d06092a864886f70d01010b0500", "300a06082a8648ce3d040303",
                          "304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a06092a864886f70d0101"
                          "08300d06096086480165030402010500a203020120"}) {
    for (int i = 0; i < 2000; ++i) REQUIRE(signature_algorithm_laws_hold(mutate(hex(der), random)));
  }
}

TEST_CASE("mutated encrypted keys keep the laws") {
  FixedRandom random(6);
  const ByteVector der = private_key("p-256").to_encrypted_pkcs8("", 1).value();
  for (int i = 0; i < 500; ++i) REQUIRE(encrypted_key_laws_hold(mutate(der, random)));
}

TEST_CASE("mutated signatures are never valid") {
  FixedRandom random(7);
  for (const SignatureCase& c : openssl_signatures()) {
    if (c.hash != "sha256" || c.key == "rsa-8192") continue;
    CAPTURE(c.key, signature_algorithm_name(c.algorithm));
    const OwnedPublicKey key = public_key(c.key);
    for (int i = 0; i < 50; ++i) {
      const ByteVector changed = mutate(c.signature, random);
      if (changed == c.signature) continue;
      REQUIRE(error_id(verify_signature(key.key, c.algorithm, message(), changed)) == "crypto.signature.invalid");
    }
  }
}

}  // namespace pki::crypto
