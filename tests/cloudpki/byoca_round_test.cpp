// The BYOCA round: request, private CA, upload; with every mistake, and by way of every tier.

#include <algorithm>
#include <map>

#include "cloudpki/private_pki/rules.h"
#include "cloudpki/private_pki/signing.h"
#include "formats/sniff.h"
#include "lab.h"
#include "x509/crl.h"

namespace pki::test {

namespace private_pki = cloudpki::private_pki;
namespace byoca = cloudpki::byoca;
using private_pki::Mistake;

namespace {

const private_pki::PrivatePki& ready_pki(int tiers) {
  static std::map<int, private_pki::PrivatePki> made;
  if (!made.contains(tiers)) {
    private_pki::PkiOrder order;
    order.tiers = tiers;
    order.settings.request_extensions = private_pki::usual_request_extensions();
    auto pki = private_pki::make_private_pki(order, start());
    REQUIRE(pki.ok());
    made.emplace(tiers, *std::move(pki));
  }
  return made.at(tiers);
}

std::vector<byoca::DroppedCertificate> dropped(const std::vector<private_pki::AnswerFile>& files) {
  std::vector<byoca::DroppedCertificate> all;
  for (const private_pki::AnswerFile& file : files) {
    const bool p7b = file.name.ends_with(".p7b");
    formats::Dropped read = formats::read_dropped(file.data);
    for (formats::Item& item : read.items) {
      if (item.kind != formats::ItemKind::Certificate) continue;
      auto certificate = x509::Certificate::parse(std::move(item.der));
      REQUIRE(certificate.ok());
      all.push_back({*certificate, file.name, p7b ? byoca::FileForm::Pkcs7 : byoca::FileForm::Pem});
    }
  }
  return all;
}

struct Round {
  Tenant tenant = new_tenant();
  std::string id;

  Round() { id = create(tenant, byoca_order()).id; }
  tenant::Ca& ca() { return *tenant::find_ca(tenant, id); }

