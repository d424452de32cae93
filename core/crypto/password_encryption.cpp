#include "crypto/password_encryption.h"

#include <mbedtls/pkcs5.h>
#include <mbedtls/psa_util.h>

#include <array>

#include "base/assert.h"
#include "crypto/engine.h"
#include "crypto/pbes2_parameters.h"
#include "crypto/random.h"
#include "crypto/rules.h"

namespace pki::crypto {
namespace {

constexpr std::size_t kSaltSize = 16;
constexpr BlockCipher kWrittenCipher = BlockCipher::Aes256Cbc;

/// The key that PBKDF2 (RFC 8018 5.2) derives from the password.
SecretBytes derive_key(const Pbes2Parameters& parameters, std::string_view password) {
  start_engine();
  SecretBytes octets(cipher_key_size(parameters.cipher));
  const Bytes secret = as_bytes(password);
  PKI_ASSERT(mbedtls_pkcs5_pbkdf2_hmac_ext(mbedtls_md_type_from_psa_alg(engine_hash(parameters.prf)), secret.data(),
                                           secret.size(), parameters.salt.data(), parameters.salt.size(),
                                           parameters.iterations, static_cast<std::uint32_t>(octets.size()),
                                           octets.writable().data()) == 0);
  return octets;
}

}  // namespace

Result<SecretBytes> decrypt_with_password(const AlgorithmIdentifier& algorithm, Bytes ciphertext,
                                          std::string_view password, asn1::Context& context) {
  PKI_TRY(const Pbes2Parameters parameters, read_pbes2(algorithm, context));
  const Finding failed{&rules::kKeyPassword, {}, {}};
  // RFC 8018 6.1.2, step 4: whole blocks, and at least one. Before the work, not after.
  if (ciphertext.empty() || ciphertext.size() % cipher_block_size(parameters.cipher) != 0) return failed;
  const SecretBytes key = derive_key(parameters, password);
  auto plaintext = decrypt_cbc(parameters.cipher, key.view(), parameters.iv, ciphertext);
  if (!plaintext) return failed;
  return std::move(*plaintext);
}

Result<PasswordEncrypted> encrypt_with_password(Bytes plaintext, std::string_view password, std::uint32_t iterations) {
  PKI_CHECK(check_iterations(iterations));
  std::array<std::uint8_t, kSaltSize> salt{};
  std::array<std::uint8_t, 16> iv{};
  if (!random_fill(salt) || !random_fill(iv)) return Finding{&rules::kRandomFailed, {}, {}};
  const Pbes2Parameters parameters{
      .salt = salt, .iterations = iterations, .prf = HashAlgorithm::Sha256, .cipher = kWrittenCipher, .iv = iv};
  const SecretBytes key = derive_key(parameters, password);
  return PasswordEncrypted{.algorithm = write_pbes2(parameters),
                           .ciphertext = encrypt_cbc(parameters.cipher, key.view(), parameters.iv, plaintext)};
}

}  // namespace pki::crypto
