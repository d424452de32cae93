// OCSP responses through the door: shown, and used by a chain check.

#include <catch2/catch_test_macros.hpp>

#include "ask.h"
#include "support/files.h"

namespace {

using namespace pki;
using namespace pki::test;
using pki::json::Json;

Json response_file() {
  const auto octets = read_file(PKI_TEST_DATA_DIR "/x509/ocsp/response.der");
  REQUIRE(octets);
  return file_of(as_bytes(*octets));
}

Json check(std::string_view target) {
  Json params;
  params["target"] = file_of(read_test_pem("x509/ocsp/" + std::string(target) + ".pem"));
  params["anchors"] = Json::array({file_of(read_test_pem("x509/ocsp/ca.pem"))});
  params["ocsp"] = Json::array({response_file()});
  params["at"] = "2027-01-01T00:00:00Z";
  params["options"]["revocation"]["mode"] = "hard-fail";
  return result_of("chain.check", std::move(params))["report"];
}

}  // namespace

TEST_CASE("inspect shows an OCSP response with its responder and its answers") {
  Json params;
  params["files"] = Json::array({response_file()});
  params["now"] = "2027-01-01";
  const Json item = result_of("inspect", std::move(params))["items"][0];
  CHECK(item["kind"] == "ocsp-response");
  const Json& response = item["description"];
  CHECK(response["title"] == "OCSP response of OCSP signer");
  CHECK(response["status"] == "successful");
  REQUIRE(response["answers"].size() == 3);
  const Json& revoked = response["answers"][0];
  CHECK(revoked["serial"] == "10:01");
  CHECK(revoked["status"] == "revoked");
  CHECK(revoked["reason"] == "keyCompromise");
  CHECK(revoked["validity"]["state"] == "valid");
  CHECK(response["answers"][1]["status"] == "good");
  CHECK(response["answers"][2]["status"] == "unknown");
  CHECK(response["certificates"].size() == 1);
  CHECK(response["findings"].empty());
}

TEST_CASE("chain.check refuses what an OCSP response calls revoked, and accepts what it calls good") {
  const Json refused = check("leaf");
  CHECK(refused["accepted"] == false);
  CHECK(refused["headline"]["rule"] == "path.revocation.ocsp_revoked");
  CHECK(check("signer")["accepted"] == true);
}
