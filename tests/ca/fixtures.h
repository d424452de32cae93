#pragma once
// Keys, names and a small hierarchy for the tests of issuing. Everything comes from fixed random numbers.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "asn1/oids.h"
#include "base/encoding.h"
#include "ca/csr.h"
#include "ca/issue.h"
#include "crypto/random.h"
#include "support/findings.h"
#include "x509/certificate.h"
#include "x509/request.h"

namespace pki::ca::test {

using pki::test::find_rule;
using pki::test::has_rule;
using pki::test::rule_ids;
namespace oids = asn1::oids;

inline Time at(std::string_view iso) {
  const auto time = from_iso8601(iso);
  REQUIRE(time);
  return *time;
}
inline Time now() { return at("2026-11-22T12:00:00Z"); }

inline crypto::PrivateKey make_key(std::uint64_t seed, crypto::KeySpec spec = crypto::KeySpec::P256) {
  crypto::FixedRandom random(seed);
  const crypto::ScopedRandom scope(random);
  auto key = crypto::PrivateKey::generate(spec);
  REQUIRE(key.ok());
  return std::move(key).value();
}

inline x509::NameInput name(std::string_view text) {
  auto input = x509::parse_name_text(text);
  REQUIRE(input.ok());
  return *input;
}

inline x509::GeneralNameInput general_name(std::string_view text) {
  auto input = x509::parse_general_name_text(text);
  REQUIRE(input.ok());
  return *input;
}

inline const Profile& profile(std::string_view id) {
  const Profile* found = find_profile(id);
  REQUIRE(found != nullptr);
  return *found;
}

inline IssueInput input_of(std::string_view profile_id, std::string_view subject) {
  IssueInput input;
  input.profile = &profile(profile_id);
  input.subject = name(subject);
  input.validity.now = now();
  return input;
}

inline x509::CertificatePtr parse(const ByteVector& der) {
  auto certificate = x509::Certificate::parse(der);
  REQUIRE(certificate.ok());
  return *certificate;
}

inline x509::RequestPtr parse_request(const ByteVector& der) {
  auto request = x509::Request::parse(der);
  REQUIRE(request.ok());
  return *request;
}

/// A certificate with its key.
struct Authority {
  crypto::PrivateKey key;
  x509::CertificatePtr certificate;

  Signer signer() const { return {.key = key, .certificate = certificate.get()}; }
};

inline IssuedCertificate issue_ok(const IssueInput& input, const Signer& signer) {
  auto issued = issue(input, signer);
  if (!issued.ok()) FAIL("refused: " << issued.error().id());
  return std::move(issued).value();
}

/// A root of this profile that signed itself.
inline Authority make_root(const IssueInput& input) {
  crypto::PrivateKey key = make_key(1);
  const IssuedCertificate issued = issue_ok(input, {.key = key});
  return {std::move(key), parse(issued.der)};
}
inline Authority make_root() { return make_root(input_of("root-ca", "CN=Lab Root,O=Lab,C=DE")); }

/// What `issuer` issues for a new key.
inline Authority issue_under(const Authority& issuer, IssueInput input, std::uint64_t seed = 2) {
  crypto::PrivateKey key = make_key(seed);
  input.public_key = key.public_key_der();
  const IssuedCertificate issued = issue_ok(input, issuer.signer());
  return {std::move(key), parse(issued.der)};
}

/// The names of a subject alternative name, as text.
inline std::vector<std::string> san_of(const x509::Certificate& certificate) {
  std::vector<std::string> names;
  const auto& extension = certificate.extensions().subject_alt_name;
  if (!extension) return names;
  for (const auto& one : extension->names) names.push_back(x509::to_text(one));
  return names;
}

inline std::vector<std::string> purposes_of(const x509::KnownExtensions& extensions) {
  std::vector<std::string> purposes;
  if (!extensions.extended_key_usage) return purposes;
  for (const auto purpose : extensions.extended_key_usage->purposes) {
    purposes.push_back(purpose.to_dotted());
  }
  return purposes;
}

}  // namespace pki::ca::test
