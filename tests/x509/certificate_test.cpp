#include "x509/certificate.h"

#include <catch2/catch_test_macros.hpp>

#include "asn1/oids.h"
#include "asn1/writer.h"
#include "base/encoding.h"
#include "base/text.h"
#include "support/files.h"
#include "support/findings.h"
#include "support/mutation.h"

namespace pki::x509 {
namespace {

using test::has_rule;
using test::Mutator;
using test::read_test_pem;
using test::rule_ids;
namespace oids = asn1::oids;

CertificatePtr load(std::string_view name) {
  const ByteVector der = read_test_pem("x509/" + std::string(name) + ".pem");
  REQUIRE(!der.empty());
  auto certificate = Certificate::parse(der);
  REQUIRE(certificate.ok());
  return *certificate;
}

std::string iso(const std::optional<TimeField>& field) { return field ? to_iso8601(field->time) : "unreadable"; }

// Replaces the one place where `from` stands; both are hexadecimal and of one length.
ByteVector patched(ByteVector der, std::string_view from, std::string_view to) {
  const std::string octets = std::string(as_text(*from_hex(from)));
  const std::size_t at = as_text(der).find(octets);
  REQUIRE(at != std::string_view::npos);
  const ByteVector replacement = *from_hex(to);
  REQUIRE(replacement.size() == octets.size());
  std::copy(replacement.begin(), replacement.end(), der.begin() + static_cast<std::ptrdiff_t>(at));
  return der;
}

TEST_CASE("A root by OpenSSL is read in full and without findings") {
  const CertificatePtr root = load("rsa-root");
  CHECK(rule_ids(root->findings()).empty());
  CHECK(root->version() == 3);
  CHECK(to_rfc4514(root->subject()) == "CN=RSA Root,O=Lab,C=DE");
  CHECK(root->self_issued());
  CHECK(is_self_signed(*root));
  CHECK(root->subject_key() == root->issuer_key());
  CHECK(root->public_key().kind == crypto::KeyKind::Rsa);
  CHECK(root->public_key().bits == 2048);
  CHECK(root->signature_algorithm().kind == crypto::SignatureKind::RsaPkcs1);
  CHECK(equal(root->inner_algorithm().whole, root->outer_algorithm().whole));
  CHECK(root->not_before()->element.tag == asn1::tags::kUtcTime);
  CHECK(iso(root->not_after()) == "2036-11-19T21:16:12Z");
  REQUIRE(root->extensions().basic_constraints);
  CHECK(root->extensions().basic_constraints->ca);
  CHECK(root->extensions().key_usage->has(KeyUsageBit::KeyCertSign));
  CHECK(root->fingerprint().size() == 32);
}

TEST_CASE("A leaf's signature fits its issuer's key and no other") {
  const CertificatePtr root = load("rsa-root");
  const CertificatePtr leaf = load("ec-leaf");
  CHECK(rule_ids(leaf->findings()).empty());
  CHECK(to_hex(leaf->serial().octets) == "1234567890abcdef1234567890abcdef");
  CHECK(leaf->signature_algorithm().hash == crypto::HashAlgorithm::Sha384);
  CHECK(leaf->public_key().curve == crypto::Curve::P256);
  CHECK(leaf->issuer_key() == root->subject_key());
  CHECK(verify_signed_by(*leaf, root->public_key()).ok());
  CHECK_FALSE(verify_signed_by(*leaf, leaf->public_key()).ok());
  CHECK_FALSE(leaf->self_issued());
  CHECK_FALSE(is_self_signed(*leaf));
  REQUIRE(leaf->extensions().subject_alt_name);
  CHECK(to_text(leaf->extensions().subject_alt_name->names.at(0)) == "DNS:www.example");
}

TEST_CASE("Self-signed certificates with ECDSA and with PSS verify") {
  CHECK(is_self_signed(*load("ec-p384")));
  const CertificatePtr pss = load("pss");
  CHECK(pss->signature_algorithm().kind == crypto::SignatureKind::RsaPss);
  CHECK(pss->signature_algorithm().salt_length == 32);
  CHECK(is_self_signed(*pss));
}

TEST_CASE("A key and a signature of unknown kinds are no reason to refuse a certificate") {
  const CertificatePtr certificate = load("ed25519");
  CHECK(certificate->public_key().kind == crypto::KeyKind::Unknown);
  CHECK(certificate->public_key().algorithm.oid == oids::kEd25519);
  CHECK(certificate->signature_algorithm().kind == crypto::SignatureKind::Unknown);
  CHECK_FALSE(has_errors(certificate->findings()));
  CHECK_FALSE(is_self_signed(*certificate));
}

TEST_CASE("A version 1 certificate has no extensions and loads") {
  const CertificatePtr certificate = load("v1");
  CHECK(certificate->version() == 1);
  CHECK(certificate->extensions().all.empty());
  CHECK(rule_ids(certificate->findings()).empty());
}

TEST_CASE("Times from 2050 on come as GeneralizedTime") {
  const CertificatePtr certificate = load("generalized-time");
  CHECK(certificate->not_before()->element.tag == asn1::tags::kUtcTime);
  CHECK(certificate->not_after()->element.tag == asn1::tags::kGeneralizedTime);
  CHECK(iso(certificate->not_after()) == "2081-08-25T21:16:12Z");
}

TEST_CASE("Serial numbers that are negative, zero or too long load as they are") {
  CHECK(load("serial-negative")->serial().negative());
  CHECK(load("serial-zero")->serial().is_zero());
  CHECK(load("serial-long")->serial().octets.size() == 24);
}

TEST_CASE("Names keep their string types and multi-valued RDNs") {
  const CertificatePtr certificate = load("names");
  CHECK(rule_ids(certificate->findings()).empty());
  REQUIRE(certificate->subject().rdns().size() == 5);
  CHECK(certificate->subject().rdns()[0].attributes[0].value.tag == asn1::tags::kIa5String);
  CHECK(certificate->subject().rdns()[4].attributes.size() == 2);
  CHECK(certificate->subject().last(oids::kCommonName) == "Zo\xC3\xAB");
}

TEST_CASE("Every known extension is parsed, and an unknown one is kept") {
  const CertificatePtr certificate = load("many-extensions");
  CHECK(rule_ids(certificate->findings()).empty());
  const KnownExtensions& extensions = certificate->extensions();
  CHECK(extensions.basic_constraints->path_length == 3U);
  CHECK(extensions.extended_key_usage->purposes.size() == 3);
  CHECK(extensions.subject_key_identifier);
  CHECK(extensions.authority_key_identifier);
  CHECK(extensions.subject_alt_name->names.size() == 9);
  CHECK(extensions.issuer_alt_name);
  CHECK(extensions.crl_distribution_points->points.size() == 2);
  CHECK(extensions.freshest_crl);
  CHECK(extensions.authority_info_access->descriptions.size() == 2);
  CHECK(extensions.subject_info_access);
  CHECK(extensions.certificate_policies->policies.size() == 2);
  CHECK(extensions.policy_mappings);
  CHECK(extensions.policy_constraints->require_explicit_policy == 2U);
  CHECK(extensions.inhibit_any_policy->skip_certs == 1);
  CHECK(extensions.name_constraints->excluded.size() == 1);
  CHECK(extensions.tls_feature);
  CHECK(extensions.ocsp_no_check);
  CHECK(extensions.ms_template_name->name == "SubCA");
  CHECK(extensions.ms_template->major_version == 100U);
  CHECK(extensions.ms_ca_version->key_index == 1);
  const asn1::OwnedOid unknown = *asn1::OwnedOid::from_dotted("1.2.3.4.5.6");
  REQUIRE(find_extension(extensions.all, unknown.view()) != nullptr);
  CHECK_FALSE(KnownExtensions::is_known(unknown.view()));
}

TEST_CASE("Where a field lies in the DER is a subtraction") {
  const CertificatePtr certificate = load("ec-leaf");
  const ByteRange range = certificate->range(certificate->subject().der());
  CHECK(equal(certificate->der().subspan(range.offset, range.length), certificate->subject().der()));
  CHECK(certificate->range(certificate->der()) == ByteRange{0, certificate->der().size()});
}

TEST_CASE("A malformed extension is a finding with its place, and the rest is read") {
  // basicConstraints: the BOOLEAN becomes an OCTET STRING.
  const ByteVector der = patched(read_test_pem("x509/rsa-root.pem"), "30030101ff", "30030401ff");
  auto parsed = Certificate::parse(der);
  REQUIRE(parsed.ok());
  const Certificate& certificate = **parsed;
  CHECK(certificate.extensions().basic_constraints.malformed());
  CHECK(certificate.extensions().key_usage);
  REQUIRE(has_errors(certificate.findings()));
  const Finding& finding = certificate.findings().front();
  CHECK(finding.where.field == "tbsCertificate.extensions[0]");
  REQUIRE(finding.where.range);
  CHECK(finding.where.range->end() <= der.size());
}

TEST_CASE("A time that cannot be read is a finding, and the other one is there") {
  const ByteVector der = patched(read_test_pem("x509/rsa-root.pem"), "170d3336313131", "170d3336393931");
  auto parsed = Certificate::parse(der);
  REQUIRE(parsed.ok());
  CHECK((*parsed)->not_before());
  CHECK_FALSE((*parsed)->not_after());
  const Finding* finding = test::find_rule((*parsed)->findings(), "asn1.time.malformed");
  REQUIRE(finding != nullptr);
  CHECK(finding->where.field == "tbsCertificate.validity");
}

TEST_CASE("An element that is no time in its place is a finding") {
  const ByteVector der = patched(read_test_pem("x509/rsa-root.pem"), "170d333631", "0c0d333631");
  auto parsed = Certificate::parse(der);
  REQUIRE(parsed.ok());
  CHECK(has_rule((*parsed)->findings(), "asn1.element.unexpected"));
  CHECK_FALSE((*parsed)->not_after());
}

TEST_CASE("A subject that cannot be read matches no other name") {
  // The SET of its first RDN becomes a SEQUENCE.
  const ByteVector der = read_test_pem("x509/ec-leaf.pem");
  const CertificatePtr good = load("ec-leaf");
  const ByteRange subject = good->range(good->subject().rdns()[0].whole);
  ByteVector damaged = der;
  damaged[subject.offset] = 0x30;
  auto parsed = Certificate::parse(damaged);
  REQUIRE(parsed.ok());
  const Certificate& certificate = **parsed;
  CHECK(has_errors(certificate.findings()));
  CHECK(certificate.subject().empty());
  CHECK_FALSE(certificate.self_issued());
  CHECK(certificate.subject_key() != comparison_key(Name{}));
}

TEST_CASE("Version numbers are read as they are") {
  const ByteVector der = read_test_pem("x509/rsa-root.pem");
  auto v4 = Certificate::parse(patched(der, "a003020102", "a003020103"));
  REQUIRE(v4.ok());
  CHECK((*v4)->version() == 4);
  CHECK(rule_ids((*v4)->findings()).empty());

  auto explicit_v1 = Certificate::parse(patched(der, "a003020102", "a003020100"));
  REQUIRE(explicit_v1.ok());
  CHECK((*explicit_v1)->version() == 1);
  CHECK((*explicit_v1)->extensions().basic_constraints);
  CHECK(has_rule((*explicit_v1)->findings(), "asn1.default.encoded"));

  auto negative = Certificate::parse(patched(der, "a003020102", "a0030201ff"));
  REQUIRE(negative.ok());
  CHECK((*negative)->version() == 0);
  CHECK(has_rule((*negative)->findings(), "asn1.integer.negative"));
}

TEST_CASE("Two signature algorithms that differ can be told apart") {
  ByteVector der = read_test_pem("x509/rsa-root.pem");
  // sha256WithRSAEncryption inside becomes sha384WithRSAEncryption.
  auto parsed = Certificate::parse(patched(der, "2a864886f70d01010b", "2a864886f70d01010c"));
  REQUIRE(parsed.ok());
  CHECK_FALSE(equal((*parsed)->inner_algorithm().whole, (*parsed)->outer_algorithm().whole));
  CHECK((*parsed)->signature_algorithm().hash == crypto::HashAlgorithm::Sha256);
}

TEST_CASE("What is no certificate fails with a finding") {
  const ByteVector good = read_test_pem("x509/ec-leaf.pem");
  ByteVector trailing = good;
  trailing.push_back(0);
  const ByteVector truncated(good.begin(), good.end() - 1);
  const ByteVector cases[] = {{},
                              {0x30},
                              {0x30, 0x00},
                              {0x30, 0x80, 0x00, 0x00},
                              trailing,
                              truncated,
                              read_test_pem("x509/request-rsa.pem"),
                              ByteVector(10'000'000, 0)};
  for (const ByteVector& der : cases) {
    const auto parsed = Certificate::parse(der);
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().severity() >= Severity::Error);
  }
}

// Unique identifiers are rare enough that no program at hand writes them.
TEST_CASE("Unique identifiers are read") {
  const CertificatePtr good = load("ec-p384");
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& certificate) {
    certificate.sequence([&](asn1::Writer& tbs) {
      tbs.wrap(asn1::tags::context_constructed(0), [](asn1::Writer& w) { w.integer(1); });
      tbs.integer(1);
      tbs.raw(good->inner_algorithm().whole);
      tbs.raw(good->issuer().der());
      tbs.sequence([&](asn1::Writer& validity) {
        validity.raw(good->not_before()->element.whole);
        validity.raw(good->not_after()->element.whole);
      });
      tbs.raw(good->subject().der());
      tbs.raw(good->public_key().whole);
      tbs.element(asn1::tags::context(1), ByteVector{0x00, 0x55});
      tbs.element(asn1::tags::context(2), ByteVector{0x00, 0x77, 0x66});
    });
    certificate.raw(good->outer_algorithm().whole);
    certificate.bit_string(good->signature().octets);
  });
  auto parsed = Certificate::parse(writer.take());
  REQUIRE(parsed.ok());
  CHECK((*parsed)->version() == 2);
  REQUIRE((*parsed)->issuer_unique_id());
  CHECK(to_hex((*parsed)->issuer_unique_id()->octets) == "55");
  CHECK(to_hex((*parsed)->subject_unique_id()->octets) == "7766");
}

