#pragma once
// What PrivateKey asks of a key of either kind. Internal to core/crypto.

#include <memory>

#include "base/assert.h"
#include "crypto/curves.h"
#include "crypto/key_transport.h"
#include "crypto/secret_bytes.h"

namespace pki::crypto {

/// A private key that has been checked.
class PrivateKeyEngine {
 public:
  virtual ~PrivateKeyEngine() = default;

  virtual KeyKind kind() const = 0;
  /// As in PublicKey.
  virtual std::uint32_t bits() const = 0;
  virtual Curve curve() const = 0;
  /// The contents of subjectPublicKey: an RSAPublicKey, or an uncompressed point.
  virtual ByteVector public_bits() const = 0;
  /// The contents of PKCS#8's privateKey: an RSAPrivateKey, or an ECPrivateKey with its public key and without
  /// parameters, which is how OpenSSL writes it.
  virtual SecretBytes private_octets() const = 0;
  /// The signature. The caller has made sure that `algorithm` goes with the key.
  virtual Result<ByteVector> sign(const SignatureAlgorithm& algorithm, Bytes message) const = 0;
  /// What was encrypted under the public half; empty where no padding is found, whatever the reason. The caller has
  /// made sure that `transport` goes with the key, so that only RSA keys are asked. Rule: crypto.random.failed.
  virtual Result<SecretBytes> decrypt(const KeyTransport& transport, Bytes encrypted) const;
};

using PrivateKeyEnginePtr = std::unique_ptr<PrivateKeyEngine>;

/// A new RSA key with the exponent 65537. Rule: crypto.random.failed.
Result<PrivateKeyEnginePtr> generate_rsa(std::uint32_t bits);
/// Reads an RSAPrivateKey (RFC 8017 A.1.2). Rules: crypto.key.malformed, crypto.key.unsupported.
Result<PrivateKeyEnginePtr> read_rsa_private_key(Bytes der);

/// A new key on a curve. Rule: crypto.random.failed.
Result<PrivateKeyEnginePtr> generate_ec(const CurveInfo& curve);
/// Reads an ECPrivateKey (RFC 5915 3) on `curve`; null where the key itself must name it. Rules:
/// crypto.key.malformed, crypto.key.unsupported.
Result<PrivateKeyEnginePtr> read_ec_private_key(Bytes der, const CurveInfo* curve);

/// The finding crypto.key.unsupported.
Finding unsupported_key(std::string algorithm);
/// The finding crypto.key.malformed for a secret structure that cannot be read. Of `why` only the rule is told: what
/// stands there is nobody's business.
Finding unreadable_key(std::string_view key, const Finding& why);

}  // namespace pki::crypto
