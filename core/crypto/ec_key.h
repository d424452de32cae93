#pragma once
// Elliptic curve keys in PSA Crypto. Internal to core/crypto.

#include <optional>

#include "crypto/curves.h"
#include "crypto/engine.h"

namespace pki::crypto {

/// The public key at an uncompressed point; nothing where it is not on the curve.
std::optional<EngineKey> import_ec_public(const CurveInfo& curve, Bytes point);
/// The private key of a scalar of the curve's length; nothing where it is zero or not below the order.
std::optional<EngineKey> import_ec_private(const CurveInfo& curve, Bytes scalar);
/// A new private key; nothing where the source of randomness failed.
std::optional<EngineKey> generate_ec_private(const CurveInfo& curve);

/// The uncompressed form of a point in either form; nothing where a compressed point is not on the curve. (That an
/// uncompressed one is, import_ec_public makes sure.)
std::optional<ByteVector> uncompressed_point(const CurveInfo& curve, Bytes point);

}  // namespace pki::crypto
