#include "scep/request.h"

#include "asn1/oid_registry.h"
#include "base/encoding.h"
#include "cms/envelope.h"
#include "cms/sign.h"
#include "scep/rules.h"
#include "x509/builder.h"
#include "x509/extensions/key_usage.h"

namespace pki::scep {
namespace {

namespace oids = asn1::oids;

/// The algorithm of `key` with this hash; an RSASSA-PSS key keeps what it is restricted to.
crypto::SignatureAlgorithm algorithm_of(const crypto::PrivateKey& key, crypto::HashAlgorithm hash) {
  crypto::SignatureAlgorithm algorithm = key.default_signature_algorithm();
  if (algorithm.kind != crypto::SignatureKind::RsaPss) algorithm.hash = hash;
  return algorithm;
}

/// RFC 8894 2.3: a self-signed certificate with the subject and the key of the request, for signing it and for the
/// reply to be encrypted for.
Result<x509::CertificatePtr> make_device_certificate(const RequestInput& input) {
  x509::KeyUsage usage;
  usage.set(x509::KeyUsageBit::DigitalSignature);
  usage.set(x509::KeyUsageBit::KeyEncipherment);
  PKI_TRY(ByteVector serial, x509::random_serial());
  const x509::CertificateInput certificate{
      .serial = std::move(serial),
      .issuer = to_vector(input.csr.subject().der()),
      .not_before = input.now,
      .not_after = add_calendar(input.now, 0, kDeviceCertificateDays),
      .subject = to_vector(input.csr.subject().der()),
      .public_key = to_vector(input.csr.public_key().whole),
      .extensions = {{.id = asn1::OwnedOid(oids::kKeyUsage), .critical = true, .value = x509::encode(usage)}}};
  PKI_TRY(ByteVector der, x509::sign_certificate(certificate, input.key, algorithm_of(input.key, input.digest)));
  return x509::Certificate::parse(std::move(der));
}

/// The certificate that names the signer.
Result<x509::CertificatePtr> device_certificate(const RequestInput& input) {
  if (input.certificate != nullptr) {
    if (!input.key.matches(input.certificate->public_key())) return Finding{&rules::kSignerKey, {}, {}};
    return x509::Certificate::parse(to_vector(input.certificate->der()));
  }
  if (!input.key.matches(input.csr.public_key())) return Finding{&rules::kKeyDiffers, {}, {}};
  return make_device_certificate(input);
}

Status check_keys(const RequestInput& input) {
  const ByteVector spki = input.key.public_key_der();
  asn1::Context context(spki);
  PKI_TRY(const crypto::PublicKey own, crypto::read_public_key(spki, context));
  for (const crypto::PublicKey* key : {&own, &input.recipient.public_key()}) {
    if (key->kind != crypto::KeyKind::Rsa) {
      return Finding{&rules::kNotRsa, {}, {{"key", crypto::public_key_name(*key)}}};
    }
  }
  return {};
}

/// Encrypts and signs `content`.
Result<MadeRequest> make_message(const RequestInput& input, MessageType type, Bytes content) {
  PKI_CHECK(check_keys(input));
  MadeRequest made;
  PKI_TRY(made.certificate, device_certificate(input));
  made.transaction_id = input.transaction_id.empty()
                            ? to_hex(crypto::digest(crypto::HashAlgorithm::Sha256, input.csr.der()))
                            : input.transaction_id;
  PKI_TRY(const crypto::SecretBytes nonce, crypto::random_secret(kNonceSize));
  made.sender_nonce = to_vector(nonce.view());
  PKI_TRY(const ByteVector envelope,
          cms::make_envelope({.recipients = {&input.recipient}, .content = content, .cipher = input.cipher}));
  cms::SignedDataInput message;
  message.content = envelope;
  message.certificates = {to_vector(made.certificate->der())};
  message.signers.push_back(
      {.key = input.key,
       .certificate = *made.certificate,
       .digest = input.digest,
       .attributes =
           make_attributes({.type = type, .transaction_id = made.transaction_id, .sender_nonce = made.sender_nonce})});
  PKI_TRY(made.der, cms::make_signed_data(message));
  return made;
}

}  // namespace

Result<MadeRequest> make_request_message(const RequestInput& input) {
  if (input.type != MessageType::PkcsReq && input.type != MessageType::RenewalReq) {
    return Finding{&rules::kTypeUnexpected,
                   {},
                   {{"found", std::string(message_type_name(input.type))}, {"expected", "PKCSReq or RenewalReq"}}};
  }
  return make_message(input, input.type, input.csr.der());
}

Result<MadeRequest> make_poll_message(const RequestInput& input, const x509::Certificate& issuer) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& names) {
    names.raw(issuer.subject().der());
    names.raw(input.csr.subject().der());
  });
  return make_message(input, MessageType::CertPoll, writer.view());
}

}  // namespace pki::scep
