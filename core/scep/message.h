#pragma once
// A SCEP message (pkiMessage, RFC 8894 3.2) as it comes over the wire, not opened yet: the SignedData, its signer, the
// attributes, and the envelope. scep/request.h and scep/reply.h open it.

#include <vector>

#include "cms/enveloped_data.h"
#include "cms/signed_data.h"
#include "scep/attributes.h"
#include "x509/certificate.h"

namespace pki::scep {

/// The outer layers of a message. Everything is kept as it was found; what is wrong with it is among the findings, and
/// whoever gets the message judges.
struct Message {
  /// Never null.
  cms::SignedDataPtr signed_data;
  /// The first signer; null where none could be read. Points into `signed_data`.
  const cms::SignerInfo* signer = nullptr;
  /// The certificates in the message that could be read, in its order.
  std::vector<x509::CertificatePtr> certificates;
  /// The signer's among them; null where it is not there.
  x509::CertificatePtr signer_certificate;
  MessageAttributes attributes;
  /// The EnvelopedData that is signed; null where there is none, or it cannot be read (then that is among the
  /// findings).
  cms::EnvelopedDataPtr envelope;
  /// scep.message.*, scep.attribute.*, and why a certificate or the envelope could not be read. Ranges count from the
  /// first octet of `signed_data->der()`; signed_data and envelope have findings of their own.
  Findings findings;

  /// The place of the envelope within `signed_data->der()`; nothing where there is none.
  std::optional<ByteRange> envelope_range() const;
};

/// Reads a message, DER or BER. Fails only where it is no SignedData. Rules: cms.message.*, asn1.*.
Result<Message> read_message(ByteVector octets);

/// The signature of the message, checked with the signer's certificate in it, or with that of `others` that the signer
/// names. Rules: scep.message.no_signer, scep.message.no_certificate, cms.*, crypto.signature.*.
Status check_signature(const Message& message, const std::vector<x509::CertificatePtr>& others = {});

/// The certificate that the signer names, in the message or among `others`; null where there is none.
x509::CertificatePtr find_signer(const Message& message, const std::vector<x509::CertificatePtr>& others);

/// What of the message's algorithms is obsolete: scep.algorithm.weak.
Findings find_weak_algorithms(const Message& message);

}  // namespace pki::scep
