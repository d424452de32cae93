// scep.request, scep.open, scep.reply.open: the device's side of SCEP, and a look into any message.

#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "api/describe_scep.h"
#include "api/keys.h"
#include "api/message_source.h"
#include "api/method.h"
#include "api/params.h"
#include "api/rules.h"
#include "api/sources.h"
#include "base/encoding.h"
#include "base/text.h"
#include "scep/rules.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

Result<std::optional<crypto::PrivateKey>> read_optional_key(ObjectReader& params, std::string_view name) {
  const std::optional<Value> value = params.optional(name);
  if (!value.has_value()) return std::optional<crypto::PrivateKey>();
  PKI_TRY(crypto::PrivateKey key, read_key(*value));
  return std::optional<crypto::PrivateKey>(std::move(key));
}

Result<x509::CertificatePtr> read_optional_certificate(ObjectReader& params, std::string_view name) {
  const std::optional<Value> value = params.optional(name);
  if (!value.has_value()) return x509::CertificatePtr();
  return read_certificate(*value);
}

/// The certificates of a list of Sources; what cannot be read refuses.
Result<std::vector<x509::CertificatePtr>> read_optional_certificates(ObjectReader& params, std::string_view name) {
  const std::optional<Value> value = params.optional(name);
  if (!value.has_value()) return std::vector<x509::CertificatePtr>();
  PKI_TRY(CertificateList list, read_certificates(*value));
  if (!list.findings.empty()) return list.findings.front();
  return std::move(list.certificates);
}

Result<std::optional<std::string>> read_optional_text(ObjectReader& params, std::string_view name) {
  const std::optional<Value> value = params.optional(name);
  if (!value.has_value()) return std::optional<std::string>();
  PKI_TRY(const std::string_view text, json::read_text(*value));
  return std::optional<std::string>(std::string(text));
}

// --- scep.request ----------------------------------------------------------------------------------------------------

Result<crypto::BlockCipher> read_cipher(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  const std::optional<crypto::BlockCipher> cipher = crypto::cipher_from_name(text);
  if (!cipher.has_value() || *cipher == crypto::BlockCipher::TripleDesCbc) {
    return value.wrong_value("one of: aes128, aes192, aes256");
  }
  return *cipher;
}

Result<scep::MessageType> read_request_type(ObjectReader& params, bool has_certificate) {
  const std::optional<Value> value = params.optional("type");
  if (!value.has_value()) return has_certificate ? scep::MessageType::RenewalReq : scep::MessageType::PkcsReq;
  constexpr std::string_view kTypes = "one of: PKCSReq, RenewalReq, CertPoll";
  PKI_TRY(const std::string_view text, json::read_text(*value));
  const std::optional<scep::MessageType> type = scep::message_type_from_name(text);
  if (!type.has_value()) return value->wrong_value(kTypes);
  switch (*type) {
    case scep::MessageType::PkcsReq:
    case scep::MessageType::RenewalReq:
    case scep::MessageType::CertPoll:
      return *type;
    case scep::MessageType::CertRep:
    case scep::MessageType::GetCert:
    case scep::MessageType::GetCrl:
      return value->wrong_value(kTypes);
  }
  return value->wrong_value(kTypes);
}

/// PrintableString (RFC 8894 3.2.1.1), so that it can be written as it is.
Result<std::string> read_transaction_id(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  asn1::Writer writer;
  writer.string(asn1::tags::kPrintableString, text);
  asn1::Context context(writer.view());
  const auto element = asn1::read_single(writer.view(), asn1::tags::kPrintableString, "transactionID", context);
  const bool printable = element.ok() && asn1::read_string(*element, context).ok() && context.findings().empty();
  constexpr std::size_t kLongest = 255;
  if (text.empty() || text.size() > kLongest || !printable) {
    return value.wrong_value("up to 255 letters, digits and characters of PrintableString");
  }
  return std::string(text);
}

