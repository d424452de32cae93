#include "x509/builder.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "asn1/oids.h"
#include "base/encoding.h"
#include "crypto/random.h"
#include "support/findings.h"
#include "x509/certificate.h"
#include "x509/request.h"

namespace pki::x509 {
namespace {

using test::rule_ids;
namespace oids = asn1::oids;

class BrokenRandom final : public crypto::RandomSource {
 public:
  bool fill(std::span<std::uint8_t>) override { return false; }
};

crypto::PrivateKey make_key(crypto::KeySpec spec = crypto::KeySpec::P256) {
  crypto::FixedRandom random(11);
  const crypto::ScopedRandom scope(random);
  auto key = crypto::PrivateKey::generate(spec);
  REQUIRE(key.ok());
  return std::move(key).value();
}

ByteVector name(std::string_view text) {
  auto input = parse_name_text(text);
  REQUIRE(input.ok());
  auto der = encode_name(*input);
  REQUIRE(der.ok());
  return *der;
}

Time at(std::string_view iso) { return *from_iso8601(iso); }

CertificateInput input_for(const crypto::PrivateKey& key) {
  return {.serial = {0x7F, 0x01},
          .issuer = name("CN=Root,O=Lab"),
          .not_before = at("2026-01-01"),
          .not_after = at("2036-01-01"),
          .subject = name("CN=Root,O=Lab"),
          .public_key = key.public_key_der(),
          .extensions = {
              {asn1::OwnedOid(oids::kBasicConstraints), true, encode(BasicConstraints{.ca = true, .path_length = 0})}}};
}

CertificatePtr sign(const CertificateInput& input, const crypto::PrivateKey& key) {
  const auto der = sign_certificate(input, key, key.default_signature_algorithm());
  REQUIRE(der.ok());
  auto certificate = Certificate::parse(*der);
  REQUIRE(certificate.ok());
  return *certificate;
}

TEST_CASE("A certificate that was written reads back as it was meant, without findings") {
  const crypto::PrivateKey key = make_key();
  const CertificatePtr certificate = sign(input_for(key), key);
  CHECK(rule_ids(certificate->findings()).empty());
  CHECK(certificate->version() == 3);
  CHECK(to_hex(certificate->serial().octets) == "7f01");
  CHECK(to_rfc4514(certificate->issuer()) == "CN=Root,O=Lab");
  CHECK(certificate->not_after()->time == at("2036-01-01"));
  CHECK(certificate->extensions().basic_constraints->path_length == 0U);
  CHECK(certificate->extensions().basic_constraints.critical());
  CHECK(is_self_signed(*certificate));
}

TEST_CASE("RSA signs too, with PKCS#1 v1.5 and with PSS") {
  const crypto::PrivateKey key = make_key(crypto::KeySpec::Rsa2048);
  const CertificateInput input = input_for(key);
  CHECK(is_self_signed(*sign(input, key)));
  const crypto::SignatureAlgorithm pss{.kind = crypto::SignatureKind::RsaPss,
                                       .hash = crypto::HashAlgorithm::Sha256,
                                       .mgf_hash = crypto::HashAlgorithm::Sha256,
                                       .salt_length = 32};
  const auto der = sign_certificate(input, key, pss);
  REQUIRE(der.ok());
  const auto certificate = Certificate::parse(*der);
  REQUIRE(certificate.ok());
  CHECK((*certificate)->signature_algorithm() == pss);
  CHECK(is_self_signed(**certificate));
}

TEST_CASE("Without extensions the version is 1 and not written") {
  const crypto::PrivateKey key = make_key();
  CertificateInput input = input_for(key);
  input.extensions.clear();
  const CertificatePtr certificate = sign(input, key);
  CHECK(certificate->version() == 1);
  CHECK(rule_ids(certificate->findings()).empty());
}

TEST_CASE("Times are UTCTime until 2049 and GeneralizedTime from 2050") {
  const crypto::PrivateKey key = make_key();
  CertificateInput input = input_for(key);
  input.not_before = at("2049-12-31T23:59:59Z");
  input.not_after = at("2050-01-01T00:00:00Z");
  const CertificatePtr certificate = sign(input, key);
  CHECK(certificate->not_before()->element.tag == asn1::tags::kUtcTime);
  CHECK(certificate->not_after()->element.tag == asn1::tags::kGeneralizedTime);
  CHECK(rule_ids(certificate->findings()).empty());
}

TEST_CASE("Serial numbers must be positive and fit in 20 octets") {
  struct Case {
    std::string_view sentence;
    std::string_view serial;
    std::string_view rule;
  };
  constexpr Case kCases[] = {
      {"none", "", "x509.serial.not_positive"},
      {"zero", "00", "x509.serial.not_positive"},
      {"zero in many octets", "0000000000", "x509.serial.not_positive"},
      {"one", "01", ""},
      {"leading zeros do not count", "00000000000000000000000000000000000000000001", ""},
      {"20 octets", "7fffffffffffffffffffffffffffffffffffffff", ""},
      {"20 octets that need a sign octet", "8000000000000000000000000000000000000000", "x509.serial.too_long"},
      {"21 octets", "010000000000000000000000000000000000000000", "x509.serial.too_long"},
  };
  const crypto::PrivateKey key = make_key();
  for (const Case& c : kCases) {
    INFO(c.sentence);
    CertificateInput input = input_for(key);
    input.serial = *from_hex(c.serial);
    const auto tbs = encode_tbs_certificate(input, key.default_signature_algorithm());
    CHECK(tbs.ok() == c.rule.empty());
    if (!tbs.ok()) CHECK(tbs.error().id() == c.rule);
  }
}

TEST_CASE("A validity that ends before it begins is refused, and one of a second is not") {
  const crypto::PrivateKey key = make_key();
  CertificateInput input = input_for(key);
  input.not_after = input.not_before;
  CHECK(encode_tbs_certificate(input, key.default_signature_algorithm()).ok());
  input.not_after.seconds -= 1;
  const auto tbs = encode_tbs_certificate(input, key.default_signature_algorithm());
  REQUIRE_FALSE(tbs.ok());
  CHECK(tbs.error().id() == "x509.validity.order");
}

TEST_CASE("Random serials are positive, differ, and have 16 octets") {
  crypto::FixedRandom random(3);
  const crypto::ScopedRandom scope(random);
  std::set<ByteVector> seen;
  for (int i = 0; i < 100; ++i) {
    const auto serial = random_serial();
    REQUIRE(serial.ok());
    CHECK(serial->size() == 16);
    CHECK((serial->front() & 0x80) == 0);
    seen.insert(*serial);
  }
  CHECK(seen.size() == 100);
}

TEST_CASE("Without randomness there is no serial") {
  BrokenRandom broken;
  const crypto::ScopedRandom scope(broken);
  const auto serial = random_serial();
  REQUIRE_FALSE(serial.ok());
  CHECK(serial.error().id() == "crypto.random.failed");
}

TEST_CASE("An algorithm that is not the key's is refused") {
  const crypto::PrivateKey key = make_key();
  const crypto::SignatureAlgorithm rsa{.kind = crypto::SignatureKind::RsaPkcs1};
  const auto der = sign_certificate(input_for(key), key, rsa);
  REQUIRE_FALSE(der.ok());
  CHECK(der.error().id() == "crypto.signature.key_mismatch");
}

TEST_CASE("A request that was written reads back as it was meant, without findings") {
  const crypto::PrivateKey key = make_key();
  asn1::Writer password;
  password.string(asn1::tags::kUtf8String, "otp");
  const RequestInput input{.subject = name("CN=leaf.example"),
                           .extensions = {{asn1::OwnedOid(oids::kKeyUsage), true, encode(KeyUsage{.bits = 1})}},
                           .attributes = {{asn1::OwnedOid(oids::kChallengePassword), password.take()}}};
  const auto der = sign_request(input, key, key.default_signature_algorithm());
  REQUIRE(der.ok());
  const auto request = Request::parse(*der);
  REQUIRE(request.ok());
  CHECK(rule_ids((*request)->findings()).empty());
  CHECK((*request)->version() == 1);
  CHECK((*request)->challenge_password() == "otp");
  CHECK((*request)->extensions().key_usage->has(KeyUsageBit::DigitalSignature));
  CHECK(verify_proof_of_possession(**request).ok());
}

TEST_CASE("A request without attributes has an empty attributes field") {
  const crypto::PrivateKey key = make_key();
  const auto der = sign_request({.subject = name("CN=x"), .extensions = {}, .attributes = {}}, key,
                                key.default_signature_algorithm());
  REQUIRE(der.ok());
  const auto request = Request::parse(*der);
  REQUIRE(request.ok());
  CHECK(rule_ids((*request)->findings()).empty());
  CHECK((*request)->attributes().empty());
}

TEST_CASE("The same input and the same random numbers give the same octets") {
  const crypto::PrivateKey key = make_key();
  const auto once = sign_certificate(input_for(key), key, key.default_signature_algorithm());
  const auto again = sign_certificate(input_for(key), key, key.default_signature_algorithm());
  REQUIRE(once.ok());
  REQUIRE(again.ok());
  CHECK(*once == *again);
}

}  // namespace
}  // namespace pki::x509
