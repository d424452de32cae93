// Reading the string types of X.680 41 as UTF-8.

#include <algorithm>
#include <array>

#include "asn1/rules.h"
#include "asn1/values.h"
#include "base/text.h"

namespace pki::asn1 {
namespace {

using Repertoire = bool (*)(char);

bool is_any(char) { return true; }
bool is_numeric(char c) { return (c >= '0' && c <= '9') || c == ' '; }
bool is_printable(char c) {
  constexpr std::string_view kMarks = " '()+,-./:=?";
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         kMarks.find(c) != std::string_view::npos;
}
bool is_ascii(char c) { return static_cast<std::uint8_t>(c) < 0x80; }
bool is_visible(char c) { return c >= 0x20 && c <= 0x7E; }

/// Types of one octet a character that are parts of ASCII. What lies outside is UTF-8 where it can be, else
/// ISO 8859-1.
std::optional<std::string> from_ascii(Bytes octets) {
  const std::string_view text = as_text(octets);
  return is_utf8(text) ? std::string(text) : latin1_to_utf8(text);
}
std::optional<std::string> from_utf8(Bytes octets) {
  if (!is_utf8(as_text(octets))) return std::nullopt;
  return std::string(as_text(octets));
}
/// T.61 is a code of its own; the field writes ISO 8859-1.
std::optional<std::string> from_teletex(Bytes octets) { return latin1_to_utf8(as_text(octets)); }
/// BMPString has no surrogates by X.680 41, yet writers put UTF-16 there.
std::optional<std::string> from_bmp(Bytes octets) { return utf16_to_utf8(octets, Endian::Big); }
std::optional<std::string> from_universal(Bytes octets) { return utf32_to_utf8(octets); }

struct StringType {
  Tag tag;
  Repertoire repertoire;
  std::optional<std::string> (*convert)(Bytes);
};

constexpr std::array<StringType, 8> kStringTypes = {{
    {tags::kUtf8String, is_any, from_utf8},
    {tags::kPrintableString, is_printable, from_ascii},
    {tags::kIa5String, is_ascii, from_ascii},
    {tags::kBmpString, is_any, from_bmp},
    {tags::kTeletexString, is_any, from_teletex},
    {tags::kNumericString, is_numeric, from_ascii},
    {tags::kVisibleString, is_visible, from_ascii},
    {tags::kUniversalString, is_any, from_universal},
}};

const StringType* find_type(const Tag& tag) {
  const auto found =
      std::find_if(kStringTypes.begin(), kStringTypes.end(), [&](const StringType& type) { return type.tag == tag; });
  return found == kStringTypes.end() ? nullptr : &*found;
}

bool has_surrogates(Bytes utf16) {
  for (std::size_t i = 0; i + 1 < utf16.size(); i += 2) {
    if ((utf16[i] & 0xF8) == 0xD8) return true;
  }
  return false;
}

bool within_repertoire(const StringType& type, Bytes octets) {
  if (type.tag == tags::kBmpString) return !has_surrogates(octets);
  const std::string_view text = as_text(octets);
  return std::all_of(text.begin(), text.end(), type.repertoire);
}

}  // namespace

bool is_string_tag(const Tag& tag) { return find_type(tag) != nullptr; }

Result<std::string> read_string(const Element& element, Context& context) {
  const StringType* type = find_type(element.tag);
  std::optional<std::string> text = type != nullptr ? type->convert(element.value) : std::nullopt;
  if (!text) {
    return context.finding(rules::kStringMalformed, element.whole, {{"type", tag_name(element.tag)}});
  }
  if (!within_repertoire(*type, element.value)) {
    context.note(rules::kStringCharacter, element.whole, {{"type", tag_name(element.tag)}, {"value", *text}});
  }
  return *std::move(text);
}

}  // namespace pki::asn1
