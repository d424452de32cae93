// tenant.*: a tenant of Cloud PKI as a whole: making it, looking at it, its settings and its clock.

#include <algorithm>

#include "api/params.h"
#include "api/tenant/describe_tenant.h"
#include "api/tenant/members.h"
#include "api/tenant/tenant_answer.h"
#include "api/tenant/tenant_json.h"
#include "cloudpki/tenant/allowed.h"
#include "cloudpki/tenant/clock.h"

namespace pki::api {
namespace {

namespace tenant = cloudpki::tenant;
using json::ObjectReader;
using json::Value;

constexpr std::string_view kNameless = "Contoso";

Result<Json> create_tenant(ObjectReader& params) {
  PKI_TRY(const Time now, required_time(params, "now"));
  PKI_TRY(std::string name, optional_text(params, "name"));
  if (name.empty()) name = kNameless;
  tenant::Settings settings;
  if (const std::optional<Value> value = params.optional("settings")) {
    PKI_CHECK(read_settings(*value, settings));
  }
  PKI_TRY(const tenant::Tenant made, tenant::make_tenant(std::move(name), std::move(settings), now));
  return tenant_answer(made);
}

Result<Json> show_tenant(ObjectReader& params) {
  PKI_TRY(const tenant::Tenant shown, take_tenant(params));
  Json out;
  out["view"] = describe(shown);
  return out;
}

Result<Json> write_file(ObjectReader& params) {
  PKI_TRY(const tenant::Tenant written, take_tenant(params));
  Json out;
  out["text"] = json::dump_indented(write_tenant(written)) + "\n";
  return out;
}

Result<Json> open_file(ObjectReader& params) {
  PKI_TRY(const Value text_value, params.required("text"));
  PKI_TRY(const std::string_view text, json::read_text(text_value));
  Result<Json> parsed = json::parse(text);
  if (!parsed.ok()) return text_value.at(parsed.error());
  Findings notes;
  PKI_TRY(const tenant::Tenant opened, read_tenant(Value(*parsed, text_value.pointer(), &notes)));
  return tenant_answer(opened);
}

Result<Json> set_settings(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(const Value settings, params.required("settings"));
  PKI_CHECK(read_settings(settings, changed.settings));
  return tenant_answer(changed);
}

// {years, months, days, hours} or a time.
Result<Time> read_target(ObjectReader& params, Time clock) {
  constexpr std::string_view kEither[] = {"to", "by"};
  PKI_CHECK(at_most_one(params, kEither));
  if (const std::optional<Value> to = params.optional("to")) return read_time(*to);
  PKI_TRY(const Value by, params.required("by"));
  PKI_TRY(ObjectReader object, ObjectReader::open(by));
  constexpr json::Bounds kBounds{0, 100'000};
  std::int64_t parts[4] = {};
  constexpr std::string_view kNames[] = {"years", "months", "days", "hours"};
  for (std::size_t i = 0; i < 4; ++i) {
    if (const std::optional<Value> value = object.optional(kNames[i])) {
      PKI_TRY(parts[i], json::read_integer(*value, kBounds));
    }
  }
  PKI_CHECK(object.finish());
  constexpr std::int64_t kSecondsPerHour = 3600;
  const Time moved = add_calendar(clock, static_cast<int>(12 * parts[0] + parts[1]), static_cast<int>(parts[2]));
  return Time{std::min(moved.seconds + parts[3] * kSecondsPerHour, kNoExpiry.seconds)};
}

Result<Json> move_clock(ObjectReader& params) {
  PKI_TRY(tenant::Tenant moved, take_tenant(params));
  PKI_TRY(const Time to, read_target(params, moved.clock));
  PKI_TRY(const Findings events, tenant::advance_clock(moved, to));
  return tenant_answer(moved, events);
}

Result<Json> list_facts(ObjectReader& params) {
  static_cast<void>(params);
  Json facts = Json::array();
  for (const cloudpki::Fact& fact : cloudpki::facts()) facts.push_back(describe(fact));
  Json purposes = Json::array();
  for (const tenant::PurposeChoice& choice : tenant::purpose_choices()) {
    Json out;
    out["name"] = choice.name;
    out["oid"] = choice.id.to_dotted();
    purposes.push_back(std::move(out));
  }
  Json keys = Json::array();
  for (const crypto::KeySpec spec : tenant::ca_key_specs()) {
    Json out;
    out["key"] = crypto::key_spec_name(spec);
    out["hash"] = crypto::hash_name(tenant::ca_hash(spec));
    keys.push_back(std::move(out));
  }
  const auto root_years = tenant::root_validity_years();
  const auto issuing_years = tenant::issuing_validity_years();
  Json out;
  out["facts"] = std::move(facts);
  out["purposes"] = std::move(purposes);
  out["keys"] = std::move(keys);
  out["root_validity_years"] = std::vector<int>(root_years.begin(), root_years.end());
  out["issuing_validity_years"] = std::vector<int>(issuing_years.begin(), issuing_years.end());
  return out;
}

constexpr ParamRow kCreateRows[] = {
    {"now", "Time", Presence::Required, "What the tenant's clock shows"},
    {"name", "text", Presence::Optional, "The tenant's name"},
    {"settings", "TenantSettings", Presence::Optional, "What differs from the usual settings"},
};
constexpr ParamRow kTextRows[] = {{"text", "text", Presence::Required, "The file"}};
constexpr std::span<const ParamRow> kTextParams[] = {kTextRows};
constexpr ParamRow kSettingsRows[] = {
    {"settings", "TenantSettings", Presence::Required, "What shall be otherwise; the rest stays"},
};
constexpr ParamRow kClockRows[] = {
    {"to", "Time", Presence::Optional, "The time to move to; or by"},
    {"by", "Duration", Presence::Optional, "How far to move, also with hours; or to"},
};
constexpr std::span<const ParamRow> kCreateParams[] = {kCreateRows};
constexpr std::span<const ParamRow> kShowParams[] = {kTenantRow};
constexpr std::span<const ParamRow> kSettingsParams[] = {kTenantRow, kSettingsRows};
constexpr std::span<const ParamRow> kClockParams[] = {kTenantRow, kClockRows};

constexpr Method kMethods[] = {
    {"tenant.create", "Makes a tenant of Cloud PKI without CAs", kCreateParams, create_tenant},
    {"tenant.show",
     "Shows a tenant: its CAs with status, versions, URLs and what can be done, its log, what it "
     "publishes",
     kShowParams, show_tenant},
    {"tenant.write", "Writes a tenant into a file, private keys and all", kShowParams, write_file},
    {"tenant.open", "Reads a tenant's file", kTextParams, open_file},
    {"tenant.settings", "Changes what is unknown or has changed over time: the cap on CAs, URLs in certificates",
     kSettingsParams, set_settings},
    {"tenant.clock", "Moves the tenant's clock forward and tells what happened meanwhile", kClockParams, move_clock},
    {"tenant.facts",
     "Lists the facts that the model follows with what each stands on, and what the forms allow",
     {},
     list_facts},
};

}  // namespace

std::span<const Method> tenant_methods() { return kMethods; }

}  // namespace pki::api