  private_pki::Answer sign(const private_pki::PrivatePki& pki, private_pki::SigningOrder order = {}) {
    const auto der = tenant::download_request(tenant, ca());
    REQUIRE(der.ok());
    const auto request = x509::Request::parse(*der);
    REQUIRE(request.ok());
    auto answer = private_pki::sign(pki, **request, order, tenant.clock);
    INFO((answer.ok() ? std::string() : render_summary(answer.error())));
    REQUIRE(answer.ok());
    return *std::move(answer);
  }
  Result<tenant::Uploaded> upload(const private_pki::Answer& answer) {
    return tenant::upload_signed(tenant, ca(), {dropped(answer.signed_certificate), dropped(answer.chain)});
  }
};

std::vector<std::string> failed_checks(const byoca::DeskReport& report) {
  std::vector<std::string> failed;
  for (const byoca::DeskRow& row : report.rows) {
    if (row.outcome == byoca::DeskOutcome::Fail) failed.emplace_back(row.check->id);
  }
  return failed;
}

std::vector<std::string> warned_checks(const byoca::DeskReport& report) {
  std::vector<std::string> warned;
  for (const byoca::DeskRow& row : report.rows) {
    if (row.outcome == byoca::DeskOutcome::Warn) warned.emplace_back(row.check->id);
  }
  return warned;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("byoca.signing_required: a new BYOCA waits, with a request for what was asked") {
  Round round;
  CHECK(tenant::ca_status(round.ca(), round.tenant.clock) == tenant::CaStatus::SigningRequired);
  const auto der = tenant::download_request(round.tenant, round.ca());
  REQUIRE(der.ok());
  const auto request = x509::Request::parse(*der);
  REQUIRE(request.ok());
  CHECK((*request)->subject().last(asn1::oids::kCommonName) == "BYOCA CN");
  CHECK((*request)->extensions().basic_constraints->ca);
  CHECK((*request)->extensions().extended_key_usage->purposes.size() == 1);
  CHECK((*request)->public_key().bits == 2048);
  CHECK(refusal(issue_from(round.tenant, round.ca(), 1)) != "");
  CHECK(refusal(tenant::pause_ca(round.tenant, round.ca())) == "cloudpki.tenant.not_active");
  Pair pair = new_pair();
  CHECK(refusal(tenant::download_request(pair.tenant, pair.issuing_ca())) == "cloudpki.tenant.not_byoca");
}

TEST_CASE("byoca.active_after_upload: after a right answer the CA is active and issues") {
  Round round;
  const auto uploaded = round.upload(round.sign(ready_pki(2)));
  REQUIRE(uploaded.ok());
  CHECK(failed_checks(uploaded->report) == Names{});
  CHECK_FALSE(uploaded->refusal.has_value());
  CHECK(tenant::ca_status(round.ca(), round.tenant.clock) == tenant::CaStatus::Active);
  CHECK(tenant::active_version(round.ca())->chain.size() == 2);
  CHECK(tenant::active_version(round.ca())->crl.has_value());
  const auto leaf = issue(round.tenant, round.ca());
  CHECK(refusal(tenant::download_request(round.tenant, round.ca())) == "cloudpki.tenant.nothing_to_sign");
  CHECK(refusal(tenant::upload_signed(round.tenant, round.ca(), {})) == "cloudpki.tenant.nothing_to_sign");
}

TEST_CASE("tenant.byoca_any_tier: signed by a root, a policy CA or an issuing CA of one to three tiers") {
  for (const int tiers : {1, 2, 3}) {
    for (int signer = 0; signer < tiers; ++signer) {
      INFO(tiers << " tiers, signed by " << signer);
      Round round;
      const auto answer = round.sign(ready_pki(tiers), {.ca = static_cast<std::size_t>(signer)});
      const auto uploaded = round.upload(answer);
      REQUIRE(uploaded.ok());
      CHECK(failed_checks(uploaded->report) == Names{});
      CHECK(tenant::active_version(round.ca()) != nullptr);
    }
  }
}

TEST_CASE("tenant.byoca_urls: AIA and CDP in its certificate are the private CA's") {
  Round round;
  const auto answer = round.sign(ready_pki(2));
  CHECK(x509::value_text(answer.certificate->extensions().authority_info_access->descriptions[0].location) ==
        private_pki::certificate_url(ready_pki(2), 1));
  CHECK(x509::value_text(answer.certificate->extensions().crl_distribution_points->points[0].full_name[0]) ==
        private_pki::crl_url(ready_pki(2), 1));
}

TEST_CASE("each mistake of the private CA is found, and only it") {
  struct Case {
    Mistake mistake;
    Names failed;
    Names warned;
  };
  const Case cases[] = {
      {Mistake::EkuLost, {"byoca.purposes_kept"}, {}},
      {Mistake::AnyPurpose, {"byoca.purposes_kept", "byoca.any_purpose"}, {}},
      {Mistake::NoCrlSign, {"byoca.ca"}, {}},
      {Mistake::PathLengthSpent, {"byoca.path_length"}, {}},
      {Mistake::OtherKey, {"byoca.key"}, {}},
      {Mistake::OtherSubject, {"byoca.subject"}, {}},
      {Mistake::TooLong, {}, {"byoca.dates"}},
      {Mistake::Expired, {"byoca.dates"}, {}},
      {Mistake::LdapOnly, {}, {"byoca.pointers"}},
      {Mistake::NoPointers, {}, {"byoca.pointers"}},
      {Mistake::ChainWithoutRoot, {"byoca.chain"}, {}},
      {Mistake::ChainWithStray, {}, {}},
  };
  for (const Case& each : cases) {
    INFO("mistake " << static_cast<int>(each.mistake));
    Round round;
    const auto answer = round.sign(ready_pki(2), {.mistakes = {each.mistake}});
    CHECK(std::any_of(answer.findings.begin(), answer.findings.end(),
                      [](const Finding& finding) { return finding.id() == private_pki::rules::kMistake.id; }));
    const auto uploaded = round.upload(answer);
    REQUIRE(uploaded.ok());
    CHECK(failed_checks(uploaded->report) == each.failed);
    CHECK(warned_checks(uploaded->report) == each.warned);
    CHECK(uploaded->refusal.has_value() == !each.failed.empty());
    if (uploaded->refusal) CHECK(uploaded->refusal->id() == "cloudpki.tenant.upload_refused");
    CHECK((tenant::active_version(round.ca()) != nullptr) == each.failed.empty());
  }
}

TEST_CASE("a template of end entities makes no CA, and fewer purposes are fewer") {
  Round round;
  const auto user = round.upload(round.sign(ready_pki(2), {.mistakes = {Mistake::UserTemplate}}));
  REQUIRE(user.ok());
  const Names failed = failed_checks(user->report);
  CHECK(std::find(failed.begin(), failed.end(), "byoca.ca") != failed.end());
  Tenant in = new_tenant();
  tenant::CaOrder order = byoca_order();
  order.purposes = purposes({asn1::oids::kClientAuth, asn1::oids::kEmailProtection});
  tenant::Ca& ca = create(in, std::move(order));
  const auto request = x509::Request::parse(*tenant::download_request(in, ca));
  REQUIRE(request.ok());
  const auto answer = private_pki::sign(ready_pki(2), **request, {.mistakes = {Mistake::EkuNarrowed}}, in.clock);
  REQUIRE(answer.ok());
  const auto uploaded = tenant::upload_signed(in, ca, {dropped(answer->signed_certificate), dropped(answer->chain)});
  REQUIRE(uploaded.ok());
  CHECK(failed_checks(uploaded->report) == Names{"byoca.purposes_kept"});
}

TEST_CASE("byoca.two_boxes: a .p7b is refused in the box for the certificate, and taken in the other") {
  Round round;
  const auto wrapped = round.upload(round.sign(ready_pki(2), {.mistakes = {Mistake::AnswerAsP7b}}));
  CHECK(refusal(wrapped) == "cloudpki.tenant.signed_box_kind");
  CHECK(refusal(tenant::upload_signed(round.tenant, round.ca(), {})) == "cloudpki.tenant.signed_box_kind");
  const auto answer = round.sign(ready_pki(2), {.chain_as_p7b = true});
  CHECK(answer.chain.front().name == "fullChain.p7b");
  CHECK(round.upload(answer)->refusal.has_value() == false);
  for (const auto encoding : {private_pki::Encoding::Der, private_pki::Encoding::Base64}) {
    Round other;
    const auto files = other.sign(ready_pki(3), {.encoding = encoding, .chain_as_p7b = false});
    CHECK(files.chain.size() == 3);
    CHECK(other.upload(files)->refusal.has_value() == false);
  }
}

TEST_CASE("what is in the first box counts: the chain's certificate there is refused") {
  Round round;
  const auto answer = round.sign(ready_pki(2), {.chain_as_p7b = false});
  auto chain = dropped(answer.chain);
  const auto signed_certificate = dropped(answer.signed_certificate);
  const byoca::DroppedCertificate wrong = chain.front();
  chain.front() = signed_certificate.front();
  const auto uploaded = tenant::upload_signed(round.tenant, round.ca(), {{wrong}, chain});
  REQUIRE(uploaded.ok());
  CHECK(uploaded->refusal.has_value());
  CHECK(tenant::active_version(round.ca()) == nullptr);
}

TEST_CASE("AD CS does not take the extended key usage unless its list says so, and clips to its own life") {
  private_pki::PkiOrder order;
  order.tiers = 1;
  order.settings.template_years = 30;
  order.settings.registry_years = 2;
  const auto pki = private_pki::make_private_pki(order, start());
  REQUIRE(pki.ok());
  Round round;
  const auto answer = round.sign(*pki);
  CHECK(ids(answer.findings) == Names{"cloudpki.private.extension_dropped", "cloudpki.private.validity_cut"});
  CHECK_FALSE(answer.certificate->extensions().extended_key_usage.present());
  CHECK(answer.certificate->not_after()->time == add_calendar(start(), 24, 0));
}

TEST_CASE("a CA without the template refuses as AD CS does") {
  private_pki::PkiOrder order;
  order.tiers = 1;
  order.settings.sub_ca_published = false;
  const auto pki = private_pki::make_private_pki(order, start());
  REQUIRE(pki.ok());
  Round round;
  const auto request = x509::Request::parse(*tenant::download_request(round.tenant, round.ca()));
  REQUIRE(request.ok());
  CHECK(refusal(private_pki::sign(*pki, **request, {}, start())) == "cloudpki.private.template_missing");
  CHECK(refusal(private_pki::make_private_pki({.tiers = 4, .settings = {}}, start())) == "cloudpki.private.tiers");
}

TEST_CASE("tenant.renew_byoca: a new request, signed, uploaded, staged, activated") {
  Round round;
  REQUIRE(round.upload(round.sign(ready_pki(2)))->refusal.has_value() == false);
  advance_to_renewal(round.tenant, round.ca());
  REQUIRE(tenant::renew_ca(round.tenant, round.ca(), ready_key()).ok());
  CHECK(tenant::renewal_status(round.ca(), round.tenant.clock) == tenant::RenewalStatus::SigningRequired);
  CHECK(tenant::ca_status(round.ca(), round.tenant.clock) == tenant::CaStatus::Active);
  const auto answer = round.sign(ready_pki(2));
  const auto uploaded = round.upload(answer);
  REQUIRE(uploaded.ok());
  CHECK(uploaded->version == 2);
  CHECK(tenant::version_status(round.ca(), *tenant::find_version(round.ca(), 2), round.tenant.clock) ==
        tenant::VersionStatus::Staged);
  REQUIRE(tenant::activate_version(round.tenant, round.ca(), 2).ok());
  CHECK(tenant::ca_title(round.ca()) == "BYOCA (V2.0)");
}

TEST_CASE("tenant.renew_upload: when renewing the chain of before counts") {
  Round round;
  REQUIRE(round.upload(round.sign(ready_pki(2)))->refusal.has_value() == false);
  advance_to_renewal(round.tenant, round.ca());
  REQUIRE(tenant::renew_ca(round.tenant, round.ca(), ready_key()).ok());
  auto answer = round.sign(ready_pki(2));
  answer.chain.clear();
  const auto uploaded = round.upload(answer);
  REQUIRE(uploaded.ok());
  CHECK_FALSE(uploaded->refusal.has_value());
}

TEST_CASE("tenant.private_ca_lists_it: revoking a BYOCA is the private CA's to publish") {
  Round round;
  REQUIRE(round.upload(round.sign(ready_pki(2)))->refusal.has_value() == false);
  REQUIRE(tenant::pause_ca(round.tenant, round.ca()).ok());
  const auto findings = tenant::revoke_ca(round.tenant, round.ca());
  REQUIRE(findings.ok());
  CHECK(ids(*findings) == Names{"cloudpki.tenant.private_ca_must_revoke"});
  REQUIRE(tenant::delete_ca(round.tenant, round.id).ok());
}

TEST_CASE("the private PKI publishes what its certificates point at, and lists what it revoked") {
  private_pki::PkiOrder order;
  order.tiers = 2;
  auto pki = private_pki::make_private_pki(order, start());
  REQUIRE(pki.ok());
  auto entries = private_pki::publish(*pki, start());
  REQUIRE(entries.ok());
  CHECK(entries->size() == 4);
  Round round;
  const auto answer = round.sign(*pki);
  REQUIRE(private_pki::revoke(*pki, *answer.certificate, start()).ok());
  entries = private_pki::publish(*pki, start());
  REQUIRE(entries.ok());
  const auto crl = x509::Crl::parse(entries->back().data);
  REQUIRE(crl.ok());
  CHECK((*crl)->entry_count() == 1);
  CHECK((*crl)->this_update()->time == start());
}

}  // namespace pki::test
