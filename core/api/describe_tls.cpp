#include "api/describe_tls.h"

#include <algorithm>

#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "base/encoding.h"
#include "base/text.h"

namespace pki::api {
namespace {

using json::Json;
using Certificates = std::vector<x509::CertificatePtr>;

std::string_view protection_name(tls::Protection protection) {
  switch (protection) {
    case tls::Protection::None:
      return "none";
    case tls::Protection::Opened:
      return "encrypted";
    case tls::Protection::Sealed:
      return "sealed";
  }
  return "";
}

Json alert_json(tls::Alert alert) {
  Json out;
  out["number"] = static_cast<int>(alert);
  out["name"] = tls::alert_name(alert);
  return out;
}

/// The names of the numbers.
template <typename Name>
Json names_json(const std::vector<std::uint16_t>& numbers, Name name) {
  Json list = Json::array();
  for (const std::uint16_t number : numbers) list.push_back(name(number));
  return list;
}

template <typename Name>
Json name_json(std::optional<std::uint16_t> number, Name name) {
  return number ? Json(name(*number)) : Json();
}

/// Where the certificate stands in `all`; behind all others where it was not there.
std::size_t index_in(Certificates& all, const x509::CertificatePtr& certificate) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& known) { return equal(known->der(), certificate->der()); });
  if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
  all.push_back(certificate);
  return all.size() - 1;
}

/// The names of CAs as RFC 4514 has them; one that cannot be read in hex.
Json authorities_json(const std::vector<ByteVector>& authorities) {
  Json list = Json::array();
  for (const ByteVector& der : authorities) {
    asn1::Context context(der);
    const auto name = x509::read_name(der, context);
    list.push_back(name.ok() ? printable(x509::to_rfc4514(*name)) : to_hex(der));
  }
  return list;
}

Json message_json(const tls::Message& message, tls::Version version, Certificates& all) {
  const auto scheme_name = [version](std::uint16_t scheme) { return tls::signature_scheme_name(scheme, version); };
  Json out;
  out["name"] = message.name;
  out["protection"] = protection_name(message.protection);
  out["octets"] = message.octets.size();
  out["data"] = to_base64(message.octets);
  if (message.alert) {
    out["level"] = tls::alert_level_name(message.alert->level);
    out["alert"] = alert_json(message.alert->description);
  }
  if (message.name == "Certificate") {
    Json indexes = Json::array();
    for (const x509::CertificatePtr& certificate : message.certificates) indexes.push_back(index_in(all, certificate));
    out["certificates"] = std::move(indexes);
  }
  if (message.name == "CertificateRequest") out["authorities"] = authorities_json(message.authorities);
  if (!message.server_name.empty()) out["server_name"] = printable(message.server_name);
  if (!message.cipher_suites.empty()) out["cipher_suites"] = names_json(message.cipher_suites, tls::cipher_suite_name);
  if (!message.signature_schemes.empty()) out["signature_schemes"] = names_json(message.signature_schemes, scheme_name);
  if (message.group) out["group"] = tls::group_name(*message.group);
  out["findings"] = describe(message.findings);
  return out;
}

std::string sentence_of(const tls::Handshake& handshake) {
  std::string text(tls::version_name(handshake.version));
  if (!handshake.refusal) return text + ": both sides are connected.";
  const tls::Refusal& refusal = *handshake.refusal;
  text += ": the " + std::string(tls::side_name(refusal.sender));
  switch (refusal.cause) {
    case tls::AlertCause::CertificateRefused:
      text += " refuses the other side's certificate";
      break;
    case tls::AlertCause::NoClientCertificate:
      text += " wants a certificate, and the client sent none";
      break;
    case tls::AlertCause::Protocol:
      text += " cannot go on";
      break;
  }
  text += ": alert " + std::string(tls::alert_name(refusal.alert)) + " (" +
          std::to_string(static_cast<int>(refusal.alert)) + ").";
  if (handshake.client_finished) text += " Until it arrives, the client takes itself for connected.";
  return text;
}

Json refusal_json(const std::optional<tls::Refusal>& refusal) {
  if (!refusal) return {};
  Json out;
  out["sender"] = tls::side_name(refusal->sender);
  out["alert"] = alert_json(refusal->alert);
  out["cause"] = tls::alert_cause_name(refusal->cause);
  return out;
}

}  // namespace

Json describe(const tls::Handshake& handshake, std::optional<Time> now) {
  const auto scheme_name = [&](std::uint16_t scheme) { return tls::signature_scheme_name(scheme, handshake.version); };
  Certificates all;
  Json flights = Json::array();
  for (const tls::Flight& flight : handshake.flights) {
    Json messages = Json::array();
    for (const tls::Message& message : flight.messages) {
      messages.push_back(message_json(message, handshake.version, all));
    }
    Json row;
    row["sender"] = tls::side_name(flight.sender);
    row["messages"] = std::move(messages);
    flights.push_back(std::move(row));
  }
  Json certificates = Json::array();
  for (const x509::CertificatePtr& certificate : all) certificates.push_back(describe(*certificate, now));

  Json out;
  out["kind"] = "handshake";
  out["version"] = tls::version_name(handshake.version);
  out["sentence"] = sentence_of(handshake);
  out["completed"] = handshake.completed();
  out["refusal"] = refusal_json(handshake.refusal);
  out["client_finished"] = handshake.client_finished;
  out["server_finished"] = handshake.server_finished;
  out["cipher_suite"] = name_json(handshake.cipher_suite, tls::cipher_suite_name);
  out["group"] = name_json(handshake.group, tls::group_name);
  out["server_signature"] = name_json(handshake.server_signature, scheme_name);
  out["client_signature"] = name_json(handshake.client_signature, scheme_name);
  out["flights"] = std::move(flights);
  out["certificates"] = std::move(certificates);
  return out;
}

}  // namespace pki::api
