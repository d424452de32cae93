#pragma once
// The values of single elements: from contents octets to C++ and back. Each function takes an Element (whose
// tag the caller has checked) and the Context for findings. See asn1/reader.h for what fails and what is noted.

#include <cstdint>
#include <optional>
#include <string>

#include "asn1/oid.h"
#include "asn1/reader.h"
#include "base/time.h"

namespace pki::asn1 {

/// BOOLEAN. Notes asn1.boolean.not_der where TRUE is not FF (X.690 11.1).
Result<bool> read_boolean(const Element& element, Context& context);

/// INTEGER of any size: two's complement, big endian, as encoded.
struct Integer {
  Bytes octets;  // at least one

  bool negative() const { return (octets[0] & 0x80) != 0; }
  bool is_zero() const;
  /// The octets without the leading zero octet of a positive number ("magnitude" where not negative).
  Bytes magnitude() const;
};
/// INTEGER (or ENUMERATED). Fails with asn1.integer.empty; notes asn1.integer.not_minimal (X.690 8.3.2).
Result<Integer> read_integer(const Element& element, Context& context);
/// A non-negative INTEGER that fits; otherwise asn1.integer.negative or asn1.integer.too_large.
Result<std::uint64_t> read_unsigned(const Element& element, Context& context);

/// NULL. Fails with asn1.null.not_empty.
Status read_null(const Element& element, Context& context);

/// OBJECT IDENTIFIER. Fails with asn1.oid.malformed (empty, or an arc cut short); notes asn1.oid.not_minimal.
Result<Oid> read_oid(const Element& element, Context& context);

/// BIT STRING: `octets` without the octet that counts the unused bits.
struct BitString {
  Bytes octets;
  std::uint8_t unused_bits = 0;

  /// Bit `index`, counted from the most significant bit of the first octet; false beyond the end.
  bool bit(std::size_t index) const;
  std::size_t bit_count() const { return octets.size() * 8 - unused_bits; }
};
/// Fails with asn1.bit_string.malformed; notes asn1.bit_string.padding where unused bits are not zero.
Result<BitString> read_bit_string(const Element& element, Context& context);
/// The same, and notes asn1.bit_string.trailing_zeros: a named bit list ends with a one bit (X.690 11.2.2).
Result<BitString> read_named_bits(const Element& element, Context& context);

/// Notes asn1.set.order where the elements of a SET OF do not ascend (X.690 11.6). Fails where an element cannot be
/// read; what is not DER within the elements is left to whoever reads them.
Status check_set_order(const Element& set, Context& context);

/// UTCTime or GeneralizedTime as RFC 5280 4.1.2.5 wants them (Z, seconds, no fraction); a UTCTime year below 50
/// is 20xx. Other forms that X.680 allows (an offset, no seconds, a fraction) are read and noted as
/// asn1.time.form; what is no time fails with asn1.time.malformed.
Result<Time> read_time(const Element& element, Context& context);

/// The text of a string type as UTF-8. Notes asn1.string.character where an octet is outside the type's
/// repertoire (a PrintableString with '@') and reads on if it can; fails with asn1.string.malformed where it
/// cannot be converted (UTF8String that is not UTF-8, odd BMPString), or the tag is no string type.
Result<std::string> read_string(const Element& element, Context& context);
/// True if the tag is one that read_string knows.
bool is_string_tag(const Tag& tag);

}  // namespace pki::asn1
