// Hostile certificates: whatever is done to them, the check ends, and a changed certificate is not accepted as signed.

#include <catch2/catch_test_macros.hpp>

#include "path_support.h"

namespace pki::path::test {
namespace {

// SplitMix64: the same mutations in every run.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t roll(std::size_t sides) {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return static_cast<std::size_t>((z ^ (z >> 31)) % sides);
  }

 private:
  std::uint64_t state_;
};

ByteVector mutate(ByteVector der, Dice& dice) {
  const std::size_t changes = 1 + dice.roll(3);
  for (std::size_t i = 0; i < changes; ++i) {
    der[dice.roll(der.size())] = static_cast<std::uint8_t>(dice.roll(256));
  }
  return der;
}

// The laws that hold for every report.
void check_laws(const Report& report) {
  REQUIRE_FALSE(report.paths.empty());
  CHECK(report.accepted == report.paths[0].accepted);
  CHECK(report.accepted != report.headline.has_value());
  for (const CandidatePath& path : report.paths) {
    CHECK(path.judged >= 1);
    CHECK(path.judged <= path.certificates.size());
    CHECK(path.accepted == (path.complete() && failures(path).empty()));
    for (const Step& step : path.steps) {
      CHECK(step.certificate < static_cast<int>(path.certificates.size()));
      if (step.outcome == Outcome::Fail || step.outcome == Outcome::Warn) CHECK_FALSE(step.findings.empty());
      if (step.outcome == Outcome::Pass) CHECK(step.findings.empty());
      for (const Finding& finding : step.findings) {
        CHECK_FALSE(render_summary(finding).empty());
        if (!finding.where.range || step.certificate < 0) continue;
        CHECK(finding.where.range->end() <=
              path.certificates[static_cast<std::size_t>(step.certificate)]->der().size());
      }
    }
  }
}

}  // namespace

TEST_CASE("No mutation of a certificate is accepted, and every report keeps its laws") {
  CertificateSpec spec = leaf(kLeaf, kIssuing);
  spec.names = {"DNS:leaf.example.com", "IP:192.0.2.1"};
  spec.key_purposes = {asn1::oids::kServerAuth};
  const ByteVector target = make_der(spec);
  const ByteVector issuing = make_der(ca(kIssuing, kRoot, 0));
  const auto anchor = make(root(kRoot));
  Dice dice(42);
  int judged = 0;
  for (int i = 0; i < 600; ++i) {
    const bool spoil_target = i % 2 == 0;
    const ByteVector mutated = mutate(spoil_target ? target : issuing, dice);
    if (mutated == target || mutated == issuing) continue;
    Result<x509::CertificatePtr> certificate = x509::Certificate::parse(mutated);
    if (!certificate) continue;
    ++judged;
    PathQuestion question = spoil_target ? ask(*certificate, {parse_certificate(issuing)}, {anchor})
                                         : ask(parse_certificate(target), {*certificate}, {anchor});
    question.options.purpose = Purpose::TlsServer;
    question.options.identities = {parse_reference_identity("leaf.example.com").value()};
    const Report report = check_paths(question);
    check_laws(report);
    CHECK_FALSE(report.accepted);
  }
  CHECK(judged > 100);
}

TEST_CASE("A certificate with thousands of extensions is judged in no time") {
  CertificateSpec spec = leaf(kLeaf, kRoot);
  for (int i = 0; i < 4000; ++i) {
    spec.more.push_back(make_extension(asn1::oids::kKeyUsage, true, {0x04, 0x00}));
    spec.more.push_back(make_extension(asn1::make_oid<1, 2, 3, 4>(), true, {}));
  }
  const Report report = check_paths(ask(make(spec), {}, {make(root(kRoot))}));
  check_laws(report);
  CHECK_FALSE(report.accepted);
  CHECK(report.paths[0].failures < 100);
}

TEST_CASE("A thousand CAs of one name and no key identifier cost a thousand signature checks at most") {
  std::vector<x509::CertificatePtr> pool;
  for (unsigned i = 0; i < 64; ++i) {
    CertificateSpec spec = ca({kIssuing.name, 200 + i}, kRoot);
    spec.key_ids = KeyIds::None;
    pool.push_back(make(spec));
  }
  CertificateSpec right = ca(kIssuing, kRoot);
  right.key_ids = KeyIds::None;
  right.not_before = *from_iso8601("2024-01-01");  // ranked last
  pool.push_back(make(right));
  CertificateSpec target = leaf(kLeaf, kIssuing);
  target.key_ids = KeyIds::None;
  const Report report = check_paths(ask(make(target), pool, {make(root(kRoot))}));
  check_laws(report);
  CHECK(report.accepted);
  CHECK(report.paths.size() == 1);
  CHECK(report.work.signature_checks <= 70);
}

TEST_CASE("Certificates without names can be checked") {
  CertificateSpec spec = leaf({"", 4}, {"", 1});
  const Report report = check_paths(ask(make(spec), {}, {make(root(kRoot))}));
  check_laws(report);
  CHECK(failures(report.paths.at(0)) == std::set<std::string>{"path.build.no_issuer@0"});
}

}  // namespace pki::path::test
