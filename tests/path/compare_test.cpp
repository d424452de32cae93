// What changed between two reports.

#include "path/compare.h"

#include <catch2/catch_test_macros.hpp>

#include "path_support.h"

namespace pki::path::test {
namespace {

struct Lab {
  x509::CertificatePtr root_certificate = make(root(kRoot));
  x509::CertificatePtr issuing = make(ca(kIssuing, kRoot));
  x509::CertificatePtr target = make(leaf(kLeaf, kIssuing));

  PathQuestion question() const { return ask(target, {issuing}, {root_certificate}); }
};

std::vector<std::string> checks_of(const ReportDifference& difference) {
  std::vector<std::string> ids;
  for (const StepChange& change : difference.steps) ids.emplace_back(change.check().id);
  return ids;
}

}  // namespace

TEST_CASE("A report does not differ from itself") {
  const Lab lab;
  const Report report = check_paths(lab.question());
  const ReportDifference difference = compare(report, report);
  CHECK_FALSE(difference.verdict);
  CHECK_FALSE(difference.headline);
  CHECK_FALSE(difference.best_path);
  CHECK(difference.steps.empty());
}

TEST_CASE("A clock that moves beyond the validity changes the verdict and the steps of validity alone") {
  const Lab lab;
  PathQuestion later = lab.question();
  later.options.at = *from_iso8601("2036-01-01");
  const Report before = check_paths(lab.question());
  const Report after = check_paths(later);
  const ReportDifference difference = compare(before, after);
  CHECK(difference.verdict);
  CHECK_FALSE(difference.headline);
  CHECK_FALSE(difference.best_path);
  CHECK(checks_of(difference) == std::vector<std::string>{"path.anchor", "path.validity", "path.validity"});
  for (const StepChange& change : difference.steps) {
    REQUIRE(change.before != nullptr);
    REQUIRE(change.after != nullptr);
    CHECK(change.before->outcome == Outcome::Pass);
    CHECK(change.after->outcome == Outcome::Fail);
  }
  CHECK(difference.steps.back().certificate == lab.target);
}

TEST_CASE("Without its anchor the best path ends elsewhere") {
  const Lab lab;
  const Report before = check_paths(lab.question());
  const Report after = check_paths(ask(lab.target, {lab.issuing}, {make(root(kOtherRoot))}));
  const ReportDifference difference = compare(before, after);
  CHECK(difference.verdict);
  CHECK(difference.best_path);
}

TEST_CASE("Another reason for the same refusal is told") {
  const Lab lab;
  PathQuestion wrong_purpose = lab.question();
  wrong_purpose.options.purpose = Purpose::OcspSigning;
  PathQuestion wrong_name = lab.question();
  wrong_name.options.identities = {*parse_reference_identity("other.example.com")};
  const Report before = check_paths(wrong_purpose);
  const Report after = check_paths(wrong_name);
  REQUIRE_FALSE(before.accepted);
  REQUIRE_FALSE(after.accepted);
  const ReportDifference difference = compare(before, after);
  CHECK_FALSE(difference.verdict);
  CHECK(difference.headline);
  // A purpose is asked of every certificate's extended key usage, and of the target's key usage; a name of the target.
  CHECK(checks_of(difference) == std::vector<std::string>{"path.extended_key_usage", "path.key_usage",
                                                          "path.extended_key_usage", "path.identity"});
}

TEST_CASE("A check that is asked for in one question only has no step in the other") {
  const Lab lab;
  PathQuestion asked = lab.question();
  asked.options.revocation.mode = RevocationMode::SoftFail;
  const Report without = check_paths(lab.question());
  const Report with = check_paths(asked);
  const ReportDifference difference = compare(without, with);
  bool came = false;
  for (const StepChange& change : difference.steps) {
    CHECK(change.check().id == std::string_view("path.revocation"));
    came = came || (change.before == nullptr && change.certificate == lab.target);
  }
  CHECK(came);
  bool went = false;
  const ReportDifference back = compare(with, without);
  for (const StepChange& change : back.steps) {
    went = went || (change.after == nullptr && change.certificate == lab.target);
  }
  CHECK(went);
}

}  // namespace pki::path::test
