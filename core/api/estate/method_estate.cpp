// estate.*: making, showing and changing an estate.

#include <algorithm>

#include "api/estate/describe_estate.h"
#include "api/estate/estate_json.h"
#include "api/method.h"
#include "api/tenant/members.h"
#include "api/tenant/private_pki_json.h"
#include "api/tenant/tenant_answer.h"
#include "estate/create.h"
#include "estate/rules.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

Result<estate::Estate> take_estate(ObjectReader& params) {
  PKI_TRY(const Value value, params.required("estate"));
  return read_estate(value);
}

Result<estate::ServiceKind> read_kind(const Value& value) {
  std::vector<std::string_view> words;
  for (const estate::ServiceKindRow& row : estate::service_kinds()) words.push_back(row.name);
  PKI_TRY(const std::size_t index, json::read_word(value, words));
  return estate::service_kinds()[index].kind;
}

Result<Json> create_estate(ObjectReader& params) {
  PKI_TRY(cloudpki::tenant::Tenant tenant, take_tenant(params));
  estate::EstateOrder order;
  PKI_TRY(std::string name, optional_text(params, "name"));
  if (!name.empty()) order.name = std::move(name);
  if (const std::optional<Value> value = params.optional("private_pki")) {
    PKI_TRY(cloudpki::private_pki::PrivatePki pki, read_private_pki(*value));
    order.server_pki = std::make_shared<const cloudpki::private_pki::PrivatePki>(std::move(pki));
  }
  if (const std::optional<Value> value = params.optional("services")) {
    PKI_TRY(const std::vector<Value> list, json::read_list(*value));
    for (const Value& each : list) {
      PKI_TRY(const estate::ServiceKind kind, read_kind(each));
      order.services.push_back(kind);
      if (order.services.size() > kMostServices) {
        return each.at({&estate::rules::kDamaged, {}, {{"reason", "it has too many services"}}});
      }
    }
  } else {
    for (const estate::ServiceKindRow& row : estate::service_kinds()) order.services.push_back(row.kind);
  }
  PKI_TRY(const estate::Estate made, estate::make_estate(tenant, std::move(order)));
  PKI_CHECK(estate::add_server_trust(tenant, made));
  PKI_TRY(Json out, estate_answer(tenant, made));
  Json changed = tenant_answer(tenant);
  out["tenant"] = std::move(changed["tenant"]);
  out["tenant_view"] = std::move(changed["view"]);
  return out;
}

Result<Json> show_estate(ObjectReader& params) {
  PKI_TRY(const cloudpki::tenant::Tenant tenant, take_tenant(params));
  PKI_TRY(const estate::Estate shown, take_estate(params));
  return estate_answer(tenant, shown);
}

Result<Json> add_service(ObjectReader& params) {
  PKI_TRY(const cloudpki::tenant::Tenant tenant, take_tenant(params));
  PKI_TRY(estate::Estate changed, take_estate(params));
  PKI_TRY(const Value kind_value, params.required("kind"));
  PKI_TRY(const estate::ServiceKind kind, read_kind(kind_value));
  PKI_CHECK(estate::add_service(tenant, changed, kind));
  return estate_answer(tenant, changed);
}

Result<Json> remove_service(ObjectReader& params) {
  PKI_TRY(const cloudpki::tenant::Tenant tenant, take_tenant(params));
  PKI_TRY(estate::Estate changed, take_estate(params));
  PKI_TRY(const std::string name, required_text(params, "service"));
  const estate::Service* found = estate::find_service(changed, name);
  if (found == nullptr) return Finding{&estate::rules::kNoSuch, {}, {{"kind", "service"}, {"name", name}}};
  const std::string id = found->id;
  std::erase_if(changed.services, [&](const estate::Service& each) { return each.id == id; });
  return estate_answer(tenant, changed);
}

Result<Json> rename_service(ObjectReader& params) {
  PKI_TRY(const cloudpki::tenant::Tenant tenant, take_tenant(params));
  PKI_TRY(estate::Estate changed, take_estate(params));
  PKI_TRY(const std::string wanted, required_text(params, "service"));
  estate::Service* found = estate::find_service(changed, wanted);
  if (found == nullptr) return Finding{&estate::rules::kNoSuch, {}, {{"kind", "service"}, {"name", wanted}}};
  PKI_TRY(std::string name, optional_text(params, "name"));
  if (!name.empty()) found->name = std::move(name);
  constexpr json::Choice<estate::Service::Membership> kMemberships[] = {
      {"standalone", estate::Service::Membership::Standalone}, {"domain", estate::Service::Membership::Domain}};
  PKI_TRY(found->membership, optional_choice(params, "membership", kMemberships, found->membership));
  return estate_answer(tenant, changed);
}