Result<Json> request(ObjectReader& params) {
  PKI_TRY(const Value csr_value, params.required("csr"));
  PKI_TRY(const x509::RequestPtr csr, read_request(csr_value));
  PKI_TRY(const Value key_value, params.required("key"));
  PKI_TRY(const crypto::PrivateKey key, read_key(key_value));
  PKI_TRY(const x509::CertificatePtr certificate, read_optional_certificate(params, "certificate"));
  PKI_TRY(const Value ca_value, params.required("ca"));
  PKI_TRY(const CertificateList ca, read_certificates(ca_value));
  const x509::CertificatePtr recipient = scep::choose_recipient(ca.certificates);
  if (recipient == nullptr) return ca_value.at({&scep::rules::kCaNoEncryption, {}, {}});
  PKI_TRY(const Value now, params.required("now"));
  scep::RequestInput input{
      .csr = *csr, .key = key, .certificate = certificate.get(), .recipient = *recipient, .now = {}};
  PKI_TRY(input.now, read_time(now));
  PKI_TRY(input.type, read_request_type(params, certificate != nullptr));
  if (const std::optional<Value> value = params.optional("cipher")) {
    PKI_TRY(input.cipher, read_cipher(*value));
  }
  if (const std::optional<Value> value = params.optional("hash")) {
    PKI_TRY(input.digest, read_signing_hash(*value));
  }
  if (const std::optional<Value> value = params.optional("transaction_id")) {
    PKI_TRY(input.transaction_id, read_transaction_id(*value));
  }
  PKI_TRY(const scep::MadeRequest made, input.type == scep::MessageType::CertPoll
                                            ? scep::make_poll_message(input, *recipient)
                                            : scep::make_request_message(input));
  PKI_TRY(const scep::OpenedRequest opened, scep::open_request_message(made.der, {.now = input.now}));
  Json out;
  out["message"] = to_base64(made.der);
  out["media_type"] = "application/x-pki-message";
  out["type"] = scep::message_type_name(input.type);
  out["transaction_id"] = made.transaction_id;
  out["sender_nonce"] = to_hex(made.sender_nonce);
  out["certificate"] = describe(*made.certificate, input.now);
  out["recipient"] = describe(*recipient, input.now);
  out["layers"] = describe(opened, input.now)["layers"];
  out["findings"] = describe(ca.findings);
  return out;
}

// --- scep.open, scep.reply.open
// ----------------------------------------------------------------------------------------

Result<Json> open(ObjectReader& params) {
  PKI_TRY(const Value value, params.required("message"));
  PKI_TRY(ByteVector message, read_message(value));
  PKI_TRY(const std::optional<crypto::PrivateKey> key, read_optional_key(params, "key"));
  PKI_TRY(const x509::CertificatePtr certificate, read_optional_certificate(params, "certificate"));
  PKI_TRY(std::vector<x509::CertificatePtr> ca, read_optional_certificates(params, "ca"));
  PKI_TRY(const Value now_value, params.required("now"));
  PKI_TRY(const Time now, read_time(now_value));
  auto outer = scep::read_message(message);
  if (!outer.ok()) return value.at(std::move(outer).error());
  const crypto::PrivateKey* opener = key.has_value() ? &*key : nullptr;
  if (outer->attributes.type == scep::MessageType::CertRep) {
    PKI_TRY(const scep::OpenedReply opened,
            scep::open_reply(std::move(message),
                             {.key = opener, .certificate = certificate.get(), .authorities = std::move(ca)}));
    return describe(opened, now);
  }
  PKI_TRY(std::optional<std::string> challenge, read_optional_text(params, "challenge"));
  PKI_TRY(const scep::OpenedRequest opened,
          scep::open_request_message(std::move(message), {.key = opener,
                                                          .certificate = certificate.get(),
                                                          .issuers = std::move(ca),
                                                          .challenge = std::move(challenge),
                                                          .now = now}));
  return describe(opened, now);
}

