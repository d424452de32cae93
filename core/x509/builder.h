#pragma once
// Writing certificates, requests and CRLs.

#include <cstdint>
#include <optional>
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

/// An entry of a CRL to be written.
struct CrlEntryInput {
  ByteVector serial;  // contents octets of the INTEGER, two's complement, as in the certificate; at least one
  Time revocation_date;
  std::vector<ExtensionInput> extensions = {};
};
/// Writes one entry.
void write_crl_entry(asn1::Writer& writer, const CrlEntryInput& entry);

/// Everything of a CRL but the signature. Version is v2, as RFC 5280 5.1.2.1 wants where there are extensions.
struct CrlInput {
  ByteVector issuer;  // DER of the Name
  Time this_update;
  std::optional<Time> next_update = {};
  /// The entries one after the other, as write_crl_entry writes them; none: the list is left out (RFC 5280 5.1.2.6).
  ByteVector entries = {};
  std::vector<ExtensionInput> extensions = {};
};

/// The DER of the tbsCertList.
ByteVector encode_tbs_crl(const CrlInput& input, const crypto::SignatureAlgorithm& algorithm);

/// The DER of the CRL, signed by `key`. Rules: crypto.*.
Result<ByteVector> sign_crl(const CrlInput& input, const crypto::PrivateKey& key,
                            const crypto::SignatureAlgorithm& algorithm);

}  // namespace pki::x509
