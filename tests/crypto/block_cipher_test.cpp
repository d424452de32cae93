#include "crypto/block_cipher.h"

#include "crypto/support.h"

namespace pki::crypto {
namespace {

constexpr BlockCipher kAll[] = {BlockCipher::Aes128Cbc, BlockCipher::Aes192Cbc, BlockCipher::Aes256Cbc,
                                BlockCipher::TripleDesCbc};

ByteVector octets(std::size_t size, std::uint8_t first = 1) {
  ByteVector out(size);
  for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(first + i);
  return out;
}

}  // namespace

TEST_CASE("the vectors of NIST SP 800-38A F.2 come out, with a block of padding behind them") {
  const ByteVector iv = hex("000102030405060708090a0b0c0d0e0f");
  const ByteVector plaintext = hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51");
  struct Vector {
    BlockCipher cipher;
    const char* key;
    const char* ciphertext;
  };
  const Vector vectors[] = {
      {BlockCipher::Aes128Cbc, "2b7e151628aed2a6abf7158809cf4f3c",
       "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"},
      {BlockCipher::Aes192Cbc, "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
       "4f021db243bc633d7178183a9fa071e8b4d9ada9ad7dedf4e5e738763f69145a"},
      {BlockCipher::Aes256Cbc, "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
       "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"},
  };
  for (const Vector& vector : vectors) {
    CAPTURE(cipher_name(vector.cipher));
    const ByteVector ciphertext = encrypt_cbc(vector.cipher, hex(vector.key), iv, plaintext);
    REQUIRE(ciphertext.size() == plaintext.size() + 16);
    CHECK(equal(Bytes(ciphertext).first(32), hex(vector.ciphertext)));
    const auto again = decrypt_cbc(vector.cipher, hex(vector.key), iv, ciphertext);
    REQUIRE(again);
    CHECK(equal(again->view(), plaintext));
  }
}

TEST_CASE("contents of every length come back") {
  const ByteVector key = octets(32);
  const ByteVector iv = octets(16, 77);
  for (std::size_t size = 0; size <= 50; ++size) {
    const ByteVector plaintext = octets(size);
    const ByteVector ciphertext = encrypt_cbc(BlockCipher::Aes256Cbc, key, iv, plaintext);
    CHECK(ciphertext.size() == (size / 16 + 1) * 16);
    const auto again = decrypt_cbc(BlockCipher::Aes256Cbc, key, iv, ciphertext);
    REQUIRE(again);
    CHECK(equal(again->view(), plaintext));
  }
}

TEST_CASE("what is not whole blocks, or has no padding, does not open, and nobody is told which") {
  for (const BlockCipher cipher : kAll) {
    CAPTURE(cipher_name(cipher));
    const ByteVector key = octets(cipher_key_size(cipher));
    const ByteVector iv = octets(cipher_block_size(cipher));
    CHECK_FALSE(decrypt_cbc(cipher, key, iv, {}));
    CHECK_FALSE(decrypt_cbc(cipher, key, iv, octets(cipher_block_size(cipher) - 1)));
    CHECK_FALSE(decrypt_cbc(cipher, key, iv, octets(cipher_block_size(cipher) + 1)));
    std::size_t opened = 0;
    for (std::uint8_t i = 0; i < 200; ++i) {
      if (decrypt_cbc(cipher, key, iv, octets(2 * cipher_block_size(cipher), i))) ++opened;
    }
    CHECK(opened < 8);  // one in 256 by chance
  }
}

TEST_CASE("ciphers have names, and object identifiers, and back") {
  for (const BlockCipher cipher : kAll) {
    CHECK(cipher_from_name(cipher_name(cipher)) == cipher);
    CHECK(cipher_from_oid(cipher_oid(cipher)) == cipher);
  }
  CHECK(cipher_from_name("aes128") == BlockCipher::Aes128Cbc);
  CHECK(cipher_from_name("AES 256") == BlockCipher::Aes256Cbc);
  CHECK(cipher_from_name("aes-192-cbc") == BlockCipher::Aes192Cbc);
  CHECK_FALSE(cipher_from_name("aes"));
  CHECK_FALSE(cipher_from_name("aes-128-gcm"));
  CHECK_FALSE(cipher_from_oid(asn1::Oid()));
}

TEST_CASE("a secret is as long as asked, differs each time, and fails with its source") {
  const SecretBytes a = random_secret(32).value();
  const SecretBytes b = random_secret(32).value();
  CHECK(a.size() == 32);
  CHECK_FALSE(equal(a.view(), b.view()));
  FailingRandom nothing;
  const ScopedRandom scope(nothing);
  CHECK(error_id(random_secret(16)) == "crypto.random.failed");
}

}  // namespace pki::crypto
