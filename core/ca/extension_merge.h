#pragma once
// Merging what a request asks for with what a profile writes.

#include <optional>

#include "asn1/oid.h"
#include "base/bytes.h"

namespace pki::ca {

/// The value that holds what both values hold: bits of key usage, purposes of extended key usage, names of subject
/// alternative name; the first value's order, then what the second adds. Nothing where the extension `id` cannot be
/// merged or a value cannot be read.
std::optional<ByteVector> merge_values(asn1::Oid id, Bytes first, Bytes second);

/// True if both values say the same, whatever the order of their lists. Values that cannot be read are the same where
/// their octets are.
bool same_meaning(asn1::Oid id, Bytes first, Bytes second);

}  // namespace pki::ca
