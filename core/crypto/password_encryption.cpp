#include "crypto/password_encryption.h"

#include <mbedtls/pkcs5.h>
#include <mbedtls/psa_util.h>
#include <psa/crypto.h>

#include <array>

#include "base/assert.h"
#include "crypto/engine.h"
#include "crypto/pbes2_parameters.h"
#include "crypto/random.h"
#include "crypto/rules.h"

namespace pki::crypto {
namespace {

constexpr std::size_t kSaltSize = 16;

/// The key that PBKDF2 (RFC 8018 5.2) derives from the password, ready for use.
EngineKey derive_key(const Pbes2Parameters& parameters, std::string_view password) {
  start_engine();
  SecretBytes octets(parameters.cipher->key_size);
  const Bytes secret = as_bytes(password);
  PKI_ASSERT(mbedtls_pkcs5_pbkdf2_hmac_ext(mbedtls_md_type_from_psa_alg(engine_hash(parameters.prf)), secret.data(),
                                           secret.size(), parameters.salt.data(), parameters.salt.size(),
                                           parameters.iterations, static_cast<std::uint32_t>(octets.size()),
                                           octets.writable().data()) == 0);

  const bool aes = parameters.cipher->cipher == BlockCipher::Aes;
  psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
  psa_set_key_type(&attributes, aes ? PSA_KEY_TYPE_AES : PSA_KEY_TYPE_DES);
  psa_set_key_bits(&attributes, octets.size() * 8);
  psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_DECRYPT);
  psa_set_key_algorithm(&attributes, PSA_ALG_CBC_PKCS7);
  psa_key_id_t id = PSA_KEY_ID_NULL;
  PKI_ASSERT(psa_import_key(&attributes, octets.view().data(), octets.size(), &id) == PSA_SUCCESS);
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

Result<SecretBytes> decrypt_with_password(const AlgorithmIdentifier& algorithm, Bytes ciphertext,
                                          std::string_view password, asn1::Context& context) {
  PKI_TRY(const Pbes2Parameters parameters, read_pbes2(algorithm, context));
  const Finding failed{&rules::kKeyPassword, {}, {}};
  // RFC 8018 6.1.2, step 4: whole blocks, and at least one. Before the work, not after.
  if (ciphertext.empty() || ciphertext.size() % parameters.cipher->block_size != 0) return failed;
  const EngineKey key = derive_key(parameters, password);
  CipherOperation operation;
  PKI_ASSERT(psa_cipher_decrypt_setup(operation.get(), key.id(), PSA_ALG_CBC_PKCS7) == PSA_SUCCESS);
  auto plaintext = operation.run(parameters.iv, ciphertext);
  if (!plaintext) return failed;
  return std::move(*plaintext);
}

Result<PasswordEncrypted> encrypt_with_password(Bytes plaintext, std::string_view password, std::uint32_t iterations) {
  PKI_CHECK(check_iterations(iterations));
  std::array<std::uint8_t, kSaltSize> salt{};
  std::array<std::uint8_t, 16> iv{};
  if (!random_fill(salt) || !random_fill(iv)) return Finding{&rules::kRandomFailed, {}, {}};
  const Pbes2Parameters parameters{
      .salt = salt, .iterations = iterations, .prf = HashAlgorithm::Sha256, .cipher = &default_cipher(), .iv = iv};
  PKI_ASSERT(parameters.cipher->block_size == iv.size());
  const EngineKey key = derive_key(parameters, password);
  CipherOperation operation;
  PKI_ASSERT(psa_cipher_encrypt_setup(operation.get(), key.id(), PSA_ALG_CBC_PKCS7) == PSA_SUCCESS);
  const auto ciphertext = operation.run(parameters.iv, plaintext);
  PKI_ASSERT(ciphertext.has_value());
  return PasswordEncrypted{.algorithm = write_pbes2(parameters), .ciphertext = to_vector(ciphertext->view())};
}

}  // namespace pki::crypto
