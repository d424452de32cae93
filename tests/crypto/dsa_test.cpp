// DSA (FIPS 186-4 4.7): keys with and without parameters, and what is no key. signatures.txt has signatures that
// OpenSSL made; the general laws of verify_signature_test.cpp hold for them too.

#include "asn1/oids.h"
#include "asn1/writer.h"
#include "crypto/support.h"

namespace pki::crypto {
namespace {

constexpr SignatureAlgorithm kDsaSha256{.kind = SignatureKind::Dsa, .hash = HashAlgorithm::Sha256};

enum class Parameters : std::uint8_t { Written, Absent, Null, NoSequence };

// The numbers of a key, to be changed.
struct Numbers {
  ByteVector p, q, g, y;
  Parameters parameters = Parameters::Written;
};

Numbers numbers_of(const OwnedPublicKey& key) {
  const DsaParameters& parameters = *key.key.dsa_parameters;
  return {to_vector(parameters.p), to_vector(parameters.q), to_vector(parameters.g), to_vector(key.key.dsa_y)};
}

OwnedPublicKey make_key(const Numbers& numbers) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& spki) {
    spki.sequence([&](asn1::Writer& algorithm) {
      algorithm.oid(asn1::oids::kDsa);
      if (numbers.parameters == Parameters::Null) algorithm.null();
      if (numbers.parameters == Parameters::NoSequence) algorithm.integer(1);
      if (numbers.parameters != Parameters::Written) return;
      algorithm.sequence([&](asn1::Writer& parameters) {
        parameters.unsigned_integer(numbers.p);
        parameters.unsigned_integer(numbers.q);
        parameters.unsigned_integer(numbers.g);
      });
    });
    spki.bit_string_of([&](asn1::Writer& value) { value.unsigned_integer(numbers.y); });
  });
  return public_key(writer.take());
}

SignatureCase sha256_signature(const std::string& key) {
  for (SignatureCase& c : openssl_signatures()) {
    if (c.key == key && c.hash == "sha256") return c;
  }
  FAIL("no signature of " << key);
  return {};
}

std::string verify_with(const Numbers& numbers, Bytes signature) {
  const OwnedPublicKey key = make_key(numbers);
  return error_id(verify_signature(key.key, kDsaSha256, message(), signature));
}

}  // namespace

TEST_CASE("a DSA key without parameters, or with NULL, inherits those of its issuer") {
  const OwnedPublicKey whole = public_key(std::string("dsa-2048"));
  const SignatureCase c = sha256_signature("dsa-2048");
  for (const Parameters parameters : {Parameters::Absent, Parameters::Null}) {
    Numbers numbers = numbers_of(whole);
    numbers.parameters = parameters;
    const OwnedPublicKey bare = make_key(numbers);
    CHECK(bare.noted.empty());
    REQUIRE(bare.key.lacks_parameters());
    CHECK(public_key_name(bare.key) == "DSA (parameters inherited)");
    CHECK(error_id(verify_signature(bare.key, kDsaSha256, message(), c.signature)) == "crypto.signature.unsupported");
    const PublicKey complete = inherit_parameters(bare.key, whole.key);
    CHECK(complete.bits == 2048);
    CHECK(error_id(verify_signature(complete, kDsaSha256, message(), c.signature)).empty());
    // RFC 5280 6.1.4 (e): only from a key of the same algorithm that has some.
    CHECK(inherit_parameters(bare.key, public_key(std::string("p-256")).key).lacks_parameters());
    CHECK(inherit_parameters(bare.key, bare.key).lacks_parameters());
  }
  const OwnedPublicKey other = public_key(std::string("dsa-1024"));
  CHECK(inherit_parameters(whole.key, other.key).bits == 2048);
}

