#include "x509/reading.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "asn1/rules.h"
#include "asn1/values.h"

namespace pki::x509 {

Result<asn1::Reader> enter_sequence(Bytes value, std::string_view what, asn1::Context& context) {
  PKI_TRY(const asn1::Element sequence, asn1::read_single(value, asn1::tags::kSequence, what, context));
  return asn1::Reader(sequence.value, context);
}

Result<std::uint32_t> read_clamped(const asn1::Element& element, asn1::Context& context) {
  PKI_TRY(const asn1::Integer integer, asn1::read_integer(element, context));
  if (integer.negative()) return context.finding(asn1::rules::kIntegerNegative, element.whole);
  const Bytes magnitude = integer.magnitude();
  if (magnitude.size() > sizeof(std::uint32_t)) return std::numeric_limits<std::uint32_t>::max();
  std::uint32_t value = 0;
  for (const std::uint8_t octet : magnitude) value = value << 8 | octet;
  return value;
}

Result<std::optional<std::uint32_t>> take_clamped(asn1::Reader& reader, const asn1::Tag& tag) {
  PKI_TRY(const auto element, reader.optional(tag));
  if (!element) return std::optional<std::uint32_t>();
  PKI_TRY(const std::uint32_t value, read_clamped(*element, reader.context()));
  return std::optional(value);
}

Result<asn1::Oid> take_oid(asn1::Reader& reader, std::string_view what) {
  PKI_TRY(const asn1::Element element, reader.expect(asn1::tags::kOid, what));
  return asn1::read_oid(element, reader.context());
}

std::vector<std::size_t> find_repeated(const std::vector<asn1::Oid>& oids) {
  std::vector<std::size_t> order(oids.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return oids[a] < oids[b]; });
  std::vector<std::size_t> repeated;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (oids[order[i]] == oids[order[i - 1]]) repeated.push_back(order[i]);
  }
  std::sort(repeated.begin(), repeated.end());
  return repeated;
}

}  // namespace pki::x509
