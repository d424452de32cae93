#pragma once
// What the readers of this layer share.

#include <cstdint>
#include <string_view>
#include <vector>

#include "asn1/oid.h"
#include "asn1/reader.h"

namespace pki::x509 {

/// A reader of the contents of the SEQUENCE that fills `value`. `what` names it for findings.
Result<asn1::Reader> enter_sequence(Bytes value, std::string_view what, asn1::Context& context);

/// INTEGER (0..MAX); what does not fit is held at the largest value. Fails with asn1.integer.negative or .empty.
Result<std::uint32_t> read_clamped(const asn1::Element& element, asn1::Context& context);

/// The next element, an INTEGER (0..MAX) under this (implicit) tag, if it is there. Clamped as read_clamped.
Result<std::optional<std::uint32_t>> take_clamped(asn1::Reader& reader, const asn1::Tag& tag);

/// The next element, which must be an OBJECT IDENTIFIER.
Result<asn1::Oid> take_oid(asn1::Reader& reader, std::string_view what);

/// The places of the OIDs that stand in the list already, in ascending order. n log n.
std::vector<std::size_t> find_repeated(const std::vector<asn1::Oid>& oids);

}  // namespace pki::x509
