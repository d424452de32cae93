#pragma once
// Chains, CRLs and answers of the tests of revocation.

#include <catch2/catch_test_macros.hpp>
#include <ostream>

#include "asn1/oids.h"
#include "path_support.h"
#include "support/crl_builder.h"

namespace pki::path::test {

using x509::CrlContents;
using x509::CrlKind;
using x509::CrlPtr;
using x509::CrlReason;
using x509::DistributionPointInput;
using x509::IssuingDistributionPointInput;

inline const Party kCrlIssuer{"CN=CRL Issuer,O=Lab", 6};
inline const Party kIssuingCrlKey{kIssuing.name, 7};
inline const ByteVector kSomeSerial = {0x55, 0x44};
inline constexpr std::uint32_t kKeyCompromise = 1U << 1;
inline constexpr std::uint32_t kOtherReasons = 0x1FE & ~kKeyCompromise;

/// The extension; and a distribution point, as a certificate and as a CRL names it.
inline x509::ExtensionInput points(const std::vector<DistributionPointInput>& list) {
  return make_extension(asn1::oids::kCrlDistributionPoints, false, unwrap(x509::encode_distribution_point_list(list)));
}

inline DistributionPointInput at_uri(const std::string& text, std::uint32_t reasons = 0) {
  return {.name = {.full_name = {uri(text)}}, .reasons = reasons};
}

inline IssuingDistributionPointInput for_uri(const std::string& text, std::uint32_t reasons = 0) {
  return {.name = {.full_name = {uri(text)}}, .reasons = reasons};
}

/// A root, an issuing CA and a leaf of it.
struct Chain {
  x509::CertificatePtr anchor = make(root(kRoot));
  x509::CertificatePtr issuing = make(ca(kIssuing, kRoot));
  x509::CertificatePtr leaf;
  std::vector<x509::CertificatePtr> more = {};
  std::vector<CrlPtr> crls = {};
  RevocationPolicy policy = {.mode = RevocationMode::HardFail, .scope = RevocationScope::Target};

  explicit Chain(std::vector<x509::ExtensionInput> of_leaf = {}) {
    CertificateSpec spec = pki::test::leaf(kLeaf, kIssuing);
    spec.more = std::move(of_leaf);
    leaf = make(spec);
  }

  PathQuestion question() const {
    PathQuestion result = ask(leaf, {issuing}, {anchor});
    result.pool.insert(result.pool.end(), more.begin(), more.end());
    result.crls = crls;
    result.options.revocation = policy;
    return result;
  }
  Report check() const { return check_paths(question()); }
};

/// What the step of the leaf says.
struct Answer {
  Outcome outcome = Outcome::Pass;
  std::set<std::string> findings = {};
  std::set<std::string> considered = {};

  friend bool operator==(const Answer&, const Answer&) = default;
};

inline std::ostream& operator<<(std::ostream& out, const Answer& answer) {
  out << outcome_name(answer.outcome) << " {";
  for (const std::string& id : answer.findings) out << id << ' ';
  out << "} considered {";
  for (const std::string& id : answer.considered) out << id << ' ';
  return out << '}';
}

/// Ids without "path.revocation.".
inline Answer answer_of(const Report& report, int certificate = 0) {
  const Step* step = find_step(*report.best(), checks::kRevocation, certificate);
  REQUIRE(step != nullptr);
  Answer answer{.outcome = step->outcome};
  const std::string prefix = "path.revocation.";
  for (const Finding& finding : step->findings) answer.findings.insert(std::string(finding.id()).substr(prefix.size()));
  for (const Finding& finding : step->considered) {
    answer.considered.insert(std::string(finding.id()).substr(prefix.size()));
  }
  return answer;
}

/// The answer about the leaf, with these CRLs besides those of the chain.
inline Answer ask_crls(Chain chain, const std::vector<CrlSpec>& specs) {
  for (const CrlSpec& spec : specs) chain.crls.push_back(make_crl(spec));
  return answer_of(chain.check());
}

inline const Answer kGood{Outcome::Pass};
inline const Answer kRevoked{Outcome::Fail, {"revoked"}};

/// Nothing tells, and these are the reasons.
inline Answer unknown(std::set<std::string> considered) {
  return {Outcome::Fail, {"undetermined"}, std::move(considered)};
}

/// A CRL of the issuing CA that lists the leaf.
inline CrlSpec listing(const Chain& chain, CrlSpec spec = {.issuer = kIssuing}) {
  spec.entries.push_back({.serial = serial_of(chain.leaf), .reason = CrlReason::KeyCompromise});
  return spec;
}

}  // namespace pki::path::test
