#include "asn1/tree_text.h"

#include <algorithm>
#include <array>

#include "asn1/oid_registry.h"
#include "asn1/values.h"
#include "base/encoding.h"
#include "base/text.h"

namespace pki::asn1 {
namespace {

constexpr std::size_t kShownOctets = 32;
constexpr std::size_t kShownText = 200;

std::string hex_text(Bytes octets) {
  std::string text = to_hex(octets.first(std::min(octets.size(), kShownOctets)), " ");
  if (octets.size() > kShownOctets) text += " ... (" + std::to_string(octets.size()) + " octets)";
  return text;
}

/// Cut where a character begins.
std::string shortened(std::string_view text) {
  if (text.size() <= kShownText) return printable(text);
  std::size_t end = kShownText;
  while (end > 0 && (static_cast<std::uint8_t>(text[end]) & 0xC0) == 0x80) --end;
  return printable(text.substr(0, end)) + " ... (" + std::to_string(text.size()) + " octets)";
}

Result<std::string> boolean_text(const Element& element, Context& context) {
  PKI_TRY(const bool value, read_boolean(element, context));
  return std::string(value ? "TRUE" : "FALSE");
}

Result<std::string> integer_text(const Element& element, Context& context) {
  PKI_TRY(const Integer integer, read_integer(element, context));
  if (integer.octets.size() > sizeof(std::int64_t)) return hex_text(integer.octets);
  std::uint64_t value = integer.negative() ? ~std::uint64_t{0} : 0;
  for (const std::uint8_t octet : integer.octets) value = value << 8 | octet;
  return std::to_string(static_cast<std::int64_t>(value));
}

Result<std::string> bit_string_text(const Element& element, Context& context) {
  PKI_TRY(const BitString bits, read_bit_string(element, context));
  constexpr std::size_t kShownBits = 32;
  if (bits.bit_count() > kShownBits) return hex_text(bits.octets);
  std::string text;
  for (std::size_t i = 0; i < bits.bit_count(); ++i) text += bits.bit(i) ? '1' : '0';
  return text;
}

Result<std::string> octet_string_text(const Element& element, Context&) { return hex_text(element.value); }

Result<std::string> null_text(const Element& element, Context& context) {
  PKI_CHECK(read_null(element, context));
  return std::string();
}

Result<std::string> oid_text(const Element& element, Context& context) {
  PKI_TRY(const Oid oid, read_oid(element, context));
  return shortened(oid_name_and_dotted(oid));
}

Result<std::string> time_text(const Element& element, Context& context) {
  PKI_TRY(const Time time, read_time(element, context));
  return to_iso8601(time);
}

Result<std::string> string_text(const Element& element, Context& context) {
  PKI_TRY(const std::string text, read_string(element, context));
  return shortened(text);
}

struct TextOf {
  Tag tag;
  Result<std::string> (*text)(const Element&, Context&);
};

constexpr std::array<TextOf, 9> kTexts = {{
    {tags::kBoolean, boolean_text},
    {tags::kInteger, integer_text},
    {tags::kEnumerated, integer_text},
    {tags::kBitString, bit_string_text},
    {tags::kOctetString, octet_string_text},
    {tags::kNull, null_text},
    {tags::kOid, oid_text},
    {tags::kUtcTime, time_text},
    {tags::kGeneralizedTime, time_text},
}};

Result<std::string> universal_text(const Element& element, Context& context) {
  for (const TextOf& entry : kTexts) {
    if (entry.tag == element.tag) return entry.text(element, context);
  }
  if (is_string_tag(element.tag)) return string_text(element, context);
  return hex_text(element.value);
}

/// What an implicitly tagged value is cannot be told: text where it looks like text, else hexadecimal.
std::string guessed_text(Bytes octets) {
  const bool is_text = !octets.empty() && std::all_of(octets.begin(), octets.end(),
                                                      [](std::uint8_t octet) { return octet >= 0x20 && octet < 0x7F; });
  return is_text ? shortened(as_text(octets)) : hex_text(octets);
}

}  // namespace

std::string tree_text(const Element& element, Context& context) {
  if (element.tag.tag_class != TagClass::Universal) return guessed_text(element.value);
  Result<std::string> text = universal_text(element, context);
  if (text.ok()) return std::move(text).value();
  context.note(std::move(text).error());
  return hex_text(element.value);
}

bool is_plausible_value(const Element& element) {
  const bool is_known =
      is_string_tag(element.tag) ||
      std::any_of(kTexts.begin(), kTexts.end(), [&](const TextOf& entry) { return entry.tag == element.tag; });
  Context context(element.whole);
  return is_known && universal_text(element, context).ok() && context.findings().empty();
}

}  // namespace pki::asn1
