#include "api/tenant/fleet_json.h"
#include "api/tenant/members.h"
#include "base/encoding.h"

namespace pki::api {
namespace {

namespace fleet = cloudpki::fleet;
using json::Json;

std::string_view key_store_name(fleet::Device::KeyStore store) {
  switch (store) {
    case fleet::Device::KeyStore::Software:
      return "software";
    case fleet::Device::KeyStore::Tpm:
      return "tpm";
    case fleet::Device::KeyStore::HelloForBusiness:
      break;
  }
  return "hello";
}

Json write_result(const fleet::ProfileResult& result) {
  Json out;
  out["profile"] = result.profile;
  out["status"] = fleet::profile_status_name(result.status);
  out["at"] = to_iso8601(result.at);
  out["rule"] = result.rule;
  out["summary"] = result.summary;
  out["cure"] = result.cure;
  return out;
}

Json write_state(const fleet::DeviceState& state) {
  Json trusted = Json::array();
  for (const fleet::InstalledCertificate& each : state.trusted) {
    Json out;
    out["profile"] = each.profile;
    out["store"] = each.store;
    out["certificate"] = der_or_null(each.certificate);
    trusted.push_back(std::move(out));
  }
  Json identities = Json::array();
  for (const fleet::Identity& each : state.identities) {
    Json out;
    out["profile"] = each.profile;
    out["store"] = each.store;
    out["certificate"] = der_or_null(each.certificate);
    out["private_key"] = pem_of_key(each.private_key);
    out["enrolled"] = to_iso8601(each.enrolled);
    identities.push_back(std::move(out));
  }
  Json results = Json::array();
  for (const fleet::ProfileResult& each : state.results) results.push_back(write_result(each));
  Json out;
  out["device"] = state.device;
  out["last_check_in"] = state.last_check_in ? Json(to_iso8601(*state.last_check_in)) : Json(nullptr);
  out["trusted"] = std::move(trusted);
  out["identities"] = std::move(identities);
  out["results"] = std::move(results);
  return out;
}

template <typename List, typename Write>
Json write_list(const List& list, Write write) {
  Json out = Json::array();
  for (const auto& each : list) out.push_back(write(each));
  return out;
}

}  // namespace

Json write_span(const ca::CalendarSpan& span) {
  Json out = Json::object();
  if (span.years != 0) out["years"] = span.years;
  if (span.months != 0) out["months"] = span.months;
  if (span.days != 0) out["days"] = span.days;
  return out;
}

Json write_user(const fleet::User& user) {
  Json out;
  out["id"] = user.id;
  out["user_principal_name"] = user.user_principal_name;
  out["email"] = user.email;
  out["given_name"] = user.given_name;
  out["surname"] = user.surname;
  out["department"] = user.department;
  out["sam_account_name"] = user.sam_account_name;
  out["distinguished_name"] = user.distinguished_name;
  out["security_identifier"] = user.security_identifier;
  return out;
}

Json write_device(const fleet::Device& device) {
  Json out;
  out["id"] = device.id;
  out["entra_id"] = device.entra_id;
  out["name"] = device.name;
  out["platform"] = fleet::platform_name(device.platform);
  out["join"] = fleet::join_name(device.join);
  out["user"] = device.user;
  out["serial_number"] = device.serial_number;
  out["imei"] = device.imei;
  out["meid"] = device.meid;
  out["wifi_mac"] = device.wifi_mac;
  out["fully_qualified_name"] = device.fully_qualified_name;
  out["security_identifier"] = device.security_identifier;
  out["key_store"] = key_store_name(device.key_store);
  return out;
}

Json write_group(const fleet::Group& group) {
  Json out;
  out["id"] = group.id;
  out["name"] = group.name;
  out["kind"] = fleet::group_kind_name(group.kind);
  out["members"] = group.members;
  return out;
}

Json write_trusted_profile(const fleet::TrustedProfile& profile) {
  Json out;
  out["id"] = profile.id;
  out["name"] = profile.name;
  out["platform"] = fleet::platform_name(profile.platform);
  out["certificate"] = der_or_null(profile.certificate);
  out["store"] = fleet::windows_store_name(profile.store);
  out["groups"] = profile.groups;
  return out;
}

Json write_scep_profile(const fleet::ScepProfile& profile) {
  Json names = Json::array();
  for (const fleet::SanEntry& entry : profile.alternative_names) {
    Json out;
    out["kind"] = fleet::san_kind_name(entry.kind);
    out["value"] = entry.value;
    names.push_back(std::move(out));
  }
  Json purposes = Json::array();
  for (const asn1::OwnedOid& purpose : profile.purposes) purposes.push_back(purpose.view().to_dotted());
  Json out;
  out["id"] = profile.id;
  out["name"] = profile.name;
  out["platform"] = fleet::platform_name(profile.platform);
  out["type"] = fleet::certificate_type_name(profile.type);
  out["channel"] = fleet::channel_name(profile.channel);
  out["subject_format"] = profile.subject_format;
  out["alternative_names"] = std::move(names);
  out["validity"] = write_span(profile.validity);
  out["key_storage"] = fleet::key_storage_name(profile.key_storage);
  out["digital_signature"] = profile.digital_signature;
  out["key_encipherment"] = profile.key_encipherment;
  out["key_size"] = profile.key_size ? Json(*profile.key_size) : Json(nullptr);
  out["hash"] = fleet::scep_hash_name(profile.hash);
  out["root_profile"] = profile.root_profile;
  out["purposes"] = std::move(purposes);
  out["renewal_threshold"] = profile.renewal_threshold;
  out["urls"] = profile.urls;
  out["groups"] = profile.groups;
  return out;
}

Json write_fleet(const fleet::Fleet& all) {
  Json out;
  out["users"] = write_list(all.users, write_user);
  out["devices"] = write_list(all.devices, write_device);
  out["groups"] = write_list(all.groups, write_group);
  out["trusted_profiles"] = write_list(all.trusted_profiles, write_trusted_profile);
  out["scep_profiles"] = write_list(all.scep_profiles, write_scep_profile);
  out["states"] = write_list(all.states, write_state);
  return out;
}

}  // namespace pki::api