TEST_CASE("DSA numbers that do not belong together are no key") {
  const Numbers good = numbers_of(public_key(std::string("dsa-1024")));
  const ByteVector signature = sha256_signature("dsa-1024").signature;
  REQUIRE(verify_with(good, signature).empty());
  const ByteVector even = [&] {
    ByteVector p = good.p;
    p.back() ^= 1;
    return p;
  }();
  struct Case {
    const char* name;
    Numbers numbers;
    std::string expected;
  };
  const auto with = [&](ByteVector Numbers::*member, ByteVector value) {
    Numbers numbers = good;
    numbers.*member = std::move(value);
    return numbers;
  };
  ByteVector other_order = good.q;
  other_order.back() ^= 2;
  ByteVector even_order = good.q;
  even_order.back() ^= 1;
  ByteVector long_generator = good.g;
  long_generator.insert(long_generator.begin(), good.p.size(), 0x11);
  const Case cases[] = {
      {"p even", with(&Numbers::p, even), "crypto.key.malformed"},
      {"q even", with(&Numbers::q, even_order), "crypto.key.malformed"},
      {"q does not divide p - 1", with(&Numbers::q, other_order), "crypto.key.malformed"},
      {"g is one", with(&Numbers::g, {1}), "crypto.key.malformed"},
      {"g is p", with(&Numbers::g, good.p), "crypto.key.malformed"},
      {"g is longer than p", with(&Numbers::g, long_generator), "crypto.key.malformed"},
      {"y is one", with(&Numbers::y, {1}), "crypto.key.malformed"},
      {"y is p", with(&Numbers::y, good.p), "crypto.key.malformed"},
      {"p is short", with(&Numbers::p, ByteVector(32, 0xFF)), "crypto.signature.unsupported"},
      {"p is huge", with(&Numbers::p, ByteVector(4096, 0xFF)), "crypto.signature.unsupported"},
      {"q is one octet short", with(&Numbers::q, ByteVector(19, 0xFF)), "crypto.signature.unsupported"},
      {"q is one bit short", with(&Numbers::q, ByteVector(20, 0x7F)), "crypto.signature.unsupported"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(verify_with(c.numbers, signature) == c.expected);
  }
}

TEST_CASE("a DSA key that cannot be read is noted, and no key") {
  Numbers numbers = numbers_of(public_key(std::string("dsa-1024")));
  numbers.y = {};
  CHECK(make_key(numbers).noted == Ids{"crypto.key.malformed"});
  numbers = numbers_of(public_key(std::string("dsa-1024")));
  numbers.parameters = Parameters::NoSequence;
  const OwnedPublicKey key = make_key(numbers);
  CHECK(key.noted == Ids{"crypto.key.malformed"});
  CHECK(key.key.kind == KeyKind::Unknown);
}

TEST_CASE("a DSA signature has numbers above zero and below q") {
  const OwnedPublicKey key = public_key(std::string("dsa-1024"));
  const Bytes q = key.key.dsa_parameters->q;
  const auto signature = [](Bytes r, Bytes s) {
    asn1::Writer writer;
    writer.sequence([&](asn1::Writer& w) {
      w.unsigned_integer(r);
      w.unsigned_integer(s);
    });
    return writer.take();
  };
  const ByteVector one = {1};
  const ByteVector zero = {0};
  for (const auto& bad :
       {signature(zero, one), signature(one, zero), signature(q, one), signature(one, q), signature(one, one)}) {
    CHECK(error_id(verify_signature(key.key, kDsaSha256, message(), bad)) == "crypto.signature.invalid");
  }
}

TEST_CASE("DSA and other keys do not mix") {
  const OwnedPublicKey dsa = public_key(std::string("dsa-1024"));
  const OwnedPublicKey rsa = public_key(std::string("rsa-2048"));
  const ByteVector signature = sha256_signature("dsa-1024").signature;
  CHECK(error_id(verify_signature(dsa.key, kPkcs1Sha256, message(), signature)) == "crypto.signature.key_mismatch");
  CHECK(error_id(verify_signature(dsa.key, kEcdsaSha256, message(), signature)) == "crypto.signature.key_mismatch");
  CHECK(error_id(verify_signature(rsa.key, kDsaSha256, message(), signature)) == "crypto.signature.key_mismatch");
}

}  // namespace pki::crypto
