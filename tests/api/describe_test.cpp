#include <catch2/catch_test_macros.hpp>
#include <set>

#include "api/help.h"
#include "ask.h"
#include "asn1/oid_registry.h"
#include "crypto/random.h"
#include "support/files.h"
#include "support/walk.h"
#include "x509/known_extensions.h"

using pki::json::Json;
using pki::test::parse_json;
using pki::test::result_of;

namespace {

/// A self-signed CA certificate, with whatever else `params` says.
Json create_ca(std::string_view more = "{}") {
  pki::crypto::FixedRandom random(7);
  const pki::crypto::ScopedRandom scope(random);
  Json params = parse_json(R"({"subject":"CN=Lab","now":"2026-11-22","key_spec":"p-256"})");
  const Json also = parse_json(more);
  for (const auto& member : also.items()) params[member.key()] = member.value();
  return result_of("ca.create", std::move(params));
}

/// The description of a certificate, with the time told.
Json describe_at(const Json& pem, std::string_view now) {
  Json params;
  params["text"] = pem;
  params["now"] = now;
  return result_of("inspect", std::move(params))["items"][0]["description"];
}

/// The field with this label, wherever it is; null where there is none.
Json find_field(const Json& object, std::string_view label) {
  Json found;
  pki::test::walk(object["fields"], [&](const std::string&, const Json& field) {
    if (field.is_object() && field.value("label", std::string()) == label) found = field;
  });
  return found;
}

}  // namespace

TEST_CASE("every extension that is read, and every attribute of a request, has help of its own") {
  std::set<std::string_view> keys;
  for (const pki::api::HelpRow& row : pki::api::help_rows()) {
    INFO(row.key);
    CHECK(keys.insert(row.key).second);
    CHECK(!row.label.empty());
    CHECK(row.text.ends_with('.'));
  }
  for (const pki::asn1::OidInfo& info : pki::asn1::oid_registry()) {
    if (info.use != pki::asn1::OidUse::Extension || !pki::x509::KnownExtensions::is_known(info.oid)) continue;
    INFO(info.name);
    CHECK(pki::api::find_help(info.oid.to_dotted()) != nullptr);
  }
}

TEST_CASE("validity is told for the time that is given, and only for that") {
  const Json pem = create_ca()["certificate"]["pem"];
  CHECK(describe_at(pem, "2026-11-23")["validity"]["state"] == "valid");
  CHECK(describe_at(pem, "2026-11-21")["validity"]["state"] == "not yet valid");
  CHECK(describe_at(pem, "2099-01-01")["validity"]["state"] == "expired");
  Json params;
  params["text"] = pem;
  const Json without = result_of("inspect", std::move(params))["items"][0]["description"];
  CHECK(without["validity"]["state"] == "unknown");
  CHECK(without["validity"]["text"] == "");
}

TEST_CASE("a critical extension says so, in its field") {
  const Json certificate = create_ca()["certificate"];
  CHECK(find_field(certificate, "Basic constraints")["badges"][0] == "critical");
  CHECK(!find_field(certificate, "Subject key identifier").contains("badges"));
}

TEST_CASE("what is wrong inside an extension stands at the extension's field") {
  const Json certificate =
      create_ca(R"({"extra_extensions":[{"oid":"2.5.29.36","critical":true,"der":"0500"}]})")["certificate"];
  CHECK(!certificate["findings"].empty());
  const Json field = find_field(certificate, "Policy constraints");
  REQUIRE(field.is_object());
  CHECK(!field["findings"].empty());
  CHECK(field["badges"][1] == "not read");
}

TEST_CASE("an unknown extension is shown by its octets") {
  const Json certificate = create_ca(R"({"extra_extensions":[{"oid":"1.2.3.4","der":"0500"}]})")["certificate"];
  const Json field = find_field(certificate, "1.2.3.4");
  REQUIRE(field.is_object());
  CHECK(field["value"] == "05:00");
  CHECK(field["badges"][0] == "unknown");
}

TEST_CASE("controls and bidirectional marks of a name never come out raw") {
  const Json certificate = create_ca(R"({"subject":[{"type":"CN","value":"a\n\u202eb"}]})")["certificate"];
  pki::test::walk(certificate, [](const std::string& pointer, const Json& value) {
    const auto* text = value.get_ptr<const std::string*>();
    if (text == nullptr || pointer == "/pem") return;
    INFO(pointer);
    CHECK(text->find('\n') == std::string::npos);
    CHECK(text->find("\u202e") == std::string::npos);
  });
}

TEST_CASE("a comma in a name is escaped once") {
  const Json certificate = create_ca(R"({"subject":[{"type":"O","value":"Lab, Inc."}]})")["certificate"];
  CHECK(certificate["subject"]["rfc4514"] == "O=Lab\\, Inc.");
  CHECK(find_field(certificate, "Subject")["value"] == "O=Lab\\, Inc.");
  CHECK(find_field(certificate, "organizationName")["value"] == "Lab, Inc.");
}

TEST_CASE("alternative names as they are shown can be handed in again") {
  Json params = parse_json(R"({"profile":"tls-client","subject":"CN=x","key_spec":"p-256","san":["DNS:a.example",
      "IP:192.0.2.1","IP:2001:db8::1","email:ann@a.example","URI:https://a.example/","UPN:ann@a.example","dirName:CN=x,C=DE",
      "RID:1.2.3","otherName:1.2.3;text"]})");
  const Json shown = result_of("csr.create", params)["csr"]["san"];
  CHECK(shown.size() == params["san"].size());
  params["san"] = shown;
  CHECK(result_of("csr.create", params)["csr"]["san"] == shown);
}

TEST_CASE("a certificate with thousands of names is described, and no text in it is endless") {
  std::string names = R"({"permitted":[)";
  for (int i = 0; i < 8000; ++i) names += (i > 0 ? ",\"DNS:n" : "\"DNS:n") + std::to_string(i) + ".example\"";
  const Json certificate = create_ca(names + "]}")["certificate"];
  pki::test::walk(certificate["fields"], [](const std::string&, const Json& value) {
    if (const auto* text = value.get_ptr<const std::string*>()) CHECK(text->size() < 5000);
  });
}
