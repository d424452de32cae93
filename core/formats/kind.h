#pragma once
// What an ASN.1 object is, told from its structure alone.

#include "formats/item.h"

namespace pki::formats {

/// The kind of the object whose DER (or BER) fills `der`. Looks at tags and at a few object identifiers, never at
/// whether the object is any good: a certificate with a broken extension is a certificate. OtherDer where it is none of
/// the kinds, or no element.
ItemKind kind_of(Bytes der);

}  // namespace pki::formats
