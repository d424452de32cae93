// Renewing CAs: staged versions.

#include <algorithm>

#include "cloudpki/tenant/allowed.h"
#include "cloudpki/tenant/urls.h"
#include "lab.h"

namespace pki::test {

using tenant::Banner;
using tenant::VersionStatus;

namespace {

VersionStatus status_of(const Tenant& in, const tenant::Ca& ca, std::uint32_t number) {
  return tenant::version_status(ca, *tenant::find_version(ca, number), in.clock);
}

bool contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// At half of the lifetime, with a staged version 2.
Pair renewed_pair() {
  Pair pair = new_pair();
  advance_to_renewal(pair.tenant, pair.issuing_ca());
  REQUIRE(tenant::renew_ca(pair.tenant, pair.issuing_ca(), ready_key()).ok());
  return pair;
}

}  // namespace

TEST_CASE("tenant.renew_issuing: a root cannot be renewed") {
  Pair pair = new_pair();
  CHECK(refusal(tenant::renew_ca(pair.tenant, pair.root_ca(), ready_key())) == "cloudpki.tenant.not_renewable");
}

TEST_CASE("tenant.renew_from_half: from half of the lifetime on, also after expiry") {
  Pair pair = new_pair();
  CHECK(refusal(tenant::renew_ca(pair.tenant, pair.issuing_ca(), ready_key())) == "cloudpki.tenant.too_early");
  const Time half = tenant::half_of_life(*tenant::active_version(pair.issuing_ca())->certificate);
  REQUIRE(tenant::advance_clock(pair.tenant, Time{half.seconds - 1}).ok());
  CHECK(refusal(tenant::renew_ca(pair.tenant, pair.issuing_ca(), ready_key())) == "cloudpki.tenant.too_early");
  REQUIRE(tenant::advance_clock(pair.tenant, half).ok());
  CHECK(refusal(tenant::check_renew(pair.tenant, pair.issuing_ca())) == "");
  advance(pair.tenant, 366 * 6);
  CHECK(tenant::ca_status(pair.issuing_ca(), pair.tenant.clock) == tenant::CaStatus::Expired);
  CHECK(refusal(tenant::renew_ca(pair.tenant, pair.issuing_ca(), ready_key())) == "");
}

TEST_CASE("tenant.banners: five of them, in order") {
  Pair pair = new_pair();
  const auto& ca = pair.issuing_ca();
  const auto times = tenant::banner_times(*tenant::active_version(ca)->certificate);
  REQUIRE(times.size() == 5);
  CHECK(tenant::renewal_banner(ca, pair.tenant.clock) == Banner::None);
  for (const auto& [at, banner] : times) {
    CHECK(tenant::renewal_banner(ca, Time{at.seconds - 1}) < banner);
    CHECK(tenant::renewal_banner(ca, at) == banner);
  }
  CHECK(tenant::renewal_banner(pair.root_ca(), kNoExpiry) == Banner::None);
  CHECK(tenant::renewal_status(ca, times[0].first) == tenant::RenewalStatus::ActionRequired);
}

TEST_CASE("tenant.new_key: the same subject, another key, another key identifier") {
  Pair pair = renewed_pair();
  const auto& before = *tenant::find_version(pair.issuing_ca(), 1)->certificate;
  const auto& after = *tenant::find_version(pair.issuing_ca(), 2)->certificate;
  CHECK(equal(before.subject().der(), after.subject().der()));
  CHECK_FALSE(equal(before.public_key().whole, after.public_key().whole));
  CHECK_FALSE(equal(before.extensions().subject_key_identifier->key_identifier,
                    after.extensions().subject_key_identifier->key_identifier));
}

TEST_CASE("a leaf of the new version does not chain to the old certificate alone") {
  Pair pair = renewed_pair();
  const auto root = tenant::active_version(pair.root_ca())->certificate;
  const auto old = tenant::find_version(pair.issuing_ca(), 1)->certificate;
  REQUIRE(tenant::activate_version(pair.tenant, pair.issuing_ca(), 2).ok());
  const auto leaf = issue(pair.tenant, pair.issuing_ca());
  CHECK(validates(pair.tenant, leaf, root));  // by AIA
  pair.tenant.settings.leaf_issuer_url = tenant::Written::No;
  const auto without = issue(pair.tenant, pair.issuing_ca());
  CHECK_FALSE(validates(pair.tenant, without, root, {old}));
}

TEST_CASE("tenant.staged: a SCEP URI of its own, and fifty certificates") {
  Pair pair = renewed_pair();
  tenant::Ca& ca = pair.issuing_ca();
  CHECK(status_of(pair.tenant, ca, 2) == VersionStatus::Staged);
  CHECK(tenant::renewal_status(ca, pair.tenant.clock) == tenant::RenewalStatus::Staged);
  const auto production = tenant::find_scep_target(pair.tenant, tenant::scep_uri(pair.tenant, ca));
  const auto staged = tenant::find_scep_target(pair.tenant, tenant::staged_scep_uri(pair.tenant, ca, 2));
  REQUIRE(production.has_value());
  REQUIRE(staged.has_value());
  CHECK(production->version->number == 1);
  CHECK(staged->version->number == 2);
  for (std::size_t i = 0; i < tenant::kStagedLeaves; ++i) REQUIRE(issue_from(pair.tenant, ca, 2).ok());
  CHECK(refusal(issue_from(pair.tenant, ca, 2)) == "cloudpki.tenant.staged_full");
  CHECK(refusal(tenant::renew_ca(pair.tenant, ca, ready_key())) == "cloudpki.tenant.renewal_under_way");
}

TEST_CASE("tenant.staged_lapses: inactive after 90 days, gone after 30 more") {
  Pair pair = renewed_pair();
  advance(pair.tenant, 89);
  CHECK(status_of(pair.tenant, pair.issuing_ca(), 2) == VersionStatus::Staged);
  const Findings lapsed = advance(pair.tenant, 1);
  CHECK(contains(ids(lapsed), "cloudpki.tenant.event.lapsed"));
  CHECK(status_of(pair.tenant, pair.issuing_ca(), 2) == VersionStatus::Decommissioned);
  CHECK(refusal(tenant::activate_version(pair.tenant, pair.issuing_ca(), 2)) == "cloudpki.tenant.not_staged");
  const Findings gone = advance(pair.tenant, 30);
  CHECK(contains(ids(gone), "cloudpki.tenant.event.dropped"));
  CHECK(tenant::find_version(pair.issuing_ca(), 2) == nullptr);
  // In one step both happen.
  Pair other = renewed_pair();
  CHECK(contains(ids(advance(other.tenant, 120)), "cloudpki.tenant.event.dropped"));
}

TEST_CASE("tenant.activate: old retired, new active, the SCEP URI stays, and what the old one published too") {
  Pair pair = renewed_pair();
  tenant::Ca& ca = pair.issuing_ca();
  const std::string uri = tenant::scep_uri(pair.tenant, ca);
  const std::string staged_uri = tenant::staged_scep_uri(pair.tenant, ca, 2);
  const auto old_leaf = issue(pair.tenant, ca);
  REQUIRE(tenant::activate_version(pair.tenant, ca, 2).ok());
  CHECK(status_of(pair.tenant, ca, 1) == VersionStatus::Retired);
  CHECK(status_of(pair.tenant, ca, 2) == VersionStatus::Active);
  CHECK(tenant::scep_uri(pair.tenant, ca) == uri);
  CHECK(tenant::find_scep_target(pair.tenant, uri)->version->number == 2);
  CHECK_FALSE(tenant::find_scep_target(pair.tenant, staged_uri).has_value());
  // The retired version still answers for what it issued.
  advance(pair.tenant, 8);
  CHECK(validates(pair.tenant, old_leaf, tenant::active_version(pair.root_ca())->certificate));
  REQUIRE(tenant::revoke_leaf(pair.tenant, ca, tenant::serial_hex(*old_leaf)).ok());
  CHECK(listed_serials(*tenant::find_version(ca, 1)).size() == 1);
  CHECK(listed_serials(*tenant::find_version(ca, 2)).empty());
}

TEST_CASE("tenant.version_name: the name has the version") {
  Pair pair = renewed_pair();
  CHECK(tenant::version_title(pair.issuing_ca(), 1) == "Issuing");
  CHECK(tenant::version_title(pair.issuing_ca(), 2) == "Issuing (V2.0)");
  CHECK(tenant::ca_title(pair.issuing_ca()) == "Issuing");
  REQUIRE(tenant::activate_version(pair.tenant, pair.issuing_ca(), 2).ok());
  CHECK(tenant::ca_title(pair.issuing_ca()) == "Issuing (V2.0)");
}

TEST_CASE("a staged version can be revoked, and the root lists it") {
  Pair pair = renewed_pair();
  const std::string serial = tenant::serial_hex(*tenant::find_version(pair.issuing_ca(), 2)->certificate);
  CHECK(refusal(tenant::revoke_version(pair.tenant, pair.issuing_ca(), 1)) == "cloudpki.tenant.not_staged");
  REQUIRE(tenant::revoke_version(pair.tenant, pair.issuing_ca(), 2).ok());
  CHECK(status_of(pair.tenant, pair.issuing_ca(), 2) == VersionStatus::Revoked);
  CHECK(listed_serials(*tenant::active_version(pair.root_ca())) == std::vector<std::string>{serial});
  CHECK(refusal(issue_from(pair.tenant, pair.issuing_ca(), 2)) == "cloudpki.tenant.does_not_issue");
}

}  // namespace pki::test
