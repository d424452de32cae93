// Any octets as an EncryptedPrivateKeyInfo under the empty password: refused, or opened to a key.

#include "crypto/laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  PKI_ASSERT(pki::crypto::encrypted_key_laws_hold(pki::Bytes(data, size)));
  return 0;
}
