#include "x509/string_prep.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "base/text.h"

namespace pki::x509 {

TEST_CASE("text is prepared as RFC 4518 wants it") {
  const auto [text, prepared] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"Lab Root", "lab root"},
      {"  Lab   Root  ", "lab root"},
      {"   ", ""},
      {"a\tb\r\nc", "a b c"},
      {"a\xC2\xA0\xE3\x80\x80"
       "b",
       "a b"},  // no-break space, ideographic space
      {"so\xC2\xAD"
       "ft",
       "soft"},                      // soft hyphen
      {"ze\xE2\x80\x8Bro", "zero"},  // zero width space
      {"\xE2\x80\xAE"
       "bidi\xE2\x80\xAC",
       "bidi"},  // right-to-left override
      {std::string("n\0ul", 4), "nul"},
      {"\xC3\x84PFEL", "\xC3\xA4pfel"},  // Latin-1
      {"STRA\xC3\x9F"
       "E",
       "strasse"},                                                                               // sharp s
      {"\xCE\x91\xCE\x98\xCE\x97\xCE\x9D\xCE\x91", "\xCE\xB1\xCE\xB8\xCE\xB7\xCE\xBD\xCE\xB1"},  // Greek
      {"\xCF\x82", "\xCF\x83"},                                                                  // final sigma
      {"\xD0\x9C\xD0\x9E\xD0\xA1\xD0\x9A\xD0\x92\xD0\x90",
       "\xD0\xBC\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0"},      // Cyrillic
      {"\xE2\x84\xAA", "k"},                                     // Kelvin sign
      {"\xF0\x90\x90\x80", "\xF0\x90\x90\xA8"},                  // Deseret, beyond the BMP
      {"\xEF\xAC\x83", "ffi"},                                   // a ligature
      {"\xE6\x9D\xB1\xE4\xBA\xAC", "\xE6\x9D\xB1\xE4\xBA\xAC"},  // no case: as it is
  }));
  CAPTURE(text);
  CHECK(prepare_string(text) == prepared);
}

TEST_CASE("preparing what is prepared changes nothing") {
  // Every character of Unicode, between letters.
  for (char32_t character = 0; character <= 0x10FFFF; ++character) {
    if (character >= 0xD800 && character <= 0xDFFF) continue;
    std::string text = "x";
    append_utf8(text, character);
    text += 'x';
    const std::string once = prepare_string(text);
    if (prepare_string(once) != once) FAIL("U+" << std::hex << static_cast<std::uint32_t>(character));
  }
}

}  // namespace pki::x509
