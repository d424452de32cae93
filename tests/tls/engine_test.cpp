// What mbedTLS would decide itself and does not, and what it cannot do and says.

#include <algorithm>

#include "asn1/oids.h"
#include "support.h"
#include "support/constraint_extensions.h"

namespace pki::tls {
namespace {

/// Both sides send `chain`, whose leaf has the key number `key`, and accept whatever comes.
HandshakeQuestion both_send(Version version, const std::vector<x509::CertificatePtr>& chain, unsigned key) {
  return {.version = version, .client = sends(chain, key), .server = sends(chain, key)};
}

/// It is played in both versions, and all that was sent arrives.
void check_arrives(const std::vector<x509::CertificatePtr>& chain, unsigned key) {
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    CAPTURE(version_name(version));
    const Handshake handshake = played(both_send(version, chain, key));
    CHECK(handshake.completed());
    for (const Side side : {Side::Client, Side::Server}) {
      const Message* message = find_message(handshake, side, "Certificate");
      REQUIRE(message != nullptr);
      REQUIRE(message->certificates.size() == chain.size());
      for (std::size_t i = 0; i < chain.size(); ++i) {
        CHECK(equal(message->certificates[i]->der(), chain[i]->der()));
      }
    }
  }
}

/// Elliptic curve certificates whose signature algorithm nobody knows: ecdsa-with-SHA256 is ...4.3.2, and this is
/// ...4.3.9.
x509::CertificatePtr with_unknown_signature(const test::CertificateSpec& spec) {
  ByteVector der = test::make_der(spec);
  const ByteVector known = {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02};
  for (int times = 0; times < 2; ++times) {
    const auto found = std::search(der.begin(), der.end(), known.begin(), known.end());
    REQUIRE(found != der.end());
    *(found + static_cast<std::ptrdiff_t>(known.size()) - 1) = 0x09;
  }
  return test::parse_certificate(std::move(der));
}

TEST_CASE("critical extensions that mbedTLS does not know are no obstacle") {
  test::CertificateSpec issuing = test::ca(kIssuing, kRoot);
  issuing.more = {test::name_constraints_extension({"DNS:example.com"}, {}), test::require_explicit_policy(0)};
  test::CertificateSpec leaf = test::leaf({"CN=Server", 12}, kIssuing);
  constexpr std::uint8_t kUnknown[] = {0x2B, 0x06, 0x01, 0x04, 0x01, 0x8F, 0x65, 0x01};
  leaf.more = {test::make_extension(asn1::Oid(kUnknown), true, {0x05, 0x00})};
  check_arrives({test::make(leaf), test::make(issuing)}, 12);
}

TEST_CASE("key usages are not for mbedTLS to judge: neither its own nor the other side's") {
  test::CertificateSpec leaf = test::leaf({"CN=Leaf", 12}, kIssuing);
  leaf.key_usage = test::kCrlSign;
  leaf.key_purposes = {asn1::oids::kEmailProtection};
  check_arrives({test::make(leaf)}, 12);
}

TEST_CASE("what is wrong with validity, signature or issuer is not for mbedTLS to judge") {
  test::CertificateSpec leaf = test::leaf({"CN=Leaf", 12}, kIssuing);
  leaf.not_after = test::kLongAgo;
  leaf.signature = test::Signature::Tampered;
  check_arrives({test::make(leaf), test::make(test::root({"CN=Someone else", 3}))}, 12);
}

TEST_CASE("a chain is as long as a party sends it") {
  std::vector<x509::CertificatePtr> chain = {leaf_of("CN=Leaf", 12)};
  for (int i = 0; i < 14; ++i) chain.push_back(issuing_ca());
  check_arrives(chain, 12);
}

TEST_CASE("a certificate that mbedTLS cannot load is reported, with whose and which it is") {
  const auto odd_leaf = with_unknown_signature(test::leaf({"CN=Odd", 12}, kIssuing));
  const auto odd_ca = with_unknown_signature(test::ca(kIssuing, kRoot));
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    HandshakeQuestion question = mutual(version);
    question.server = sends({odd_leaf}, 12);
    auto result = play_fixed(question);
    REQUIRE(error_id(result) == "tls.certificate.not_loadable");
    CHECK(result.error().param("side") == "server");
    CHECK(result.error().param("position") == "1");
    CHECK(result.error().param("subject") == "CN=Odd");
    CHECK_FALSE(result.error().param("reason").empty());

    question = mutual(version);
    question.client = sends({leaf_of("CN=Device", 11), odd_ca}, 11);
    result = play_fixed(question);
    REQUIRE(error_id(result) == "tls.certificate.not_loadable");
    CHECK(result.error().param("side") == "client");
    CHECK(result.error().param("position") == "2");
  }
}

