// Law: octets are no general names, or names that are shown safely.

#include "base/assert.h"
#include "x509/name_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  PKI_ASSERT(pki::x509::general_name_laws_hold({data, size}));
  return 0;
}
