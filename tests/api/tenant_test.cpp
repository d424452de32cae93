// tenant.*: a tenant's file that was changed by hand is refused, whatever was changed; what it says is shown escaped.

#include <functional>

#include "ask.h"
#include "golden.h"

namespace pki::test {
namespace {

/// The tenant of a golden answer.
Json tenant_of(const std::string& name) {
  static Golden golden;
  auto answer = json::parse(golden.answer(name));
  REQUIRE(answer.ok());
  return (*answer)["result"]["tenant"];
}

Json show(Json tenant) {
  Json params;
  params["tenant"] = std::move(tenant);
  return ask("tenant.show", std::move(params));
}

std::string refusal_of(Json tenant) { return error_of(show(std::move(tenant))); }

}  // namespace

TEST_CASE("a tenant that was changed by hand is refused where it does not hold together") {
  const Json whole = tenant_of("tenant-issuing");
  CHECK(refusal_of(whole) == "");
  using Change = std::function<void(Json&)>;
  const std::pair<std::string, Change> changes[] = {
      {"no version", [](Json& t) { t["cas"][0]["versions"] = Json::array(); }},
      {"a version twice", [](Json& t) { t["cas"][0]["versions"].push_back(t["cas"][0]["versions"][0]); }},
      {"the id of another", [](Json& t) { t["cas"][1]["id"] = t["cas"][0]["id"]; }},
      {"an id that leaves a folder", [](Json& t) { t["cas"][0]["id"] = "../../../x"; }},
      {"a store that does", [](Json& t) { t["store"] = "../x"; }},
      {"an account that does", [](Json& t) { t["account"] = "../x"; }},
      {"no root", [](Json& t) { t["cas"][1]["root"] = "x"; }},
      {"itself as root", [](Json& t) { t["cas"][1]["root"] = t["cas"][1]["id"]; }},
      {"a root with a root", [](Json& t) { t["cas"][0]["root"] = t["cas"][1]["id"]; }},
      {"no certificate", [](Json& t) { t["cas"][0]["versions"][0]["certificate"] = nullptr; }},
      {"another key",
       [](Json& t) { t["cas"][0]["versions"][0]["private_key"] = t["cas"][1]["versions"][0]["private_key"]; }},
      {"an issuing CA that waits for a signature",
       [](Json& t) { t["cas"][1]["versions"][0]["state"] = "signing-required"; }},
      {"nothing active", [](Json& t) { t["cas"][0]["versions"][0]["state"] = "retired"; }},
      {"a leaf of nobody",
       [](Json& t) {
         Json leaf;
         leaf["ca"] = "x";
         leaf["version"] = 1;
         leaf["certificate"] = t["cas"][0]["versions"][0]["certificate"];
         t["leaves"].push_back(std::move(leaf));
       }},
      {"a leaf of a version that there is not",
       [](Json& t) {
         Json leaf;
         leaf["ca"] = t["cas"][1]["id"];
         leaf["version"] = 9;
         leaf["certificate"] = t["cas"][0]["versions"][0]["certificate"];
         t["leaves"].push_back(std::move(leaf));
       }},
  };
  for (const auto& [name, change] : changes) {
    INFO(name);
    Json changed = whole;
    change(changed);
    CHECK(refusal_of(std::move(changed)) == "cloudpki.tenant.damaged");
  }
}

TEST_CASE("a fleet that was changed by hand is refused where it does not hold together") {
  const Json whole = tenant_of("fleet-check-in");
  CHECK(refusal_of(whole) == "");
  const std::pair<std::string, std::function<void(Json&)>> changes[] = {
      {"an id twice", [](Json& f) { f["devices"][1]["id"] = f["devices"][0]["id"]; }},
      {"no id", [](Json& f) { f["users"][0]["id"] = ""; }},
      {"a state of nobody", [](Json& f) { f["states"][0]["device"] = "x"; }},
      {"two states", [](Json& f) { f["states"].push_back(f["states"][0]); }},
      {"no certificate", [](Json& f) { f["states"][0]["identities"][0]["certificate"] = nullptr; }},
  };
  for (const auto& [name, change] : changes) {
    INFO(name);
    Json changed = whole;
    change(changed["fleet"]);
    CHECK(refusal_of(std::move(changed)) == "cloudpki.fleet.damaged");
  }
}

TEST_CASE("a private PKI without a CA, or with the key of another, is refused") {
  static Golden golden;
  auto answer = json::parse(golden.answer("private-pki-create"));
  REQUIRE(answer.ok());
  const Json whole = (*answer)["result"]["private_pki"];
  const auto refusal = [](Json pki) {
    Json params;
    params["private_pki"] = std::move(pki);
    params["now"] = "2026-06-15T12:00:00Z";
    return error_of(ask("private_pki.show", std::move(params)));
  };
  CHECK(refusal(whole) == "");
  Json none = whole;
  none["cas"] = Json::array();
  CHECK(refusal(none) == "cloudpki.private.damaged");
  Json other = whole;
  other["cas"][0]["private_key"] = tenant_of("tenant-issuing")["cas"][0]["versions"][0]["private_key"];
  CHECK(refusal(other) == "cloudpki.private.damaged");
}

TEST_CASE("a tenant cut anywhere, or with anything in the place of a value, is refused or shown, and nothing breaks") {
  const Json whole = tenant_of("fleet-check-in");
  std::vector<Json::json_pointer> places;
  const std::function<void(const Json&, const Json::json_pointer&)> walk = [&](const Json& json,
                                                                               const Json::json_pointer& at) {
    places.push_back(at);
    if (places.size() > 400) return;
    if (json.is_object()) {
      for (const auto& member : json.items()) walk(member.value(), at / member.key());
    } else if (json.is_array() && !json.empty()) {
      walk(json.front(), at / 0);
    }
  };
  walk(whole, Json::json_pointer());
  const Json values[] = {Json(nullptr), Json(-1), Json("\u202e<script>"), Json::array(), Json::object(), Json(true)};
  for (std::size_t i = 1; i < places.size(); ++i) {
    Json changed = whole;
    changed[places[i]] = values[i % std::size(values)];
    CHECK(show(std::move(changed)).contains("ok"));
  }
}

TEST_CASE("names of a tenant are shown with their controls escaped, and stay as they are in the tenant") {
  Json tenant = tenant_of("tenant-issuing");
  tenant["cas"][0]["name"] = "\u202eevil\n<script>";
  const Json answer = show(tenant);
  REQUIRE(answer["ok"] == true);
  CHECK(answer["result"]["view"]["cas"][0]["name"] == "\\u{202E}evil\\u{000A}<script>");
}

}  // namespace pki::test
