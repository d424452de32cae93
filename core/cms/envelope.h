#pragma once
// Opening and making an EnvelopedData with RSA key transport (RFC 5652 6).

#include <vector>

#include "asn1/oids.h"
#include "cms/enveloped_data.h"
#include "crypto/private_key.h"

namespace pki::cms {

/// The content, opened with `key`, for the recipient that `certificate` (may be null: then there must be one alone) is.
/// Whatever is wrong with the octets, it is one and the same finding, cms.envelope.undecryptable (crypto::PrivateKey::
/// decrypt_key); a wrong key is noticed but for one time in some 256, in which octets without meaning come back. Rules:
/// cms.recipient.*, cms.envelope.*, cms.cipher.unsupported, crypto.transport.*, crypto.random.failed.
Result<crypto::SecretBytes> open_envelope(const EnvelopedData& envelope, const crypto::PrivateKey& key,
                                          const x509::Certificate* certificate);

struct EnvelopeInput {
  /// Who may open it; each with an RSA key. Not null, at least one.
  std::vector<const x509::Certificate*> recipients;
  Bytes content;
  asn1::Oid content_type = asn1::oids::kPkcs7Data;
  /// One of AES.
  crypto::BlockCipher cipher = crypto::BlockCipher::Aes256Cbc;
  crypto::KeyTransport transport = {.kind = crypto::KeyTransportKind::RsaPkcs1};
  IdForm id = IdForm::IssuerAndSerial;
};

/// The message in DER, under a fresh content-encryption key. Rules: crypto.transport.*, crypto.key.malformed,
/// crypto.random.failed, cms.certificate.no_key_identifier; cms.cipher.unsupported where the cipher is for reading
/// only.
Result<ByteVector> make_envelope(const EnvelopeInput& input);

}  // namespace pki::cms
