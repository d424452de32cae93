// What changed between two reports.

#include "path/compare.h"

#include <catch2/catch_test_macros.hpp>

#include "path_support.h"
#include "support/constraint_extensions.h"

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

TEST_CASE("A check that fails for another reason than before is told") {
  const Lab lab;
  PathQuestion question = lab.question();
  question.options.at = *from_iso8601("2036-01-01");
  const Report expired = check_paths(question);
  question.options.at = *from_iso8601("2020-01-01");
  const Report early = check_paths(question);
  CHECK(checks_of(compare(expired, early)) ==
        std::vector<std::string>{"path.anchor", "path.validity", "path.validity"});
  CHECK(compare(expired, early).headline);
  CHECK(compare(expired, expired).steps.empty());
  CHECK_FALSE(compare(expired, expired).headline);
}

TEST_CASE("The same reason at another certificate is another headline, and an end of the refusal is none") {
  const auto expired = [](CertificateSpec spec) {
    spec.not_after = kLongAgo;
    return make(spec);
  };
  const auto anchor = make(root(kRoot));
  const auto issuing = make(ca(kIssuing, kRoot));
  const auto target = make(leaf(kLeaf, kIssuing));
  const Report of_leaf = check_paths(ask(expired(leaf(kLeaf, kIssuing)), {issuing}, {anchor}));
  const Report of_ca = check_paths(ask(target, {expired(ca(kIssuing, kRoot))}, {anchor}));
  const Report good = check_paths(ask(target, {issuing}, {anchor}));
  REQUIRE(of_leaf.headline->id() == of_ca.headline->id());
  CHECK(compare(of_leaf, of_ca).headline);
  CHECK(compare(of_leaf, good).verdict);
  CHECK_FALSE(compare(of_leaf, good).headline);
  CHECK_FALSE(compare(good, of_leaf).headline);
}

TEST_CASE("A certificate that is in one of the best paths only is not compared, though the path as a whole is") {
  const Lab lab;
  PathQuestion renewed = lab.question();
  renewed.pool = {make(with(ca(kIssuing, kRoot), require_explicit_policy(5)))};
  renewed.options.policies.acceptable = {*asn1::OwnedOid::from_dotted("1.2.3.4")};
  const Report before = check_paths(lab.question());
  const Report after = check_paths(renewed);
  for (const ReportDifference& difference : {compare(before, after), compare(after, before)}) {
    CHECK(difference.best_path);
    REQUIRE(difference.steps.size() == 1);
    CHECK(&difference.steps[0].check() == &checks::kPolicies);
    CHECK(difference.steps[0].certificate == nullptr);
  }
}

TEST_CASE("A best path of the same certificates that ends otherwise is another one") {
  const Lab lab;
  PathQuestion untrusted = lab.question();
  untrusted.pool.push_back(lab.root_certificate);
  untrusted.anchors = {};
  const Report before = check_paths(lab.question());
  const Report after = check_paths(untrusted);
  REQUIRE(before.best()->certificates == after.best()->certificates);
  CHECK(compare(before, after).best_path);
}

TEST_CASE("A report without paths differs from one that has some") {
  const Lab lab;
  const Report some = check_paths(lab.question());
  CHECK(compare(Report(), some).best_path);
  CHECK(compare(some, Report()).best_path);
  CHECK(compare(Report(), some).steps.empty());
  CHECK_FALSE(compare(Report(), Report()).best_path);
  // Paths that nobody judged have no headline.
  Report unjudged;
  unjudged.paths.resize(1);
  CHECK_FALSE(compare(unjudged, unjudged).headline);
}

}  // namespace pki::path::test
