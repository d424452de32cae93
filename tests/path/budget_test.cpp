// What the CAs of a path leave to those below.

#include "path/budget.h"

#include <catch2/catch_test_macros.hpp>

#include "path_support.h"

namespace pki::path::test {
namespace {

namespace oids = asn1::oids;

/// Budgets, and the path whose octets they are views of.
struct Budgets {
  CandidatePath path;
  std::vector<Budget> list;

  std::size_t size() const { return list.size(); }
  const Budget& operator[](std::size_t index) const { return list[index]; }
};

Budgets budgets(const CertificateSpec& root_spec, const std::vector<CertificateSpec>& below,
                const CheckOptions& options = {}) {
  std::vector<x509::CertificatePtr> pool;
  for (const CertificateSpec& spec : below) pool.push_back(make(spec));
  PathQuestion question = ask(pool.back(), pool, {make(root_spec)});
  const Report report = check_paths(question);
  REQUIRE(report.best() != nullptr);
  REQUIRE(report.best()->complete());
  return {*report.best(), budgets_of(*report.best(), options)};
}

CertificateSpec for_purposes(CertificateSpec spec, std::vector<asn1::Oid> purposes) {
  spec.key_purposes = std::move(purposes);
  return spec;
}

}  // namespace

TEST_CASE("Without constraints the budget has no bounds, and a leaf has no budget") {
  const auto list = budgets(root(kRoot), {ca(kIssuing, kRoot), leaf(kLeaf, kIssuing)});
  REQUIRE(list.size() == 2);
  CHECK(list[0].certificate == 2);
  CHECK(list[1].certificate == 1);
  for (const Budget& budget : list.list) {
    CHECK_FALSE(budget.further_cas.has_value());
    CHECK_FALSE(budget.purposes.has_value());
    CHECK_FALSE(budget.beyond);
  }
}

TEST_CASE("Each CA uses up one place of those that a path length constraint above leaves") {
  const auto list = budgets(ca(kRoot, kRoot, 2), {ca(kIssuing, kRoot), ca(kLower, kIssuing), leaf(kLeaf, kLower)});
  REQUIRE(list.size() == 3);
  CHECK(list[0].further_cas == 2U);
  CHECK(list[1].further_cas == 1U);
  CHECK(list[2].further_cas == 0U);
  CHECK(list[2].further_cas_set_by == std::optional<std::size_t>(3));
}

TEST_CASE("A nearer constraint counts where it is tighter, and only there") {
  const auto tighter = budgets(ca(kRoot, kRoot, 5), {ca(kIssuing, kRoot, 0), leaf(kLeaf, kIssuing)});
  CHECK(tighter[1].further_cas == 0U);
  CHECK(tighter[1].further_cas_set_by == std::optional<std::size_t>(1));
  const auto equal = budgets(ca(kRoot, kRoot, 1), {ca(kIssuing, kRoot, 0), leaf(kLeaf, kIssuing)});
  CHECK(equal[1].further_cas == 0U);
  CHECK(equal[1].further_cas_set_by == std::optional<std::size_t>(2));
  const auto looser = budgets(ca(kRoot, kRoot, 1), {ca(kIssuing, kRoot, 5), leaf(kLeaf, kIssuing)});
  CHECK(looser[1].further_cas == 0U);
  CHECK(looser[1].further_cas_set_by == std::optional<std::size_t>(2));
}

TEST_CASE("A CA for which no room was left is beyond") {
  const auto list = budgets(ca(kRoot, kRoot, 0), {ca(kIssuing, kRoot), ca(kLower, kIssuing), leaf(kLeaf, kLower)});
  REQUIRE(list.size() == 3);
  CHECK_FALSE(list[0].beyond);
  CHECK(list[1].beyond);
  CHECK(list[2].beyond);
  CHECK(list[2].further_cas == 0U);
  // What is self-issued needs no room.
  const auto rollover = budgets(
      ca(kRoot, kRoot, 0), {ca(kIssuing, kRoot), ca({kIssuing.name, 8}, kIssuing), leaf(kLeaf, {kIssuing.name, 8})});
  REQUIRE(rollover.size() == 3);
  CHECK(rollover[1].beyond);
  CHECK_FALSE(rollover[2].beyond);
}

TEST_CASE("Who says to be no CA has no budget") {
  CertificateSpec spec = leaf(kLeaf, kRoot);
  spec.basic_constraints = x509::BasicConstraints{};
  CHECK(budgets(root(kRoot), {spec}).size() == 1);
}

TEST_CASE("A self-issued CA certificate takes no place") {
  CertificateSpec rollover = ca({kRoot.name, 8}, kRoot);
  const auto list = budgets(ca(kRoot, kRoot, 1), {rollover, ca(kIssuing, {kRoot.name, 8}), leaf(kLeaf, kIssuing)});
  REQUIRE(list.size() == 3);
  CHECK(list[1].further_cas == 1U);
  CHECK(list[2].further_cas == 0U);
  CHECK_FALSE(list[2].beyond);
}

TEST_CASE("An anchor's path length counts only where anchors' constraints are honoured") {
  CheckOptions options;
  options.anchor_constraints = AnchorConstraints::Ignore;
  const auto list = budgets(ca(kRoot, kRoot, 0), {ca(kIssuing, kRoot), leaf(kLeaf, kIssuing)}, options);
  CHECK_FALSE(list[1].further_cas.has_value());
  CHECK_FALSE(list[1].beyond);
  const auto of_ca = budgets(ca(kRoot, kRoot, 5), {ca(kIssuing, kRoot, 1), leaf(kLeaf, kIssuing)}, options);
  CHECK(of_ca[1].further_cas == 1U);
}

TEST_CASE("Purposes are what every CA down to here allows") {
  const std::vector<CertificateSpec> below = {
      for_purposes(ca(kIssuing, kRoot), {oids::kServerAuth, oids::kClientAuth}),
      for_purposes(ca(kLower, kIssuing), {oids::kClientAuth, oids::kEmailProtection}), leaf(kLeaf, kLower)};
  const CertificateSpec anchor = for_purposes(root(kRoot), {oids::kServerAuth});
  const auto list = budgets(anchor, below);
  CHECK_FALSE(list[0].purposes.has_value());
  CHECK(list[1].purposes->size() == 2);
  CHECK(list[1].purposes_set_by == std::optional<std::size_t>(2));
  REQUIRE(list[2].purposes->size() == 1);
  CHECK(list[2].purposes->front() == oids::kClientAuth);
  CHECK(list[2].purposes_set_by == std::optional<std::size_t>(1));

  CheckOptions with_anchor;
  with_anchor.eku_nesting = EkuNesting::IncludingAnchor;
  const auto counted = budgets(anchor, below, with_anchor);
  CHECK(counted[0].purposes->size() == 1);
  CHECK(counted[1].purposes->front() == oids::kServerAuth);
  CHECK(counted[2].purposes->empty());

  CheckOptions off;
  off.eku_nesting = EkuNesting::Off;
  const auto any = budgets(anchor, below, off);
  CHECK_FALSE(any[2].purposes.has_value());
}

TEST_CASE("A CA that takes no purpose away is not the one that set them") {
  const std::vector<asn1::Oid> purposes = {oids::kServerAuth, oids::kClientAuth};
  const auto list = budgets(root(kRoot), {for_purposes(ca(kIssuing, kRoot), purposes),
                                          for_purposes(ca(kLower, kIssuing), purposes), leaf(kLeaf, kLower)});
  REQUIRE(list.size() == 3);
  CHECK(list[2].purposes->size() == 2);
  CHECK(list[2].purposes_set_by == std::optional<std::size_t>(2));
}

TEST_CASE("anyExtendedKeyUsage takes nothing away") {
  const auto list =
      budgets(root(kRoot), {for_purposes(ca(kIssuing, kRoot), {oids::kAnyExtendedKeyUsage}), leaf(kLeaf, kIssuing)});
  CHECK_FALSE(list[1].purposes.has_value());
}

}  // namespace pki::path::test
