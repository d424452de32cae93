#pragma once
// Making a SignedData with signed attributes (RFC 5652 5).

#include <vector>

#include "asn1/oids.h"
#include "cms/certificate_id.h"
#include "crypto/private_key.h"

namespace pki::cms {

/// A signed attribute with one value, besides contentType and messageDigest, which are always written.
struct AttributeInput {
  asn1::OwnedOid type;
  ByteVector value;  // the DER of its one value
};

/// Who signs, and what is signed besides the content.
struct SignerInput {
  const crypto::PrivateKey& key;
  /// Names the signer; put it among the certificates as well where the reader may not have it.
  const x509::Certificate& certificate;
  /// SHA-256, SHA-384 or SHA-512.
  crypto::HashAlgorithm digest = crypto::HashAlgorithm::Sha256;
  IdForm id = IdForm::IssuerAndSerial;
  std::vector<AttributeInput> attributes = {};
};

struct SignedDataInput {
  asn1::Oid content_type = asn1::oids::kPkcs7Data;
  /// Nothing: the content is absent, and the digest is that of no octets.
  std::optional<Bytes> content = {};
  std::vector<ByteVector> certificates = {};  // DER each
  std::vector<ByteVector> crls = {};
  std::vector<SignerInput> signers = {};
};

/// The message in DER. RSA keys sign with rsaEncryption and the digest (RFC 3370 3.2), keys of RSASSA-PSS as they are
/// made for, EC keys with ECDSA. Rules: crypto.*, cms.certificate.no_key_identifier.
Result<ByteVector> make_signed_data(const SignedDataInput& input);

}  // namespace pki::cms
