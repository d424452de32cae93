// about, rules: the program itself.

#include "api/catalogue.h"
#include "api/describe_finding.h"
#include "api/method.h"
#include "asn1/oid_registry.h"
#include "base/text.h"
#include "crypto/private_key.h"
#include "path/purpose.h"

namespace pki::api {
namespace {

struct Library {
  std::string_view name, version, licence;
};
// The versions come from core/third_party/pins.txt.
constexpr Library kLibraries[] = {
    {"Mbed TLS", PKI_MBEDTLS_VERSION, "Apache-2.0"},
    {"JSON for Modern C++", PKI_JSON_VERSION, "MIT"},
};

constexpr crypto::KeySpec kKeySpecs[] = {crypto::KeySpec::Rsa2048, crypto::KeySpec::Rsa3072, crypto::KeySpec::Rsa4096,
                                         crypto::KeySpec::P256,    crypto::KeySpec::P384,    crypto::KeySpec::P521};

Json describe(const ParamRow& row) {
  Json out;
  out["name"] = row.name;
  out["type"] = row.type;
  out["required"] = row.presence == Presence::Required;
  out["summary"] = row.summary;
  return out;
}

Json describe(const Method& method) {
  Json params = Json::array();
  for (const ParamRow& row : all_params(method)) params.push_back(describe(row));
  Json out;
  out["name"] = method.name;
  out["summary"] = method.summary;
  out["params"] = std::move(params);
  return out;
}

Json describe(const Library& library) {
  Json out;
  out["name"] = library.name;
  out["version"] = library.version;
  out["licence"] = library.licence;
  return out;
}

Json describe(const path::PurposeInfo& purpose) {
  Json out;
  out["id"] = purpose.name;
  out["title"] = purpose.title;
  const bool any = purpose.key_purposes.empty();
  out["oid"] = any ? Json(nullptr) : Json(purpose.key_purposes.front().to_dotted());
  out["name"] = any ? Json(nullptr) : Json(asn1::oid_name(purpose.key_purposes.front()));
  return out;
}

Json describe(crypto::KeySpec spec) { return crypto::key_spec_name(spec); }

template <typename List>
Json describe_all(const List& list) {
  Json out = Json::array();
  for (const auto& each : list) out.push_back(describe(each));
  return out;
}

Result<Json> about(json::ObjectReader&) {
  Json out;
  out["name"] = "PKI Workbench";
  out["version"] = PKI_VERSION;
  out["methods"] = describe_all(methods());
  out["libraries"] = describe_all(kLibraries);
  out["key_specs"] = describe_all(kKeySpecs);
  out["purposes"] = describe_all(path::all_purposes());
  return out;
}

bool mentions(const Rule& rule, std::string_view lower_case_query) {
  for (const std::string_view text : {rule.id, rule.summary, rule.citation, rule.cure}) {
    if (to_lower_ascii(text).find(lower_case_query) != std::string::npos) return true;
  }
  return false;
}

Result<Json> rule_list(json::ObjectReader& params) {
  std::string query;
  if (const auto value = params.optional("query")) {
    PKI_TRY(const std::string_view text, json::read_text(*value));
    query = to_lower_ascii(trim(text));
  }
  Json list = Json::array();
  for (const Rule* rule : rule_catalogue()) {
    if (mentions(*rule, query)) list.push_back(api::describe(*rule));
  }
  Json out;
  out["rules"] = std::move(list);
  return out;
}

constexpr ParamRow kRulesRows[] = {
    {"query", "text", Presence::Optional,
     "Only rules whose id, summary, citation or cure holds this text; the case of letters is ignored"}};
constexpr std::span<const ParamRow> kRulesParams[] = {kRulesRows};

constexpr Method kMethods[] = {
    {"about", "Tells the program's version, its methods with their parameters, and the libraries in it", {}, about},
    {"rules", "Lists the rules that findings point at, each with what it says, where it comes from and what to do",
     kRulesParams, rule_list},
};

}  // namespace

std::span<const Method> about_methods() { return kMethods; }

}  // namespace pki::api
