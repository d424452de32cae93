#pragma once
// Purposes: what the relying party wants to use the target's key for, and what that asks of key usage and extended
// key usage (RFC 5280 4.2.1.3, 4.2.1.12).

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "asn1/oid.h"

namespace pki::path {

/// What the key is to be used for. Any: nothing is asked of key usage or extended key usage.
enum class Purpose : std::uint8_t {
  Any,
  TlsServer,
  TlsClient,
  Email,
  CodeSigning,
  TimeStamping,
  OcspSigning,
  IpsecIke,
  SmartCardLogon,
};

/// Whether a certificate without extended key usage, or with anyExtendedKeyUsage, serves the purpose.
enum class KeyPurposeRule : std::uint8_t {
  AbsentOrAnyServes,      // RFC 5280 4.2.1.12
  MustBeNamed,            // the purpose's own standard wants it spelled out
  MustBeTheOnlyCritical,  // ... alone, in a critical extension (RFC 3161 2.3)
};

/// Whether CA certificates that restrict their extended key usage are taken to restrict this purpose too (where the
/// options ask for nesting at all).
enum class Nesting : std::uint8_t { Asked, NotAsked };

/// What a purpose asks.
struct PurposeInfo {
  Purpose purpose = Purpose::Any;
  /// "tls-server": the name on the command line and in the API.
  std::string_view name;
  /// "TLS server".
  std::string_view title;
  /// Any one of these key purposes serves; the first is the purpose's own. Empty for Any.
  std::span<const asn1::Oid> key_purposes = {};
  KeyPurposeRule key_purpose_rule = KeyPurposeRule::AbsentOrAnyServes;
  Nesting nesting = Nesting::Asked;
  /// Where key usage is present, one of these bits must be set (bit n of the named bit list is 1 << n); 0: any.
  std::uint32_t key_usage = 0;
  /// Where the demands come from.
  std::string_view source;
};

/// All purposes, Any first.
std::span<const PurposeInfo> all_purposes();

/// The row of `purpose`.
const PurposeInfo& purpose_info(Purpose purpose);

/// Reads a name ("tls-server"), a title, or the name or dotted form of one of its key purposes ("serverAuth").
std::optional<Purpose> purpose_from_name(std::string_view name);

}  // namespace pki::path
