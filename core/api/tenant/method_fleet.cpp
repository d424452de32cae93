// fleet.*: users, devices, groups and certificate profiles of a tenant, and what happens when devices check in.

#include <algorithm>

#include "api/describe_finding.h"
#include "api/params.h"
#include "api/tenant/describe_fleet.h"
#include "api/tenant/fleet_json.h"
#include "api/tenant/members.h"
#include "api/tenant/tenant_answer.h"
#include "api/tenant/tenant_words.h"
#include "base/encoding.h"
#include "base/text.h"
#include "cloudpki/fleet/check_in.h"
#include "cloudpki/fleet/directory.h"
#include "cloudpki/fleet/integrity.h"
#include "cloudpki/fleet/profiles.h"
#include "cloudpki/fleet/rules.h"
#include "cloudpki/fleet/samples.h"
#include "cloudpki/fleet/variables.h"
#include "cloudpki/tenant/identifier.h"
#include "cloudpki/tenant/rules.h"

namespace pki::api {
namespace {

namespace fleet = cloudpki::fleet;
namespace tenant = cloudpki::tenant;
using json::ObjectReader;
using json::Value;

// --- Samples ---------------------------------------------------------------------------------------------------------

Result<Json> add_sample(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  if (!changed.fleet.devices.empty() || !changed.fleet.users.empty()) {
    return Finding{&fleet::rules::kNameTaken, {}, {{"kind", "fleet"}, {"name", "with devices or users"}}};
  }
  PKI_TRY(changed.fleet, fleet::make_sample_fleet());
  return tenant_answer(changed);
}

// Those that are asked for, else those of the fleet's devices.
Result<std::vector<fleet::Platform>> read_platforms(ObjectReader& params, const fleet::Fleet& all) {
  std::vector<fleet::Platform> platforms;
  if (const std::optional<Value> value = params.optional("platforms")) {
    PKI_TRY(const std::vector<Value> list, json::read_list(*value));
    for (const Value& each : list) {
      PKI_TRY(const fleet::Platform platform, json::read_choice(each, kPlatforms));
      platforms.push_back(platform);
    }
    return platforms;
  }
  for (const fleet::Platform platform : fleet::all_platforms()) {
    const bool used = std::any_of(all.devices.begin(), all.devices.end(),
                                  [&](const fleet::Device& device) { return device.platform == platform; });
    if (used) platforms.push_back(platform);
  }
  return platforms;
}

Result<Json> add_usual_profiles(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(const tenant::Ca* ca, take_ca(params, changed));
  if (ca->kind == tenant::CaKind::Root) {
    return Finding{&tenant::rules::kRootDoesNotIssue, {}, {{"ca", ca->name}}};
  }
  if (tenant::active_version(*ca) == nullptr) {
    return Finding{&tenant::rules::kDoesNotIssue, {}, {{"ca", ca->name}, {"status", "signing required"}}};
  }
  PKI_TRY(const std::vector<fleet::Platform> platforms, read_platforms(params, changed.fleet));
  for (const fleet::Platform platform : platforms) {
    PKI_CHECK(fleet::add_usual_profiles(changed, *ca, platform, changed.fleet));
  }
  return tenant_answer(changed);
}

// --- Objects ---------------------------------------------------------------------------------------------------------

/// Puts the object in: in the place of the one with its id, or as a new one with an id of its own.
template <typename T>
Result<std::string> put(std::vector<T>& list, T object) {
  if (object.id.empty()) {
    PKI_TRY(object.id, tenant::make_uuid());
  }
  std::string id = object.id;
  const auto found = std::find_if(list.begin(), list.end(), [&](const T& each) { return each.id == object.id; });
  if (found == list.end()) {
    list.push_back(std::move(object));
  } else {
    *found = std::move(object);
  }
  return id;
}

// The names of groups and of a root's profile, in the place of their ids.
void names_to_ids(const fleet::Fleet& all, std::vector<std::string>& groups) {
  for (std::string& group : groups) {
    if (const fleet::Group* found = fleet::find_group(all, group)) group = found->id;
  }
}

// A complaint about a name points at the object.
Status named(const Value& value, Status status) {
  if (status.ok()) return status;
  return value.at(status.error());
}

Result<std::string> put_one(tenant::Tenant& changed, ObjectReader& params, Findings& findings) {
  fleet::Fleet& all = changed.fleet;
  if (const std::optional<Value> value = params.optional("user")) {
    PKI_TRY(fleet::User user, read_user(*value));
    PKI_CHECK(named(*value, fleet::check_name(all, user)));
    return put(all.users, std::move(user));
  }
  if (const std::optional<Value> value = params.optional("device")) {
    PKI_TRY(fleet::Device device, read_device(*value));
    PKI_CHECK(named(*value, fleet::check_name(all, device)));
    if (const fleet::User* user = fleet::find_user(all, device.user)) device.user = user->id;
    return put(all.devices, std::move(device));
  }
  if (const std::optional<Value> value = params.optional("group")) {
    PKI_TRY(fleet::Group group, read_group(*value));
    PKI_CHECK(named(*value, fleet::check_name(all, group)));
    return put(all.groups, std::move(group));
  }
  if (const std::optional<Value> value = params.optional("trusted_profile")) {
    PKI_TRY(fleet::TrustedProfile profile, read_trusted_profile(*value));
    names_to_ids(all, profile.groups);
    findings = fleet::check_trusted_profile(profile);
    for (const Finding& finding : findings) {
      if (finding.severity() >= Severity::Error) return value->at(finding);
    }
    return put(all.trusted_profiles, std::move(profile));
  }
  PKI_TRY(const Value value, params.required("scep_profile"));
  PKI_TRY(fleet::ScepProfile profile, read_scep_profile(value));
  names_to_ids(all, profile.groups);
  if (const auto* root = fleet::find_trusted_profile(all, profile.root_profile)) profile.root_profile = root->id;
  findings = fleet::check_scep_profile(changed, all, profile);
  return put(all.scep_profiles, std::move(profile));
}

Result<Json> put_object(ObjectReader& params) {
  constexpr std::string_view kKinds[] = {"user", "device", "group", "trusted_profile", "scep_profile"};
  PKI_CHECK(at_most_one(params, kKinds));
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  Findings findings;
  PKI_TRY(const std::string id, put_one(changed, params, findings));
  PKI_CHECK(fleet::check_integrity(changed.fleet));
  Json out = tenant_answer(changed, findings);
  out["id"] = id;
  return out;
}

Result<Json> remove_object(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(const Value id_value, params.required("id"));
  PKI_TRY(const std::string_view id, json::read_text(id_value));
  Result<Findings> told = fleet::remove_object(changed, id);
  if (!told.ok()) return id_value.at(told.error());
  return tenant_answer(changed, *told);
}

Result<Json> check_profile(ObjectReader& params) {
  PKI_TRY(const tenant::Tenant shown, take_tenant(params));
  PKI_TRY(const Value value, params.required("scep_profile"));
  PKI_TRY(fleet::ScepProfile profile, read_scep_profile(value));
  names_to_ids(shown.fleet, profile.groups);
  Json out;
  out["findings"] = describe(fleet::check_scep_profile(shown, shown.fleet, profile));
  out["deliveries"] = describe_deliveries(shown, profile);
  return out;
}

Result<Json> list_variables(ObjectReader& params) {
  static_cast<void>(params);
  Json list = Json::array();
  for (const fleet::Variable& variable : fleet::variables()) {
    Json out;
    out["name"] = "{{" + std::string(variable.name) + "}}";
    out["alias"] = variable.alias.empty() ? Json(nullptr) : Json("{{" + std::string(variable.alias) + "}}");
    out["type"] = fleet::certificate_type_name(variable.type);
    out["description"] = variable.description;
    list.push_back(std::move(out));
  }
  Json out;
  out["variables"] = std::move(list);
  return out;
}

// --- Devices ---------------------------------------------------------------------------------------------------------

Result<std::vector<std::string>> read_devices(ObjectReader& params, const fleet::Fleet& all) {
  std::vector<std::string> ids;
  if (const std::optional<Value> value = params.optional("devices")) {
    PKI_TRY(const std::vector<std::string_view> names, json::read_texts(*value));
    for (const std::string_view name : names) {
      const fleet::Device* device = fleet::find_device(all, name);
      if (device == nullptr) {
        return value->at({&fleet::rules::kNoSuch, {}, {{"kind", "device"}, {"name", std::string(name)}}});
      }
      ids.push_back(device->id);
    }
    return ids;
  }
  for (const fleet::Device& device : all.devices) ids.push_back(device.id);
  return ids;
}

// The SCEP messages of a check-in, to be looked into with scep.open.
void add_exchanges(const tenant::Tenant& of, const fleet::CheckIn& visit, Json& list) {
  for (const fleet::CheckIn::Played& played : visit.exchanges) {
    const fleet::Device* device = fleet::find_device(of.fleet, visit.device);
    const fleet::ScepProfile* profile = fleet::find_scep_profile(of.fleet, played.profile);
    Json messages = Json::array();
    for (const fleet::ExchangeMessage& message : played.exchange.messages) {
      Json line;
      line["operation"] = message.operation;
      line["sender"] = message.sender == fleet::ExchangeMessage::Sender::Device ? "device" : "authority";
      line["data"] = to_base64(message.octets);
      line["private_key"] = message.opened_by.size() == 0 ? Json(nullptr) : Json(pem_of_key(message.opened_by));
      messages.push_back(std::move(line));
    }
    Json out;
    out["device"] = printable(device == nullptr ? visit.device : device->name);
    out["profile"] = printable(profile == nullptr ? played.profile : profile->name);
    out["issued"] = played.exchange.certificate != nullptr;
    out["messages"] = std::move(messages);
    list.push_back(std::move(out));
  }
}

Result<Json> check_in(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(const std::vector<std::string> devices, read_devices(params, changed.fleet));
  std::size_t enrolled = 0;
  std::size_t failed = 0;
  Json exchanges = Json::array();
  for (const std::string& id : devices) {
    PKI_TRY(const fleet::CheckIn visit, fleet::check_in(changed, changed.fleet, id));
    enrolled += visit.enrolled;
    add_exchanges(changed, visit, exchanges);
    failed += static_cast<std::size_t>(
        std::count_if(visit.results.begin(), visit.results.end(),
                      [](const fleet::ProfileResult& result) { return result.status == fleet::ProfileStatus::Error; }));
  }
  Json out = tenant_answer(changed);
  out["devices"] = devices.size();
  out["enrolled"] = enrolled;
  out["failed"] = failed;
  out["exchanges"] = std::move(exchanges);
  return out;
}

constexpr ParamRow kUsualRows[] = {
    {"platforms", "[text]", Presence::Optional, "windows, ios, macos, ...; otherwise those of the devices"}};
constexpr ParamRow kPutRows[] = {
    {"user", "User", Presence::Optional, "One of these five: without an id a new one, else in the place of that"},
    {"device", "Device", Presence::Optional, "A device; its user by id or by user principal name"},
    {"group", "Group", Presence::Optional, "A group of users or of devices"},
    {"trusted_profile", "TrustedProfile", Presence::Optional, "A trusted certificate profile"},
    {"scep_profile", "ScepProfile", Presence::Optional,
     "A SCEP certificate profile; one with faults is kept, and fails on devices"},
};
constexpr ParamRow kIdRows[] = {{"id", "text", Presence::Required, "The object's id"}};
constexpr ParamRow kProfileRows[] = {{"scep_profile", "ScepProfile", Presence::Required, "The profile"}};
constexpr ParamRow kCheckInRows[] = {{"devices", "[text]", Presence::Optional, "Devices by id or name; otherwise all"}};
constexpr std::span<const ParamRow> kTenantParams[] = {kTenantRow};
constexpr std::span<const ParamRow> kUsualParams[] = {kTenantRow, kTenantCaRow, kUsualRows};
constexpr std::span<const ParamRow> kPutParams[] = {kTenantRow, kPutRows};
constexpr std::span<const ParamRow> kRemoveParams[] = {kTenantRow, kIdRows};
constexpr std::span<const ParamRow> kProfileParams[] = {kTenantRow, kProfileRows};
constexpr std::span<const ParamRow> kCheckInParams[] = {kTenantRow, kCheckInRows};

constexpr Method kMethods[] = {
    {"fleet.sample", "Fills a tenant without devices with five people and ten devices of four platforms", kTenantParams,
     add_sample},
    {"fleet.usual_profiles", "Makes the profiles that devices need for an issuing CA, for each platform", kUsualParams,
     add_usual_profiles},
    {"fleet.put", "Adds or changes a user, a device, a group or a profile", kPutParams, put_object},
    {"fleet.remove", "Removes a user, a device, a group or a profile", kRemoveParams, remove_object},
    {"fleet.check_profile", "Tells what is wrong with a SCEP profile, and what it asks for on each device",
     kProfileParams, check_profile},
    {"fleet.variables", "Lists the variables of SCEP profiles", {}, list_variables},
    {"fleet.check_in", "Lets devices check in: they install, enrol and renew what is assigned to them", kCheckInParams,
     check_in},
};

}  // namespace

std::span<const Method> fleet_methods() { return kMethods; }

}  // namespace pki::api
