#include "crypto/private_key.h"

#include "crypto/support.h"

namespace pki::crypto {
namespace {

constexpr KeySpec kSpecs[] = {KeySpec::Rsa2048, KeySpec::Rsa3072, KeySpec::Rsa4096,
                              KeySpec::P256,    KeySpec::P384,    KeySpec::P521};

}  // namespace

TEST_CASE("a generated key of each kind signs, verifies and comes back from PKCS#8") {
  for (const KeySpec spec : kSpecs) {
    CAPTURE(key_spec_name(spec));
    FixedRandom random(2);
    const ScopedRandom scope(random);
    const PrivateKey key = PrivateKey::generate(spec).value();
    const OwnedPublicKey half = public_key(key.public_key_der());
    CHECK(half.noted.empty());
    CHECK(half.key.kind == key.kind());
    CHECK(half.key.bits == key.bits());
    CHECK(half.key.curve == key.curve());
    CHECK(key.matches(half.key));

    const SignatureAlgorithm algorithm = key.default_signature_algorithm();
    const ByteVector signature = key.sign(algorithm, message()).value();
    CHECK(verify_signature(half.key, algorithm, message(), signature).ok());

    const SecretBytes pkcs8 = key.to_pkcs8();
    const PrivateKey again = PrivateKey::from_pkcs8(pkcs8.view()).value();
    CHECK(equal(again.to_pkcs8().view(), pkcs8.view()));
    CHECK(again.public_key_der() == half.der);
  }
}

TEST_CASE("the same random source gives the same keys, another one others") {
  const auto generate = [](KeySpec spec, std::uint64_t seed) {
    FixedRandom random(seed);
    const ScopedRandom scope(random);
    return PrivateKey::generate(spec).value().public_key_der();
  };
  for (const KeySpec spec : {KeySpec::Rsa2048, KeySpec::P256, KeySpec::P521}) {
    CAPTURE(key_spec_name(spec));
    CHECK(generate(spec, 1) == generate(spec, 1));
    CHECK(generate(spec, 1) != generate(spec, 2));
  }
  // Whatever the platform: natively as in wasm.
  CHECK(to_hex(digest(HashAlgorithm::Sha256, generate(KeySpec::P256, 1))) ==
        "0f2a900f37c8a825a1413407d73633899a128d73c747b0a177f2bb90419edf01");
  CHECK(to_hex(digest(HashAlgorithm::Sha256, generate(KeySpec::Rsa2048, 1))) ==
        "7f91fe9209352bfd1059927a47d4b359124eb5a306f7fcbf9b0e2b82c05086cf");
}

TEST_CASE("keys from the system's source differ") {
  const PrivateKey a = PrivateKey::generate(KeySpec::P256).value();
  const PrivateKey b = PrivateKey::generate(KeySpec::P256).value();
  CHECK(a.public_key_der() != b.public_key_der());
  CHECK_FALSE(a.matches(public_key(b.public_key_der()).key));
}

TEST_CASE("without randomness no key is made and nothing is signed") {
  const PrivateKey rsa = private_key("rsa-2048");
  const PrivateKey ec = private_key("p-256");
  FailingRandom nothing;
  const ScopedRandom scope(nothing);
  for (const KeySpec spec : kSpecs) {
    CAPTURE(key_spec_name(spec));
    CHECK(error_id(PrivateKey::generate(spec)) == "crypto.random.failed");
  }
  CHECK(error_id(rsa.sign(kPkcs1Sha256, message())) == "crypto.random.failed");
  CHECK(error_id(rsa.sign(kPssSha256, message())) == "crypto.random.failed");
  CHECK(error_id(ec.sign(kEcdsaSha256, message())) == "crypto.random.failed");
  CHECK(error_id(ec.to_encrypted_pkcs8("password", 1)) == "crypto.random.failed");
}

TEST_CASE("the names of key specifications are read as people write them") {
  for (const KeySpec spec : kSpecs) CHECK(key_spec_from_name(key_spec_name(spec)) == spec);
  struct Case {
    const char* name;
    KeySpec spec;
  };
  const Case cases[] = {
      {"rsa2048", KeySpec::Rsa2048}, {"RSA 3072", KeySpec::Rsa3072}, {"RSA_4096", KeySpec::Rsa4096},
      {"prime256v1", KeySpec::P256}, {"P256", KeySpec::P256},        {"secp256r1", KeySpec::P256},
      {"secp384r1", KeySpec::P384},  {"NIST P-384", KeySpec::P384},  {"EC P-521", KeySpec::P521},
      {" p521 ", KeySpec::P521},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(key_spec_from_name(c.name) == c.spec);
  }
  for (const char* name : {"", "-", "rsa", "rsa-1024", "rsa-20480", "p-224", "secp256k1", "ed25519"}) {
    CAPTURE(name);
    CHECK_FALSE(key_spec_from_name(name).has_value());
  }
}

TEST_CASE("a key matches its public half in every form, and no other") {
  const char* const names[] = {"rsa-2048", "rsa-pss", "p-256", "p-521", "secp256k1"};
  for (const char* name : names) {
    for (const char* other : names) {
      CAPTURE(name, other);
      CHECK(private_key(name).matches(public_key(std::string(other)).key) == (std::string_view(name) == other));
    }
  }
  CHECK(private_key("p-256").matches(public_key(std::string("p-256-compressed")).key));
  CHECK(private_key("p-521").matches(public_key(std::string("p-521-compressed")).key));
  CHECK_FALSE(private_key("p-256").matches(public_key(std::string("p-256-explicit")).key));
  CHECK_FALSE(private_key("p-256").matches(public_key(std::string("brainpool")).key));
  CHECK_FALSE(private_key("p-256").matches(public_key(std::string("ed25519")).key));
}

TEST_CASE("secrets are wiped when they go, and a moved one leaves nothing behind") {
  SecretBytes a(hex("0102030405"));
  SecretBytes b = std::move(a);
  CHECK(a.view().empty());  // NOLINT: that is the point
  CHECK(to_hex(b.view()) == "0102030405");
  a = std::move(b);
  CHECK(b.view().empty());  // NOLINT
  CHECK(a.size() == 5);
  a.truncate(2);
  CHECK(to_hex(a.view()) == "0102");
  ByteVector octets = hex("ffffff");
  wipe(octets);
  CHECK(octets == ByteVector(3));
}

}  // namespace pki::crypto
