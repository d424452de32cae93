#pragma once
// Requests (RFC 8894 3.3.1, 3.3.3): the device makes one, and the registration authority opens and checks it.

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "crypto/private_key.h"
#include "scep/check.h"
#include "scep/message.h"
#include "x509/request.h"

namespace pki::scep {

// --- The device ------------------------------------------------------------------------------------------------------

/// How long the self-signed certificate is valid with which a device signs its first request. It is needed until the
/// reply has been opened, and somebody may have to approve the request first.
inline constexpr int kDeviceCertificateDays = 30;

/// What a request is made of.
struct RequestInput {
  /// PkcsReq or RenewalReq.
  MessageType type = MessageType::PkcsReq;
  const x509::Request& csr;
  /// Signs the message, and opens the reply: of a PKCSReq the key of the CSR, of a RenewalReq that of `certificate`.
  const crypto::PrivateKey& key;
  /// The current certificate; null: a self-signed one is made for the CSR's subject and key (2.3).
  const x509::Certificate* certificate = nullptr;
  /// For whom the request is encrypted: the CA, or its registration authority (scep/ca_certificates.h).
  const x509::Certificate& recipient;
  /// What the CA announces (GetCACaps) decides; these are what every server must know (2.9).
  crypto::BlockCipher cipher = crypto::BlockCipher::Aes128Cbc;
  crypto::HashAlgorithm digest = crypto::HashAlgorithm::Sha256;
  /// Empty: the SHA-256 of the CSR in hex.
  std::string transaction_id = {};
  Time now;
};

/// What was made, and what is needed to check and to open the reply.
struct MadeRequest {
  ByteVector der;
  std::string transaction_id;
  ByteVector sender_nonce;
  /// The certificate that the message brings: the current one, or the one that was made.
  x509::CertificatePtr certificate;
};

/// A PKCSReq or RenewalReq. Rules: scep.key.not_rsa (nobody could send a reply), scep.signer.key,
/// scep.request.key_differs, scep.message_type.unexpected (another type), crypto.*, cms.*.
Result<MadeRequest> make_request_message(const RequestInput& input);

/// What a CertPoll holds (IssuerAndSubject, 3.3.3), and the message to go with it: it has the transaction and the
/// certificate of the request whose reply was PENDING. `input.csr` gives the subject, `issuer` is the CA; of the type
/// nothing is looked at. Rules as make_request_message.
Result<MadeRequest> make_poll_message(const RequestInput& input, const x509::Certificate& issuer);

// --- The registration authority
// ----------------------------------------------------------------------------------------

/// What the registration authority knows when a request comes in.
struct AuthorityInput {
  /// Its key, and the certificate that requests are encrypted for. Null key: the outer layers are looked at, and
  /// nothing is opened; null certificate: of an envelope with one recipient nobody asks who it is.
  const crypto::PrivateKey* key = nullptr;
  const x509::Certificate* certificate = nullptr;
  /// The CAs whose certificates may be renewed here. Empty: whose certificate signs a renewal is not judged.
  std::vector<x509::CertificatePtr> issuers = {};
  /// The challenge password that is expected. Nothing: whether there is one is told, and whoever issues judges it.
  std::optional<std::string> challenge = {};
  Time now;
};

/// IssuerAndSubject of a CertPoll. Views alias the content.
struct IssuerAndSubject {
  x509::Name issuer;
  x509::Name subject;
};

/// A request, layer by layer, and the checks.
struct OpenedRequest {
  Message message;
  /// What was encrypted; nothing where it was not opened.
  std::optional<ByteVector> content;
  /// The CSR inside; null where there is none that could be read.
  x509::RequestPtr request;
  /// Of a CertPoll.
  std::optional<IssuerAndSubject> poll;
  /// One row for each of request_checks(), in their order. Whether the signer's certificate was revoked, and whether a
  /// transaction or a nonce came before, is for whoever keeps such lists.
  std::vector<CheckRow> checks;

  /// True if no check failed.
  bool acceptable() const { return all_passed(checks); }
  /// What to answer where one failed: of the first that did.
  FailInfo fail_info() const;
};

/// Opens and checks a request. Fails only where `message` is no SignedData at all (cms.message.*, asn1.*); all else is
/// among the rows and the findings of the layers, so that a FAILURE can be sent.
Result<OpenedRequest> open_request_message(ByteVector message, const AuthorityInput& authority);

}  // namespace pki::scep
