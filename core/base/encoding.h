#pragma once
// Hexadecimal and base64 (RFC 4648): octets as text and back.

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace pki {

/// Lower-case hexadecimal, two digits an octet, `separator` (may be empty) between octets.
std::string to_hex(Bytes bytes, std::string_view separator = {});

/// Reads hexadecimal in either case. Between octets spaces, tabs, line ends, ':' and '-' are passed over, and
/// so are a leading "0x" and the invisible U+200E that Windows puts before a copied thumbprint. Nothing where
/// another character or half an octet remains.
std::optional<ByteVector> from_hex(std::string_view text);

/// Base64 with padding, in one line.
std::string to_base64(Bytes bytes);

/// Reads base64; white space anywhere is passed over, padding may be left out, and the URL-safe alphabet is
/// read too. Nothing where another character stands, padding stands in the midst, or the bits left over are
/// not zero.
std::optional<ByteVector> from_base64(std::string_view text);

}  // namespace pki
