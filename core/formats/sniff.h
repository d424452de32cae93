#pragma once
// "Whatever was dropped" becomes typed items. Kinds are told from the octets, never from a file's name.
//
// Read are: DER, one object or several behind each other; PEM, any number of blocks with any text around them (labels
// of certreq and OpenSSL too); base64 or hexadecimal without armour; data: URIs; all of these in UTF-8 with or without
// a byte order mark and in UTF-16 (what PowerShell's redirection makes). The certificates and CRLs of a PKCS#7 message
// follow the message as items of their own.

#include "base/bytes.h"
#include "formats/item.h"

namespace pki::formats {

/// Limits of one file: what goes beyond is left out, with a finding.
inline constexpr std::size_t kMaxItems = 10000;
inline constexpr std::size_t kMaxFindings = 1000;

/// The objects in `file`. An object that can't be read becomes a finding with its place, and the others go on. If there
/// is no item there is at least one finding. Linear in the size of the file.
Dropped read_dropped(Bytes file);

}  // namespace pki::formats
