#pragma once
// BER where DER is wanted: PKCS#7 and PKCS#12 may be BER (RFC 5652 1), and Windows writes some of it so.

#include <optional>

#include "base/bytes.h"
#include "base/result.h"

namespace pki::asn1 {

/// How many octets the element at the beginning of `input` takes, whether its length is definite or not; nothing where
/// `input` ends before it does, or no element begins there. Linear in that element.
std::optional<std::size_t> element_size(Bytes input);

/// The one element that fills `ber`, with definite lengths and with strings in one piece. Elements that are so already
/// are copied as they are, and the order of sets stays. A constructed string behind an IMPLICIT tag can't be told from
/// other constructed values, and a BIT STRING in parts has never been seen: both stay in parts. Fails with what
/// asn1::read_tree could not read, or with asn1.element.trailing.
Result<ByteVector> ber_to_der(Bytes ber);

}  // namespace pki::asn1
