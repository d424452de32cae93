// Law: octets fail with a finding or become a certificate whose fields and findings lie in them.

#include <cstddef>
#include <cstdint>

#include "base/assert.h"
#include "x509/certificate.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parsed = pki::x509::Certificate::parse(pki::ByteVector(data, data + size));
  if (!parsed) return 0;
  const pki::x509::Certificate& certificate = **parsed;
  PKI_ASSERT(certificate.range(certificate.tbs()).end() <= size);
  for (const pki::Finding& finding : certificate.findings()) {
    PKI_ASSERT(!finding.where.range || finding.where.range->end() <= size);
  }
  (void)pki::x509::is_self_signed(certificate);
  return 0;
}
