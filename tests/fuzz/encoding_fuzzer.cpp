// Law: octets survive hexadecimal and base64, and what is read of these writes the same octets again.

#include <cstddef>
#include <cstdint>

#include "base/assert.h"
#include "base/encoding.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pki::Bytes input(data, size);
  PKI_ASSERT(pki::equal(pki::from_hex(pki::to_hex(input)).value(), input));
  PKI_ASSERT(pki::equal(pki::from_hex(pki::to_hex(input, ":")).value(), input));
  PKI_ASSERT(pki::equal(pki::from_base64(pki::to_base64(input)).value(), input));
  if (const auto octets = pki::from_hex(pki::as_text(input))) PKI_ASSERT(octets->size() <= size / 2);
  if (const auto octets = pki::from_base64(pki::as_text(input))) {
    PKI_ASSERT(pki::from_base64(pki::to_base64(*octets)) == octets);
  }
  return 0;
}
