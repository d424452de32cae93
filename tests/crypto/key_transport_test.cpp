#include "crypto/key_transport.h"

#include "asn1/oids.h"
#include "crypto/support.h"

namespace pki::crypto {
namespace {

constexpr KeyTransport kPkcs1{.kind = KeyTransportKind::RsaPkcs1};
constexpr KeyTransport kOaep{
    .kind = KeyTransportKind::RsaOaep, .hash = HashAlgorithm::Sha256, .mgf_hash = HashAlgorithm::Sha256};

/// What stands in an AlgorithmIdentifier of these octets, and what was noted.
struct ReadTransport {
  KeyTransport transport;
  Ids noted;
};
ReadTransport read(std::string_view der) {
  const ByteVector octets = hex(der);
  asn1::Context context(octets);
  asn1::Reader reader(octets, context);
  const AlgorithmIdentifier identifier = read_algorithm_identifier(reader, "algorithm").value();
  const KeyTransport transport = read_key_transport(identifier, context);
  return {transport, ids(context.findings())};
}

}  // namespace

TEST_CASE("a key comes back from RSA keys of all sizes, with both paddings") {
  const ByteVector secret = hex("000102030405060708090a0b0c0d0e0f");
  for (const char* name : {"rsa-1025", "rsa-2048", "rsa-3072"}) {
    for (const KeyTransport& transport : {kPkcs1, kOaep}) {
      CAPTURE(name, static_cast<int>(transport.kind));
      const OwnedPublicKey key = public_key(name);
      const ByteVector a = encrypt_key(key.key, transport, secret).value();
      const ByteVector b = encrypt_key(key.key, transport, secret).value();
      CHECK(a.size() == key.key.modulus.size());
      CHECK(a != b);
      const SecretBytes opened = private_key(name).decrypt_key(transport, a, secret.size()).value();
      CHECK(equal(opened.view(), secret));
    }
  }
}

TEST_CASE("a wrong key, damage, and another length give octets of the right length and no word") {
  const ByteVector secret(16, 0x5A);
  const PrivateKey key = private_key("rsa-2048");
  for (const KeyTransport& transport : {kPkcs1, kOaep}) {
    const ByteVector good = encrypt_key(public_key("rsa-2048").key, transport, secret).value();
    std::vector<ByteVector> bad = {encrypt_key(public_key("rsa-3072").key, transport, secret).value(),
                                   encrypt_key(public_key("rsa-2048").key, transport, ByteVector(24, 1)).value(),
                                   {},
                                   ByteVector(255, 1),
                                   ByteVector(256, 0),
                                   ByteVector(256, 0xFF),
                                   good};
    bad.back()[100] ^= 1;
    for (const ByteVector& encrypted : bad) {
      const auto a = key.decrypt_key(transport, encrypted, secret.size());
      REQUIRE(error_id(a).empty());
      CHECK(a->size() == secret.size());
      CHECK_FALSE(equal(a->view(), secret));
      // Not the same each time, so that nothing can be encrypted for it.
      CHECK_FALSE(equal(a->view(), key.decrypt_key(transport, encrypted, secret.size())->view()));
    }
  }
}

TEST_CASE("only RSA keys serve, and none that is for RSASSA-PSS alone") {
  CHECK(error_id(encrypt_key(public_key("p-256").key, kPkcs1, ByteVector(16))) == "crypto.transport.key");
  CHECK(error_id(encrypt_key(public_key("rsa-pss-sha256").key, kPkcs1, ByteVector(16))) == "crypto.transport.key");
  CHECK(error_id(private_key("p-256").decrypt_key(kPkcs1, ByteVector(256), 16)) == "crypto.transport.key");
  CHECK(error_id(private_key("rsa-pss-sha256").decrypt_key(kPkcs1, ByteVector(256), 16)) == "crypto.transport.key");
}

TEST_CASE("what cannot be carried out is named") {
  const OwnedPublicKey key = public_key("rsa-2048");
  KeyTransport mixed = kOaep;
  mixed.mgf_hash = HashAlgorithm::Sha1;
  KeyTransport large = kOaep;
  large.hash = large.mgf_hash = HashAlgorithm::Sha512;
  CHECK(error_id(encrypt_key(key.key, {}, ByteVector(16))) == "crypto.transport.unsupported");
  CHECK(error_id(encrypt_key(key.key, mixed, ByteVector(16))) == "crypto.transport.unsupported");
  CHECK(error_id(encrypt_key(key.key, kPkcs1, ByteVector(246))) == "crypto.transport.unsupported");
  CHECK(error_id(encrypt_key(key.key, kPkcs1, ByteVector(245))).empty());
  CHECK(error_id(encrypt_key(public_key("rsa-1025").key, large, ByteVector(16))) == "crypto.transport.unsupported");
  CHECK(error_id(private_key("rsa-2048").decrypt_key(mixed, ByteVector(256), 16)) == "crypto.transport.unsupported");
  FailingRandom nothing;
  const ScopedRandom scope(nothing);
  CHECK(error_id(encrypt_key(key.key, kPkcs1, ByteVector(16))) == "crypto.random.failed");
  CHECK(error_id(private_key("rsa-2048").decrypt_key(kPkcs1, ByteVector(256), 16)) == "crypto.random.failed");
}

TEST_CASE("identifiers are written and read again as the same, with what is default left out") {
  for (const HashAlgorithm hash : {HashAlgorithm::Sha1, HashAlgorithm::Sha256, HashAlgorithm::Sha512}) {
    const KeyTransport transport{.kind = KeyTransportKind::RsaOaep, .hash = hash, .mgf_hash = hash};
    asn1::Writer writer;
    write_key_transport(writer, transport);
    const ReadTransport again = read(to_hex(writer.view()));
    CHECK(again.transport == transport);
    CHECK(again.noted.empty());
  }
  asn1::Writer writer;
  write_key_transport(writer, kPkcs1);
  CHECK(to_hex(writer.view()) == "300d06092a864886f70d0101010500");
}

TEST_CASE("other identifiers are unknown, and what is odd is noted") {
  CHECK(read("300d06092a864886f70d0101010500").noted.empty());
  CHECK(read("300b06092a864886f70d010101").noted == Ids{"crypto.algorithm.parameters"});
  CHECK(read("300506032b6570").transport.kind == KeyTransportKind::Unknown);
  // OAEP without parameters, with NULL, with an unknown hash, with a label.
  CHECK(read("300b06092a864886f70d010107").noted == Ids{"crypto.algorithm.parameters"});
  CHECK(read("300d06092a864886f70d0101070500").transport.kind == KeyTransportKind::Unknown);
  CHECK(read("301406092a864886f70d0101073007a0053003060101").transport.kind == KeyTransportKind::Unknown);
  CHECK(read("301f06092a864886f70d0101073012a210300e06092a864886f70d010109040141").transport.kind ==
        KeyTransportKind::Unknown);
  // All defaults: SHA-1.
  const ReadTransport empty = read("300d06092a864886f70d0101073000");
  CHECK(empty.transport == KeyTransport{KeyTransportKind::RsaOaep, HashAlgorithm::Sha1, HashAlgorithm::Sha1});
}

}  // namespace pki::crypto