void check_law(const ByteVector& der) {
  const auto parsed = Certificate::parse(der);
  if (!parsed) {
    CHECK(parsed.error().rule != nullptr);
    return;
  }
  const Certificate& certificate = **parsed;
  for (const Finding& finding : certificate.findings()) {
    if (finding.where.range) CHECK(finding.where.range->end() <= der.size());
  }
  CHECK(certificate.range(certificate.tbs()).end() <= der.size());
  CHECK(is_utf8(to_rfc4514(certificate.subject())));
}

TEST_CASE("Mutations of real certificates fail or parse and never crash") {
  for (const auto* name : {"rsa-root", "ec-leaf", "many-extensions", "pss", "names"}) {
    const ByteVector der = read_test_pem("x509/" + std::string(name) + ".pem");
    Mutator mutator(der);
    for (int i = 0; i < 1000; ++i) {
      const ByteVector damaged = mutator.next();
      check_law(damaged);
    }
  }
}

TEST_CASE("A mutation of the signed octets never verifies") {
  const CertificatePtr root = load("rsa-root");
  const CertificatePtr leaf = load("ec-leaf");
  Mutator mutator(leaf->der());
  for (int i = 0; i < 300; ++i) {
    const ByteVector damaged = mutator.next();
    const auto parsed = Certificate::parse(damaged);
    if (!parsed || equal((*parsed)->tbs(), leaf->tbs())) continue;
    CHECK_FALSE(verify_signed_by(**parsed, root->public_key()).ok());
  }
}

}  // namespace
}  // namespace pki::x509
