#pragma once
// Encryption under a password: PBES2 (RFC 8018 6.2) with PBKDF2.
//
// Read: HMAC with SHA-1 and SHA-2, AES-CBC and DES-EDE3-CBC. Written: HMAC with SHA-256 and AES-256-CBC.

#include <cstdint>
#include <string_view>

#include "crypto/algorithm_identifier.h"
#include "crypto/secret_bytes.h"

namespace pki::crypto {

/// The most iterations that are carried out: some seconds natively. A hostile file must not hang whoever opens it.
inline constexpr std::uint32_t kMaxIterations = 10'000'000;

/// Opens `ciphertext` as `algorithm` (which `context` holds) says. Rules: asn1.*, crypto.key.password (wrong password
/// or damaged), crypto.key.encryption_unsupported, crypto.key.iterations. A wrong password can go unnoticed here:
/// one in 256 leads to octets that mean nothing.
Result<SecretBytes> decrypt_with_password(const AlgorithmIdentifier& algorithm, Bytes ciphertext,
                                          std::string_view password, asn1::Context& context);

/// What encrypt_with_password made.
struct PasswordEncrypted {
  /// The AlgorithmIdentifier, DER.
  ByteVector algorithm;
  ByteVector ciphertext;
};

/// Encrypts under a password with a fresh salt and initialisation vector of 16 octets each. Rules:
/// crypto.random.failed, crypto.key.iterations.
Result<PasswordEncrypted> encrypt_with_password(Bytes plaintext, std::string_view password, std::uint32_t iterations);

}  // namespace pki::crypto
