#pragma once
// The named curves (RFC 5480 2.1.1.1, SEC 2). Internal to core/crypto.

#include <string_view>

#include "crypto/public_key.h"

namespace pki::crypto {

struct CurveInfo {
  Curve curve;
  std::string_view name;
  asn1::Oid oid;
  /// Bits of the field and of the order: the same for all of these.
  std::uint32_t bits;

  /// Octets of a coordinate, and of a scalar.
  std::size_t octets() const { return (bits + 7) / 8; }
};

/// The row of a curve, or null for Curve::Unknown.
const CurveInfo* find_curve(Curve curve);
/// The row of a named curve, or null where it is not known.
const CurveInfo* find_curve(asn1::Oid oid);

}  // namespace pki::crypto
