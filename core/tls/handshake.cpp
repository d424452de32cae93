#include "tls/handshake.h"

#include <algorithm>

#include "tls/endpoint.h"
#include "tls/rules.h"
#include "x509/ip_address.h"

namespace pki::tls {
namespace {

// A Certificate message must fit into one record's content as mbedTLS is built (RFC 8446 5.1: 2^14 octets), and needs
// some for itself: five around each certificate, eight in front.
constexpr std::size_t kMaxCertificateOctets = (1U << 14) - 384;
constexpr std::size_t kOctetsAroundCertificate = 5;
// The same for the names in a CertificateRequest, with two octets in front of each.
constexpr std::size_t kMaxAuthorityOctets = (1U << 14) - 384;
constexpr std::size_t kOctetsBeforeName = 2;
// RFC 6066 3: DNS names are shorter than this (RFC 1035 2.3.4).
constexpr std::size_t kMaxServerName = 255;
// Two sides that answer each other are done after three turns; who goes on talking is caught here.
constexpr int kMaxTurns = 16;

Status check_party(Side side, const HandshakeQuestion& question) {
  const std::string name(side_name(side));
  const Party& party = side == Side::Client ? question.client : question.server;
  if (party.sent.empty()) {
    return side == Side::Server ? Status(Finding{&rules::kCertificateMissing, {}, {}}) : Status();
  }
  std::size_t octets = 0;
  for (const x509::CertificatePtr& certificate : party.sent) {
    octets += certificate->der().size() + kOctetsAroundCertificate;
  }
  if (octets > kMaxCertificateOctets) {
    return Finding{
        &rules::kCertificatesTooLarge,
        {},
        {{"side", name}, {"octets", std::to_string(octets)}, {"limit", std::to_string(kMaxCertificateOctets)}}};
  }
  if (party.key == nullptr) return Finding{&rules::kKeyMissing, {}, {{"side", name}}};
  const x509::Certificate& leaf = *party.sent.front();
  if (!party.key->matches(leaf.public_key())) {
    return Finding{&rules::kKeyMismatch, {}, {{"side", name}, {"subject", x509::to_rfc4514(leaf.subject())}}};
  }
  // RFC 8446 4.2.3 has no signature scheme for this curve; mbedTLS would sign and check as if it were secp256r1.
  if (question.version == Version::Tls13 && party.key->curve() == crypto::Curve::Secp256k1) {
    return Finding{&rules::kKeyUnusable,
                   {},
                   {{"side", name},
                    {"key", crypto::public_key_name(leaf.public_key())},
                    {"reason", "TLS 1.3 has no signatures on its curve"}}};
  }
  return {};
}

Status check_server_name(const std::string& name) {
  const auto unusable = [](std::string reason) {
    return Finding{&rules::kServerName, {}, {{"reason", std::move(reason)}}};
  };
  if (name.size() > kMaxServerName) return unusable("it is longer than 255 octets");
  const bool printable = std::all_of(name.begin(), name.end(), [](char c) { return c > 0x20 && c < 0x7F; });
  if (!printable) return unusable("it has characters that are not of a DNS name in ASCII");
  return {};
}

Status check_authorities(const std::vector<ByteVector>& authorities) {
  std::size_t octets = 0;
  for (const ByteVector& name : authorities) octets += name.size() + kOctetsBeforeName;
  if (octets <= kMaxAuthorityOctets) return {};
  return Finding{&rules::kAuthoritiesTooLarge,
                 {},
                 {{"octets", std::to_string(octets)}, {"limit", std::to_string(kMaxAuthorityOctets)}}};
}

/// What the messages say of what was agreed on.
void read_agreement(Handshake& handshake) {
  for (const Flight& flight : handshake.flights) {
    for (const Message& message : flight.messages) {
      const bool by_server = message.sender == Side::Server;
      if (message.name == "ServerHello" && !message.cipher_suites.empty()) {
        handshake.cipher_suite = message.cipher_suites.front();
      }
      if (by_server && message.group) handshake.group = message.group;
      const bool is_proof = message.name == "CertificateVerify" || message.name == "ServerKeyExchange";
      if (is_proof && !message.signature_schemes.empty()) {
        (by_server ? handshake.server_signature : handshake.client_signature) = message.signature_schemes.front();
      }
    }
  }
}

/// The fatal alert that is the last message of `side`; nothing where it sent none.
std::optional<Refusal> last_alert(const Handshake& handshake, Side side) {
  if (handshake.flights.empty() || handshake.flights.back().sender != side) return std::nullopt;
  const Message& last = handshake.flights.back().messages.back();
  if (!last.alert || last.alert->level != AlertLevel::Fatal) return std::nullopt;
  return Refusal{side, last.alert->description, AlertCause::Protocol};
}

}  // namespace

std::string_view alert_cause_name(AlertCause cause) {
  switch (cause) {
    case AlertCause::CertificateRefused:
      return "certificate_refused";
    case AlertCause::NoClientCertificate:
      return "no_client_certificate";
    case AlertCause::Protocol:
      return "protocol";
  }
  return "";
}

Result<Handshake> play(const HandshakeQuestion& question) {
  PKI_CHECK(check_party(Side::Server, question));
  PKI_CHECK(check_party(Side::Client, question));
  PKI_CHECK(check_server_name(question.server_name));
  PKI_CHECK(check_authorities(question.authorities));

  Wire wire;
  RecordKeys keys(question.version);
  PKI_TRY(const auto client, Endpoint::make(Side::Client, question, wire, keys));
  PKI_TRY(const auto server, Endpoint::make(Side::Server, question, wire, keys));

  Handshake handshake{.version = question.version};
  const Endpoint* stopped = nullptr;
  Side side = Side::Client;
  for (int turn = 0; turn < kMaxTurns && !stopped && !(handshake.client_finished && handshake.server_finished);
       ++turn) {
    Endpoint& endpoint = side == Side::Client ? *client : *server;
    const Progress progress = endpoint.advance();
    if (progress == Progress::Finished) {
      (side == Side::Client ? handshake.client_finished : handshake.server_finished) = true;
    }
    if (progress == Progress::Stopped) {
      stopped = &endpoint;
    } else {
      side = other(side);
    }
  }

  PKI_TRY(handshake.flights, read_transcript(wire.sent, question.version, &keys));
  read_agreement(handshake);
  if (handshake.client_finished && handshake.server_finished) return handshake;
  if (stopped == nullptr) return client->failure();
  handshake.refusal = stopped->refusal() ? stopped->refusal() : last_alert(handshake, side);
  if (!handshake.refusal) return stopped->failure();
  return handshake;
}

}  // namespace pki::tls
