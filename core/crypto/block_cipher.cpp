#include "crypto/block_cipher.h"

#include <psa/crypto.h>

#include <array>

#include "asn1/message_oids.h"
#include "asn1/oids.h"
#include "base/assert.h"
#include "base/text.h"
#include "crypto/engine.h"
#include "crypto/random.h"
#include "crypto/rules.h"

namespace pki::crypto {
namespace {

struct CipherRow {
  BlockCipher cipher;
  std::string_view name;
  /// The name as cipher_from_name compares it: lower case, letters and digits alone, without the mode.
  std::string_view plain_name;
  asn1::Oid oid;
  std::size_t key_size;
  std::size_t block_size;
};

constexpr std::array<CipherRow, 4> kRows = {{
    {BlockCipher::Aes128Cbc, "AES-128-CBC", "aes128", asn1::oids::kAes128Cbc, 16, 16},
    {BlockCipher::Aes192Cbc, "AES-192-CBC", "aes192", asn1::oids::kAes192Cbc, 24, 16},
    {BlockCipher::Aes256Cbc, "AES-256-CBC", "aes256", asn1::oids::kAes256Cbc, 32, 16},
    {BlockCipher::TripleDesCbc, "3DES-CBC", "3des", asn1::oids::kDesEde3Cbc, 24, 8},
}};

const CipherRow& row_of(BlockCipher cipher) {
  for (const CipherRow& row : kRows) {
    if (row.cipher == cipher) return row;
  }
  PKI_ASSERT(false);
}

EngineKey import_key(BlockCipher cipher, Bytes octets) {
  start_engine();
  PKI_ASSERT(octets.size() == row_of(cipher).key_size);
  psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
  psa_set_key_type(&attributes, cipher == BlockCipher::TripleDesCbc ? PSA_KEY_TYPE_DES : PSA_KEY_TYPE_AES);
  psa_set_key_bits(&attributes, octets.size() * 8);
  psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_DECRYPT);
  psa_set_key_algorithm(&attributes, PSA_ALG_CBC_PKCS7);
  psa_key_id_t id = PSA_KEY_ID_NULL;
  PKI_ASSERT(psa_import_key(&attributes, octets.data(), octets.size(), &id) == PSA_SUCCESS);
  return EngineKey(id);
}

/// An operation of PSA Crypto, wiped when it goes.
class CipherOperation {
 public:
  CipherOperation() = default;
  ~CipherOperation() { psa_cipher_abort(&operation_); }
  CipherOperation(const CipherOperation&) = delete;
  CipherOperation& operator=(const CipherOperation&) = delete;

  psa_cipher_operation_t* get() { return &operation_; }

  /// Runs `input` through; nothing where decryption finds no padding at the end.
  std::optional<SecretBytes> run(Bytes iv, Bytes input) {
    SecretBytes output(input.size() + PSA_BLOCK_CIPHER_BLOCK_MAX_SIZE);
    const auto out = output.writable();
    std::size_t head = 0;
    std::size_t tail = 0;
    const bool done =
        psa_cipher_set_iv(&operation_, iv.data(), iv.size()) == PSA_SUCCESS &&
        psa_cipher_update(&operation_, input.data(), input.size(), out.data(), out.size(), &head) == PSA_SUCCESS &&
        psa_cipher_finish(&operation_, out.data() + head, out.size() - head, &tail) == PSA_SUCCESS;
    if (!done) return std::nullopt;
    output.truncate(head + tail);
    return output;
  }

 private:
  psa_cipher_operation_t operation_ = PSA_CIPHER_OPERATION_INIT;
};

}  // namespace

std::string_view cipher_name(BlockCipher cipher) { return row_of(cipher).name; }

std::optional<BlockCipher> cipher_from_name(std::string_view name) {
  std::string plain;
  for (const char c : to_lower_ascii(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain.push_back(c);
  }
  if (plain.ends_with("cbc")) plain.resize(plain.size() - 3);
  for (const CipherRow& row : kRows) {
    if (row.plain_name == plain) return row.cipher;
  }
  return std::nullopt;
}

asn1::Oid cipher_oid(BlockCipher cipher) { return row_of(cipher).oid; }

std::optional<BlockCipher> cipher_from_oid(asn1::Oid oid) {
  for (const CipherRow& row : kRows) {
    if (row.oid == oid) return row.cipher;
  }
  return std::nullopt;
}

std::size_t cipher_key_size(BlockCipher cipher) { return row_of(cipher).key_size; }

std::size_t cipher_block_size(BlockCipher cipher) { return row_of(cipher).block_size; }

std::optional<SecretBytes> decrypt_cbc(BlockCipher cipher, Bytes key, Bytes iv, Bytes ciphertext) {
  PKI_ASSERT(iv.size() == row_of(cipher).block_size);
  if (ciphertext.empty() || ciphertext.size() % row_of(cipher).block_size != 0) return std::nullopt;
  const EngineKey engine_key = import_key(cipher, key);
  CipherOperation operation;
  PKI_ASSERT(psa_cipher_decrypt_setup(operation.get(), engine_key.id(), PSA_ALG_CBC_PKCS7) == PSA_SUCCESS);
  return operation.run(iv, ciphertext);
}

ByteVector encrypt_cbc(BlockCipher cipher, Bytes key, Bytes iv, Bytes plaintext) {
  PKI_ASSERT(iv.size() == row_of(cipher).block_size && cipher != BlockCipher::TripleDesCbc);
  const EngineKey engine_key = import_key(cipher, key);
  CipherOperation operation;
  PKI_ASSERT(psa_cipher_encrypt_setup(operation.get(), engine_key.id(), PSA_ALG_CBC_PKCS7) == PSA_SUCCESS);
  const auto ciphertext = operation.run(iv, plaintext);
  PKI_ASSERT(ciphertext.has_value());
  return to_vector(ciphertext->view());
}

Result<SecretBytes> random_secret(std::size_t size) {
  SecretBytes octets(size);
  if (!random_fill(octets.writable())) return Finding{&rules::kRandomFailed, {}, {}};
  return octets;
}

}  // namespace pki::crypto
