#include "scep/reply.h"

#include "cms/certificates_only.h"
#include "cms/envelope.h"
#include "cms/sign.h"
#include "scep/rules.h"

namespace pki::scep {
namespace {

/// What the request used, where it may still be used.
crypto::BlockCipher cipher_for(const Message& request, const ReplyInput& reply) {
  if (reply.cipher) return *reply.cipher;
  if (request.envelope != nullptr && request.envelope->cipher() &&
      *request.envelope->cipher() != crypto::BlockCipher::TripleDesCbc) {
    return *request.envelope->cipher();
  }
  return crypto::BlockCipher::Aes128Cbc;
}

crypto::HashAlgorithm digest_for(const Message& request, const ReplyInput& reply) {
  constexpr crypto::HashAlgorithm kLeast = crypto::HashAlgorithm::Sha256;
  if (reply.digest) return *reply.digest;
  if (request.signer != nullptr && request.signer->digest &&
      crypto::hash_size(*request.signer->digest) >= crypto::hash_size(kLeast)) {
    return *request.signer->digest;
  }
  return kLeast;
}

/// RFC 8894 3.3.2.1: the certificates as a certs-only message, encrypted for the certificate that signed the request.
Result<ByteVector> make_envelope(const Message& request, const ReplyInput& reply) {
  if (request.signer_certificate == nullptr) {
    return Finding{
        &rules::kNoCertificate, {}, {{"signer", request.signer == nullptr ? "none" : request.signer->signer.text()}}};
  }
  const ByteVector bundle = cms::write_certificates_only({.certificates = reply.certificates});
  return cms::make_envelope(
      {.recipients = {request.signer_certificate.get()}, .content = bundle, .cipher = cipher_for(request, reply)});
}

}  // namespace

Result<MadeReply> make_reply(const Message& request, const ReplyInput& reply, const Responder& responder) {
  if (!responder.key.matches(responder.certificate.public_key())) return Finding{&rules::kSignerKey, {}, {}};
  std::optional<ByteVector> envelope;
  if (reply.status == PkiStatus::Success) {
    PKI_TRY(envelope, make_envelope(request, reply));
  }
  PKI_TRY(const crypto::SecretBytes nonce, crypto::random_secret(kNonceSize));
  MadeReply made;
  made.sender_nonce = to_vector(nonce.view());
  const bool failed = reply.status == PkiStatus::Failure;
  const std::string transaction_id = request.attributes.transaction_id.value_or("");
  AttributesInput attributes{.type = MessageType::CertRep,
                             .transaction_id = transaction_id,
                             .sender_nonce = made.sender_nonce,
                             .recipient_nonce = request.attributes.sender_nonce.value_or(Bytes()),
                             .status = reply.status};
  if (failed) attributes.fail_info = reply.fail_info;
  if (failed) attributes.explanation = reply.explanation;

  cms::SignedDataInput message;
  // RFC 8894 3.3.2.2, 3.3.2.3: without an envelope where nothing is granted.
  if (envelope) message.content = *envelope;
  message.certificates = {to_vector(responder.certificate.der())};
  message.signers.push_back({.key = responder.key,
                             .certificate = responder.certificate,
                             .digest = digest_for(request, reply),
                             .attributes = make_attributes(attributes)});
  PKI_TRY(made.der, cms::make_signed_data(message));
  return made;
}

}  // namespace pki::scep
