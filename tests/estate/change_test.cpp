// What-ifs, and the smallest change that cures.

#include "estate/anchors.h"
#include "estate/cure.h"
#include "estate/rules.h"
#include "estate_lab.h"

namespace pki::test {

using fleet::Platform;

namespace {

const std::string kLaptop = device_on(Platform::Windows);

estate::Cures cures(const EstateLab& lab, const std::string& device) {
  auto found = estate::find_cures(lab.tenant, lab.estate, device, lab.estate.services.front().id);
  REQUIRE(found.ok());
  return *std::move(found);
}

std::vector<std::string> kinds(const estate::Cure& cure) {
  std::vector<std::string> names;
  for (const estate::Change& change : cure.changes) names.emplace_back(estate::change_kind_name(change.kind));
  return names;
}

std::string cdp_of(const x509::Certificate& certificate) {
  const auto& points = certificate.extensions().crl_distribution_points;
  REQUIRE(static_cast<bool>(points));
  return std::string(as_text(points->points.front().full_name.front().value));
}

}  // namespace

TEST_CASE("what if a CRL lapses: NPS refuses, FreeRADIUS that does not look does not") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::Nps, ServiceKind::FreeRadius});
  const auto leaf = fleet::find_state(lab.tenant.fleet, fleet::find_device(lab.tenant.fleet, kLaptop)->id)
                        ->identities.front()
                        .certificate;
  lab.change(ChangeKind::LapseCrl, "", {}, cdp_of(*leaf));
  CHECK(fault_of(lab.talk(kLaptop, "nps").of_client) == "revocation-unknown");
  CHECK(lab.works(kLaptop, "freeradius"));
  lab.change(ChangeKind::Revocation, lab.estate.services.back().id, {}, "required");
  CHECK(fault_of(lab.talk(kLaptop, "freeradius").of_client) == "revocation-unknown");
  lab.change(ChangeKind::RestoreCrl, "", {}, cdp_of(*leaf));
  CHECK(lab.works(kLaptop, "nps"));
  CHECK(lab.works(kLaptop, "freeradius"));
}

TEST_CASE("what if the route to the CRLs is cut: who must know refuses") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::Nps});
  lab.change(ChangeKind::CutCrl, lab.estate.services.front().id);
  CHECK(fault_of(lab.talk(kLaptop).of_client) == "revocation-unknown");
  const auto found = cures(lab, kLaptop);
  REQUIRE(found.cures.size() == 1);
  CHECK(kinds(found.cures.front()) == std::vector<std::string>{"open-crl"});
}

TEST_CASE(
    "what if a device's certificate is revoked: at once where the CRL is fetched, and no change of stores helps") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::Nps});
  tenant::Ca& ca = lab.tenant.cas.back();
  REQUIRE(tenant::revoke_all_leaves(lab.tenant, ca).ok());
  CHECK(fault_of(lab.talk(kLaptop).of_client) == "revoked");
  const auto found = cures(lab, kLaptop);
  CHECK(found.cures.empty());
  REQUIRE(found.in_the_tenant.size() == 1);
}

TEST_CASE("cure: the root that is missing at the relying party") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::Apache});
  const std::string service = lab.estate.services.front().id;
  lab.change(ChangeKind::Remove, service, lab.client_chain().front());
  const auto found = cures(lab, kLaptop);
  REQUIRE(found.cures.size() == 1);
  CHECK(kinds(found.cures.front()) == std::vector<std::string>{"add-root"});
  CHECK(found.cures.front().changes.front().holder == service);
  // The cure does what it says.
  REQUIRE(estate::apply(lab.tenant, lab.estate, found.cures.front().changes.front()).ok());
  CHECK(lab.works(kLaptop));
}

