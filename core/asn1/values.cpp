#include "asn1/values.h"

#include <algorithm>

#include "asn1/rules.h"
#include "base/encoding.h"

namespace pki::asn1 {

Result<bool> read_boolean(const Element& element, Context& context) {
  if (element.value.size() != 1) {
    return context.finding(rules::kBooleanMalformed, element.whole, {{"octets", std::to_string(element.value.size())}});
  }
  const std::uint8_t octet = element.value[0];
  if (octet != 0 && octet != 0xFF) {
    context.note(rules::kBooleanNotDer, element.whole, {{"value", to_hex(element.value)}});
  }
  return octet != 0;
}

bool Integer::is_zero() const {
  return std::all_of(octets.begin(), octets.end(), [](std::uint8_t octet) { return octet == 0; });
}

Bytes Integer::magnitude() const {
  if (negative()) return octets;
  Bytes rest = octets;
  while (rest.size() > 1 && rest[0] == 0) rest = rest.subspan(1);
  return rest;
}

Result<Integer> read_integer(const Element& element, Context& context) {
  const Bytes octets = element.value;
  if (octets.empty()) return context.finding(rules::kIntegerEmpty, element.whole);
  // X.690 8.3.2: the first nine bits are neither all zero nor all one.
  if (octets.size() > 1 && ((octets[0] == 0 && octets[1] < 0x80) || (octets[0] == 0xFF && octets[1] >= 0x80))) {
    context.note(rules::kIntegerNotMinimal, element.whole);
  }
  return Integer{octets};
}

Result<std::uint64_t> read_unsigned(const Element& element, Context& context) {
  PKI_TRY(const Integer integer, read_integer(element, context));
  if (integer.negative()) return context.finding(rules::kIntegerNegative, element.whole);
  const Bytes magnitude = integer.magnitude();
  if (magnitude.size() > sizeof(std::uint64_t)) {
    return context.finding(rules::kIntegerTooLarge, element.whole, {{"octets", std::to_string(magnitude.size())}});
  }
  std::uint64_t value = 0;
  for (const std::uint8_t octet : magnitude) value = value << 8 | octet;
  return value;
}

Status read_null(const Element& element, Context& context) {
  if (element.value.empty()) return {};
  return context.finding(rules::kNullNotEmpty, element.whole, {{"octets", std::to_string(element.value.size())}});
}

Result<Oid> read_oid(const Element& element, Context& context) {
  const Bytes octets = element.value;
  // Bit 8 of an arc's last octet is zero (X.690 8.19.2).
  if (octets.empty() || octets.back() >= 0x80) return context.finding(rules::kOidMalformed, element.whole);
  bool arc_begins = true;
  bool minimal = true;
  for (const std::uint8_t octet : octets) {
    if (arc_begins && octet == 0x80) minimal = false;
    arc_begins = octet < 0x80;
  }
  if (!minimal) context.note(rules::kOidNotMinimal, element.whole);
  return Oid(octets);
}

bool BitString::bit(std::size_t index) const {
  if (index >= bit_count()) return false;
  return (octets[index / 8] >> (7 - index % 8) & 1) != 0;
}

Result<BitString> read_bit_string(const Element& element, Context& context) {
  const Bytes value = element.value;
  if (value.empty() || value[0] > 7 || (value[0] > 0 && value.size() == 1)) {
    return context.finding(rules::kBitStringMalformed, element.whole);
  }
  const BitString bits{value.subspan(1), value[0]};
  const auto unused_mask = static_cast<std::uint8_t>((1U << bits.unused_bits) - 1);
  if (!bits.octets.empty() && (bits.octets.back() & unused_mask) != 0) {
    context.note(rules::kBitStringPadding, element.whole);
  }
  return bits;
}

Result<BitString> read_named_bits(const Element& element, Context& context) {
  PKI_TRY(const BitString bits, read_bit_string(element, context));
  if (!bits.octets.empty() && !bits.bit(bits.bit_count() - 1)) {
    context.note(rules::kBitStringTrailingZeros, element.whole);
  }
  return bits;
}

Status check_set_order(const Element& set, Context& context) {
  Context elements(context.root());
  Reader reader(set.value, elements);
  Bytes previous;
  while (!reader.at_end()) {
    PKI_TRY(const Element element, reader.next());
    if (!previous.empty() && compare(element.whole, previous) < 0) {
      context.note(rules::kSetOrder, set.whole);
      return {};
    }
    previous = element.whole;
  }
  return {};
}

}  // namespace pki::asn1
