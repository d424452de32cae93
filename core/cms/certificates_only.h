#pragma once
// The SignedData without content and signers that carries certificates and CRLs: "certs-only", "degenerate", .p7b (RFC
// 5652 5.2, RFC 8551 3.8, RFC 8894 3.4).

#include <span>

#include "cms/signed_data.h"

namespace pki::cms {

/// What goes in: DER each.
struct CertificatesOnlyInput {
  std::span<const ByteVector> certificates = {};
  std::span<const ByteVector> crls = {};
};

/// A certs-only message in DER; certificates and CRLs stand in the order of a DER SET (X.690 11.6), each once.
ByteVector write_certificates_only(const CertificatesOnlyInput& input);

/// `elements` as a SET OF under the IMPLICIT tag [number], in DER order and each once; nothing where there are none.
void write_implicit_set(asn1::Writer& writer, std::uint32_t number, std::span<const ByteVector> elements);

}  // namespace pki::cms
