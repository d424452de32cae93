#include "api/tenant/fleet_json.h"
#include "api/tenant/members.h"
#include "api/tenant/tenant_json.h"
#include "base/encoding.h"

namespace pki::api {
namespace {

namespace tenant = cloudpki::tenant;
using json::Json;

Json write_crl(const std::optional<tenant::PublishedCrl>& crl) {
  if (!crl) return nullptr;
  Json out;
  out["number"] = crl->number;
  out["this_update"] = to_iso8601(crl->this_update);
  out["next_update"] = to_iso8601(crl->next_update);
  out["der"] = to_base64(crl->der);
  return out;
}

Json write_version(const tenant::CaVersion& version) {
  Json out;
  out["number"] = version.number;
  out["state"] = tenant::version_state_name(version.state);
  out["since"] = to_iso8601(version.since);
  out["private_key"] = pem_of_key(version.private_key);
  out["request"] = version.request.empty() ? Json(nullptr) : Json(to_base64(version.request));
  out["certificate"] = der_or_null(version.certificate);
  Json chain = Json::array();
  for (const x509::CertificatePtr& each : version.chain) chain.push_back(to_base64(each->der()));
  out["chain"] = std::move(chain);
  out["crl"] = write_crl(version.crl);
  return out;
}

Json write_subject(const tenant::CaSubject& subject) {
  Json out;
  out["common_name"] = subject.common_name;
  out["organization"] = subject.organization;
  out["organizational_unit"] = subject.organizational_unit;
  out["country"] = subject.country;
  out["state"] = subject.state;
  out["locality"] = subject.locality;
  return out;
}

Json write_ca(const tenant::Ca& ca) {
  Json out;
  out["id"] = ca.id;
  out["kind"] = tenant::ca_kind_name(ca.kind);
  out["name"] = ca.name;
  out["description"] = ca.description;
  out["subject"] = write_subject(ca.subject);
  out["purposes"] = write_purposes(ca.purposes);
  out["key"] = crypto::key_spec_name(ca.key);
  out["validity_years"] = ca.validity_years;
  out["root"] = ca.root;
  out["scope_tags"] = ca.scope_tags;
  out["platform"] = tenant::key_platform_name(ca.platform);
  out["created"] = to_iso8601(ca.created);
  out["standing"] = tenant::standing_name(ca.standing);
  out["standing_since"] = to_iso8601(ca.standing_since);
  Json versions = Json::array();
  for (const tenant::CaVersion& version : ca.versions) versions.push_back(write_version(version));
  out["versions"] = std::move(versions);
  return out;
}

Json write_leaf(const tenant::Leaf& leaf) {
  Json out;
  out["ca"] = leaf.ca;
  out["version"] = leaf.version;
  out["certificate"] = to_base64(leaf.certificate->der());
  out["revoked"] = leaf.revoked ? Json(to_iso8601(*leaf.revoked)) : Json(nullptr);
  out["user_principal_name"] = leaf.user_principal_name;
  out["device_id"] = leaf.device_id;
  out["device_name"] = leaf.device_name;
  out["platform"] = leaf.platform;
  out["profile"] = leaf.profile;
  return out;
}

Json write_event(const tenant::AuditEvent& event) {
  Json out;
  out["at"] = to_iso8601(event.at);
  out["activity"] = event.activity;
  out["object"] = event.object;
  out["detail"] = event.detail;
  return out;
}

}  // namespace

Json write_purposes(const std::vector<tenant::Purpose>& purposes) {
  Json list = Json::array();
  for (const tenant::Purpose& purpose : purposes) {
    Json out;
    out["name"] = purpose.name;
    out["oid"] = purpose.id.view().to_dotted();
    list.push_back(std::move(out));
  }
  return list;
}

Json write_settings(const tenant::Settings& settings) {
  Json permissions;
  permissions["read"] = settings.permissions.read;
  permissions["create"] = settings.permissions.create;
  permissions["revoke_leaf"] = settings.permissions.revoke_leaf;
  permissions["disable_and_reenable"] = settings.permissions.disable_and_reenable;
  Json out;
  out["ca_cap"] = settings.ca_cap;
  out["issuing_ca_crl_url"] = settings.issuing_ca_crl_url == tenant::Written::Yes;
  out["leaf_issuer_url"] = settings.leaf_issuer_url == tenant::Written::Yes;
  out["region"] = settings.region;
  out["licence"] = tenant::licence_name(settings.licence);
  out["permissions"] = std::move(permissions);
  return out;
}

Json write_tenant(const tenant::Tenant& tenant) {
  Json out;
  out["format"] = "pki-workbench-tenant";
  out["version"] = 1;
  out["name"] = tenant.name;
  out["account"] = tenant.account;
  out["store"] = tenant.store;
  out["settings"] = write_settings(tenant.settings);
  out["created"] = to_iso8601(tenant.created);
  out["clock"] = to_iso8601(tenant.clock);
  Json cas = Json::array();
  for (const tenant::Ca& ca : tenant.cas) cas.push_back(write_ca(ca));
  out["cas"] = std::move(cas);
  Json leaves = Json::array();
  for (const tenant::Leaf& leaf : tenant.leaves) leaves.push_back(write_leaf(leaf));
  out["leaves"] = std::move(leaves);
  Json audit = Json::array();
  for (const tenant::AuditEvent& event : tenant.audit) audit.push_back(write_event(event));
  out["audit"] = std::move(audit);
  out["fleet"] = write_fleet(tenant.fleet);
  return out;
}

}  // namespace pki::api
