#include "crypto/support.h"

namespace pki::crypto {

TEST_CASE("signatures that OpenSSL made are found valid") {
  for (const SignatureCase& c : openssl_signatures()) {
    CAPTURE(c.key, signature_algorithm_name(c.algorithm));
    const OwnedPublicKey key = public_key(c.key);
    CHECK(error_id(verify_signature(key.key, c.algorithm, message(), c.signature)).empty());
  }
}

TEST_CASE("a signature over other octets is invalid") {
  for (const SignatureCase& c : openssl_signatures()) {
    CAPTURE(c.key, signature_algorithm_name(c.algorithm));
    const OwnedPublicKey key = public_key(c.key);
    const Bytes other = as_bytes("The quick brown fox jumps over the lazy cog");
    CHECK(error_id(verify_signature(key.key, c.algorithm, other, c.signature)) == "crypto.signature.invalid");
  }
}

TEST_CASE("a signature with any octet changed, one more or one less is invalid") {
  for (const SignatureCase& c : openssl_signatures()) {
    if (c.hash != "sha256" || c.key == "rsa-8192") continue;
    CAPTURE(c.key, signature_algorithm_name(c.algorithm));
    const OwnedPublicKey key = public_key(c.key);
    const auto verify = [&](Bytes signature) {
      return error_id(verify_signature(key.key, c.algorithm, message(), signature));
    };
    const std::size_t step = c.signature.size() > 80 ? 7 : 1;
    for (std::size_t at = 0; at < c.signature.size(); at += step) {
      ByteVector changed = c.signature;
      changed[at] ^= 0x01;
      REQUIRE(verify(changed) == "crypto.signature.invalid");
    }
    CHECK(verify({}) == "crypto.signature.invalid");
    CHECK(verify(Bytes(c.signature).first(c.signature.size() - 1)) == "crypto.signature.invalid");
    ByteVector longer = c.signature;
    longer.push_back(0);
    CHECK(verify(longer) == "crypto.signature.invalid");
    longer = c.signature;
    longer.insert(longer.begin(), 0);
    CHECK(verify(longer) == "crypto.signature.invalid");
  }
}

TEST_CASE("an RSA signature that is not below the modulus is invalid") {
  const OwnedPublicKey key = public_key(std::string("rsa-2048"));
  for (const SignatureAlgorithm& algorithm : {kPkcs1Sha256, kPssSha256}) {
    CHECK(error_id(verify_signature(key.key, algorithm, message(), key.key.modulus)) == "crypto.signature.invalid");
    CHECK(error_id(verify_signature(key.key, algorithm, message(), ByteVector(256, 0xFF))) ==
          "crypto.signature.invalid");
    CHECK(error_id(verify_signature(key.key, algorithm, message(), ByteVector(256, 0))) == "crypto.signature.invalid");
  }
}

TEST_CASE("a signature checked with another algorithm or another salt length is invalid") {
  for (const SignatureCase& c : openssl_signatures()) {
    if (c.key != "rsa-2048" || c.hash != "sha256") continue;
    const OwnedPublicKey key = public_key(c.key);
    CAPTURE(signature_algorithm_name(c.algorithm));
    SignatureAlgorithm other = c.algorithm;
    other.hash = HashAlgorithm::Sha512;
    CHECK(error_id(verify_signature(key.key, other, message(), c.signature)) == "crypto.signature.invalid");
    if (c.kind != "pss") continue;
    for (const std::uint32_t salt : {2U, 19U, 33U, 223U, 400U, 0xFFFFFFFFU}) {
      other = c.algorithm;
      other.salt_length = salt;
      CHECK(error_id(verify_signature(key.key, other, message(), c.signature)) == "crypto.signature.invalid");
    }
    other = c.algorithm;
    other.mgf_hash = HashAlgorithm::Sha384;
    CHECK(error_id(verify_signature(key.key, other, message(), c.signature)) == "crypto.signature.invalid");
  }
}

TEST_CASE("compressed points check like the others") {
  for (const SignatureCase& c : openssl_signatures()) {
    if (c.key != "p-256" && c.key != "p-521") continue;
    const OwnedPublicKey key = public_key(c.key + "-compressed");
    CHECK(error_id(verify_signature(key.key, c.algorithm, message(), c.signature)).empty());
  }
}

TEST_CASE("an algorithm that does not go with the key is a mismatch") {
  struct Case {
    const char* name;
    const char* key;
    SignatureAlgorithm algorithm;
  };
  const Case cases[] = {
      {"RSA over an EC key", "p-256", kPkcs1Sha256},
      {"PSS over an EC key", "p-256", kPssSha256},
      {"ECDSA over an RSA key", "rsa-2048", kEcdsaSha256},
      {"RSA over an Ed25519 key", "ed25519", kPkcs1Sha256},
      {"ECDSA over an Ed25519 key", "ed25519", kEcdsaSha256},
      {"PKCS#1 v1.5 over a key that is for PSS alone", "rsa-pss", kPkcs1Sha256},
      {"PSS with another hash than the key's",
       "rsa-pss-sha256",
       {SignatureKind::RsaPss, HashAlgorithm::Sha384, HashAlgorithm::Sha256, 48}},
      {"PSS with another MGF1 hash than the key's",
       "rsa-pss-sha256",
       {SignatureKind::RsaPss, HashAlgorithm::Sha256, HashAlgorithm::Sha1, 32}},
      {"PSS with a shorter salt than the key's",
       "rsa-pss-sha256",
       {SignatureKind::RsaPss, HashAlgorithm::Sha256, HashAlgorithm::Sha256, 31}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const OwnedPublicKey key = public_key(std::string(c.key));
    CHECK(error_id(verify_signature(key.key, c.algorithm, message(), ByteVector(256))) ==
          "crypto.signature.key_mismatch");
  }
}

TEST_CASE("what this build does not know is unsupported") {
  const OwnedPublicKey rsa = public_key(std::string("rsa-2048"));
  CHECK(error_id(verify_signature(rsa.key, SignatureAlgorithm{}, message(), {})) == "crypto.signature.unsupported");
  const OwnedPublicKey brainpool = public_key(std::string("brainpool"));
  CHECK(error_id(verify_signature(brainpool.key, kEcdsaSha256, message(), {})) == "crypto.signature.unsupported");
  const OwnedPublicKey ed25519 = public_key(std::string("ed25519"));
  CHECK(error_id(verify_signature(ed25519.key, SignatureAlgorithm{}, message(), {})) == "crypto.signature.unsupported");
}

TEST_CASE("an ECDSA signature that is not strict DER of numbers in range is invalid") {
  const OwnedPublicKey key = public_key(std::string("p-256"));
  const std::string order = "00ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
  const std::string cases[] = {
      "3006020100020100",                                  // zero
      "30060201000201 01",                                 // r zero
      "3006020101020100",                                  // s zero
      "30060201ff020101",                                  // negative
      "300702020001020101",                                // not minimal
      "3081060201010201 01",                               // length not minimal
      "3009020101020101020101",                            // a third
      "3003020101",                                        // only one
      "30060201010201010500",                              // something behind
      "3026 0221 " + order + " 020101",                    // r is the order
      "3027 0222 0100" + std::string(64, '0') + " 020101"  // r is too long
  };
  for (const std::string& der : cases) {
    CAPTURE(der);
    CHECK(error_id(verify_signature(key.key, kEcdsaSha256, message(), hex(der))) == "crypto.signature.invalid");
  }
}

TEST_CASE("checking a signature takes no randomness") {
  FailingRandom nothing;
  const ScopedRandom scope(nothing);
  for (const SignatureCase& c : openssl_signatures()) {
    if (c.hash != "sha256") continue;
    const OwnedPublicKey key = public_key(c.key);
    CHECK(verify_signature(key.key, c.algorithm, message(), c.signature).ok());
  }
}

}  // namespace pki::crypto