Result<Json> change_estate(ObjectReader& params) {
  PKI_TRY(const cloudpki::tenant::Tenant tenant, take_tenant(params));
  PKI_TRY(estate::Estate changed, take_estate(params));
  PKI_TRY(const std::vector<Value> list, optional_list(params, "changes"));
  Json sentences = Json::array();
  for (const Value& each : list) {
    PKI_TRY(const estate::Change change, read_change(each));
    const Status done = estate::apply(tenant, changed, change);
    if (!done.ok()) return each.at(done.error());
    sentences.push_back(estate::sentence_of(tenant, changed, change));
  }
  PKI_TRY(Json out, estate_answer(tenant, changed));
  out["sentences"] = std::move(sentences);
  return out;
}

Result<Json> list_kinds(ObjectReader& params) {
  static_cast<void>(params);
  Json kinds = Json::array();
  for (const estate::ServiceKindRow& row : estate::service_kinds()) {
    Json line;
    line["name"] = row.name;
    line["title"] = row.title;
    line["talk"] = estate::talk_name(row.talk);
    kinds.push_back(std::move(line));
  }
  Json said = Json::array();
  for (const estate::Statement& statement : estate::statements()) {
    Json line;
    line["part"] = estate::part_name(statement.part);
    line["part_title"] = estate::part_title(statement.part);
    line["holder"] = statement.holder == estate::Holder::ManagedDevice ? "device" : "service";
    line["need"] = estate::need_name(statement.need);
    line["remark"] = statement.remark;
    line["source"] = statement.source;
    line["date"] = statement.date;
    said.push_back(std::move(line));
  }
  Json changes = Json::array();
  for (const std::string_view name : estate::change_kind_names()) changes.push_back(name);
  Json out;
  out["services"] = std::move(kinds);
  out["changes"] = std::move(changes);
  out["statements"] = std::move(said);
  return out;
}

constexpr ParamRow kEstateRow[] = {
    {"estate", "Estate", Presence::Required, "The estate, as the request before gave it back"},
};
constexpr ParamRow kCreateRows[] = {
    {"name", "text", Presence::Optional, "What the estate is called"},
    {"services", "[text]", Presence::Optional, "The kinds of its services, one each; otherwise one of every kind"},
    {"private_pki", "PrivatePki", Presence::Optional,
     "The PKI that the servers' certificates come from; otherwise a new one"},
};
constexpr ParamRow kKindRows[] = {{"kind", "text", Presence::Required, "The kind, as estate.kinds lists it"}};
constexpr ParamRow kServiceRows[] = {{"service", "text", Presence::Required, "The service, by its id or its name"}};
constexpr ParamRow kRenameRows[] = {
    {"name", "text", Presence::Optional, "What it is called from now on"},
    {"membership", "text", Presence::Optional, "standalone or domain"},
};
constexpr ParamRow kChangeRows[] = {
    {"changes", "[EstateChange]", Presence::Required, "What is changed, one after the other; all or nothing"},
};
constexpr std::span<const ParamRow> kCreateParams[] = {kTenantRow, kCreateRows};
constexpr std::span<const ParamRow> kShowParams[] = {kTenantRow, kEstateRow};
constexpr std::span<const ParamRow> kAddParams[] = {kTenantRow, kEstateRow, kKindRows};
constexpr std::span<const ParamRow> kRemoveParams[] = {kTenantRow, kEstateRow, kServiceRows};
constexpr std::span<const ParamRow> kRenameParams[] = {kTenantRow, kEstateRow, kServiceRows, kRenameRows};
constexpr std::span<const ParamRow> kChangeParams[] = {kTenantRow, kEstateRow, kChangeRows};

constexpr Method kMethods[] = {
    {"estate.kinds",
     "Lists the kinds of services and changes, and what the documents say of who must hold what",
     {},
     list_kinds},
    {"estate.create",
     "Makes an estate around a tenant: services with server certificates and stores, and the trusted certificate "
     "profiles by which devices trust them",
     kCreateParams, create_estate},
    {"estate.show", "Shows what the devices and services of an estate hold, send and reach", kShowParams, show_estate},
    {"estate.add_service", "Adds a service", kAddParams, add_service},
    {"estate.remove_service", "Removes a service", kRemoveParams, remove_service},
    {"estate.edit_service", "Renames a service, or takes it into the domain or out of it", kRenameParams,
     rename_service},
    {"estate.change", "Changes stores, routes and settings of devices and services", kChangeParams, change_estate},
};

}  // namespace

std::span<const Method> estate_methods() { return kMethods; }

}  // namespace pki::api
