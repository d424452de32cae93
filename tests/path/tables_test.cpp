// The tables: rules, checks, purposes, strength.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "path/check.h"
#include "path/purpose.h"
#include "path/report.h"
#include "path/rules.h"
#include "path/strength.h"
#include "support/chain_builder.h"
#include "x509/extensions/key_usage.h"

namespace pki::path {
namespace {

crypto::PublicKey rsa_key(std::uint32_t bits, const ByteVector& exponent) {
  crypto::PublicKey key;
  key.kind = crypto::KeyKind::Rsa;
  key.bits = bits;
  key.exponent = exponent;
  return key;
}

std::set<std::string_view> ids(const Findings& findings) {
  std::set<std::string_view> found;
  for (const Finding& finding : findings) found.insert(finding.id());
  return found;
}

using Ids = std::set<std::string_view>;

}  // namespace

TEST_CASE("Every rule of the layer begins with path and is listed once") {
  std::set<std::string_view> seen;
  for (const Rule* rule : path_rules()) {
    CAPTURE(rule->id);
    CHECK(rule->id.starts_with("path."));
    CHECK(seen.insert(rule->id).second);
    CHECK_FALSE(rule->summary.empty());
    if (rule->severity >= Severity::Error) CHECK_FALSE(rule->cure.empty());
  }
}

TEST_CASE("Every check has a place in the list, a title, a citation and a question") {
  std::set<std::string_view> seen;
  for (const Check* check : all_checks()) {
    CAPTURE(check->id);
    CHECK(seen.insert(check->id).second);
    CHECK_FALSE(check->title.empty());
    CHECK_FALSE(check->citation.empty());
    CHECK(check->question.ends_with('?'));
  }
}

TEST_CASE("Outcomes and events of the search have names") {
  CHECK(outcome_name(Outcome::Pass) == "pass");
  CHECK(outcome_name(Outcome::Fail) == "fail");
  CHECK(outcome_name(Outcome::Warn) == "warn");
  CHECK(outcome_name(Outcome::Skipped) == "skipped");
  CHECK(outcome_name(Outcome::NotReached) == "not-reached");
  CHECK(search_event_name(SearchEventKind::Considered) == "considered");
  CHECK(search_event_name(SearchEventKind::Refused) == "refused");
  CHECK(search_event_name(SearchEventKind::Postponed) == "postponed");
  CHECK(search_event_name(SearchEventKind::Chosen) == "chosen");
  CHECK(search_event_name(SearchEventKind::Anchored) == "anchored");
  CHECK(search_event_name(SearchEventKind::DeadEnd) == "dead-end");
  CHECK(search_event_name(SearchEventKind::Backtracked) == "backtracked");
  CHECK(search_event_name(SearchEventKind::LimitHit) == "limit-hit");
}

TEST_CASE("A purpose is found by its name, its title and its key purpose") {
  CHECK(purpose_from_name("tls-server") == Purpose::TlsServer);
  CHECK(purpose_from_name("TLS Server") == Purpose::TlsServer);
  CHECK(purpose_from_name("serverAuth") == Purpose::TlsServer);
  CHECK(purpose_from_name("1.3.6.1.5.5.7.3.2") == Purpose::TlsClient);
  CHECK(purpose_from_name("any") == Purpose::Any);
  CHECK_FALSE(purpose_from_name("nonsense"));
  CHECK_FALSE(purpose_from_name(""));
  for (const PurposeInfo& info : all_purposes()) {
    CHECK(purpose_from_name(info.name) == info.purpose);
    CHECK(&purpose_info(info.purpose) == &info);
    CHECK((info.purpose == Purpose::Any) == info.key_purposes.empty());
  }
}

TEST_CASE("Keys are judged by size, exponent and curve") {
  const StrengthPolicy policy;
  const ByteVector f4 = {1, 0, 1};
  CHECK(judge_key(rsa_key(2048, f4), policy).empty());
  CHECK(judge_key(rsa_key(2048, {3}), policy).empty());
  CHECK(ids(judge_key(rsa_key(2047, f4), policy)) == Ids{"path.strength.rsa_size"});
  CHECK(ids(judge_key(rsa_key(2048, {1}), policy)) == Ids{"path.strength.rsa_exponent"});
  CHECK(ids(judge_key(rsa_key(2048, {4}), policy)) == Ids{"path.strength.rsa_exponent"});
  CHECK(ids(judge_key(rsa_key(2048, {}), policy)) == Ids{"path.strength.rsa_exponent"});
  CHECK(judge_key(rsa_key(4096, ByteVector(20, 0xFF)), policy).empty());
  CHECK(judge_key(rsa_key(4096, ByteVector(32, 0xFF)), policy).empty());
  CHECK(ids(judge_key(rsa_key(4096, ByteVector(33, 0x01)), policy)) == Ids{"path.strength.rsa_exponent"});
  CHECK(judge_key(rsa_key(16384, f4), policy).empty());
  CHECK(ids(judge_key(rsa_key(16385, f4), policy)) == Ids{"path.strength.rsa_large"});
  CHECK(ids(judge_key(rsa_key(1024, {2}), policy)) == Ids{"path.strength.rsa_size", "path.strength.rsa_exponent"});
  CHECK(judge_key(rsa_key(1024, f4), StrengthPolicy::legacy()).empty());

  crypto::PublicKey curve;
  curve.kind = crypto::KeyKind::Ec;
  curve.curve = crypto::Curve::P256;
  CHECK(judge_key(curve, policy).empty());
  curve.curve = crypto::Curve::Secp256k1;
  CHECK(ids(judge_key(curve, policy)) == Ids{"path.strength.curve"});
  CHECK(ids(judge_key(crypto::PublicKey(), policy)) == Ids{"path.strength.key_unknown"});
  curve.curve = crypto::Curve::Unknown;
  CHECK(ids(judge_key(curve, policy)) == Ids{"path.strength.curve"});
  const StrengthPolicy open{.unknown = UnknownAlgorithms::Accept};
  CHECK(judge_key(crypto::PublicKey(), open).empty());
  CHECK(judge_key(curve, open).empty());
  CHECK(judge_signature_algorithm({.kind = crypto::SignatureKind::Unknown}, "x", open).empty());
}

TEST_CASE("DSA keys are refused unless the policy has a size for them") {
  crypto::PublicKey key;
  key.kind = crypto::KeyKind::Dsa;
  key.bits = 1024;
  key.dsa_parameters = crypto::DsaParameters();
  CHECK(ids(judge_key(key, StrengthPolicy())) == Ids{"path.strength.dsa"});
  CHECK(judge_key(key, StrengthPolicy::legacy()).empty());
  key.bits = 1023;
  CHECK(ids(judge_key(key, StrengthPolicy::legacy())) == Ids{"path.strength.dsa_size"});
  // Without parameters of its own it is as large as its issuer's, which is judged there.
  key.bits = 0;
  key.dsa_parameters.reset();
  CHECK(judge_key(key, StrengthPolicy::legacy()).empty());
}

TEST_CASE("Signature algorithms are judged by their hash") {
  const StrengthPolicy policy;
  crypto::SignatureAlgorithm algorithm{.kind = crypto::SignatureKind::RsaPkcs1};
  CHECK(judge_signature_algorithm(algorithm, "x", policy).empty());
  algorithm.hash = crypto::HashAlgorithm::Sha1;
  CHECK(ids(judge_signature_algorithm(algorithm, "x", policy)) == Ids{"path.strength.hash"});
  CHECK(judge_signature_algorithm(algorithm, "x", StrengthPolicy::legacy()).empty());
  algorithm.hash = crypto::HashAlgorithm::Md5;
  CHECK(ids(judge_signature_algorithm(algorithm, "x", StrengthPolicy::legacy())) == Ids{"path.strength.hash"});
  algorithm.kind = crypto::SignatureKind::Unknown;
  CHECK(ids(judge_signature_algorithm(algorithm, "x", policy)) == Ids{"path.strength.signature_unknown"});
}

}  // namespace pki::path
