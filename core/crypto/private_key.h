#pragma once
// PrivateKey: the only thing in the workbench that holds a secret. Wiped when it goes; never printed, never part of a
// finding: of a key that cannot be read, crypto.key.malformed names the rule that it breaks and nothing that it holds.
//
// RSA keys of 512 to 8192 bits with two primes, and keys on P-256, P-384, P-521 and secp256k1 are read; what is read is
// checked (RFC 8017 3.2, SEC 1 3.2), but the primes are not tested: a composite one shows when the key signs.

#include <memory>
#include <optional>
#include <string_view>

#include "crypto/public_key.h"
#include "crypto/secret_bytes.h"

namespace pki::crypto {

struct KeyTransport;  // crypto/key_transport.h

/// What a key shall be.
enum class KeySpec : std::uint8_t { Rsa2048, Rsa3072, Rsa4096, P256, P384, P521 };

/// "rsa-2048" ... "p-521": the name on the command line and in the API.
std::string_view key_spec_name(KeySpec spec);
/// Reads that name; "rsa2048", "RSA 2048", "secp384r1", "prime256v1" and the like too.
std::optional<KeySpec> key_spec_from_name(std::string_view name);

class PrivateKey {
 public:
  ~PrivateKey();
  PrivateKey(PrivateKey&&) noexcept;
  PrivateKey& operator=(PrivateKey&&) noexcept;
  PrivateKey(const PrivateKey&) = delete;
  PrivateKey& operator=(const PrivateKey&) = delete;

  /// A new key from the random source in force. Rule: crypto.random.failed.
  static Result<PrivateKey> generate(KeySpec spec);
  /// Reads a PrivateKeyInfo (PKCS#8, RFC 5208/5958). A key of id-RSASSA-PSS stays one. Rules: asn1.*,
  /// crypto.key.unsupported, crypto.key.malformed.
  static Result<PrivateKey> from_pkcs8(Bytes der);
  /// Reads an RSAPrivateKey (PKCS#1) or an ECPrivateKey with named curve (SEC 1, RFC 5915). Rules:
  /// crypto.key.unsupported, crypto.key.malformed.
  static Result<PrivateKey> from_pkcs1(Bytes der);
  static Result<PrivateKey> from_sec1(Bytes der);
  /// Reads an EncryptedPrivateKeyInfo (PBES2: PBKDF2 with AES-CBC or 3DES). Rules: crypto.key.password (wrong
  /// password or damaged), crypto.key.encryption_unsupported, crypto.key.iterations; then those of from_pkcs8.
  static Result<PrivateKey> from_encrypted_pkcs8(Bytes der, std::string_view password);

  KeyKind kind() const;
  std::uint32_t bits() const;
  Curve curve() const;

  /// The SubjectPublicKeyInfo of its public half, DER.
  ByteVector public_key_der() const;
  /// PrivateKeyInfo, DER, without attributes: octet for octet as OpenSSL writes it.
  SecretBytes to_pkcs8() const;
  /// EncryptedPrivateKeyInfo: PBES2, PBKDF2-HMAC-SHA256 with `iterations` and a salt of 16 octets, AES-256-CBC. Rules:
  /// crypto.random.failed, crypto.key.iterations.
  Result<ByteVector> to_encrypted_pkcs8(std::string_view password, std::uint32_t iterations = 600000) const;

  /// The signature over `message`: PKCS#1 v1.5, PSS, or ECDSA (deterministic, RFC 6979) as a DER SEQUENCE of r and s.
  /// Rules: crypto.signature.key_mismatch, crypto.signature.weak_hash (MD5 and SHA-1 are for reading only),
  /// crypto.signature.unsupported (no room in the modulus; PSS with two hashes), crypto.random.failed, and
  /// crypto.key.malformed where a prime of the key is none.
  Result<ByteVector> sign(const SignatureAlgorithm& algorithm, Bytes message) const;

  /// The key of `size` octets that encrypt_key() encrypted under the public half. It is never told whether that went
  /// well: where the padding is wrong, or another size is inside, random octets come back, and what they decrypt means
  /// nothing (RFC 3218 2.3.2; otherwise whoever may ask often enough could open messages of others). The choice between
  /// the two does not take the same time: who measures this process to the microsecond is not defended against. Rules:
  /// those of check_transport, crypto.random.failed.
  Result<SecretBytes> decrypt_key(const KeyTransport& transport, Bytes encrypted, std::size_t size) const;

  /// The algorithm that this key signs with by default: RSA PKCS#1 v1.5 with SHA-256, SHA-384 above 2048 bits,
  /// SHA-512 above 3072; ECDSA with the hash as long as the curve. A key of id-RSASSA-PSS: PSS as
  /// its parameters say, else with those hashes and a salt as long.
  SignatureAlgorithm default_signature_algorithm() const;

  /// True if `key` is this key's public half.
  bool matches(const PublicKey& key) const;

 private:
  struct State;
  explicit PrivateKey(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pki::crypto
