// profiles: what certificates for a purpose look like.

#include "api/method.h"
#include "asn1/oid_registry.h"
#include "ca/profile.h"
#include "x509/extensions/key_usage.h"

namespace pki::api {
namespace {

Json describe(const ca::CalendarSpan& span) {
  Json out = Json::object();
  if (span.years != 0) out["years"] = span.years;
  if (span.months != 0) out["months"] = span.months;
  if (span.days != 0) out["days"] = span.days;
  return out;
}

Json key_specs(const ca::Profile& profile) {
  Json list = Json::array();
  for (const crypto::KeySpec spec : profile.key_specs) list.push_back(crypto::key_spec_name(spec));
  return list;
}

Json key_usage(const ca::Profile& profile) {
  x509::KeyUsage usage;
  usage.bits = profile.key_usage_rsa;
  Json list = Json::array();
  for (const x509::KeyUsageBit bit : usage.list()) list.push_back(x509::key_usage_name(bit));
  return list;
}

Json oid_names(std::span<const asn1::Oid> oids) {
  Json list = Json::array();
  for (const asn1::Oid oid : oids) list.push_back(asn1::oid_name(oid));
  return list;
}

Json describe(const ca::Profile& profile) {
  Json out;
  out["id"] = profile.id;
  out["title"] = profile.title;
  out["description"] = profile.description;
  out["ca"] = profile.ca;
  out["self_signed"] = profile.self_signed;
  out["key_spec"] = crypto::key_spec_name(profile.key_specs.front());
  out["key_specs"] = key_specs(profile);
  out["validity"] = describe(profile.validity);
  out["path_length"] = profile.path_length.has_value() ? Json(*profile.path_length) : Json(nullptr);
  out["key_usage"] = key_usage(profile);
  out["extended_key_usage"] = oid_names(profile.purposes);
  out["subject_required"] = oid_names(profile.subject_required);
  out["san"] = ca::san_rule_name(profile.san);
  return out;
}

Result<Json> list_profiles(json::ObjectReader&) {
  Json list = Json::array();
  for (const ca::Profile& profile : ca::profiles()) list.push_back(describe(profile));
  Json out;
  out["profiles"] = std::move(list);
  return out;
}

constexpr Method kMethods[] = {
    {"profiles", "Lists the profiles: what certificates for a purpose look like", {}, list_profiles},
};

}  // namespace

std::span<const Method> profile_methods() { return kMethods; }

}  // namespace pki::api
