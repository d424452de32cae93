#pragma once
// Key transport: a content-encryption key, encrypted under the recipient's RSA key (RFC 5652 6.2.1; RSAES-PKCS1-v1_5
// and RSAES-OAEP of RFC 8017 7). PrivateKey::decrypt_key is the other half.

#include <string>

#include "crypto/public_key.h"

namespace pki::crypto {

enum class KeyTransportKind : std::uint8_t { RsaPkcs1, RsaOaep, Unknown };

/// What an AlgorithmIdentifier says of an encrypted key.
struct KeyTransport {
  KeyTransportKind kind = KeyTransportKind::Unknown;
  /// RSAES-OAEP only (RFC 4055 4.1).
  HashAlgorithm hash = HashAlgorithm::Sha256;
  HashAlgorithm mgf_hash = HashAlgorithm::Sha256;

  friend bool operator==(const KeyTransport&, const KeyTransport&) = default;
};

/// Reads what `identifier` says. An algorithm that is not known, OAEP with a label among them, gives kind Unknown and
/// is no error; parameters that cannot be read, or that its specification forbids, are noted as
/// crypto.algorithm.parameters.
KeyTransport read_key_transport(const AlgorithmIdentifier& identifier, asn1::Context& context);

/// Writes the AlgorithmIdentifier of a known algorithm (kind Unknown is a bug of the caller).
void write_key_transport(asn1::Writer& writer, const KeyTransport& transport);

/// "rsaEncryption (PKCS #1 v1.5)", "rsaesOaep (SHA-256, MGF1 SHA-256)"; of an unknown one the OID.
std::string key_transport_name(const KeyTransport& transport, const AlgorithmIdentifier& identifier);

/// Whether `transport` can be carried out with `key`. Rules: crypto.transport.key (no RSA key, or one for RSASSA-PSS
/// only), crypto.transport.unsupported (an unknown algorithm; OAEP with two hashes).
Status check_transport(const PublicKey& key, const KeyTransport& transport);

/// `octets` encrypted under `key`. Rules: those of check_transport, crypto.transport.unsupported (no room in the
/// modulus, a key beyond the limits), crypto.key.malformed, crypto.random.failed.
Result<ByteVector> encrypt_key(const PublicKey& key, const KeyTransport& transport, Bytes octets);

}  // namespace pki::crypto
