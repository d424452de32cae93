// Law: whatever is made of octets is UTF-8, and what is printable is one line without control characters.

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/assert.h"
#include "base/text.h"
#include "base/time.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pki::Bytes input(data, size);
  const std::string shown = pki::printable(pki::as_text(input));
  PKI_ASSERT(pki::is_utf8(shown));
  PKI_ASSERT(std::none_of(shown.begin(), shown.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }));
  PKI_ASSERT(pki::is_utf8(pki::latin1_to_utf8(pki::as_text(input))));
  for (const pki::Endian endian : {pki::Endian::Big, pki::Endian::Little}) {
    if (const auto text = pki::utf16_to_utf8(input, endian)) PKI_ASSERT(pki::is_utf8(*text));
  }
  if (const auto text = pki::utf32_to_utf8(input)) PKI_ASSERT(pki::is_utf8(*text));
  if (const auto time = pki::from_iso8601(pki::as_text(input))) {
    PKI_ASSERT(pki::from_iso8601(pki::to_iso8601(*time)) == time);
  }
  return 0;
}
