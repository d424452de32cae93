// Any octets as PKCS#8, PKCS#1 and SEC 1: refused, or read and written again as the same key.

#include "crypto/laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  PKI_ASSERT(pki::crypto::private_key_laws_hold(pki::Bytes(data, size)));
  return 0;
}
