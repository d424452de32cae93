#include "api/estate/describe_estate.h"

#include <algorithm>

#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "api/describe_relying.h"
#include "api/describe_report.h"
#include "api/estate/estate_json.h"
#include "api/texts.h"
#include "base/encoding.h"
#include "base/text.h"
#include "cloudpki/tenant/status.h"

namespace pki::api {
namespace {

using json::Json;
namespace fleet = cloudpki::fleet;

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json routes_of(const estate::Routes& routes) {
  Json out;
  out["aia"] = routes.aia;
  out["crl"] = routes.crl;
  return out;
}

Json device_of(const estate::DeviceView& view, const estate::Estate& estate, CertificateIndex& index) {
  Json identities = Json::array();
  for (const estate::Identity& identity : view.identities) {
    Json line;
    line["certificate"] = index.name(*identity.certificate);
    line["sent"] = index.names(identity.sent);
    identities.push_back(std::move(line));
  }
  const estate::DeviceChange* change = estate::find_change(estate, view.device->id);
  Json out;
  out["id"] = view.device->id;
  out["name"] = printable(view.device->name);
  out["platform"] = fleet::platform_name(view.device->platform);
  out["platform_title"] = fleet::platform_title(view.device->platform);
  out["party"] = view.party->title;
  out["roots"] = index.names(view.store.roots);
  out["intermediates"] = index.names(view.store.intermediates);
  out["identities"] = std::move(identities);
  out["routes"] = routes_of(view.routes);
  out["sending"] = estate::sending_name(change == nullptr ? estate::Sending::AsPlatform : change->sending);
  out["removed"] = change == nullptr ? Json::array() : Json(change->removed);
  return out;
}

Json service_of(const estate::ServiceView& view, CertificateIndex& index) {
  const estate::Service& service = *view.service;
  Json out;
  out["id"] = service.id;
  out["name"] = printable(service.name);
  out["kind"] = view.kind->name;
  out["kind_title"] = view.kind->title;
  out["talk"] = estate::talk_name(view.kind->talk);
  out["party"] = view.party == nullptr ? Json(nullptr) : Json(view.party->title);
  out["membership"] = estate::membership_name(service.membership);
  out["host"] = printable(service.host);
  out["roots"] = index.names(service.store.roots);
  out["intermediates"] = index.names(service.store.intermediates);
  out["nt_auth"] = index.names(service.nt_auth);
  out["sent"] = index.names(service.sent);
  out["routes"] = routes_of(service.routes);
  out["accounts"] = estate::accounts_name(service.accounts);
  out["revocation"] = estate::revocation_demand_name(service.revocation);
  out["crl_supply"] = estate::crl_supply_name(service.crl_supply);
  out["verify_depth"] = service.verify_depth ? Json(*service.verify_depth) : Json(nullptr);
  return out;
}

/// The CRLs that stand at URLs: [{url, issuer, next_update, lapsed}].
Json crls_of(const estate::Publication& publication, const estate::Estate& estate) {
  Json list = Json::array();
  for (const repository::Entry& entry : publication.entries) {
    const auto lapsed = std::find_if(estate.lapsed.begin(), estate.lapsed.end(),
                                     [&](const estate::LapsedCrl& each) { return each.url == entry.url; });
    const bool is_lapsed = lapsed != estate.lapsed.end();
    const auto crl = x509::Crl::parse(is_lapsed ? lapsed->crl : entry.data);
    if (!crl.ok()) continue;
    Json line;
    line["url"] = printable(entry.url);
    line["issuer"] = title((*crl)->issuer(), nullptr, "?");
    const auto& next_update = (*crl)->next_update();
    line["next_update"] = next_update ? Json(to_iso8601(next_update->time)) : Json(nullptr);
    line["lapsed"] = is_lapsed;
    list.push_back(std::move(line));
  }
  return list;
}

}  // namespace

std::string CertificateIndex::name(const x509::Certificate& certificate) {
  std::string fingerprint = estate::fingerprint_of(certificate);
  known_.emplace(fingerprint, &certificate);
  return fingerprint;
}

Json CertificateIndex::names(const std::vector<x509::CertificatePtr>& certificates) {
  Json list = Json::array();
  for (const x509::CertificatePtr& each : certificates) list.push_back(name(*each));
  return list;
}

Json CertificateIndex::take(Time now) {
  Json out = Json::array();
  for (const auto& [fingerprint, certificate] : known_) {
    Json line;
    line["fingerprint"] = fingerprint;
    line["title"] = certificate_title(*certificate);
    line["role"] = certificate_role(*certificate);
    line["sentence"] = certificate_sentence(*certificate, now);
    line["not_after"] = to_iso8601(cloudpki::tenant::end_of(*certificate));
    line["der"] = to_base64(certificate->der());
    out.push_back(std::move(line));
  }
  return out;
}

Json describe_scene(const estate::Scene& scene, const estate::Estate& estate, CertificateIndex& index) {
  Json devices = Json::array();
  for (const estate::DeviceView& view : scene.devices) devices.push_back(device_of(view, estate, index));
  Json services = Json::array();
  for (const estate::ServiceView& view : scene.services) services.push_back(service_of(view, index));
  Json lapsed = Json::array();
  for (const estate::LapsedCrl& each : estate.lapsed) lapsed.push_back(each.url);
  Json servers = Json::array();
  for (const auto& ca : estate.server_pki->cas) servers.push_back(index.name(*ca.certificate));
  Json out;
  out["name"] = printable(estate.name);
  out["at"] = to_iso8601(scene.at);
  out["devices"] = std::move(devices);
  out["services"] = std::move(services);
  out["server_pki"] = std::move(servers);
  out["lapsed"] = std::move(lapsed);
  return out;
}

Result<Json> estate_answer(const cloudpki::tenant::Tenant& tenant, const estate::Estate& estate) {
  PKI_TRY(const estate::Publication publication, estate::publish_all(tenant, estate));
  const estate::Scene scene = estate::make_scene(tenant, estate, publication);
  CertificateIndex index;
  Json out;
  out["estate"] = write_estate(estate);
  out["view"] = describe_scene(scene, estate, index);
  out["view"]["crls"] = crls_of(publication, estate);
  out["certificates"] = index.take(scene.at);
  return out;
}

Json describe(const estate::Verdict& verdict) {
  Json out;
  out["accepted"] = verdict.accepted;
  if (verdict.fault != nullptr) out["fault"] = verdict.fault->id;
  if (!verdict.why.empty()) out["why"] = printable(verdict.why);
  if (!verdict.anchor_id.empty()) out["anchor"] = verdict.anchor_id;
  return out;
}

Json describe(const estate::Judged& judged, CertificateIndex& index) {
  const estate::Verdict& verdict = judged.verdict;
  Json out;
  out["accepted"] = verdict.accepted;
  out["party"] = describe(judged.opinion, judged.question);
  out["why"] = text_or_null(printable(verdict.why));
  // What refuses although the path is good: the logon.
  const bool beyond = !verdict.accepted && judged.opinion.report.accepted && verdict.reason.has_value();
  out["beyond"] = beyond ? describe(*verdict.reason) : Json(nullptr);
  out["anchor"] = verdict.anchor == nullptr ? Json(nullptr) : Json(index.name(*verdict.anchor));
  out["intermediates"] = index.names(verdict.intermediates);
  out["fetched"] = index.names(verdict.fetched);
  out["report"] = describe(judged.opinion.report, judged.question);
  return out;
}

Json describe(const estate::Cures& cures, const cloudpki::tenant::Tenant& tenant, const estate::Estate& estate) {
  Json list = Json::array();
  for (const estate::Cure& cure : cures.cures) {
    Json changes = Json::array();
    for (const estate::Change& change : cure.changes) {
      Json line;
      line["change"] = write_change(change);
      line["sentence"] = printable(estate::sentence_of(tenant, estate, change));
      changes.push_back(std::move(line));
    }
    list.push_back(std::move(changes));
  }
  Json out;
  out["cures"] = std::move(list);
  out["in_the_tenant"] = cures.in_the_tenant;
  out["tried"] = cures.tried;
  out["stopped"] = cures.stopped;
  return out;
}

Json describe(const estate::Plan& plan, CertificateIndex& index) {
  Json rows = Json::array();
  for (const estate::PlanRow& row : plan.rows) {
    Json said = Json::array();
    for (const estate::Statement* statement : row.said) {
      Json line;
      line["need"] = estate::need_name(statement->need);
      line["remark"] = text_or_null(statement->remark);
      line["source"] = statement->source;
      line["date"] = statement->date;
      said.push_back(std::move(line));
    }
    Json means = Json::array();
    for (const std::string_view each : row.means) means.push_back(each);
    Json out;
    out["part"] = estate::part_name(row.part);
    out["part_title"] = estate::part_title(row.part);
    out["holder"] = row.holder == estate::Holder::ManagedDevice ? "device" : "service";
    out["who"] = printable(row.who);
    out["id"] = row.id;
    out["certificate"] = index.name(*row.certificate);
    out["said"] = std::move(said);
    out["means"] = std::move(means);
    out["held"] = row.held == estate::PlanRow::Held::Yes;
    out["conversations"] = row.conversations;
    out["works_now"] = row.works_now;
    out["works_with"] = row.works_with;
    out["works_without"] = row.works_without;
    out["fetched_instead"] = row.fetched_instead;
    out["reason"] = row.reason ? describe(*row.reason) : Json(nullptr);
    rows.push_back(std::move(out));
  }
  return rows;
}

Json describe(const estate::AnchorMap& map, const estate::Scene& scene, CertificateIndex& index) {
  Json anchors = Json::array();
  for (const estate::AnchorUse& use : map.anchors) {
    Json reliances = Json::array();
    for (const estate::Reliance& each : use.reliances) {
      Json line;
      line["device"] = scene.devices[each.device].device->id;
      line["service"] = scene.services[each.service].service->id;
      line["side"] = each.side == estate::Reliance::Side::Device ? "device" : "service";
      reliances.push_back(std::move(line));
    }
    Json holders = Json::array();
    const auto note = [&](const estate::Store& store, const std::string& id) {
      for (const x509::CertificatePtr& root : store.roots) {
        if (equal(root->fingerprint(), use.anchor->fingerprint())) holders.push_back(id);
      }
    };
    for (const estate::DeviceView& view : scene.devices) note(view.store, view.device->id);
    for (const estate::ServiceView& view : scene.services) note(view.service->store, view.service->id);
    Json out;
    out["certificate"] = index.name(*use.anchor);
    out["reliances"] = std::move(reliances);
    out["holders"] = std::move(holders);
    out["would_stop"] = use.would_stop;
    anchors.push_back(std::move(out));
  }
  return anchors;
}

}  // namespace pki::api
