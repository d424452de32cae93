#include "api/estate/estate_json.h"
#include "api/tenant/members.h"
#include "api/tenant/private_pki_json.h"
#include "base/encoding.h"

namespace pki::api {
namespace {

using json::Json;

Json write_all(const std::vector<x509::CertificatePtr>& certificates) {
  Json list = Json::array();
  for (const x509::CertificatePtr& each : certificates) list.push_back(to_base64(each->der()));
  return list;
}

Json write_routes(const estate::Routes& routes) {
  Json out;
  out["aia"] = routes.aia;
  out["crl"] = routes.crl;
  return out;
}

Json write_store(const estate::Store& store) {
  Json out;
  out["roots"] = write_all(store.roots);
  out["intermediates"] = write_all(store.intermediates);
  return out;
}

Json write_service(const estate::Service& service) {
  Json crls = Json::array();
  for (const x509::CrlPtr& crl : service.crl_files) crls.push_back(to_base64(crl->der()));
  Json out;
  out["id"] = service.id;
  out["name"] = service.name;
  out["kind"] = estate::kind_row(service.kind).name;
  out["membership"] = estate::membership_name(service.membership);
  out["host"] = service.host;
  out["routes"] = write_routes(service.routes);
  out["store"] = write_store(service.store);
  out["nt_auth"] = write_all(service.nt_auth);
  out["accounts"] = estate::accounts_name(service.accounts);
  out["revocation"] = estate::revocation_demand_name(service.revocation);
  out["crl_supply"] = estate::crl_supply_name(service.crl_supply);
  out["crl_files"] = std::move(crls);
  out["verify_depth"] = service.verify_depth ? Json(*service.verify_depth) : Json(nullptr);
  out["sent"] = write_all(service.sent);
  if (service.private_key != nullptr) out["private_key"] = pem_of_key(*service.private_key);
  return out;
}

Json write_device(const estate::DeviceChange& change) {
  Json out;
  out["device"] = change.device;
  out["routes"] = write_routes(change.routes);
  out["sending"] = estate::sending_name(change.sending);
  out["removed"] = change.removed;
  out["added"] = write_store(change.added);
  return out;
}

}  // namespace

Json write_estate(const estate::Estate& estate) {
  Json services = Json::array();
  for (const estate::Service& service : estate.services) services.push_back(write_service(service));
  Json devices = Json::array();
  for (const estate::DeviceChange& change : estate.devices) devices.push_back(write_device(change));
  Json lapsed = Json::array();
  for (const estate::LapsedCrl& each : estate.lapsed) {
    Json line;
    line["url"] = each.url;
    line["crl"] = to_base64(each.crl);
    lapsed.push_back(std::move(line));
  }
  Json out;
  out["format"] = "pki-workbench-estate";
  out["version"] = 1;
  out["name"] = estate.name;
  out["server_pki"] = write_private_pki(*estate.server_pki);
  out["services"] = std::move(services);
  out["devices"] = std::move(devices);
  out["lapsed"] = std::move(lapsed);
  return out;
}

Json write_change(const estate::Change& change) {
  Json out;
  out["kind"] = estate::change_kind_name(change.kind);
  if (!change.holder.empty()) out["holder"] = change.holder;
  if (change.certificate != nullptr) out["certificate"] = to_base64(change.certificate->der());
  if (!change.word.empty()) out["word"] = change.word;
  if (change.kind == estate::ChangeKind::SetDepth) out["number"] = change.number;
  return out;
}

}  // namespace pki::api
