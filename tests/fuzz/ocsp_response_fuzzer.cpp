// Law: octets fail with a finding or become an OCSP response whose fields and findings lie in them.

#include <cstddef>
#include <cstdint>

#include "base/assert.h"
#include "x509/ocsp_response.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parsed = pki::x509::OcspResponse::parse(pki::ByteVector(data, data + size));
  if (!parsed) return 0;
  const pki::x509::OcspResponse& response = **parsed;
  if (response.is_basic()) {
    PKI_ASSERT(response.range(response.tbs()).end() <= size);
    PKI_ASSERT(response.range(response.responder()).end() <= size);
  }
  for (const pki::x509::OcspSingleResponse& single : response.singles()) {
    PKI_ASSERT(response.range(single.whole).end() <= size);
    PKI_ASSERT(single.revocation_time.has_value() == (single.status == pki::x509::OcspCertStatus::Revoked));
  }
  for (const pki::Finding& finding : response.findings()) {
    PKI_ASSERT(!finding.where.range || finding.where.range->end() <= size);
  }
  for (const pki::x509::CertificatePtr& certificate : response.certificates()) {
    (void)pki::x509::verify_signed_by(response, certificate->public_key());
  }
  return 0;
}
