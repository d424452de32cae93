#include "estate/handshake.h"

#include "base/encoding.h"
#include "estate/rules.h"
#include "relying/word.h"

namespace pki::estate {
namespace {

using relying::Certainty;
using relying::FaultId;

/// In the order of ServiceKind.
constexpr Manner kManners[] = {
    {ServiceKind::Nps, Telling::Alert, Certainty::Assumed, "RFC 5216 2.1.3"},
    {ServiceKind::FreeRadius, Telling::Failure, Certainty::Measured,
     "tests/peers/real_servers, FreeRADIUS 3.2.1 with TLS 1.2; FreeRADIUS issue 1232"},
    {ServiceKind::VpnGateway, Telling::Alert, Certainty::Assumed, "RFC 8446 6.2"},
    {ServiceKind::Iis, Telling::Answer, Certainty::Documented,
     "Microsoft Learn, IIS may reject client certificate requests with HTTP 403.7 or 403.16 errors; HTTP status codes "
     "in IIS"},
    {ServiceKind::Nginx, Telling::Answer, Certainty::Measured,
     "tests/peers/real_servers, nginx 1.22.1; its documentation, ngx_http_ssl_module: codes 495 and 496"},
    {ServiceKind::Apache, Telling::Alert, Certainty::Measured,
     "tests/peers/real_servers, Apache 2.4 with OpenSSL 3.0; its documentation, mod_ssl: SSLVerifyClient require"},
    {ServiceKind::EntraCba, Telling::Answer, Certainty::Assumed,
     "Microsoft Learn, Entra certificate-based "
     "authentication"},
    {ServiceKind::Website, Telling::Alert, Certainty::Assumed, ""},
};

constexpr std::string_view kFailureAlone = "EAP-Failure; the alert stays in the server's log";

/// The substatus of IIS's 403.
std::string_view iis_answer(const relying::Fault* fault) {
  if (fault == nullptr) return "HTTP 403.7: client certificate required";
  const FaultId id = fault->fault;
  if (id == FaultId::Revoked || id == FaultId::RevocationUnknown) return "HTTP 403.13: client certificate revoked";
  if (id == FaultId::Expired || id == FaultId::NotYetValid) {
    return "HTTP 403.17: client certificate has expired or is not yet valid";
  }
  return "HTTP 403.16: client certificate is untrusted or invalid";
}

std::string_view nginx_answer(const relying::Fault* fault) {
  return fault == nullptr ? "HTTP 400: No required SSL certificate was sent" : "HTTP 400: The SSL certificate error";
}

/// Whether the certificate is good, and refused for want of an account.
bool is_beyond(const Verdict& verdict) {
  if (verdict.accepted || !verdict.reason) return false;
  return verdict.reason->rule == &rules::kNotInNtAuth || verdict.reason->rule == &rules::kNoStrongMapping;
}

/// The verdict in the place of a validator: `judge` is asked when the certificates arrive, `alert` how it refuses.
template <typename Judgement, typename Alert>
tls::Verdict validator(Judgement judge, Alert alert) {
  return [judge, alert](std::span<const x509::CertificatePtr>) -> std::optional<tls::Alert> {
    const VerdictPtr verdict = judge();
    if (verdict->accepted || is_beyond(*verdict)) return std::nullopt;
    return alert(*verdict);
  };
}

tls::ClientCertificate wanted_by(const ServiceKindRow& kind) {
  if (kind.talk == Talk::Visit) return tls::ClientCertificate::NotAsked;
  return manner_of(kind.kind).telling == Telling::Answer ? tls::ClientCertificate::Optional
                                                         : tls::ClientCertificate::Required;
}

Result<std::optional<crypto::PrivateKey>> read_key(const crypto::SecretBytes* pkcs8) {
  if (pkcs8 == nullptr) return std::optional<crypto::PrivateKey>();
  PKI_TRY(crypto::PrivateKey key, crypto::PrivateKey::from_pkcs8(pkcs8->view()));
  return std::optional<crypto::PrivateKey>(std::move(key));
}

tls::Party party_with(const std::vector<x509::CertificatePtr>& sent, const std::optional<crypto::PrivateKey>& key) {
  if (!key) return {};
  return {.sent = sent, .key = &*key, .verdict = {}};
}

/// The names of the CAs that a server announces: those that it takes for anchors. Only TLS 1.2 has room for them here.
std::vector<ByteVector> announced_by(const Service& service, tls::Version version) {
  std::vector<ByteVector> names;
  if (version != tls::Version::Tls12) return names;
  for (const x509::CertificatePtr& root : service.store.roots) names.push_back(to_vector(root->subject().der()));
  return names;
}

/// What comes after the handshake: the answer of the service, and what it makes of the account.
void add_aftermath(const ServiceKindRow& kind, const VerdictPtr& of_client, PlayedConversation& played) {
  const std::optional<tls::Refusal>& refusal = played.handshake.refusal;
  if (refusal && refusal->sender == tls::Side::Server && manner_of(kind.kind).telling == Telling::Failure) {
    played.answer = kFailureAlone;
  }
  if (!played.handshake.completed() || kind.talk == Talk::Visit) return;
  if (of_client == nullptr) {
    played.answer = answer_of(kind.kind, nullptr);
  } else if (is_beyond(*of_client)) {
    played.beyond = of_client->reason;
  } else if (!of_client->accepted) {
    played.answer = answer_of(kind.kind, of_client->fault);
  }
}

}  // namespace

std::string_view telling_name(Telling telling) {
  switch (telling) {
    case Telling::Alert:
      return "alert";
    case Telling::Answer:
      return "answer";
    case Telling::Failure:
      break;
  }
  return "eap-failure";
}

const Manner& manner_of(ServiceKind kind) { return kManners[static_cast<std::size_t>(kind)]; }

std::string_view answer_of(ServiceKind kind, const relying::Fault* fault) {
  if (kind == ServiceKind::Iis) return iis_answer(fault);
  if (kind == ServiceKind::Nginx) return nginx_answer(fault);
  return {};
}

tls::Alert alert_of(const relying::Fault* fault) {
  if (fault == nullptr) return tls::Alert::CertificateUnknown;
  const auto words = relying::words_of(relying::Product::TlsAlert, fault->fault);
  const auto alert = words.empty() ? std::nullopt : tls::alert_from_name(words.front()->name);
  return alert.value_or(tls::Alert::CertificateUnknown);
}

tls::Alert alert_of(ServiceKind kind, const Verdict& of_client) {
  const bool apache = kind == ServiceKind::Apache;
  // mod_ssl counts for itself, and leaves OpenSSL without a reason.
  if (apache && of_client.fault != nullptr && of_client.fault->fault == FaultId::TooLong) {
    return tls::Alert::InternalError;
  }
  if (of_client.crl_expired) return apache ? tls::Alert::CertificateUnknown : tls::Alert::CertificateExpired;
  return alert_of(of_client.fault);
}

Result<PlayedConversation> play(const Scene& scene, Judge& judge, const Conversation& conversation,
                                tls::Version version) {
  const DeviceView& device = scene.devices[conversation.device];
  const ServiceView& view = scene.services[conversation.service];
  const Service& service = *view.service;
  if (service.sent.empty() || service.private_key == nullptr) {
    return Finding{&rules::kNotPlayed, {}, {{"service", service.name}}};
  }
  const bool shows = conversation.identity && view.kind->talk != Talk::Visit;
  const Identity* identity = shows ? &device.identities[*conversation.identity] : nullptr;
  PKI_TRY(const std::optional<crypto::PrivateKey> server_key, read_key(service.private_key.get()));
  PKI_TRY(const std::optional<crypto::PrivateKey> client_key,
          read_key(identity == nullptr ? nullptr : identity->private_key));

  tls::HandshakeQuestion question;
  question.version = version;
  question.server_name = service.host;
  question.client_certificate = wanted_by(*view.kind);
  question.authorities = announced_by(service, version);
  question.server = party_with(service.sent, server_key);
  question.client = identity == nullptr ? tls::Party{} : party_with(identity->sent, client_key);
  question.client.verdict = validator([&] { return judge.of_server(device, view); },
                                      [](const Verdict& verdict) { return alert_of(verdict.fault); });
  const bool finishes = manner_of(service.kind).telling == Telling::Answer;
  question.server.verdict = finishes || identity == nullptr
                                ? tls::Verdict([](auto) -> std::optional<tls::Alert> { return std::nullopt; })
                                : validator([&] { return judge.of_client(view, *identity); },
                                            [&](const Verdict& verdict) { return alert_of(service.kind, verdict); });

  PlayedConversation played;
  PKI_TRY(played.handshake, tls::play(question));
  add_aftermath(*view.kind, identity == nullptr ? nullptr : judge.of_client(view, *identity), played);
  return played;
}

}  // namespace pki::estate
