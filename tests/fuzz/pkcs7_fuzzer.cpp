// Law: the certificates and CRLs that are read can be written, and are read again.

#include <cstddef>
#include <cstdint>

#include "base/assert.h"
#include "cms/certificates_only.h"
#include "formats/pkcs7.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto contents = pki::formats::read_pkcs7({data, size});
  if (!contents.ok()) return 0;
  std::vector<pki::ByteVector> certificates;
  std::vector<pki::ByteVector> crls;
  for (const auto& member : contents->certificates) certificates.push_back(member.der);
  for (const auto& member : contents->crls) crls.push_back(member.der);
  const pki::ByteVector written = pki::cms::write_certificates_only({.certificates = certificates, .crls = crls});
  const auto again = pki::formats::read_pkcs7(written);
  PKI_ASSERT(again.ok());
  PKI_ASSERT(again->certificates.empty() == certificates.empty() && again->crls.empty() == crls.empty());
  PKI_ASSERT(again->certificates.size() <= certificates.size() && again->crls.size() <= crls.size());
  return 0;
}
