#include "base/text.h"

#include <catch2/catch_test_macros.hpp>

namespace pki {
namespace {

using namespace std::string_view_literals;

std::string utf16(std::string_view octets, Endian endian) {
  return utf16_to_utf8(as_bytes(octets), endian).value_or("none");
}
std::string utf32(std::string_view octets) { return utf32_to_utf8(as_bytes(octets)).value_or("none"); }

}  // namespace

TEST_CASE("well-formed UTF-8 is told from what only looks like it") {
  for (const std::string_view good :
       {""sv, "a"sv, "\0"sv, "\x7F"sv, "\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv, "\xED\x9F\xBF"sv, "\xEE\x80\x80"sv,
        "\xEF\xBF\xBF"sv, "\xF0\x90\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv}) {
    CHECK(is_utf8(good));
  }
  // Lone continuations, overlong forms, surrogates, beyond U+10FFFF, cut short.
  for (const std::string_view bad :
       {"\x80"sv, "\xBF"sv, "\xC0\x80"sv, "\xC1\xBF"sv, "\xE0\x80\x80"sv, "\xE0\x9F\xBF"sv, "\xED\xA0\x80"sv,
        "\xED\xBF\xBF"sv, "\xF0\x80\x80\x80"sv, "\xF0\x8F\xBF\xBF"sv, "\xF4\x90\x80\x80"sv, "\xF5\x80\x80\x80"sv,
        "\xFE"sv, "\xFF"sv, "\xC2"sv, "\xE2\x82"sv, "\xF0\x9F\x98"sv, "\xC2\x41"sv, "a\xE2\x82z"sv}) {
    CHECK_FALSE(is_utf8(bad));
  }
}

TEST_CASE("UTF-16 becomes UTF-8 in either order of octets") {
  CHECK(utf16("\0Z\0\xEB"sv, Endian::Big) == "Z\xC3\xAB");
  CHECK(utf16("Z\0\xEB\0"sv, Endian::Little) == "Z\xC3\xAB");
  CHECK(utf16("\x20\xAC"sv, Endian::Big) == "\xE2\x82\xAC");
  CHECK(utf16("\xD8\x3D\xDE\0"sv, Endian::Big) == "\xF0\x9F\x98\x80");
  CHECK(utf16("\x3D\xD8\0\xDE"sv, Endian::Little) == "\xF0\x9F\x98\x80");
  CHECK(utf16("\xDB\xFF\xDF\xFF"sv, Endian::Big) == "\xF4\x8F\xBF\xBF");
  CHECK(utf16("", Endian::Big) == "");
}

TEST_CASE("UTF-16 with a half pair or half a unit is refused") {
  for (const std::string_view bad :
       {"\0"sv, "\xD8\0"sv, "\xDC\0"sv, "\xD8\0\0a"sv, "\xD8\0\xD8\0"sv, "\xDC\0\xD8\0"sv}) {
    CHECK(utf16(bad, Endian::Big) == "none");
  }
}

TEST_CASE("UTF-32 becomes UTF-8, unless it is no character") {
  CHECK(utf32("\0\0\0Z\0\1\xF6\0"sv) == "Z\xF0\x9F\x98\x80");
  CHECK(utf32("\0\x10\xFF\xFF"sv) == "\xF4\x8F\xBF\xBF");
  CHECK(utf32("") == "");
  for (const std::string_view bad : {"\0\0\0"sv, "\0\x11\0\0"sv, "\0\0\xD8\0"sv, "\xFF\xFF\xFF\xFF"sv}) {
    CHECK(utf32(bad) == "none");
  }
}

TEST_CASE("every octet is a character of ISO 8859-1") {
  CHECK(latin1_to_utf8("Z\xEB\x80\xFF") == "Z\xC3\xAB\xC2\x80\xC3\xBF");
  CHECK(latin1_to_utf8("") == "");
}

TEST_CASE("what is printable can neither hide nor turn around other text") {
  CHECK(printable("plain text, Zo\xC3\xAB \xF0\x9F\x98\x80") == "plain text, Zo\xC3\xAB \xF0\x9F\x98\x80");
  CHECK(printable("a\0b\r\n\t\x7F"sv) == "a\\u{0000}b\\u{000D}\\u{000A}\\u{0009}\\u{007F}");
  CHECK(printable("\xC2\x85") == "\\u{0085}");
  CHECK(printable("back\\slash") == "back\\\\slash");
  CHECK(printable("\xE2\x80\xAE\xE2\x81\xA6\xE2\x80\x8F") == "\\u{202E}\\u{2066}\\u{200F}");
  CHECK(printable("a\xE2\x80\x8B"
                  "b\xEF\xBB\xBF"
                  "c\xC2\xAD") == "a\\u{200B}b\\u{FEFF}c\\u{00AD}");
  CHECK(printable("\xE2\x80\xA8\xE2\x80\xA9") == "\\u{2028}\\u{2029}");
  CHECK(printable("\xF3\xA0\x81\x81") == "\\u{E0041}");
  CHECK(printable("\x80z\xE2\x82") == "\\x80z\\xE2\\x82");
}

TEST_CASE("what is printable is UTF-8, whatever it is made of") {
  std::uint32_t state = 1;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 20; ++i) {
      state = state * 1664525 + 1013904223;
      text += static_cast<char>(state >> 24);
    }
    const std::string shown = printable(text);
    REQUIRE(is_utf8(shown));
    REQUIRE(shown.find_first_of("\r\n\t\0"sv) == std::string::npos);
  }
}

TEST_CASE("only the case of ASCII letters is folded") {
  CHECK(to_lower_ascii("AbZ-\xC3\x89[@") == "abz-\xC3\x89[@");
  CHECK(equal_ignoring_ascii_case("Abc", "aBC"));
  CHECK(equal_ignoring_ascii_case("", ""));
  CHECK_FALSE(equal_ignoring_ascii_case("abc", "abcd"));
  CHECK_FALSE(equal_ignoring_ascii_case("[", "{"));
  CHECK_FALSE(equal_ignoring_ascii_case("\xC3\x89", "\xC3\xA9"));
}

TEST_CASE("white space goes from both ends only") {
  CHECK(trim("  a b\t\r\n") == "a b");
  CHECK(trim("a") == "a");
  CHECK(trim(" \t\r\n") == "");
  CHECK(trim("") == "");
}

}  // namespace pki
