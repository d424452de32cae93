#pragma once
// A TLS handshake between two parties in memory: mbedTLS speaks on both sides, and whoever asks decides what each side
// thinks of the other's certificates.
//
// Nothing is judged here. mbedTLS would refuse certificates whose critical extensions it does not know, and would look
// at key usages and chains itself; it is made to load what it can and to leave the verdict to `Party::verdict`, and
// what that answers goes out as the alert. Where our engine differs from others:
//   * Key agreement is ephemeral (ECDHE), records are AES-GCM; there are no tickets, no pre-shared keys, no early data.
//   * With TLS 1.3 mbedTLS announces no names of CAs. The alert with which its client refuses the server's certificate
//     goes out unencrypted, and that of its server under the keys of the handshake; RFC 8446 (4.4.4, 6, appendix A)
//     wants the handshake's keys for the one and those of the application for the other.
//   * In TLS 1.3 the client has finished before the server has seen its certificate (RFC 8446 4.4.4, appendix E.1.2):
//     a refused client believes for a moment that it is connected. Handshake::client_finished tells.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "crypto/private_key.h"
#include "tls/message.h"

namespace pki::tls {

/// What a side thinks of the certificates that it received (leaf first, at least one): nothing where it accepts them,
/// else the alert that it sends. Called while the handshake is played; must not play another one.
using Verdict = std::function<std::optional<Alert>(std::span<const x509::CertificatePtr> received)>;

/// One of the two.
struct Party {
  /// What it sends, leaf first, as it is configured: with or without the CAs. Empty: a client without certificate.
  std::vector<x509::CertificatePtr> sent = {};
  /// The key of the first one; not null where there is one. Must live until the handshake is over.
  const crypto::PrivateKey* key = nullptr;
  /// Without one, whatever is received is refused with certificate_unknown.
  Verdict verdict = {};
};

/// Whether the server asks the client for a certificate, and goes on without one.
enum class ClientCertificate : std::uint8_t { NotAsked, Optional, Required };

struct HandshakeQuestion {
  Version version = Version::Tls13;
  Party client = {};
  Party server = {};
  /// The name that the client asks for. An IP address, or nothing, is not sent (RFC 6066 3).
  std::string server_name = {};
  ClientCertificate client_certificate = ClientCertificate::Required;
  /// The CAs that the server announces in its CertificateRequest, each a DER Name; with TLS 1.2 only. The client sends
  /// its certificate whether it is from one of them or not.
  std::vector<ByteVector> authorities = {};
};

/// Why an alert was sent: the verdict on a certificate; that the client sent none and had to (RFC 8446 4.4.2.4, RFC
/// 5246 7.4.6); or the protocol, where mbedTLS could not go on (no cipher suite in common, for one).
enum class AlertCause : std::uint8_t { CertificateRefused, NoClientCertificate, Protocol };

/// "certificate_refused", "no_client_certificate", "protocol".
std::string_view alert_cause_name(AlertCause cause);

/// The alert that ended a handshake.
struct Refusal {
  Side sender = Side::Client;
  Alert alert = Alert::CloseNotify;
  AlertCause cause = AlertCause::Protocol;
  friend bool operator==(const Refusal&, const Refusal&) = default;
};

struct Handshake {
  Version version = Version::Tls13;
  /// All that went over the wire, up to the alert.
  std::vector<Flight> flights = {};
  /// Nothing where both sides are connected.
  std::optional<Refusal> refusal = {};
  /// Whether each side had done its part and took itself for connected when it ended.
  bool client_finished = false;
  bool server_finished = false;
  /// Nothing where it did not come so far; the names are in tls/code_points.h.
  std::optional<std::uint16_t> cipher_suite = {};
  std::optional<std::uint16_t> group = {};
  /// The scheme with which each side proved that it has its key.
  std::optional<std::uint16_t> server_signature = {};
  std::optional<std::uint16_t> client_signature = {};

  bool completed() const { return client_finished && server_finished && !refusal; }
};

/// Plays it, with randomness from the source in force (crypto/random.h) and no clock. That a side refuses is no
/// failure. Rules: tls.certificate.*, tls.key.*, tls.server_name.unusable (what is asked cannot be played),
/// crypto.random.failed, tls.engine.failed (mbedTLS stopped without a word on the wire).
Result<Handshake> play(const HandshakeQuestion& question);

}  // namespace pki::tls