TEST_CASE("what cannot be played is refused before anything is sent") {
  const HandshakeQuestion good = mutual(Version::Tls13);
  HandshakeQuestion question = good;
  question.server.sent.clear();
  CHECK(error_id(play_fixed(question)) == "tls.certificate.missing");

  question = good;
  question.client.key = nullptr;
  CHECK(error_id(play_fixed(question)) == "tls.key.missing");

  question = good;
  question.client.key = &test::test_key(13);
  CHECK(error_id(play_fixed(question)) == "tls.key.mismatch");

  question = good;
  std::reverse(question.server.sent.begin(), question.server.sent.end());
  CHECK(error_id(play_fixed(question)) == "tls.key.mismatch");

  question = good;
  question.client.sent.insert(question.client.sent.end(), 60, issuing_ca());
  CHECK(error_id(play_fixed(question)) == "tls.certificate.too_large");

  question = good;
  question.authorities.assign(2, ByteVector(9000));
  CHECK(error_id(play_fixed(question)) == "tls.authorities.too_large");

  for (const std::string& name :
       {std::string(256, 'a'), std::string("www\0.example.com", 16), std::string("b\xC3\xBC")}) {
    question = good;
    question.server_name = name;
    CHECK(error_id(play_fixed(question)) == "tls.server_name.unusable");
  }
}

TEST_CASE("certificates up to the limit are played") {
  HandshakeQuestion question = mutual(Version::Tls12);
  std::size_t room = 16000 - 5 - question.client.sent.front()->der().size();
  question.client.sent.resize(1);
  for (const std::size_t each = issuing_ca()->der().size() + 5; room >= each; room -= each) {
    question.client.sent.push_back(issuing_ca());
  }
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    question.version = version;
    const Handshake handshake = played(question);
    CHECK(handshake.completed());
    CHECK(find_message(handshake, Side::Client, "Certificate")->octets.size() > 15000);
  }
}

TEST_CASE("keys that TLS or mbedTLS has no use for are reported") {
  const crypto::PrivateKey pss = stored_key("rsa-pss");
  const crypto::PrivateKey koblitz = stored_key("secp256k1");
  for (const crypto::PrivateKey* key : {&pss, &koblitz}) {
    HandshakeQuestion question = mutual(Version::Tls13);
    question.client.sent = {leaf_with("CN=Device", *key)};
    question.client.key = key;
    const auto result = play_fixed(question);
    // mbedTLS loads no certificate for an RSASSA-PSS key either.
    const std::string id = error_id(result);
    CHECK((id == "tls.key.unusable" || id == "tls.certificate.not_loadable"));
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().param("side") == "client");
  }
}

TEST_CASE("where mbedTLS gives up without an alert, that is said") {
  // A modulus that has no room for the hash of the signature.
  const crypto::PrivateKey key = stored_key("rsa-512");
  HandshakeQuestion question = mutual(Version::Tls12);
  question.server.sent = {leaf_with("CN=Server", key)};
  question.server.key = &key;
  const auto result = play_fixed(question);
  REQUIRE(error_id(result) == "tls.engine.failed");
  CHECK(result.error().param("side") == "server");
  CHECK_FALSE(result.error().param("reason").empty());
}

TEST_CASE("without randomness there is no handshake") {
  class Broken final : public crypto::RandomSource {
   public:
    bool fill(std::span<std::uint8_t>) override { return false; }
  };
  for (const Version version : {Version::Tls12, Version::Tls13}) {
    const HandshakeQuestion question = mutual(version);
    Broken random;
    crypto::ScopedRandom scope(random);
    CHECK(error_id(play(question)) == "crypto.random.failed");
  }
}

}  // namespace
}  // namespace pki::tls
