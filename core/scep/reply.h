#pragma once
// Replies (CertRep, RFC 8894 3.3.2): the registration authority makes one, and the device checks and opens it.

#include <optional>
#include <string>
#include <vector>

#include "crypto/private_key.h"
#include "scep/check.h"
#include "scep/message.h"
#include "scep/request.h"

namespace pki::scep {

// --- The registration authority
// ----------------------------------------------------------------------------------------

/// Who answers.
struct Responder {
  const crypto::PrivateKey& key;
  /// The certificate of that key: the CA's, or the registration authority's. It goes along with the reply.
  const x509::Certificate& certificate;
};

/// What is answered.
struct ReplyInput {
  PkiStatus status = PkiStatus::Success;
  /// SUCCESS: the certificate that was issued, and those of its chain that the device may need; DER each.
  std::vector<ByteVector> certificates = {};
  /// FAILURE.
  FailInfo fail_info = FailInfo::BadRequest;
  /// FAILURE: words for people, in UTF-8; empty: none.
  std::string explanation = {};
  /// Nothing: what the request used where that is up to date, else AES-128-CBC and SHA-256.
  std::optional<crypto::BlockCipher> cipher = {};
  std::optional<crypto::HashAlgorithm> digest = {};
};

struct MadeReply {
  ByteVector der;
  ByteVector sender_nonce;
};

/// The answer to `request` (its transaction, its nonce, encrypted for its signer). FAILURE and PENDING can be sent to
/// any message that read_message reads; one without transaction or nonce gets an empty one back. Rules: scep.message.
/// no_certificate (SUCCESS, and nobody to encrypt for), scep.signer.key, crypto.*, cms.*.
Result<MadeReply> make_reply(const Message& request, const ReplyInput& reply, const Responder& responder);

// --- The device
// --------------------------------------------------------------------------------------------------------

/// What the device knows of the reply that it waits for.
struct ReplyExpectation {
  /// Opens the reply: the key that signed the request. Null: only the outer layers are looked at.
  const crypto::PrivateKey* key = nullptr;
  /// The certificate of that key, as it went along with the request; null: an envelope with one recipient is not asked
  /// whose.
  const x509::Certificate* certificate = nullptr;
  /// The certificates of GetCACert. Empty: whoever signed is not judged.
  std::vector<x509::CertificatePtr> authorities = {};
  /// Of the request. Nothing: not judged.
  std::optional<std::string> transaction_id = {};
  std::optional<ByteVector> sender_nonce = {};
  /// SubjectPublicKeyInfo of the key that a certificate was asked for (of a renewal a new one); empty: that of `key`.
  ByteVector requested_key = {};
};

/// A reply, layer by layer, and the checks.
struct OpenedReply {
  Message message;
  /// What was encrypted; nothing where there was nothing, or it was not opened.
  std::optional<ByteVector> content;
  /// The certs-only message inside; null where there is none.
  cms::SignedDataPtr bundle;
  /// The certificates in it that could be read, in its order.
  std::vector<x509::CertificatePtr> certificates;
  /// The one among them that is for the key of the request; null where there is none.
  x509::CertificatePtr issued;
  /// One row for each of reply_checks(), in their order.
  std::vector<CheckRow> checks;

  /// True if no check failed and a certificate was issued.
  bool granted() const { return all_passed(checks) && issued != nullptr; }
};

/// Opens and checks a reply. Fails only where `message` is no SignedData at all (cms.message.*, asn1.*).
Result<OpenedReply> open_reply(ByteVector message, const ReplyExpectation& expected);

}  // namespace pki::scep
