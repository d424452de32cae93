#pragma once
// Basic constraints (RFC 5280 4.2.1.9).

#include <cstdint>
#include <optional>

#include "asn1/reader.h"

namespace pki::x509 {

struct BasicConstraints {
  bool ca = false;
  /// How many non-self-issued intermediate certificates may follow; nothing where there is no limit. Values beyond
  /// 32 bits are held at the largest.
  std::optional<std::uint32_t> path_length;
};

/// Reads the value of the extension. Noted: asn1.default.encoded (cA FALSE spelled out),
/// x509.basic_constraints.path_length_without_ca. Fails: asn1.*, a negative path length.
Result<BasicConstraints> read_basic_constraints(Bytes value, asn1::Context& context);
ByteVector encode(const BasicConstraints& constraints);

}  // namespace pki::x509
