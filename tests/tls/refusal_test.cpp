// Handshakes that end with an alert: who sends which, when, and what the other side believed until then.

#include "support.h"

namespace pki::tls {
namespace {

constexpr Alert kVerdictAlerts[] = {Alert::HandshakeFailure,   Alert::BadCertificate,     Alert::UnsupportedCertificate,
                                    Alert::CertificateRevoked, Alert::CertificateExpired, Alert::CertificateUnknown,
                                    Alert::UnknownCa,          Alert::AccessDenied,       Alert::DecryptError};

/// The messages of the last flight as flights_of() writes them.
std::string last_flight(const Handshake& handshake) { return flights_of(handshake).back(); }

TEST_CASE("the server refuses the client with whatever alert the verdict names") {
  for (const Alert alert : kVerdictAlerts) {
    CAPTURE(alert_name(alert));
    HandshakeQuestion question = mutual(Version::Tls12);
    question.server.verdict = refuse(alert);
    const Handshake in_12 = played(question);
    CHECK(in_12.refusal == Refusal{Side::Server, alert, AlertCause::CertificateRefused});
    CHECK(last_flight(in_12) == "server: Alert " + std::string(alert_name(alert)));
    CHECK_FALSE(in_12.completed());

    question.version = Version::Tls13;
    const Handshake in_13 = played(question);
    CHECK(in_13.refusal == Refusal{Side::Server, alert, AlertCause::CertificateRefused});
    CHECK(last_flight(in_13) == "server: [Alert " + std::string(alert_name(alert)) + "]");
    CHECK_FALSE(in_13.completed());
  }
}

TEST_CASE("a refused client has been connected in TLS 1.3, and has not in TLS 1.2") {
  HandshakeQuestion question = mutual(Version::Tls13);
  question.server.verdict = refuse(Alert::UnknownCa);
  const Handshake in_13 = played(question);
  CHECK(in_13.client_finished);
  CHECK_FALSE(in_13.server_finished);

  question.version = Version::Tls12;
  const Handshake in_12 = played(question);
  CHECK_FALSE(in_12.client_finished);
  CHECK_FALSE(in_12.server_finished);
}

TEST_CASE("the client refuses the server and sends no certificate of its own") {
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    for (const Alert alert : kVerdictAlerts) {
      CAPTURE(version_name(version), alert_name(alert));
      HandshakeQuestion question = mutual(version);
      question.client.verdict = refuse(alert);
      question.server.verdict = accept();
      const Handshake handshake = played(question);
      CHECK(handshake.refusal == Refusal{Side::Client, alert, AlertCause::CertificateRefused});
      // Unencrypted in both versions: see tls/handshake.h.
      CHECK(last_flight(handshake) == "client: Alert " + std::string(alert_name(alert)));
      CHECK(find_message(handshake, Side::Client, "Certificate") == nullptr);
      CHECK_FALSE(handshake.client_finished);
      CHECK_FALSE(handshake.server_finished);
    }
  }
}

TEST_CASE("a client without certificate is told so: handshake_failure in TLS 1.2, certificate_required in TLS 1.3") {
  HandshakeQuestion question = mutual(Version::Tls12);
  question.client.sent.clear();
  question.client.key = nullptr;
  const Handshake in_12 = played(question);
  CHECK(in_12.refusal == Refusal{Side::Server, Alert::HandshakeFailure, AlertCause::NoClientCertificate});
  CHECK(static_cast<int>(in_12.refusal->alert) == 40);
  CHECK(last_flight(in_12) == "server: Alert handshake_failure");
  CHECK(find_message(in_12, Side::Client, "Certificate")->certificates.empty());

  question.version = Version::Tls13;
  const Handshake in_13 = played(question);
  CHECK(in_13.refusal == Refusal{Side::Server, Alert::CertificateRequired, AlertCause::NoClientCertificate});
  CHECK(static_cast<int>(in_13.refusal->alert) == 116);
  CHECK(last_flight(in_13) == "server: [Alert certificate_required]");
  CHECK(in_13.client_finished);
}

TEST_CASE("a party without verdict trusts no one") {
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    CAPTURE(version_name(version));
    HandshakeQuestion question = mutual(version);
    question.server.verdict = {};
    CHECK(played(question).refusal == Refusal{Side::Server, Alert::CertificateUnknown, AlertCause::CertificateRefused});
    question.client.verdict = {};
    CHECK(played(question).refusal == Refusal{Side::Client, Alert::CertificateUnknown, AlertCause::CertificateRefused});
  }
}

TEST_CASE("where nothing is in common, the protocol itself ends it") {
  // A key on secp256k1: neither side offers that curve.
  const crypto::PrivateKey key = stored_key("secp256k1");
  HandshakeQuestion question = mutual(Version::Tls12);
  question.server.sent = {leaf_with("CN=Server", key)};
  question.server.key = &key;
  const Handshake handshake = played(question);
  CHECK(handshake.refusal == Refusal{Side::Server, Alert::HandshakeFailure, AlertCause::Protocol});
  CHECK(last_flight(handshake) == "server: Alert handshake_failure");
  CHECK_FALSE(handshake.cipher_suite.has_value());
}

}  // namespace
}  // namespace pki::tls
