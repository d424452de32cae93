// Any octets as a SubjectPublicKeyInfo: refused, or read, and no signature that nobody made is valid under it.

#include "crypto/laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  PKI_ASSERT(pki::crypto::public_key_laws_hold(pki::Bytes(data, size)));
  return 0;
}
