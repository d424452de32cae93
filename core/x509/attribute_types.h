#pragma once
// What the standards say of the types of a name's attributes: keywords, string types and sizes.

#include <cstddef>
#include <optional>
#include <string_view>

#include "asn1/oid.h"
#include "asn1/tag.h"

namespace pki::x509 {

/// The number of characters of well-formed UTF-8.
std::size_t count_characters(std::string_view utf8);

/// The largest number of characters of a value (RFC 5280 Appendix A, "Upper Bounds"); nothing where there is no bound.
std::optional<std::size_t> attribute_upper_bound(asn1::Oid type);

/// The string type to write a value in: PrintableString, IA5String or UTF8String (RFC 5280 4.1.2.4, Appendix A).
asn1::Tag attribute_string_type(asn1::Oid type);

/// The keyword of RFC 4514, or where that has none OpenSSL's or the name of the type in its standard; empty where the
/// type is not known.
std::string_view attribute_keyword(asn1::Oid type);

/// Reads a keyword, another name that the registry has for an attribute type, Windows' E, S and G (ASCII case is
/// ignored), or a dotted OID, also with the prefix "OID.". Nothing where it is none of these.
std::optional<asn1::OwnedOid> parse_attribute_type(std::string_view text);

}  // namespace pki::x509
