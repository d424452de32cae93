// Statuses, pausing, revoking, deleting; leaves; publication and the clock; reports, roles and the log.

#include <algorithm>

#include "cloudpki/tenant/allowed.h"
#include "cloudpki/tenant/publish.h"
#include "cloudpki/tenant/urls.h"
#include "lab.h"
#include "x509/crl.h"

namespace pki::test {

using tenant::CaStatus;
using tenant::LeafStatus;

namespace {

CaStatus status_of(const Tenant& in, std::string_view id) {
  return tenant::ca_status(*tenant::find_ca(in, id), in.clock);
}

const tenant::PublishedCrl& crl_of(const tenant::Ca& ca) { return *tenant::active_version(ca)->crl; }

bool contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

TEST_CASE("tenant.statuses: Active, Paused, Revoked, Expired, Signing required") {
  Pair pair = new_pair();
  CHECK(status_of(pair.tenant, pair.issuing) == CaStatus::Active);
  const std::string byoca = create(pair.tenant, byoca_order()).id;
  CHECK(status_of(pair.tenant, byoca) == CaStatus::SigningRequired);
  REQUIRE(tenant::pause_ca(pair.tenant, pair.issuing_ca()).ok());
  CHECK(status_of(pair.tenant, pair.issuing) == CaStatus::Paused);
  advance(pair.tenant, 366 * 11);
  CHECK(status_of(pair.tenant, pair.issuing) == CaStatus::Expired);
  CHECK(status_of(pair.tenant, pair.root) == CaStatus::Active);
  REQUIRE(tenant::revoke_ca(pair.tenant, pair.issuing_ca()).ok());
  CHECK(status_of(pair.tenant, pair.issuing) == CaStatus::Revoked);
}

TEST_CASE("tenant.leaf_statuses: active, revoked, expired, and they stay in the list") {
  Pair pair = new_pair();
  const auto one = issue(pair.tenant, pair.issuing_ca());
  issue(pair.tenant, pair.issuing_ca());
  REQUIRE(tenant::revoke_leaf(pair.tenant, pair.issuing_ca(), tenant::serial_hex(*one)).ok());
  CHECK(tenant::leaf_status(pair.tenant.leaves[0], pair.tenant.clock) == LeafStatus::Revoked);
  CHECK(tenant::leaf_status(pair.tenant.leaves[1], pair.tenant.clock) == LeafStatus::Active);
  advance(pair.tenant, 400);
  CHECK(tenant::leaf_status(pair.tenant.leaves[0], pair.tenant.clock) == LeafStatus::Revoked);
  CHECK(tenant::leaf_status(pair.tenant.leaves[1], pair.tenant.clock) == LeafStatus::Expired);
  CHECK(pair.tenant.leaves.size() == 2);
}

TEST_CASE("tenant.pause: a paused CA issues nothing, resumed it does again") {
  Pair pair = new_pair();
  CHECK(refusal(tenant::resume_ca(pair.tenant, pair.issuing_ca())) == "cloudpki.tenant.not_paused");
  REQUIRE(tenant::pause_ca(pair.tenant, pair.issuing_ca()).ok());
  CHECK(refusal(tenant::pause_ca(pair.tenant, pair.issuing_ca())) == "cloudpki.tenant.not_active");
  CHECK(refusal(issue_from(pair.tenant, pair.issuing_ca(), 1)) == "cloudpki.tenant.does_not_issue");
  REQUIRE(tenant::resume_ca(pair.tenant, pair.issuing_ca()).ok());
  CHECK(refusal(issue_from(pair.tenant, pair.issuing_ca(), 1)) == "");
}

TEST_CASE("tenant.revoke_paused: an active CA cannot be revoked") {
  Pair pair = new_pair();
  CHECK(refusal(tenant::revoke_ca(pair.tenant, pair.issuing_ca())) == "cloudpki.tenant.not_paused");
  REQUIRE(tenant::pause_ca(pair.tenant, pair.issuing_ca()).ok());
  CHECK(refusal(tenant::revoke_ca(pair.tenant, pair.issuing_ca())) == "");
}

TEST_CASE("tenant.revoke_leaves_first: a CA with active leaves cannot be revoked") {
  Pair pair = new_pair();
  const auto leaf = issue(pair.tenant, pair.issuing_ca());
  issue(pair.tenant, pair.issuing_ca());
  REQUIRE(tenant::pause_ca(pair.tenant, pair.issuing_ca()).ok());
  CHECK(refusal(tenant::revoke_ca(pair.tenant, pair.issuing_ca())) == "cloudpki.tenant.active_leaves");
  REQUIRE(tenant::revoke_leaf(pair.tenant, pair.issuing_ca(), tenant::serial_hex(*leaf)).ok());
  CHECK(refusal(tenant::revoke_ca(pair.tenant, pair.issuing_ca())) == "cloudpki.tenant.active_leaves");
  const auto count = tenant::revoke_all_leaves(pair.tenant, pair.issuing_ca());
  REQUIRE(count.ok());
  CHECK(*count == 1);
  CHECK(refusal(tenant::revoke_ca(pair.tenant, pair.issuing_ca())) == "");
}

TEST_CASE("tenant.revoke_is_final: a revoked CA is neither resumed nor paused nor renewed") {
  Pair pair = new_pair();
  REQUIRE(tenant::pause_ca(pair.tenant, pair.issuing_ca()).ok());
  REQUIRE(tenant::revoke_ca(pair.tenant, pair.issuing_ca()).ok());
  CHECK(refusal(tenant::resume_ca(pair.tenant, pair.issuing_ca())) == "cloudpki.tenant.not_paused");
  CHECK(refusal(tenant::pause_ca(pair.tenant, pair.issuing_ca())) == "cloudpki.tenant.not_active");
  CHECK(refusal(tenant::renew_ca(pair.tenant, pair.issuing_ca(), ready_key())) == "cloudpki.tenant.not_renewable_now");
  REQUIRE(tenant::delete_ca(pair.tenant, pair.issuing).ok());
  CHECK(tenant::find_ca(pair.tenant, pair.issuing) == nullptr);
}

TEST_CASE("tenant.root_last: a root is deleted when nothing is under it") {
  Pair pair = new_pair();
  CHECK(refusal(tenant::pause_ca(pair.tenant, pair.root_ca())) == "cloudpki.tenant.root_has_no_pause");
  CHECK(refusal(tenant::revoke_ca(pair.tenant, pair.root_ca())) == "cloudpki.tenant.root_has_no_pause");
  CHECK(refusal(tenant::delete_ca(pair.tenant, pair.root)) == "cloudpki.tenant.root_in_use");
  CHECK(refusal(tenant::delete_ca(pair.tenant, pair.issuing)) == "cloudpki.tenant.not_revoked");
  REQUIRE(tenant::pause_ca(pair.tenant, pair.issuing_ca()).ok());
  REQUIRE(tenant::revoke_ca(pair.tenant, pair.issuing_ca()).ok());
  REQUIRE(tenant::delete_ca(pair.tenant, pair.issuing).ok());
  REQUIRE(tenant::delete_ca(pair.tenant, pair.root).ok());
  CHECK(pair.tenant.cas.empty());
}

TEST_CASE("tenant.serves_on: paused and revoked CAs go on to publish") {
  Pair pair = new_pair();
  REQUIRE(tenant::pause_ca(pair.tenant, pair.issuing_ca()).ok());
  advance(pair.tenant, 8);
  CHECK(crl_of(pair.issuing_ca()).next_update > pair.tenant.clock);
  REQUIRE(tenant::revoke_ca(pair.tenant, pair.issuing_ca()).ok());
  advance(pair.tenant, 8);
  CHECK(crl_of(pair.issuing_ca()).next_update > pair.tenant.clock);
  const auto entries = tenant::published(pair.tenant);
  const auto stands_at = [&](const std::string& url) {
    return std::any_of(entries.begin(), entries.end(), [&](const repository::Entry& each) { return each.url == url; });
  };
  CHECK(stands_at(tenant::crl_url(pair.tenant, pair.issuing_ca(), 1)));
  CHECK(stands_at(tenant::certificate_url(pair.tenant, pair.issuing_ca(), 1)));
}

TEST_CASE("tenant.root_lists_it: the root's CRL lists the revoked issuing CA, and its leaves stop validating") {
  Pair pair = new_pair();
  const auto leaf = issue(pair.tenant, pair.issuing_ca());
  const auto root = tenant::active_version(pair.root_ca())->certificate;
  const auto issuing = tenant::active_version(pair.issuing_ca())->certificate;
  CHECK(validates(pair.tenant, leaf, root));
  REQUIRE(tenant::pause_ca(pair.tenant, pair.issuing_ca()).ok());
  CHECK(validates(pair.tenant, leaf, root));
  REQUIRE(tenant::revoke_all_leaves(pair.tenant, pair.issuing_ca()).ok());
  REQUIRE(tenant::revoke_ca(pair.tenant, pair.issuing_ca()).ok());
  CHECK(listed_serials(*tenant::active_version(pair.root_ca())) ==
        std::vector<std::string>{tenant::serial_hex(*issuing)});
  CHECK_FALSE(validates(pair.tenant, leaf, root));
}

TEST_CASE("tenant.only_issuing_cas_issue: a root issues nothing to devices") {
  Pair pair = new_pair();
  CHECK(refusal(issue_from(pair.tenant, pair.root_ca(), 1)) == "cloudpki.tenant.root_does_not_issue");
}

TEST_CASE("tenant.leaf_certificate: ten minutes back, its issuer's CRL, and the issuer's certificate if so set") {
  Pair pair = new_pair();
  const auto leaf = issue(pair.tenant, pair.issuing_ca());
  CHECK(leaf->not_before()->time.seconds == start().seconds - 600);
  CHECK(leaf->not_after()->time == add_calendar(start(), 12, 0));
  CHECK(leaf->extensions().key_usage->bits == 0x5);
  REQUIRE(leaf->extensions().crl_distribution_points.present());
  CHECK(x509::value_text(leaf->extensions().crl_distribution_points->points[0].full_name[0]) ==
        tenant::crl_url(pair.tenant, pair.issuing_ca(), 1));
  CHECK(leaf->extensions().authority_info_access.present());
  pair.tenant.settings.leaf_issuer_url = tenant::Written::No;
  CHECK_FALSE(issue(pair.tenant, pair.issuing_ca())->extensions().authority_info_access.present());
}

TEST_CASE("tenant.no_ocsp: no certificate names a responder") {
  Pair pair = new_pair();
  const auto leaf = issue(pair.tenant, pair.issuing_ca());
  for (const auto& each : leaf->extensions().authority_info_access->descriptions) {
    CHECK(each.method == asn1::oids::kCaIssuers);
  }
}

TEST_CASE("tenant.crl_days: seven days, every three and a half, numbers ascend by one") {
  Pair pair = new_pair();
  const tenant::PublishedCrl first = crl_of(pair.issuing_ca());
  CHECK(first.number == 1);
  CHECK(first.next_update.seconds - first.this_update.seconds == 7 * kSecondsPerDay);
  advance(pair.tenant, 3);
  CHECK(crl_of(pair.issuing_ca()).number == 1);
  const Findings events = advance(pair.tenant, 1);
  CHECK(contains(ids(events), "cloudpki.tenant.event.crl_published"));
  CHECK(crl_of(pair.issuing_ca()).number == 2);
  CHECK(crl_of(pair.issuing_ca()).this_update.seconds == start().seconds + 7 * kSecondsPerDay / 2);
  advance(pair.tenant, 70);
  CHECK(crl_of(pair.issuing_ca()).number == 22);
  CHECK(crl_of(pair.issuing_ca()).next_update > pair.tenant.clock);
  const auto crl = x509::Crl::parse(crl_of(pair.issuing_ca()).der);
  REQUIRE(crl.ok());
  CHECK((*crl)->this_update()->time == crl_of(pair.issuing_ca()).this_update);
}

TEST_CASE("one long step of the clock ends where many short ones end") {
  Pair one = new_pair();
  Pair many = new_pair();
  advance(one.tenant, 50);
  for (int day = 0; day < 50; ++day) advance(many.tenant, 1);
  CHECK(crl_of(one.issuing_ca()).number == crl_of(many.issuing_ca()).number);
  CHECK(crl_of(one.issuing_ca()).this_update == crl_of(many.issuing_ca()).this_update);
}

TEST_CASE("tenant.crl_at_once: a revoked leaf is on a new CRL at once, and the old one is still good") {
  Pair pair = new_pair();
  const auto leaf = issue(pair.tenant, pair.issuing_ca());
  const auto root = tenant::active_version(pair.root_ca())->certificate;
  advance(pair.tenant, 1);
  CHECK(listed_serials(*tenant::active_version(pair.issuing_ca())).empty());
  const auto findings = tenant::revoke_leaf(pair.tenant, pair.issuing_ca(), tenant::serial_hex(*leaf));
  REQUIRE(findings.ok());
  REQUIRE(ids(*findings) == std::vector<std::string>{"cloudpki.tenant.cached_crl"});
  CHECK(findings->front().param("next_update") == "2026-06-22T12:00:00Z");
  CHECK(listed_serials(*tenant::active_version(pair.issuing_ca())) ==
        std::vector<std::string>{tenant::serial_hex(*leaf)});
  CHECK(crl_of(pair.issuing_ca()).this_update == pair.tenant.clock);
  CHECK_FALSE(validates(pair.tenant, leaf, root));
  CHECK(refusal(tenant::revoke_leaf(pair.tenant, pair.issuing_ca(), tenant::serial_hex(*leaf))) ==
        "cloudpki.tenant.already_revoked");
  CHECK(refusal(tenant::revoke_leaf(pair.tenant, pair.issuing_ca(), "00ff")) == "cloudpki.tenant.no_such_leaf");
}

TEST_CASE("an expired leaf is not revoked, and leaves the CRL after one that had it") {
  Pair pair = new_pair();
  const auto revoked = issue(pair.tenant, pair.issuing_ca());
  const auto expired = issue(pair.tenant, pair.issuing_ca());
  REQUIRE(tenant::revoke_leaf(pair.tenant, pair.issuing_ca(), tenant::serial_hex(*revoked)).ok());
  advance(pair.tenant, 366);
  CHECK(refusal(tenant::revoke_leaf(pair.tenant, pair.issuing_ca(), tenant::serial_hex(*expired))) ==
        "cloudpki.tenant.leaf_expired");
  advance(pair.tenant, 8);
  CHECK(listed_serials(*tenant::active_version(pair.issuing_ca())).empty());
}

TEST_CASE("tenant.urls: http, with the id and the version") {
  Pair pair = new_pair();
  const std::string url = tenant::crl_url(pair.tenant, pair.issuing_ca(), 1);
  CHECK(url ==
        "http://primary-cdn.pki.example/westeurope/crls/" + pair.tenant.store + "/" + pair.issuing + "_v1/current.crl");
  CHECK(tenant::certificate_url(pair.tenant, pair.root_ca(), 1) ==
        "http://primary-cdn.pki.example/westeurope/cacerts/" + pair.tenant.store + "/" + pair.root + "_v1/cert.cer");
  CHECK(tenant::scep_uri(pair.tenant, pair.issuing_ca()).starts_with("https://{{CloudPKIFQDN}}/"));
}

TEST_CASE("an expired CA publishes no more, and the clock tells of it") {
  Tenant in = new_tenant();
  create(in, root_order());
  tenant::CaOrder order = issuing_order();
  order.validity_years = 2;
  const std::string id = create(in, std::move(order)).id;
  const Findings events = advance(in, 800);
  CHECK(contains(ids(events), "cloudpki.tenant.event.ca_ended"));
  const tenant::Ca& ca = *tenant::find_ca(in, id);
  CHECK(crl_of(ca).this_update <= tenant::end_of(*tenant::active_version(ca)->certificate));
  const std::uint64_t number = crl_of(ca).number;
  advance(in, 30);
  CHECK(crl_of(*tenant::find_ca(in, id)).number == number);
}

TEST_CASE("the clock does not go back, and events come in order of time") {
  Pair pair = new_pair();
  issue(pair.tenant, pair.issuing_ca());
  CHECK(refusal(tenant::advance_clock(pair.tenant, Time{start().seconds - 1})) == "cloudpki.tenant.clock_back");
  const Findings events = advance(pair.tenant, 366 * 6);
  std::vector<std::string> times;
  for (const Finding& event : events) times.emplace_back(event.param("at"));
  CHECK(times.size() >= 4);
  CHECK(std::is_sorted(times.begin(), times.end()));
  CHECK(contains(ids(events), "cloudpki.tenant.event.leaf_ended"));
  CHECK(contains(ids(events), "cloudpki.tenant.event.banner"));
}

TEST_CASE("tenant.permissions: pausing, revoking and deleting each need theirs") {
  Pair pair = new_pair();
  const auto leaf = issue(pair.tenant, pair.issuing_ca());
  pair.tenant.settings.permissions.disable_and_reenable = false;
  CHECK(refusal(tenant::pause_ca(pair.tenant, pair.issuing_ca())) == "cloudpki.tenant.not_permitted");
  CHECK(refusal(tenant::delete_ca(pair.tenant, pair.root)) == "cloudpki.tenant.not_permitted");
  pair.tenant.settings.permissions.disable_and_reenable = true;
  pair.tenant.settings.permissions.revoke_leaf = false;
  CHECK(refusal(tenant::revoke_leaf(pair.tenant, pair.issuing_ca(), tenant::serial_hex(*leaf))) ==
        "cloudpki.tenant.not_permitted");
  CHECK(refusal(tenant::revoke_all_leaves(pair.tenant, pair.issuing_ca())) == "cloudpki.tenant.not_permitted");
  CHECK(refusal(tenant::delete_ca(pair.tenant, pair.root)) == "cloudpki.tenant.not_permitted");
}

TEST_CASE("tenant.report_daily: a report shows what was so at the last full day") {
  Pair pair = new_pair();
  issue(pair.tenant, pair.issuing_ca());
  REQUIRE(tenant::advance_clock(pair.tenant, Time{start().seconds + 3600}).ok());
  CHECK(tenant::report_time(pair.tenant) == start());
  issue(pair.tenant, pair.issuing_ca());
  CHECK(tenant::count_leaves(pair.tenant, pair.issuing_ca(), pair.tenant.clock).active == 2);
  CHECK(tenant::count_leaves(pair.tenant, pair.issuing_ca(), tenant::report_time(pair.tenant)).active == 1);
  advance(pair.tenant, 1);
  CHECK(tenant::count_leaves(pair.tenant, pair.issuing_ca(), tenant::report_time(pair.tenant)).active == 2);
}

TEST_CASE("tenant.list_1000: the list shows the newest thousand, and search finds the others") {
  Pair pair = new_pair();
  issue(pair.tenant, pair.issuing_ca(), "THE-OLDEST");
  const auto newer = issue(pair.tenant, pair.issuing_ca());
  // What is listed is counted, not signed: one certificate stands for many.
  for (int i = 0; i < 1004; ++i) {
    tenant::Leaf leaf = pair.tenant.leaves[1];
    leaf.device_name = "LAPTOP-" + std::to_string(i);
    pair.tenant.leaves.push_back(std::move(leaf));
  }
  const tenant::LeafList all = tenant::list_leaves(pair.tenant, pair.issuing_ca(), "");
  CHECK(all.found == 1006);
  REQUIRE(all.shown.size() == 1000);
  CHECK(all.shown.front()->device_name == "LAPTOP-1003");
  const tenant::LeafList one = tenant::list_leaves(pair.tenant, pair.issuing_ca(), " the-oldest ");
  REQUIRE(one.shown.size() == 1);
  CHECK(one.shown.front()->device_name == "THE-OLDEST");
  CHECK(tenant::list_leaves(pair.tenant, pair.issuing_ca(), tenant::serial_hex(*newer)).found == 1005);
  CHECK(tenant::list_leaves(pair.tenant, pair.root_ca(), "").found == 0);
}

TEST_CASE("tenant.audit: each action leaves a line, a refused one does not") {
  Pair pair = new_pair();
  const std::size_t before = pair.tenant.audit.size();
  CHECK(before == 2);
  CHECK(refusal(tenant::resume_ca(pair.tenant, pair.issuing_ca())) != "");
  CHECK(pair.tenant.audit.size() == before);
  REQUIRE(tenant::pause_ca(pair.tenant, pair.issuing_ca()).ok());
  REQUIRE(pair.tenant.audit.size() == before + 1);
  CHECK(pair.tenant.audit.back().activity == "Change certification authority status");
  CHECK(pair.tenant.audit.back().object == "Issuing");
}

}  // namespace pki::test
