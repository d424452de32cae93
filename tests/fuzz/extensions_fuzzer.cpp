// Law: octets are no extensions, or extensions that are written again.

#include "base/assert.h"
#include "x509/extension_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  PKI_ASSERT(pki::x509::known_extensions_laws_hold({data, size}));
  PKI_ASSERT(pki::x509::extensions_laws_hold({data, size}));
  return 0;
}
