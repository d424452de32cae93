#pragma once
// A conversation as a TLS handshake: both sides with the certificates that they send and the keys to them, and the
// verdicts of judge.h in the place of the validators. EAP-TLS (RFC 5216, RFC 9190) carries the same flights in EAP
// packets.

#include "estate/conversation.h"
#include "relying/certainty.h"
#include "tls/handshake.h"

namespace pki::estate {

/// How a service tells a device that it refuses its certificate.
///   Alert   it ends the handshake with an alert
///   Answer  it finishes the handshake, and says so in the answer to the first request
///   Failure it ends the handshake, and sends EAP-Failure in the place of the alert, which RFC 5216 2.1.3 wants sent
enum class Telling : std::uint8_t { Alert, Answer, Failure };
/// "alert", "answer", "eap-failure".
std::string_view telling_name(Telling telling);

/// The manners of a kind of service, and how they are known.
struct Manner {
  ServiceKind kind = ServiceKind::Nps;
  Telling telling = Telling::Alert;
  relying::Certainty certainty = relying::Certainty::Assumed;
  std::string_view source = {};
};
const Manner& manner_of(ServiceKind kind);

/// What a device reads from a service with Telling::Answer that refuses its certificate for `fault`: "HTTP 403.16 ...".
/// Null: the device sent none.
std::string_view answer_of(ServiceKind kind, const relying::Fault* fault);

/// The alert for a fault: the likeliest of what relying/ knows (RFC 8446 6.2, as OpenSSL chooses); certificate_unknown
/// for null and where none is known.
tls::Alert alert_of(const relying::Fault* fault);

/// The alert with which a service refuses a device: as above, but for what it does in its own way. Measured with Debian
/// 12's nginx, Apache and FreeRADIUS (tests/peers/real_servers).
tls::Alert alert_of(ServiceKind kind, const Verdict& of_client);

struct PlayedConversation {
  tls::Handshake handshake;
  /// What the device reads where the service refuses it and sends no alert: after a handshake that went well, or in the
  /// place of the alert (Telling::Failure). Empty where there is nothing, or nothing that is known.
  std::string_view answer = {};
  /// The reason where the certificate is good and the service finds no account by it, of which the handshake knows
  /// nothing.
  std::optional<Finding> beyond = {};
};

/// Plays a conversation of the scene, with randomness from the source in force. That somebody refuses is no failure.
/// Rules: estate.handshake.not_played (the service's own TLS is not part of the estate), and those of tls::play and of
/// crypto::PrivateKey::from_pkcs8.
Result<PlayedConversation> play(const Scene& scene, Judge& judge, const Conversation& conversation,
                                tls::Version version);

}  // namespace pki::estate
