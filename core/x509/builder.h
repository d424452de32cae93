#pragma once
// Writing certificates and requests.

#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"
#include "crypto/private_key.h"
#include "x509/extension.h"

namespace pki::x509 {

/// Everything of a certificate but the signature. Version is v3 where there are extensions, else v1.
struct CertificateInput {
  ByteVector serial;  // magnitude, big endian; 1 to 20 octets once encoded, positive
  ByteVector issuer;  // DER of the Name
  Time not_before;
  Time not_after;
  ByteVector subject;     // DER of the Name
  ByteVector public_key;  // DER of the SubjectPublicKeyInfo
  std::vector<ExtensionInput> extensions;
};

/// A new serial number: 16 random octets (128 bits less the sign bit; RFC 5280 4.1.2.2 wants positive and at most 20
/// octets), never zero. Rule: crypto.random.failed.
Result<ByteVector> random_serial();

/// The DER of the tbsCertificate. Rules: x509.serial.*, x509.validity.order.
Result<ByteVector> encode_tbs_certificate(const CertificateInput& input, const crypto::SignatureAlgorithm& algorithm);

/// The DER of the certificate, signed by `key`. Rules: as above, crypto.*.
Result<ByteVector> sign_certificate(const CertificateInput& input, const crypto::PrivateKey& key,
                                    const crypto::SignatureAlgorithm& algorithm);

/// An attribute of a request, besides the extension request.
struct RequestAttributeInput {
  asn1::OwnedOid type;
  ByteVector value;  // the DER of its one value
};

struct RequestInput {
  ByteVector subject;                      // DER of the Name
  std::vector<ExtensionInput> extensions;  // none: no extensionRequest attribute
  std::vector<RequestAttributeInput> attributes;
};

/// The DER of a CertificationRequest for `key`'s public half, signed by it. Rules: crypto.*.
Result<ByteVector> sign_request(const RequestInput& input, const crypto::PrivateKey& key,
                                const crypto::SignatureAlgorithm& algorithm);

}  // namespace pki::x509
