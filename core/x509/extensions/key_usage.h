#pragma once
// Key usage (RFC 5280 4.2.1.3).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "asn1/reader.h"

namespace pki::x509 {

/// The bits; the numbers are those of the named bit list.
enum class KeyUsageBit : std::uint8_t {
  DigitalSignature = 0,
  NonRepudiation = 1,  // contentCommitment
  KeyEncipherment = 2,
  DataEncipherment = 3,
  KeyAgreement = 4,
  KeyCertSign = 5,
  CrlSign = 6,
  EncipherOnly = 7,
  DecipherOnly = 8,
};

/// "digitalSignature", "nonRepudiation", ..., "cRLSign", as in RFC 5280.
std::string_view key_usage_name(KeyUsageBit bit);
/// Reads that name (also "contentCommitment"); ASCII case is ignored.
std::optional<KeyUsageBit> key_usage_from_name(std::string_view name);

struct KeyUsage {
  std::uint32_t bits = 0;  // bit n of the named bit list is 1 << n

  bool has(KeyUsageBit bit) const { return (bits >> static_cast<unsigned>(bit) & 1U) != 0; }
  void set(KeyUsageBit bit) { bits |= 1U << static_cast<unsigned>(bit); }
  std::vector<KeyUsageBit> list() const;
};

/// Noted: x509.key_usage.none (at least one bit must be set), asn1.bit_string.*.
Result<KeyUsage> read_key_usage(Bytes value, asn1::Context& context);
ByteVector encode(const KeyUsage& usage);

}  // namespace pki::x509
