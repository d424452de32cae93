#pragma once
// Text that may come from anywhere: checked, converted, and made safe to show.

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace pki {

/// True if `text` is well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF).
bool is_utf8(std::string_view text);

/// A character of a text, and the octets that it takes.
struct DecodedCharacter {
  char32_t character = 0;
  std::size_t length = 0;
};

/// The character that begins at `text[at]` (`at` is less than the size); nothing where the octets there are not
/// well-formed UTF-8.
std::optional<DecodedCharacter> decode_utf8(std::string_view text, std::size_t at);

/// True for characters that cannot be seen or that change how others look: controls, the bidirectional controls,
/// zero-width and other format characters. They are never shown as they are.
bool is_invisible(char32_t character);

/// UTF-8 of UTF-16 octets, big or little endian as told; nothing where surrogates do not pair or an octet is
/// left over.
enum class Endian { Big, Little };
std::optional<std::string> utf16_to_utf8(Bytes text, Endian endian);

/// UTF-8 of UTF-32 octets, big endian (UniversalString); nothing where a value is no character.
std::optional<std::string> utf32_to_utf8(Bytes text);

/// UTF-8 of ISO 8859-1 octets: how the field reads TeletexString.
std::string latin1_to_utf8(std::string_view text);

/// Appends the UTF-8 of one Unicode scalar value.
void append_utf8(std::string& to, char32_t character);

/// One line of valid UTF-8 that can be shown safely: control characters (NUL and line ends too), the
/// bidirectional controls, zero-width and other invisible format characters become \u{XXXX}, octets that are
/// not UTF-8 become \xXX, and a backslash becomes two.
std::string printable(std::string_view text);

/// ASCII letters in lower case; all other octets as they are.
std::string to_lower_ascii(std::string_view text);

/// True if both are equal but for the case of ASCII letters.
bool equal_ignoring_ascii_case(std::string_view a, std::string_view b);

/// `text` without the white space (space, tab, CR, LF) at both ends, as a view that aliases it.
std::string_view trim(std::string_view text);

}  // namespace pki