TEST_CASE("cure: root and issuing CA are both missing: two changes, and none could be left out") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::Apache});
  const std::string service = lab.estate.services.front().id;
  const std::string phone = device_on(Platform::AndroidManaged);
  for (const auto& certificate : lab.client_chain()) lab.change(ChangeKind::Remove, service, certificate);
  const auto found = cures(lab, phone);
  REQUIRE_FALSE(found.cures.empty());
  for (const estate::Cure& cure : found.cures) {
    CHECK(cure.changes.size() == 2);
    CHECK(kinds(cure).front() == "add-root");
  }
}

TEST_CASE("cure: a device that lacks the servers' root, and a conversation that works") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::FreeRadius});
  CHECK(cures(lab, kLaptop).cures.empty());
  CHECK(cures(lab, kLaptop).tried == 0);
  lab.change(ChangeKind::Remove, kLaptop, lab.server_chain().front());
  const auto found = cures(lab, kLaptop);
  REQUIRE(found.cures.size() == 1);
  CHECK(kinds(found.cures.front()) == std::vector<std::string>{"add-root"});
}

TEST_CASE("cure: a server certificate that expired") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::Website});
  advance(lab.tenant, 400);
  CHECK(fault_of(lab.talk(kLaptop).of_server) == "expired");
  const auto found = cures(lab, kLaptop);
  REQUIRE(found.cures.size() == 1);
  CHECK(kinds(found.cures.front()) == std::vector<std::string>{"renew-server"});
}

TEST_CASE("change: what is not there cannot be taken, and nothing changes then") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::FreeRadius});
  const auto refused = [&](estate::Change change) { return refusal(estate::apply(lab.tenant, lab.estate, change)); };
  CHECK(refused({.kind = ChangeKind::Remove, .holder = "nobody", .certificate = lab.client_chain().front()}) ==
        estate::rules::kNoSuch.id);
  const auto leaf = lab.estate.services.front().sent.front();
  CHECK(refused({.kind = ChangeKind::Remove, .holder = kLaptop, .certificate = leaf}) == estate::rules::kNotHeld.id);
  CHECK(refused({.kind = ChangeKind::Remove, .holder = lab.estate.services.front().id, .certificate = leaf}) ==
        estate::rules::kNotHeld.id);
  CHECK(refused({.kind = ChangeKind::LapseCrl, .word = "http://nowhere.example/"}) == estate::rules::kNoSuch.id);
  CHECK(refused({.kind = ChangeKind::SetDepth, .holder = kLaptop}) == estate::rules::kNoSuch.id);
  CHECK(refused({.kind = ChangeKind::Sending, .holder = lab.estate.services.front().id}) == estate::rules::kNoSuch.id);
  CHECK(lab.works(kLaptop));
}

TEST_CASE("anchors: who relies on which, and what would stop without it") {
  const EstateLab lab(Model::CloudRoot, {ServiceKind::Apache, ServiceKind::Website});
  const auto publication = estate::publish_all(lab.tenant, lab.estate);
  REQUIRE(publication.ok());
  const estate::Scene scene = estate::make_scene(lab.tenant, lab.estate, *publication);
  estate::Judge judge(scene);
  const auto all = estate::converse_all(scene, judge);
  const estate::AnchorMap map = estate::find_anchors(scene, all);
  REQUIRE(map.anchors.size() >= 2);
  const auto use_of = [&](const x509::CertificatePtr& wanted) {
    for (const estate::AnchorUse& use : map.anchors) {
      if (equal(use.anchor->fingerprint(), wanted->fingerprint())) return use;
    }
    FAIL("not among the anchors");
    return estate::AnchorUse{};
  };
  // Four devices visit both sites; on Android the server's issuing CA is the anchor already.
  const auto devices_root = use_of(lab.client_chain().front());
  CHECK(devices_root.reliances.size() == 4);
  CHECK(devices_root.would_stop == 4);
  const auto servers_root = use_of(lab.server_chain().front());
  CHECK(servers_root.reliances.size() >= 6);
  CHECK(servers_root.would_stop == 6);
}

}  // namespace pki::test
