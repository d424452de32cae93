// Law: octets fail with a finding or become a request whose fields and findings lie in them.

#include <cstddef>
#include <cstdint>

#include "base/assert.h"
#include "x509/request.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parsed = pki::x509::Request::parse(pki::ByteVector(data, data + size));
  if (!parsed) return 0;
  const pki::x509::Request& request = **parsed;
  PKI_ASSERT(request.range(request.info()).end() <= size);
  for (const pki::Finding& finding : request.findings()) {
    PKI_ASSERT(!finding.where.range || finding.where.range->end() <= size);
  }
  (void)pki::x509::verify_proof_of_possession(request);
  return 0;
}
