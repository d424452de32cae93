// Any octets as the AlgorithmIdentifier of a signature: refused, unknown, or written and read again as the same.

#include "crypto/laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  PKI_ASSERT(pki::crypto::signature_algorithm_laws_hold(pki::Bytes(data, size)));
  return 0;
}
