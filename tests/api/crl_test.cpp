// CRLs through the door: shown, and used by a chain check.

#include <catch2/catch_test_macros.hpp>

#include "ask.h"
#include "support/crl_builder.h"
#include "support/files.h"

namespace {

using namespace pki;
using namespace pki::test;
using pki::json::Json;

const Party kRootParty{"CN=Root,O=Lab", 1};
const Party kIssuingParty{"CN=Issuing,O=Lab", 2};

Json inspect(Bytes octets) {
  Json params;
  params["files"] = Json::array({file_of(octets)});
  params["now"] = "2026-06-15";
  return result_of("inspect", std::move(params));
}

// A chain.check of a leaf with what its CA's CRL lists.
struct Chain {
  x509::CertificatePtr anchor = make(root(kRootParty));
  x509::CertificatePtr issuing = make(ca(kIssuingParty, kRootParty));
  x509::CertificatePtr leaf = make(pki::test::leaf({"CN=leaf.example.com", 3}, kIssuingParty));

  Json params(std::string_view revocation) const {
    Json params;
    params["target"] = file_of(leaf->der());
    params["pool"] = Json::array({file_of(issuing->der())});
    params["anchors"] = Json::array({file_of(anchor->der())});
    params["at"] = "2026-06-15T12:00:00Z";
    params["options"]["revocation"] = parse_json(revocation);
    return params;
  }
};

Json revocation_step(const Json& report, int position) {
  for (const Json& step : report["paths"][0]["steps"]) {
    if (step["check"] == "path.revocation" && step["position"] == position) return step;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("inspect shows a CRL with its issuer, times, number, extensions and entries") {
  const ByteVector der = read_test_pem("x509/crl.pem");
  const Json item = inspect(der)["items"][0];
  CHECK(item["kind"] == "crl");
  const Json& crl = item["description"];
  CHECK(crl["title"] == "CRL Lab CA CRL 42");
  CHECK(crl["issuer"]["rfc4514"] == "CN=CRL Lab CA,O=Lab");
  CHECK(crl["number"] == "42");
  CHECK(crl["base_number"].is_null());
  CHECK(crl["this_update"] == "2026-04-01T00:00:00Z");
  CHECK(crl["next_update"] == "2026-05-01T00:00:00Z");
  CHECK(crl["validity"]["state"] == "expired");
  CHECK(crl["entry_count"] == 4);
  CHECK(crl["entries_left_out"] == 0);
  REQUIRE(crl["entries"].size() == 4);
  bool compromised = false;
  for (const Json& entry : crl["entries"]) {
    CHECK(entry["range"][0].get<std::size_t>() + entry["range"][1].get<std::size_t>() <= der.size());
    if (entry["reason"] != "keyCompromise") continue;
    compromised = true;
    CHECK(entry["serial"] == "10:01");
    CHECK(entry["revoked_at"] == "2026-03-01T12:00:00Z");
    CHECK(entry["invalid_since"] == "2026-02-25T00:00:00Z");
  }
  CHECK(compromised);
  CHECK(crl["fields"].size() == 9);
  CHECK(crl["sentence"].get<std::string>().find("CRL 42") == 0);
}

TEST_CASE("Of a long CRL the first hundred entries are shown") {
  CrlSpec spec{.issuer = kIssuingParty, .base = 3};
  for (int i = 0; i < 130; ++i) spec.entries.push_back({.serial = {0x01, static_cast<std::uint8_t>(i)}});
  const Json crl = inspect(make_crl_der(spec))["items"][0]["description"];
  CHECK(crl["entry_count"] == 130);
  CHECK(crl["entries"].size() == 100);
  CHECK(crl["entries_left_out"] == 30);
  CHECK(crl["delta"] == true);
  CHECK(crl["base_number"] == "3");
}

TEST_CASE("A damaged CRL is an item with a finding") {
  ByteVector der = make_crl_der({.issuer = kIssuingParty});
  der.resize(der.size() - 10);
  const Json result = inspect(der);
  CHECK(!result["findings"].empty());
}

TEST_CASE("chain.check refuses what a CRL lists, and says which CRL did not answer and why") {
  const Chain chain;
  const CrlSpec listing{.issuer = kIssuingParty,
                        .entries = {{.serial = serial_of(chain.leaf), .reason = x509::CrlReason::Superseded}}};
  Json params = chain.params(R"({"mode":"hard-fail","scope":"leaf"})");
  const Json without = result_of("chain.check", params)["report"];
  CHECK(without["headline"]["rule"] == "path.revocation.undetermined");

  params["crls"] = Json::array({file_of(make_crl_der(listing))});
  const Json revoked = result_of("chain.check", params)["report"];
  CHECK(revoked["headline"]["rule"] == "path.revocation.revoked");
  CHECK(revoked["headline"]["params"]["reason"] == "superseded");
  CHECK(revoked["work"]["crl_entries"] == 1);
  CHECK(revoked["work"]["crl_signature_checks"] == 1);

  CrlSpec old{.issuer = kIssuingParty};
  old.next_update = kLastWeek;
  params["crls"] = Json::array({file_of(make_crl_der(old))});
  const Json expired = result_of("chain.check", params)["report"];
  const Json step = revocation_step(expired, 0);
  REQUIRE(step["considered"].size() == 1);
  CHECK(step["considered"][0]["rule"] == "path.revocation.crl_expired");
  CHECK(step["considered"][0]["params"]["crl"] == "0");

  params["options"]["revocation"]["expired"] = "warn";
  CHECK(result_of("chain.check", params)["report"]["accepted"] == true);
}

TEST_CASE("Revocation that was not asked for is among what was not judged") {
  const Chain chain;
  Json params = chain.params("{}");
  params["crls"] = Json::array({file_of(make_crl_der({.issuer = kIssuingParty}))});
  const Json report = result_of("chain.check", params)["report"];
  CHECK(report["accepted"] == true);
  CHECK(report["not_judged"][0] == "Revocation");
  params["options"]["revocation"]["mode"] = "soft-fail";
  const Json asked = result_of("chain.check", params)["report"];
  for (const Json& title : asked["not_judged"]) CHECK(title != "Revocation");
}

TEST_CASE("Wrong options of revocation and files without a CRL are refused") {
  const Chain chain;
  CHECK(error_of(ask("chain.check", chain.params(R"({"mode":"maybe"})"))) == "api.param.value");
  CHECK(error_of(ask("chain.check", chain.params(R"({"mood":"off"})"))) == "api.param.unknown");
  Json params = chain.params("{}");
  params["crls"] = Json::array({file_of(chain.leaf->der())});
  CHECK(error_of(ask("chain.check", params)) == "api.source.wrong_kind");
}
