// lab.*: a tenant, the private PKI beside it and the estate around it, in one file.

#include "api/estate/describe_estate.h"
#include "api/estate/estate_json.h"
#include "api/method.h"
#include "api/tenant/members.h"
#include "api/tenant/private_pki_answer.h"
#include "api/tenant/private_pki_json.h"
#include "api/tenant/tenant_answer.h"
#include "api/tenant/tenant_json.h"
#include "estate/ready_lab.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

constexpr std::string_view kFormat[] = {"pki-workbench-lab"};
constexpr json::Bounds kVersions{1, 1};

struct Lab {
  cloudpki::tenant::Tenant tenant;
  std::optional<cloudpki::private_pki::PrivatePki> private_pki = {};
  std::optional<estate::Estate> estate = {};
};

/// The members tenant, private_pki and estate.
Result<Lab> read_lab(ObjectReader& object) {
  PKI_TRY(cloudpki::tenant::Tenant tenant, take_tenant(object));
  Lab lab{.tenant = std::move(tenant)};
  if (const std::optional<Value> value = object.optional("private_pki")) {
    PKI_TRY(lab.private_pki, read_private_pki(*value));
  }
  if (const std::optional<Value> value = object.optional("estate")) {
    PKI_TRY(lab.estate, read_estate(*value));
  }
  return lab;
}

Result<Json> write_file(ObjectReader& params) {
  PKI_TRY(const Lab lab, read_lab(params));
  Json file;
  file["format"] = kFormat[0];
  file["version"] = kVersions.most;
  file["tenant"] = write_tenant(lab.tenant);
  if (lab.private_pki) file["private_pki"] = write_private_pki(*lab.private_pki);
  if (lab.estate) file["estate"] = write_estate(*lab.estate);
  Json out;
  out["text"] = json::dump_indented(file) + "\n";
  return out;
}

/// The lab in a file; a tenant's own file is a lab without anything else.
Result<Lab> read_file(const Value& file) {
  const auto format = file.json().is_object() ? file.json().find("format") : file.json().end();
  if (format != file.json().end() && *format == "pki-workbench-tenant") {
    PKI_TRY(cloudpki::tenant::Tenant tenant, read_tenant(file));
    return Lab{.tenant = std::move(tenant)};
  }
  PKI_TRY(ObjectReader object, ObjectReader::open(file));
  PKI_TRY(const Value kind, object.required("format"));
  PKI_CHECK(json::read_word(kind, kFormat));
  PKI_TRY(const Value version, object.required("version"));
  PKI_CHECK(json::read_integer(version, kVersions));
  PKI_TRY(Lab lab, read_lab(object));
  PKI_CHECK(object.finish());
  return lab;
}

/// What lab.open and lab.sample answer; null: the lab has none.
Result<Json> lab_answer(const cloudpki::tenant::Tenant& tenant, const cloudpki::private_pki::PrivatePki* pki,
                        const estate::Estate* estate) {
  Json out = tenant_answer(tenant);
  out["private_pki"] = nullptr;
  out["private_pki_view"] = nullptr;
  if (pki != nullptr) {
    PKI_TRY(Json answer, private_pki_answer(*pki, tenant.clock));
    out["private_pki"] = std::move(answer["private_pki"]);
    out["private_pki_view"] = std::move(answer["view"]);
  }
  out["estate"] = nullptr;
  out["estate_view"] = nullptr;
  out["certificates"] = Json::array();
  if (estate != nullptr) {
    PKI_TRY(Json answer, estate_answer(tenant, *estate));
    out["estate"] = std::move(answer["estate"]);
    out["estate_view"] = std::move(answer["view"]);
    out["certificates"] = std::move(answer["certificates"]);
  }
  return out;
}

Result<Json> open_file(ObjectReader& params) {
  PKI_TRY(const Value text_value, params.required("text"));
  PKI_TRY(const std::string_view text, json::read_text(text_value));
  Result<Json> parsed = json::parse(text);
  if (!parsed.ok()) return text_value.at(parsed.error());
  Findings notes;
  PKI_TRY(const Lab lab, read_file(Value(*parsed, text_value.pointer(), &notes)));
  return lab_answer(lab.tenant, lab.private_pki ? &*lab.private_pki : nullptr, lab.estate ? &*lab.estate : nullptr);
}

Result<Json> make_sample(ObjectReader& params) {
  using estate::DeploymentModel;
  constexpr json::Choice<DeploymentModel> kModels[] = {
      {"cloud-root", DeploymentModel::CloudRoot}, {"byoca", DeploymentModel::Byoca}, {"both", DeploymentModel::Both}};
  PKI_TRY(const Time now, required_time(params, "now"));
  PKI_TRY(const DeploymentModel model, optional_choice(params, "model", kModels, DeploymentModel::CloudRoot));
  PKI_TRY(const estate::ReadyLab lab, estate::make_ready_lab(model, now));
  return lab_answer(lab.tenant, lab.private_pki.get(), &lab.estate);
}

constexpr ParamRow kWriteRows[] = {
    {"private_pki", "PrivatePki", Presence::Optional, "The private PKI beside it"},
    {"estate", "Estate", Presence::Optional, "The estate around it"},
};
constexpr ParamRow kTextRows[] = {{"text", "text", Presence::Required, "The file"}};
constexpr ParamRow kSampleRows[] = {
    {"now", "Time", Presence::Required, "The tenant's clock"},
    {"model", "text", Presence::Optional, "cloud-root (otherwise), byoca, or both in one tenant"},
};
constexpr std::span<const ParamRow> kSampleParams[] = {kSampleRows};
constexpr std::span<const ParamRow> kWriteParams[] = {kTenantRow, kWriteRows};
constexpr std::span<const ParamRow> kTextParams[] = {kTextRows};

constexpr Method kMethods[] = {
    {"lab.write", "Writes a tenant, its private PKI and its estate into one file, private keys and all", kWriteParams,
     write_file},
    {"lab.open", "Reads such a file, or a tenant's own", kTextParams, open_file},
    {"lab.sample", "Makes a ready lab: a tenant, devices with their profiles, and an estate around them", kSampleParams,
     make_sample},
};

}  // namespace

std::span<const Method> lab_methods() { return kMethods; }

}  // namespace pki::api
