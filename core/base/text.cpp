#include "base/text.h"

#include <array>
#include <cstdio>

namespace pki {
namespace {

constexpr char32_t kLastCharacter = 0x10FFFF;

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::optional<DecodedCharacter> decode_utf8(std::string_view text, std::size_t at) {
  const auto octet = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t first = octet(at);
  if (first < 0x80) return DecodedCharacter{first, 1};
  const std::size_t length = first >= 0xF0 ? 4 : (first >= 0xE0 ? 3 : 2);
  if (first < 0xC2 || first > 0xF4 || length > text.size() - at) return std::nullopt;
  char32_t character = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((octet(at + i) & 0xC0) != 0x80) return std::nullopt;
    character = character << 6 | (octet(at + i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  if (character < kSmallest[length] || character > kLastCharacter || is_surrogate(character)) {
    return std::nullopt;
  }
  return DecodedCharacter{character, length};
}

bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x061C || c == 0x180E ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF0 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    if (!decoded) return false;
    at += decoded->length;
  }
  return true;
}

std::optional<std::string> utf16_to_utf8(Bytes text, Endian endian) {
  if (text.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t i) -> char32_t {
    return endian == Endian::Big ? char32_t{text[i]} << 8 | text[i + 1] : char32_t{text[i + 1]} << 8 | text[i];
  };
  std::string utf8;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    char32_t character = unit(i);
    if (is_surrogate(character)) {
      if (character > 0xDBFF || i + 4 > text.size()) return std::nullopt;
      const char32_t second = unit(i + 2);
      if (second < 0xDC00 || second > 0xDFFF) return std::nullopt;
      character = 0x10000 + ((character - 0xD800) << 10) + (second - 0xDC00);
      i += 2;
    }
    append_utf8(utf8, character);
  }
  return utf8;
}

std::optional<std::string> utf32_to_utf8(Bytes text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string utf8;
  for (std::size_t i = 0; i < text.size(); i += 4) {
    const char32_t character =
        char32_t{text[i]} << 24 | char32_t{text[i + 1]} << 16 | char32_t{text[i + 2]} << 8 | text[i + 3];
    if (character > kLastCharacter || is_surrogate(character)) return std::nullopt;
    append_utf8(utf8, character);
  }
  return utf8;
}

std::string latin1_to_utf8(std::string_view text) {
  std::string utf8;
  for (const char c : text) append_utf8(utf8, static_cast<std::uint8_t>(c));
  return utf8;
}

void append_utf8(std::string& to, char32_t character) {
  if (character < 0x80) {
    to += static_cast<char>(character);
  } else if (character < 0x800) {
    to += static_cast<char>(0xC0 | character >> 6);
    to += static_cast<char>(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    to += static_cast<char>(0xE0 | character >> 12);
    to += static_cast<char>(0x80 | (character >> 6 & 0x3F));
    to += static_cast<char>(0x80 | (character & 0x3F));
  } else {
    to += static_cast<char>(0xF0 | character >> 18);
    to += static_cast<char>(0x80 | (character >> 12 & 0x3F));
    to += static_cast<char>(0x80 | (character >> 6 & 0x3F));
    to += static_cast<char>(0x80 | (character & 0x3F));
  }
}

std::string printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  std::array<char, 16> escape{};
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    if (!decoded) {
      std::snprintf(escape.data(), escape.size(), "\\x%02X", static_cast<std::uint8_t>(text[at]));
      safe += escape.data();
      ++at;
      continue;
    }
    if (decoded->character == '\\') {
      safe += "\\\\";
    } else if (is_invisible(decoded->character)) {
      std::snprintf(escape.data(), escape.size(), "\\u{%04X}", static_cast<unsigned>(decoded->character));
      safe += escape.data();
    } else {
      safe += text.substr(at, decoded->length);
    }
    at += decoded->length;
  }
  return safe;
}

std::string to_lower_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = lower(c);
  return result;
}

bool equal_ignoring_ascii_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace pki
