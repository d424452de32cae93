#include "ca/profile.h"

#include <set>

#include "ca/rules.h"
#include "fixtures.h"

namespace pki::ca::test {
namespace {

using x509::KeyUsageBit;

TEST_CASE("Profiles have unique names, and are found by them") {
  std::set<std::string_view> ids;
  for (const Profile& one : profiles()) {
    CHECK(ids.insert(one.id).second);
    CHECK(find_profile(one.id) == &one);
    CHECK_FALSE(one.title.empty());
    CHECK_FALSE(one.description.empty());
    CHECK_FALSE(one.key_specs.empty());
  }
  CHECK(find_profile("no-such-profile") == nullptr);
  CHECK(find_profile("") == nullptr);
}

TEST_CASE("A profile's key usage agrees with its being a CA") {
  for (const Profile& one : profiles()) {
    INFO(one.id);
    for (const auto kind : {crypto::KeyKind::Rsa, crypto::KeyKind::Ec}) {
      const x509::KeyUsage usage{.bits = one.key_usage(kind)};
      CHECK(usage.has(KeyUsageBit::KeyCertSign) == one.ca);
      CHECK(usage.has(KeyUsageBit::CrlSign) == one.ca);
      CHECK(usage.bits != 0);
    }
    // RFC 8813 3: keyEncipherment must not be set with an EC key.
    CHECK_FALSE(x509::KeyUsage{.bits = one.key_usage_ec}.has(KeyUsageBit::KeyEncipherment));
  }
}

TEST_CASE("Every profile issues a certificate that reads back without findings, for RSA and for EC") {
  const Authority root = make_root();
  for (const auto spec : {crypto::KeySpec::Rsa2048, crypto::KeySpec::P256}) {
    const crypto::PrivateKey key = make_key(9, spec);
    for (const Profile& one : profiles()) {
      INFO(one.id);
      IssueInput input = input_of(one.id, "CN=host.example,emailAddress=ann@example.org,O=Lab");
      input.public_key = key.public_key_der();
      const IssuedCertificate issued = issue_ok(input, one.self_signed ? Signer{.key = key} : root.signer());
      const x509::CertificatePtr certificate = parse(issued.der);
      CHECK(rule_ids(certificate->findings()).empty());
      CHECK_FALSE(has_errors(issued.findings));
      CHECK(certificate->version() == 3);
      const auto& extensions = certificate->extensions();
      CHECK(extensions.basic_constraints.present() == one.ca);
      if (one.ca) {
        CHECK(extensions.basic_constraints.critical());
        CHECK(extensions.basic_constraints->path_length == one.path_length);
      }
      CHECK(extensions.key_usage.critical());
      CHECK(extensions.extended_key_usage.present() == !one.purposes.empty());
      CHECK_FALSE(extensions.extended_key_usage.critical());
      CHECK_FALSE(extensions.subject_key_identifier.critical());
      CHECK_FALSE(extensions.subject_alt_name.critical());
      CHECK(extensions.subject_alt_name.present() == (one.san == SanRule::Required));
      CHECK(certificate->self_issued() == one.self_signed);
    }
  }
}

TEST_CASE("Keys are told apart in the terms of profiles") {
  for (const auto spec :
       {crypto::KeySpec::Rsa2048, crypto::KeySpec::P256, crypto::KeySpec::P384, crypto::KeySpec::P521}) {
    const ByteVector der = make_key(4, spec).public_key_der();
    asn1::Context context(der);
    const auto key = crypto::read_public_key(der, context);
    REQUIRE(key.ok());
    CHECK(key_spec_of(*key) == spec);
  }
  CHECK_FALSE(key_spec_of(crypto::PublicKey{}));
}

TEST_CASE("The rules of issuing have unique ids of their layer") {
  std::set<std::string_view> ids;
  for (const Rule* rule : ca_rules()) {
    CHECK(rule->id.starts_with("ca."));
    CHECK(ids.insert(rule->id).second);
    CHECK_FALSE(rule->summary.empty());
  }
}

}  // namespace
}  // namespace pki::ca::test
