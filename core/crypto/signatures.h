#pragma once
// What making and checking signatures share, and what is done with public keys by their kind. Internal to core/crypto.

#include "crypto/key_transport.h"
#include "crypto/public_key.h"

namespace pki::crypto {

/// The finding that a signature does not fit (crypto.signature.invalid) and why.
Finding invalid_signature(const SignatureAlgorithm& algorithm, std::string_view reason);
/// The finding that this build cannot deal with a signature (crypto.signature.unsupported) and why; where it is a
/// limit, its parameter `limit` is added to it by who sets the limit.
Finding unsupported_signature(const SignatureAlgorithm& algorithm, std::string reason);
/// The finding that the key's octets are no key (crypto.key.malformed) and why.
Finding malformed_key(std::string_view key, std::string_view reason);
/// The finding that the source of randomness failed (crypto.random.failed).
Finding random_failed();

/// Whether signatures of `algorithm` can belong to `key` at all. Rules: crypto.signature.unsupported,
/// crypto.signature.key_mismatch, crypto.key.malformed.
Status check_key_suits(const PublicKey& key, const SignatureAlgorithm& algorithm);

/// An RSA key, and kind RsaPkcs1 or RsaPss.
Status verify_rsa(const PublicKey& key, const SignatureAlgorithm& algorithm, Bytes message, Bytes signature);
/// A DSA key, and kind Dsa. Rule crypto.signature.unsupported where the key lacks its parameters or they are of other
/// sizes than FIPS 186 has.
Status verify_dsa(const PublicKey& key, const SignatureAlgorithm& algorithm, Bytes message, Bytes signature);
/// An EC key, and kind Ecdsa.
Status verify_ecdsa(const PublicKey& key, const SignatureAlgorithm& algorithm, Bytes message, Bytes signature);

/// The finding that a key cannot be transported so (crypto.transport.unsupported) and why.
Finding unsupported_transport(std::string reason);
/// `octets` encrypted under an RSA key; the transport suits it (check_transport). Rules: crypto.transport.unsupported,
/// crypto.key.malformed, crypto.random.failed.
Result<ByteVector> encrypt_with_rsa(const PublicKey& key, const KeyTransport& transport, Bytes octets);

}  // namespace pki::crypto
