// tls.handshake: a handshake between two parties, played and shown.

#include "api/describe_tls.h"
#include "api/keys.h"
#include "api/method.h"
#include "api/params.h"
#include "api/sources.h"
#include "estate/handshake.h"
#include "path/builder.h"
#include "path/service_identity.h"
#include "relying/fault.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;
using Certificates = std::vector<x509::CertificatePtr>;

Result<Certificates> read_optional_certificates(ObjectReader& params, std::string_view name) {
  const std::optional<Value> value = params.optional(name);
  if (!value.has_value()) return Certificates();
  PKI_TRY(CertificateList list, read_certificates(*value));
  if (!list.findings.empty()) return list.findings.front();
  return std::move(list.certificates);
}

Result<tls::ClientCertificate> read_client_certificate(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  if (text == "required") return tls::ClientCertificate::Required;
  if (text == "optional") return tls::ClientCertificate::Optional;
  if (text == "not-asked") return tls::ClientCertificate::NotAsked;
  return value.wrong_value("one of: required, optional, not-asked");
}

/// The alert for what a check found.
tls::Alert alert_for(const path::Report& report) {
  return estate::alert_of(report.best() == nullptr ? nullptr : relying::fault_of(*report.best()));
}

/// The names of the parameters of one side.
struct SideNames {
  std::string_view certificates;
  std::string_view key;
  std::string_view anchors;
  std::string_view refuses;
};
constexpr SideNames kServerNames = {"server_certificates", "server_key", "server_anchors", "server_refuses"};
constexpr SideNames kClientNames = {"client_certificates", "client_key", "client_anchors", "client_refuses"};

/// What a side thinks of the other: an alert that is named, the verdict of the validator, or that all is well.
Result<tls::Verdict> read_verdict(ObjectReader& params, const SideNames& names, path::CheckOptions options) {
  const std::string_view either[] = {names.anchors, names.refuses};
  PKI_CHECK(at_most_one(params, either));
  if (const std::optional<Value> value = params.optional(names.refuses)) {
    PKI_TRY(const std::string_view text, json::read_text(*value));
    const std::optional<tls::Alert> alert = tls::alert_from_name(text);
    if (!alert) return value->wrong_value("the name of an alert, such as unknown_ca");
    return tls::Verdict([alert](auto) -> std::optional<tls::Alert> { return alert; });
  }
  if (!params.optional(names.anchors)) {
    return tls::Verdict([](auto) -> std::optional<tls::Alert> { return std::nullopt; });
  }
  PKI_TRY(const Value at, params.required("at"));
  PKI_TRY(options.at, read_time(at));
  PKI_TRY(const Certificates anchors, read_optional_certificates(params, names.anchors));
  path::PathQuestion question;
  for (const x509::CertificatePtr& certificate : anchors) question.anchors.add(certificate);
  question.options = std::move(options);
  return tls::Verdict([question](std::span<const x509::CertificatePtr> received) -> std::optional<tls::Alert> {
    path::PathQuestion asked = question;
    asked.target = received.front();
    asked.pool.assign(received.begin(), received.end());
    const path::Report report = path::check_paths(asked);
    if (report.accepted) return std::nullopt;
    return alert_for(report);
  });
}

/// The key of a side; it stays here while the handshake is played.
Result<std::optional<crypto::PrivateKey>> read_optional_key(ObjectReader& params, std::string_view name) {
  const std::optional<Value> value = params.optional(name);
  if (!value.has_value()) return std::optional<crypto::PrivateKey>();
  PKI_TRY(crypto::PrivateKey key, read_key(*value));
  return std::optional<crypto::PrivateKey>(std::move(key));
}

Result<Json> handshake(ObjectReader& params) {
  tls::HandshakeQuestion question;
  if (const std::optional<Value> value = params.optional("version")) {
    PKI_TRY(question.version, read_tls_version(*value));
  }
  if (const std::optional<Value> value = params.optional("client_certificate")) {
    PKI_TRY(question.client_certificate, read_client_certificate(*value));
  }
  path::CheckOptions of_client{.purpose = path::Purpose::TlsServer};
  if (const std::optional<Value> value = params.optional("server_name")) {
    PKI_TRY(const std::string_view name, json::read_text(*value));
    auto identity = path::parse_reference_identity(name);
    if (!identity.ok()) return value->at(std::move(identity).error());
    of_client.identities = {std::move(identity).value()};
    question.server_name = std::string(name);
  }
  PKI_TRY(const std::optional<crypto::PrivateKey> server_key, read_optional_key(params, kServerNames.key));
  PKI_TRY(const std::optional<crypto::PrivateKey> client_key, read_optional_key(params, kClientNames.key));
  PKI_TRY(question.server.sent, read_optional_certificates(params, kServerNames.certificates));
  PKI_TRY(question.client.sent, read_optional_certificates(params, kClientNames.certificates));
  question.server.key = server_key ? &*server_key : nullptr;
  question.client.key = client_key ? &*client_key : nullptr;
  PKI_TRY(question.server.verdict, read_verdict(params, kServerNames, {.purpose = path::Purpose::TlsClient}));
  PKI_TRY(question.client.verdict, read_verdict(params, kClientNames, std::move(of_client)));
  PKI_TRY(const Certificates authorities, read_optional_certificates(params, "authorities"));
  for (const x509::CertificatePtr& authority : authorities) {
    question.authorities.push_back(to_vector(authority->subject().der()));
  }
  PKI_TRY(const std::optional<Time> at, read_optional_time(params, "at"));
  PKI_TRY(const tls::Handshake played, tls::play(question));
  return describe(played, at);
}

constexpr ParamRow kRows[] = {
    {"server_certificates", "[Source]", Presence::Required, "What the server sends: its own first, then those of CAs"},
    {"server_key", "Key", Presence::Required, "The key of the server's first certificate"},
    {"client_certificates", "[Source]", Presence::Optional, "What the client sends; without any it has none"},
    {"client_key", "Key", Presence::Optional, "The key of the client's first certificate"},
    {"version", "text", Presence::Optional, "1.2 or 1.3; otherwise 1.3"},
    {"server_name", "text", Presence::Optional, "The name that the client asks for, and holds the server to"},
    {"client_certificate", "text", Presence::Optional,
     "Whether the server asks the client for one: required, optional or not-asked; otherwise required"},
    {"authorities", "[Source]", Presence::Optional,
     "CAs whose names the server announces when it asks for a certificate, in TLS 1.2"},
    {"client_anchors", "[Source]", Presence::Optional, "What the client trusts: it checks the server for that purpose"},
    {"server_anchors", "[Source]", Presence::Optional, "What the server trusts: it checks the client for that purpose"},
    {"at", "Time", Presence::Optional, "The time for which they check; needed with anchors"},
    {"client_refuses", "text", Presence::Optional,
     "Instead of a check: the alert with which the client refuses, such as unknown_ca"},
    {"server_refuses", "text", Presence::Optional,
     "Instead of a check: the alert with which the server refuses, such as unknown_ca"},
};
constexpr std::span<const ParamRow> kParams[] = {kRows};

constexpr Method kMethods[] = {
    {"tls.handshake",
     "Plays a mutual TLS handshake and shows its messages, the certificates in them, and the alert that ends it",
     kParams, handshake},
};

}  // namespace

std::span<const Method> tls_methods() { return kMethods; }

}  // namespace pki::api