Result<Json> open_reply(ObjectReader& params) {
  PKI_TRY(const Value value, params.required("reply"));
  PKI_TRY(ByteVector reply, read_message(value));
  PKI_TRY(const Value key_value, params.required("key"));
  PKI_TRY(const crypto::PrivateKey key, read_key(key_value));
  PKI_TRY(const Value request_value, params.required("request"));
  PKI_TRY(ByteVector request_octets, read_message(request_value));
  auto request = scep::read_message(std::move(request_octets));
  if (!request.ok()) return request_value.at(std::move(request).error());
  scep::ReplyExpectation expected{.key = &key, .certificate = request->signer_certificate.get()};
  PKI_TRY(expected.authorities, read_optional_certificates(params, "ca"));
  expected.transaction_id = request->attributes.transaction_id;
  if (const auto& nonce = request->attributes.sender_nonce) expected.sender_nonce = to_vector(*nonce);
  if (const std::optional<Value> csr = params.optional("csr")) {
    PKI_TRY(const x509::RequestPtr asked, read_request(*csr));
    expected.requested_key = to_vector(asked->public_key().whole);
  }
  PKI_TRY(const std::optional<Time> now, read_optional_time(params, "now"));
  auto opened = scep::open_reply(std::move(reply), expected);
  if (!opened.ok()) return value.at(std::move(opened).error());
  return describe(*opened, now);
}

// --- The table -------------------------------------------------------------------------------------------------------

constexpr ParamRow kRequestRows[] = {
    {"csr", "Source", Presence::Required, "The certification request that is sent"},
    {"key", "Key", Presence::Required,
     "Signs the message and opens the reply: the key of the request, of a renewal that of the current certificate"},
    {"ca", "[Source]", Presence::Required,
     "The certificates that GetCACert gave; the message is encrypted for one of them"},
    {"now", "Time", Presence::Required, "The time of sending"},
    {"certificate", "Source", Presence::Optional,
     "The current certificate, for a renewal; otherwise a self-signed one is made"},
    {"type", "text", Presence::Optional,
     "PKCSReq, RenewalReq or CertPoll; otherwise RenewalReq where there is a current certificate, else PKCSReq"},
    {"cipher", "text", Presence::Optional, "aes128, aes192 or aes256; otherwise aes128"},
    {"hash", "text", Presence::Optional, "sha256, sha384 or sha512; otherwise sha256"},
    {"transaction_id", "text", Presence::Optional,
     "What keeps the messages of one transaction together; otherwise made"},
};
constexpr ParamRow kOpenRows[] = {
    {"message", "Source", Presence::Required, "A request or a reply"},
    {"now", "Time", Presence::Required, "The time at which it is looked at"},
    {"key", "Key", Presence::Optional, "The key of whoever gets the message; without it the envelope stays closed"},
    {"certificate", "Source", Presence::Optional,
     "The certificate of that key; needed where the message is encrypted for several"},
    {"ca", "[Source]", Presence::Optional,
     "The CA's certificates: who may sign a reply, and whose certificates may be renewed"},
    {"challenge", "text", Presence::Optional, "The challenge password that a request must have"},
};
constexpr ParamRow kReplyOpenRows[] = {
    {"reply", "Source", Presence::Required, "The reply (CertRep)"},
    {"request", "Source", Presence::Required,
     "The message that it answers: its transaction, its nonce, its certificate"},
    {"key", "Key", Presence::Required, "The key that signed the request"},
    {"ca", "[Source]", Presence::Optional, "The certificates that GetCACert gave: who may sign the reply"},
    {"csr", "Source", Presence::Optional,
     "The certification request, where it is for another key than the one that signed (a renewal)"},
    {"now", "Time", Presence::Optional, "The time for which validity is told"},
};

constexpr std::span<const ParamRow> kRequestParams[] = {kRequestRows};
constexpr std::span<const ParamRow> kOpenParams[] = {kOpenRows};
constexpr std::span<const ParamRow> kReplyOpenParams[] = {kReplyOpenRows};

constexpr Method kMethods[] = {
    {"scep.request", "Makes the SCEP message with which a device asks for a certificate, renews one, or polls",
     kRequestParams, request},
    {"scep.open", "Opens a SCEP message layer by layer, down to the request or the certificates inside, and checks it",
     kOpenParams, open},
    {"scep.reply.open", "Opens the reply to a SCEP message, as the device that sent it", kReplyOpenParams, open_reply},
};

}  // namespace

std::span<const Method> scep_methods() { return kMethods; }

}  // namespace pki::api
