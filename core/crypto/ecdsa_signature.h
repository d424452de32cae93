#pragma once
// Ecdsa-Sig-Value (RFC 3279 2.2.3): a SEQUENCE of two INTEGERs, and the two numbers side by side as PSA Crypto has
// them. Internal to core/crypto.

#include <optional>

#include "base/bytes.h"

namespace pki::crypto {

/// The two numbers, each in `octets` octets, big endian; nothing where `der` is not DER, or a number is not positive
/// or too long.
std::optional<ByteVector> ecdsa_signature_from_der(Bytes der, std::size_t octets);

/// The DER of the two numbers, which are the halves of `raw`.
ByteVector ecdsa_signature_to_der(Bytes raw);

}  // namespace pki::crypto
