#include "crypto/hash.h"

#include "crypto/support.h"

namespace pki::crypto {

TEST_CASE("digests are those of FIPS 180-4 and RFC 1321") {
  struct Case {
    HashAlgorithm algorithm;
    std::string_view of_nothing;
    std::string_view of_abc;
  };
  const Case cases[] = {
      {HashAlgorithm::Md5, "d41d8cd98f00b204e9800998ecf8427e", "900150983cd24fb0d6963f7d28e17f72"},
      {HashAlgorithm::Sha1, "da39a3ee5e6b4b0d3255bfef95601890afd80709", "a9993e364706816aba3e25717850c26c9cd0d89d"},
      {HashAlgorithm::Sha224, "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f",
       "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"},
      {HashAlgorithm::Sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
       "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {HashAlgorithm::Sha384,
       "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da"
       "274edebfe76f65fbd51ad2f14898b95b",
       "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
       "8086072ba1e7cc2358baeca134c825a7"},
      {HashAlgorithm::Sha512,
       "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
       "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
       "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
       "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"},
  };
  for (const Case& c : cases) {
    CAPTURE(hash_name(c.algorithm));
    CHECK(to_hex(digest(c.algorithm, {})) == c.of_nothing);
    CHECK(to_hex(digest(c.algorithm, as_bytes("abc"))) == c.of_abc);
    CHECK(hash_size(c.algorithm) == c.of_abc.size() / 2);
    CHECK(hash_from_oid(hash_oid(c.algorithm)) == c.algorithm);
    CHECK(hash_from_name(hash_name(c.algorithm)) == c.algorithm);
  }
}

TEST_CASE("a digest of much is the digest of all of it") {
  const ByteVector million(1'000'000, 'a');
  CHECK(to_hex(digest(HashAlgorithm::Sha256, million)) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the names of hashes are read as people write them") {
  for (const char* name : {"sha256", "SHA-256", "sha-256", "Sha256", " SHA 256 "}) {
    CAPTURE(name);
    CHECK(hash_from_name(name) == HashAlgorithm::Sha256);
  }
  for (const char* name : {"", "sha", "sha-2", "sha3-256", "sha2567", "256"}) {
    CAPTURE(name);
    CHECK_FALSE(hash_from_name(name).has_value());
  }
  CHECK_FALSE(hash_from_oid(asn1::Oid()).has_value());
}

}  // namespace pki::crypto
