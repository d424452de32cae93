#include "cms/envelope.h"

#include "asn1/oid_registry.h"
#include "cms/rules.h"

namespace pki::cms {
namespace {

namespace tags = asn1::tags;

std::string names_of(const std::vector<const Recipient*>& recipients) {
  std::string text;
  for (const Recipient* each : recipients) text += (text.empty() ? "" : "; ") + each->recipient.text();
  return text;
}

Result<const Recipient*> find_recipient(const EnvelopedData& envelope, const x509::Certificate* certificate) {
  std::vector<const Recipient*> candidates;
  for (const Recipient& recipient : envelope.recipients()) {
    if (recipient.kind == RecipientKind::KeyTransport) candidates.push_back(&recipient);
  }
  if (candidates.empty()) {
    const auto& all = envelope.recipients();
    const std::string kind = all.empty() ? "nobody" : std::string(recipient_kind_name(all.front().kind));
    return Finding{&rules::kRecipientKind, {}, {{"kind", kind}}};
  }
  if (certificate == nullptr) {
    if (candidates.size() == 1) return candidates.front();
    return Finding{&rules::kRecipientUnclear, {}, {{"count", std::to_string(candidates.size())}}};
  }
  for (const Recipient* each : candidates) {
    if (each->recipient.names(*certificate)) return each;
  }
  return Finding{&rules::kRecipientOther,
                 {.range = envelope.range(candidates.front()->whole), .field = "recipientInfos"},
                 {{"recipients", names_of(candidates)}}};
}

Finding unsupported_cipher(const EnvelopedData& envelope, std::string reason) {
  const auto& algorithm = envelope.cipher_algorithm();
  return {&rules::kCipherUnsupported,
          {.range = envelope.range(algorithm.whole), .field = "contentEncryptionAlgorithm"},
          {{"algorithm", asn1::oid_name_and_dotted(algorithm.oid)}, {"reason", std::move(reason)}}};
}

}  // namespace

Result<crypto::SecretBytes> open_envelope(const EnvelopedData& envelope, const crypto::PrivateKey& key,
                                          const x509::Certificate* certificate) {
  PKI_TRY(const Recipient* recipient, find_recipient(envelope, certificate));
  if (!envelope.encrypted_content()) return Finding{&rules::kEnvelopeEmpty, {}, {}};
  const auto& cipher = envelope.cipher();
  if (!cipher) return unsupported_cipher(envelope, "the cipher is not known");
  if (envelope.iv().size() != crypto::cipher_block_size(*cipher)) {
    return unsupported_cipher(envelope, "its parameters are no initialisation vector of the right length");
  }
  PKI_TRY(const crypto::SecretBytes content_key,
          key.decrypt_key(recipient->transport, recipient->encrypted_key, crypto::cipher_key_size(*cipher)));
  auto content = crypto::decrypt_cbc(*cipher, content_key.view(), envelope.iv(), *envelope.encrypted_content());
  if (content) return std::move(*content);
  return Finding{&rules::kUndecryptable,
                 {.range = envelope.range(envelope.encrypted_content_whole()), .field = "encryptedContent"},
                 {}};
}

Result<ByteVector> make_envelope(const EnvelopeInput& input) {
  if (input.cipher == crypto::BlockCipher::TripleDesCbc) {
    return Finding{
        &rules::kCipherUnsupported,
        {},
        {{"algorithm", std::string(crypto::cipher_name(input.cipher))}, {"reason", "it is for reading only"}}};
  }
  PKI_TRY(const crypto::SecretBytes key, crypto::random_secret(crypto::cipher_key_size(input.cipher)));
  PKI_TRY(const crypto::SecretBytes iv, crypto::random_secret(crypto::cipher_block_size(input.cipher)));
  asn1::Writer recipients;
  for (const x509::Certificate* certificate : input.recipients) {
    PKI_ASSERT(certificate != nullptr);
    PKI_TRY(const ByteVector encrypted, crypto::encrypt_key(certificate->public_key(), input.transport, key.view()));
    asn1::Writer id;
    PKI_CHECK(write_certificate_id(id, *certificate, input.id));
    recipients.sequence([&](asn1::Writer& recipient) {
      recipient.integer(input.id == IdForm::SubjectKeyId ? 2 : 0);  // RFC 5652 6.2.1
      recipient.raw(id.view());
      crypto::write_key_transport(recipient, input.transport);
      recipient.octet_string(encrypted);
    });
  }
  const ByteVector ciphertext = crypto::encrypt_cbc(input.cipher, key.view(), iv.view(), input.content);
  return write_content_info(asn1::oids::kPkcs7EnvelopedData, [&](asn1::Writer& content) {
    content.sequence([&](asn1::Writer& envelope) {
      envelope.integer(input.id == IdForm::SubjectKeyId ? 2 : 0);  // RFC 5652 6.1
      envelope.set_of([&](asn1::Writer& set) { set.raw(recipients.view()); });
      envelope.sequence([&](asn1::Writer& encrypted) {
        encrypted.oid(input.content_type);
        encrypted.sequence([&](asn1::Writer& algorithm) {
          algorithm.oid(crypto::cipher_oid(input.cipher));
          algorithm.octet_string(iv.view());
        });
        encrypted.element(tags::context(0), ciphertext);
      });
    });
  });
}

}  // namespace pki::cms
