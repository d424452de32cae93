#include "api/tenant/describe_fleet.h"

#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "api/tenant/fleet_json.h"
#include "base/encoding.h"
#include "base/text.h"
#include "cloudpki/fleet/check_in.h"
#include "cloudpki/fleet/delivery.h"
#include "cloudpki/fleet/enrolment.h"
#include "cloudpki/fleet/profiles.h"
#include "cloudpki/fleet/variables.h"
#include "cloudpki/tenant/status.h"

namespace pki::api {
namespace {

namespace fleet = cloudpki::fleet;
namespace tenant = cloudpki::tenant;
using json::Json;

// Texts came from a person or a file: they are shown escaped.
Json shown(Json value) {
  for (auto& member : value.items()) {
    Json& inner = member.value();
    if (inner.is_string()) inner = printable(inner.get_ref<const std::string&>());
  }
  return value;
}

Json describe_identity(const tenant::Tenant& owner, const fleet::Identity& identity) {
  const fleet::ScepProfile* profile = fleet::find_scep_profile(owner.fleet, identity.profile);
  const x509::Certificate& certificate = *identity.certificate;
  std::string_view status = "unknown";
  for (const tenant::Leaf& leaf : owner.leaves) {
    if (equal(leaf.certificate->fingerprint(), certificate.fingerprint())) {
      status = tenant::leaf_status_name(tenant::leaf_status(leaf, owner.clock));
    }
  }
  Json out;
  out["profile"] = printable(profile == nullptr ? identity.profile : profile->name);
  out["store"] = printable(identity.store);
  out["subject"] = x509::to_rfc4514(certificate.subject());
  out["issuer"] = x509::to_rfc4514(certificate.issuer());
  out["serial"] = tenant::serial_hex(certificate);
  out["enrolled"] = to_iso8601(identity.enrolled);
  out["not_after"] = to_iso8601(tenant::end_of(certificate));
  out["status"] = status;
  out["renews"] = profile != nullptr && fleet::need_of(*profile, &identity, owner.clock) == fleet::Need::Renewal;
  out["der"] = to_base64(certificate.der());
  return out;
}

Json describe_result(const fleet::Fleet& all, const fleet::ProfileResult& result) {
  const fleet::ScepProfile* scep = fleet::find_scep_profile(all, result.profile);
  const fleet::TrustedProfile* trusted = fleet::find_trusted_profile(all, result.profile);
  Json out;
  out["profile"] = printable(scep != nullptr ? scep->name : trusted != nullptr ? trusted->name : result.profile);
  out["kind"] = scep != nullptr ? "scep" : "trusted";
  out["status"] = fleet::profile_status_name(result.status);
  out["at"] = to_iso8601(result.at);
  out["rule"] = result.rule.empty() ? Json(nullptr) : Json(printable(result.rule));
  out["summary"] = printable(result.summary);
  out["cure"] = printable(result.cure);
  return out;
}

Json describe_device(const tenant::Tenant& owner, const fleet::Device& device) {
  const fleet::User* user = fleet::find_user(owner.fleet, device.user);
  const fleet::DeviceState* state = fleet::find_state(owner.fleet, device.id);
  Json out = shown(write_device(device));
  out["platform_title"] = fleet::platform_title(device.platform);
  out["user_principal_name"] = user == nullptr ? Json(nullptr) : Json(printable(user->user_principal_name));
  Json trusted = Json::array();
  Json identities = Json::array();
  Json results = Json::array();
  if (state != nullptr) {
    for (const fleet::InstalledCertificate& each : state->trusted) {
      Json line;
      line["title"] = certificate_title(*each.certificate);
      line["store"] = printable(each.store);
      line["der"] = to_base64(each.certificate->der());
      trusted.push_back(std::move(line));
    }
    for (const fleet::Identity& each : state->identities) identities.push_back(describe_identity(owner, each));
    for (const fleet::ProfileResult& each : state->results) results.push_back(describe_result(owner.fleet, each));
  }
  out["last_check_in"] =
      state != nullptr && state->last_check_in ? Json(to_iso8601(*state->last_check_in)) : Json(nullptr);
  out["trusted"] = std::move(trusted);
  out["identities"] = std::move(identities);
  out["results"] = std::move(results);
  return out;
}

Json group_names(const fleet::Fleet& all, const std::vector<std::string>& groups) {
  Json list = Json::array();
  for (const std::string& id : groups) {
    const fleet::Group* group = fleet::find_group(all, id);
    list.push_back(printable(group == nullptr ? id : group->name));
  }
  return list;
}

Json describe_trusted(const fleet::Fleet& all, const fleet::TrustedProfile& profile) {
  // Unescaped: a form changes it and hands it back.
  Json out = write_trusted_profile(profile);
  out["certificate_title"] = certificate_title(*profile.certificate);
  out["certificate_role"] = certificate_role(*profile.certificate);
  out["platform_title"] = fleet::platform_title(profile.platform);
  out["store_title"] = fleet::trusted_store_name(profile);
  out["group_names"] = group_names(all, profile.groups);
  out["findings"] = describe(fleet::check_trusted_profile(profile));
  return out;
}

Json describe_scep(const tenant::Tenant& owner, const fleet::ScepProfile& profile) {
  const fleet::TrustedProfile* root = fleet::find_trusted_profile(owner.fleet, profile.root_profile);
  Json out = write_scep_profile(profile);
  out["platform_title"] = fleet::platform_title(profile.platform);
  out["store_title"] = fleet::identity_store_name(profile);
  out["root_profile_name"] = root == nullptr ? Json(nullptr) : Json(printable(root->name));
  out["group_names"] = group_names(owner.fleet, profile.groups);
  out["findings"] = describe(fleet::check_scep_profile(owner, owner.fleet, profile));
  return out;
}

}  // namespace

Json describe_fleet(const tenant::Tenant& owner) {
  const fleet::Fleet& all = owner.fleet;
  Json users = Json::array();
  for (const fleet::User& user : all.users) users.push_back(shown(write_user(user)));
  Json devices = Json::array();
  for (const fleet::Device& device : all.devices) devices.push_back(describe_device(owner, device));
  Json groups = Json::array();
  for (const fleet::Group& group : all.groups) groups.push_back(shown(write_group(group)));
  Json trusted = Json::array();
  for (const fleet::TrustedProfile& profile : all.trusted_profiles) trusted.push_back(describe_trusted(all, profile));
  Json scep = Json::array();
  for (const fleet::ScepProfile& profile : all.scep_profiles) scep.push_back(describe_scep(owner, profile));
  Json out;
  out["users"] = std::move(users);
  out["devices"] = std::move(devices);
  out["groups"] = std::move(groups);
  out["trusted_profiles"] = std::move(trusted);
  out["scep_profiles"] = std::move(scep);
  return out;
}

Json describe_deliveries(const tenant::Tenant& owner, const fleet::ScepProfile& profile) {
  Json list = Json::array();
  for (const fleet::Device& device : owner.fleet.devices) {
    const bool reached =
        device.platform == profile.platform && fleet::reach_of(owner.fleet, profile.groups, device).any();
    if (!reached) continue;
    const Result<fleet::Delivered> delivered = fleet::deliver(owner, owner.fleet, profile, device);
    Json out;
    out["device"] = printable(device.name);
    out["subject"] = nullptr;
    out["alternative_names"] = Json::array();
    out["url"] = nullptr;
    out["error"] = nullptr;
    if (!delivered.ok()) {
      out["error"] = describe(delivered.error());
    } else {
      if (const Result<ByteVector> der = x509::encode_name(delivered->subject); der.ok()) {
        asn1::Context context(*der);
        if (const auto name = x509::read_name(*der, context); name.ok()) out["subject"] = x509::to_rfc4514(*name);
      }
      for (const x509::GeneralNameInput& name : delivered->alternative_names) {
        out["alternative_names"].push_back(printable(name.text));
      }
      out["url"] = printable(delivered->url);
    }
    list.push_back(std::move(out));
  }
  return list;
}

}  // namespace pki::api
