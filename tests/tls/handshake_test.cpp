// Handshakes that end well: what travels, in which order, and what was agreed on.

#include "tls/handshake.h"

#include "support.h"

namespace pki::tls {
namespace {

using Lines = std::vector<std::string>;

std::vector<std::string> fingerprints(const std::vector<x509::CertificatePtr>& list) {
  std::vector<std::string> all;
  for (const auto& certificate : list) all.push_back(std::string(as_text(certificate->fingerprint())));
  return all;
}

/// All octets of all messages.
ByteVector octets_of(const Handshake& handshake) {
  ByteVector all;
  for (const Flight& flight : handshake.flights) {
    for (const Message& message : flight.messages) append(all, message.octets);
  }
  return all;
}

TEST_CASE("TLS 1.2, mutual: each message in its flight") {
  const Handshake handshake = played(mutual(Version::Tls12));
  CHECK(flights_of(handshake) ==
        Lines{"client: ClientHello",
              "server: ServerHello Certificate ServerKeyExchange CertificateRequest ServerHelloDone",
              "client: Certificate ClientKeyExchange CertificateVerify ChangeCipherSpec [Finished]",
              "server: ChangeCipherSpec [Finished]"});
  CHECK(handshake.completed());
  CHECK(cipher_suite_name(handshake.cipher_suite.value()) == "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
  CHECK(group_name(handshake.group.value()) == "x25519");
  CHECK(signature_scheme_name(handshake.server_signature.value(), Version::Tls12).starts_with("ecdsa_sha"));
  CHECK(signature_scheme_name(handshake.client_signature.value(), Version::Tls12).starts_with("ecdsa_sha"));
}

TEST_CASE("TLS 1.3, mutual: the certificates are encrypted, and shown all the same") {
  const Handshake handshake = played(mutual(Version::Tls13));
  CHECK(flights_of(handshake) ==
        Lines{"client: ClientHello",
              "server: ServerHello ChangeCipherSpec [EncryptedExtensions] [CertificateRequest] [Certificate] "
              "[CertificateVerify] [Finished]",
              "client: ChangeCipherSpec [Certificate] [CertificateVerify] [Finished]"});
  CHECK(handshake.completed());
  CHECK(cipher_suite_name(handshake.cipher_suite.value()) == "TLS_AES_256_GCM_SHA384");
  CHECK(group_name(handshake.group.value()) == "x25519");
  CHECK(signature_scheme_name(handshake.server_signature.value(), Version::Tls13) == "ecdsa_secp256r1_sha256");
  CHECK(signature_scheme_name(handshake.client_signature.value(), Version::Tls13) == "ecdsa_secp256r1_sha256");
}

TEST_CASE("all that is read in a message can be read") {
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    CAPTURE(version_name(version));
    const Handshake handshake = played(mutual(version));
    for (const Flight& flight : handshake.flights) {
      for (const Message& message : flight.messages) {
        CAPTURE(message.name);
        CHECK(message.findings.empty());
        CHECK(message.protection != Protection::Sealed);
        CHECK(message.sender == flight.sender);
      }
    }
    CHECK(find_message(handshake, Side::Client, "ClientHello")->server_name == "www.example.com");
    CHECK_FALSE(find_message(handshake, Side::Server, "CertificateRequest")->signature_schemes.empty());
  }
}

TEST_CASE("each side is judged by what it sent: with the chain, or the leaf alone") {
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    CAPTURE(version_name(version));
    HandshakeQuestion question = mutual(version);
    question.client.sent.pop_back();
    std::vector<x509::CertificatePtr> by_client;
    std::vector<x509::CertificatePtr> by_server;
    const auto keep_in = [](std::vector<x509::CertificatePtr>& list) {
      return [&list](Received received) -> std::optional<Alert> {
        list.assign(received.begin(), received.end());
        return std::nullopt;
      };
    };
    question.server.verdict = keep_in(by_client);
    question.client.verdict = keep_in(by_server);
    const Handshake handshake = played(question);
    CHECK(handshake.completed());
    CHECK(fingerprints(by_client) == fingerprints(question.client.sent));
    CHECK(by_client.size() == 1);
    CHECK(fingerprints(by_server) == fingerprints(question.server.sent));
    CHECK(by_server.size() == 2);
    CHECK(fingerprints(find_message(handshake, Side::Client, "Certificate")->certificates) == fingerprints(by_client));
    CHECK(fingerprints(find_message(handshake, Side::Server, "Certificate")->certificates) == fingerprints(by_server));
  }
}

TEST_CASE("a side that is not content with the leaf alone says so, and with the chain it goes on") {
  // What a product does that fetches nothing: it needs the CA between the leaf and its anchor.
  const Verdict needs_issuer = [](Received received) -> std::optional<Alert> {
    if (received.size() > 1) return std::nullopt;
    return Alert::UnknownCa;
  };
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    CAPTURE(version_name(version));
    HandshakeQuestion question = mutual(version);
    question.server.verdict = needs_issuer;
    CHECK(played(question).completed());
    question.client.sent.pop_back();
    CHECK(played(question).refusal == Refusal{Side::Server, Alert::UnknownCa, AlertCause::CertificateRefused});
  }
}

