#pragma once
// The names of object identifiers.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "asn1/oid.h"

namespace pki::asn1 {

/// What an OID is used as; one OID has one row for each use.
enum class OidUse : std::uint8_t { AttributeType, Extension, KeyPurpose, Algorithm, Curve, Policy, Other };

/// A row of the registry.
struct OidInfo {
  Oid oid;
  OidUse use = OidUse::Other;
  /// The name in its standard: "clientAuth", "basicConstraints", "commonName".
  std::string_view name;
  /// A short form where one is in use: "CN", "EKU"; may be empty. For attribute types it is the keyword of
  /// RFC 4514 or, where that has none, OpenSSL's.
  std::string_view short_name;
  /// OpenSSL's long name: "TLS Web Client Authentication", "X509v3 Basic Constraints"; may be empty.
  std::string_view openssl_name;
  /// Microsoft's word where it differs: "Client Authentication", "Enhanced Key Usage"; may be empty.
  std::string_view microsoft_name;
  /// Where it is defined: "RFC 5280 4.2.1.12".
  std::string_view source;
};

/// All rows.
std::span<const OidInfo> oid_registry();

/// The row of `oid`, or null where it is not known.
const OidInfo* find_oid(Oid oid);

/// The row whose name, short name, OpenSSL or Microsoft name is `name` (ASCII case is ignored), or null.
const OidInfo* find_oid_by_name(std::string_view name);

/// The name of `oid`, else its dotted form.
std::string oid_name(Oid oid);

/// "clientAuth (1.3.6.1.5.5.7.3.2)", or the dotted form alone.
std::string oid_name_and_dotted(Oid oid);

/// Reads an OID that a person typed: a name that the registry knows, or dotted decimal.
std::optional<OwnedOid> parse_oid(std::string_view text);

}  // namespace pki::asn1
