#pragma once
// What the tests of this layer share: two parties with their certificates, and a short way to write down a handshake.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

#include "support/chain_builder.h"
#include "support/files.h"
#include "tls/handshake.h"

namespace pki::tls {

/// The id of the rule for which there is no value, or "".
template <typename R>
std::string error_id(const R& result) {
  return result.ok() ? "" : std::string(result.error().id());
}

using Received = std::span<const x509::CertificatePtr>;

inline Verdict accept() {
  return [](Received) -> std::optional<Alert> { return std::nullopt; };
}
inline Verdict refuse(Alert alert) {
  return [alert](Received) -> std::optional<Alert> { return alert; };
}

/// "CN=Name" with the test key of this number.
inline Party sends(std::vector<x509::CertificatePtr> sent, unsigned key, Verdict verdict = accept()) {
  return {std::move(sent), &test::test_key(key), std::move(verdict)};
}

inline const test::Party kRoot = {"CN=Root", 1};
inline const test::Party kIssuing = {"CN=Issuing", 2};

/// A leaf of the issuing CA.
inline x509::CertificatePtr leaf_of(const std::string& name, unsigned key) {
  return test::make(test::leaf({name, key}, kIssuing));
}
inline x509::CertificatePtr issuing_ca() {
  static const x509::CertificatePtr certificate = test::make(test::ca(kIssuing, kRoot));
  return certificate;
}

/// A key of tests/data/crypto.
inline crypto::PrivateKey stored_key(const std::string& name) {
  return crypto::PrivateKey::from_pkcs8(test::read_test_pem("crypto/" + name + ".pem")).value();
}
/// A leaf of the issuing CA with this key.
inline x509::CertificatePtr leaf_with(const std::string& name, const crypto::PrivateKey& key) {
  x509::CertificateInput input;
  input.serial = {1};
  input.issuer = test::encode_test_name(kIssuing.name);
  input.subject = test::encode_test_name(name);
  input.not_before = test::kLongAgo;
  input.not_after = test::kFarAhead;
  input.public_key = key.public_key_der();
  const crypto::PrivateKey& signer = test::test_key(kIssuing.key);
  return test::parse_certificate(x509::sign_certificate(input, signer, signer.default_signature_algorithm()).value());
}

/// Both sides with a leaf on P-256 and its CA, both content with the other.
inline HandshakeQuestion mutual(Version version) {
  static const x509::CertificatePtr client = leaf_of("CN=Device", 11);
  static const x509::CertificatePtr server = leaf_of("CN=Server", 12);
  return {.version = version,
          .client = sends({client, issuing_ca()}, 11),
          .server = sends({server, issuing_ca()}, 12),
          .server_name = "www.example.com"};
}

/// The handshake, with the same randomness each time.
inline Result<Handshake> play_fixed(const HandshakeQuestion& question, std::uint64_t seed = 1) {
  crypto::FixedRandom random(seed);
  crypto::ScopedRandom scope(random);
  return play(question);
}

/// It, where a test knows that it can be played.
inline Handshake played(const HandshakeQuestion& question) {
  auto result = play_fixed(question);
  if (!result.ok()) FAIL(render_summary(result.error()));
  return std::move(result).value();
}

/// "ClientHello" ... of each flight; what was encrypted in brackets.
inline std::vector<std::string> flights_of(const Handshake& handshake) {
  std::vector<std::string> lines;
  for (const Flight& flight : handshake.flights) {
    std::string line = std::string(side_name(flight.sender)) + ":";
    for (const Message& message : flight.messages) {
      const bool plain = message.protection == Protection::None;
      std::string name = message.name;
      if (message.alert) name += " " + std::string(alert_name(message.alert->description));
      line += plain ? " " + name : " [" + name + "]";
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

/// The first message of `sender` with this name; null where there is none.
inline const Message* find_message(const Handshake& handshake, Side sender, std::string_view name) {
  for (const Flight& flight : handshake.flights) {
    for (const Message& message : flight.messages) {
      if (message.sender == sender && message.name == name) return &message;
    }
  }
  return nullptr;
}

}  // namespace pki::tls