TEST_CASE("keys of each kind sign: RSA, P-256 and P-384, on either side") {
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    const bool is_13 = version == Version::Tls13;
    for (const unsigned client : {11U, test::kP384Keys, test::kRsaKeys}) {
      for (const unsigned server : {12U, test::kP384Keys + 1, test::kRsaKeys + 1}) {
        CAPTURE(version_name(version), client, server);
        HandshakeQuestion question = mutual(version);
        question.client = sends({leaf_of("CN=Device", client)}, client);
        question.server = sends({leaf_of("CN=Server", server)}, server);
        const Handshake handshake = played(question);
        CHECK(handshake.completed());
        const auto kind = [&](unsigned key) {
          if (key >= test::kRsaKeys) return is_13 ? "rsa_pss_rsae_sha" : "rsa_pkcs1_sha";
          if (!is_13) return "ecdsa_sha";
          return key >= test::kP384Keys ? "ecdsa_secp384r1_sha384" : "ecdsa_secp256r1_sha256";
        };
        CHECK(signature_scheme_name(handshake.client_signature.value(), version).starts_with(kind(client)));
        CHECK(signature_scheme_name(handshake.server_signature.value(), version).starts_with(kind(server)));
      }
    }
  }
}

TEST_CASE("a server that asks for no certificate gets none and is content") {
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    CAPTURE(version_name(version));
    HandshakeQuestion question = mutual(version);
    question.client_certificate = ClientCertificate::NotAsked;
    question.server.verdict = refuse(Alert::InternalError);
    const Handshake handshake = played(question);
    CHECK(handshake.completed());
    CHECK(find_message(handshake, Side::Server, "CertificateRequest") == nullptr);
    CHECK(find_message(handshake, Side::Client, "Certificate") == nullptr);
    CHECK_FALSE(handshake.client_signature.has_value());
  }
}

TEST_CASE("a server that asks and does not insist goes on without") {
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    CAPTURE(version_name(version));
    HandshakeQuestion question = mutual(version);
    question.client_certificate = ClientCertificate::Optional;
    question.client.sent.clear();
    const Handshake handshake = played(question);
    CHECK(handshake.completed());
    CHECK(find_message(handshake, Side::Client, "Certificate")->certificates.empty());
    CHECK(find_message(handshake, Side::Client, "CertificateVerify") == nullptr);
  }
}

TEST_CASE("with TLS 1.2 the server announces the names of its CAs") {
  HandshakeQuestion question = mutual(Version::Tls12);
  question.authorities = {test::encode_test_name("CN=Root"), test::encode_test_name("CN=Issuing,O=Lab")};
  const Handshake handshake = played(question);
  CHECK(handshake.completed());
  CHECK(find_message(handshake, Side::Server, "CertificateRequest")->authorities == question.authorities);
}

TEST_CASE("an address is no name that can be asked for") {
  for (const std::string name : {"192.0.2.1", "2001:db8::1", ""}) {
    CAPTURE(name);
    HandshakeQuestion question = mutual(Version::Tls13);
    question.server_name = name;
    const Handshake handshake = played(question);
    CHECK(handshake.completed());
    CHECK(find_message(handshake, Side::Client, "ClientHello")->server_name.empty());
  }
}

TEST_CASE("the same randomness makes the same handshake, octet by octet; another one another") {
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    CAPTURE(version_name(version));
    for (const unsigned key : {11U, test::kRsaKeys}) {
      CAPTURE(key);
      HandshakeQuestion question = mutual(version);
      question.client = sends({leaf_of("CN=Device", key)}, key);
      const ByteVector first = octets_of(played(question));
      CHECK(octets_of(played(question)) == first);
      const auto other = play_fixed(question, 2);
      REQUIRE(other.ok());
      CHECK(octets_of(*other) != first);
    }
  }
}

}  // namespace
}  // namespace pki::tls
