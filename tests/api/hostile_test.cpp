#include <catch2/catch_test_macros.hpp>
#include <string>

#include "ask.h"
#include "asn1/pem.h"
#include "asn1/writer.h"
#include "support/files.h"
#include "support/mutation.h"

using pki::json::Json;
using pki::test::ask;
using pki::test::error_of;
using pki::test::file_of;

namespace {

Json inspect(pki::Bytes octets) {
  Json params;
  params["files"] = Json::array({file_of(octets)});
  return pki::test::result_of("inspect", std::move(params));
}

}  // namespace

TEST_CASE("of a thousand mutations of a certificate none is accepted, and each answer says why") {
  const pki::ByteVector original = pki::test::read_test_pem("x509/ec-p384.pem");
  REQUIRE(!original.empty());
  pki::test::Mutator mutator(original);
  for (int i = 0; i < 1000; ++i) {
    const pki::ByteVector mutated = mutator.next();
    if (mutated == original) continue;
    INFO(i << ": " << pki::to_hex(mutated));
    const Json inspected = inspect(mutated);
    CHECK((!inspected["items"].empty() || !inspected["findings"].empty()));

    Json params;
    params["target"] = file_of(mutated);
    params["anchors"] = Json::array({file_of(original)});
    params["at"] = "2026-12-01";
    const Json answer = ask("chain.check", std::move(params));
    if (!answer["ok"].get<bool>() || answer.contains("notes")) continue;  // refused, or octets stand behind it
    CHECK(!answer["result"]["report"]["accepted"].get<bool>());
    CHECK(answer["result"]["report"]["headline"].is_object());
  }
}

TEST_CASE("of a thousand mutations of a request none proves possession, and each answer says why") {
  const pki::ByteVector original = pki::test::read_test_pem("x509/request-ec.pem");
  REQUIRE(!original.empty());
  pki::test::Mutator mutator(original);
  for (int i = 0; i < 1000; ++i) {
    const pki::ByteVector mutated = mutator.next();
    if (mutated == original) continue;
    INFO(i << ": " << pki::to_hex(mutated));
    inspect(mutated);
    Json params;
    params["csr"] = file_of(mutated);
    const Json answer = ask("csr.inspect", std::move(params));
    if (!answer["ok"].get<bool>() || answer.contains("notes")) continue;
    CHECK(!answer["result"]["csr"]["proof_of_possession"]["ok"].get<bool>());
    CHECK(answer["result"]["csr"]["proof_of_possession"]["finding"].is_object());
  }
}

TEST_CASE("an empty file, zeros and text that is nothing each get a finding") {
  CHECK(!inspect({})["findings"].empty());
  CHECK(!inspect(pki::ByteVector(10'000'000, 0))["findings"].empty());
  CHECK(!inspect(pki::as_bytes("nothing of use"))["findings"].empty());
  CHECK(!inspect(pki::as_bytes("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"))["findings"].empty());
  Json params;
  params["csr"] = "";
  CHECK(!error_of(ask("csr.inspect", params)).empty());
}

TEST_CASE("ten megabytes of zeros are refused wherever an object is wanted") {
  const Json zeros = file_of(pki::ByteVector(10'000'000, 0));
  Json params;
  params["csr"] = zeros;
  CHECK(!error_of(ask("csr.inspect", std::move(params))).empty());
  Json tree;
  tree["source"] = zeros;
  const Json answer = ask("asn1.tree", std::move(tree));
  CHECK((!error_of(answer).empty() || !answer["result"]["findings"].empty()));
}

TEST_CASE("a private key where a certificate is wanted is called one, and not repeated") {
  const auto key = pki::test::read_file(std::string(PKI_TEST_DATA_DIR) + "/crypto/p-256.pem");
  REQUIRE(key.has_value());
  for (const std::string_view method : {"csr.inspect", "chain.check"}) {
    Json params;
    if (method == "csr.inspect") {
      params["csr"] = *key;
    } else {
      params["target"] = *key;
      params["anchors"] = Json::array();
      params["at"] = "2026-12-01";
    }
    const Json answer = ask(method, std::move(params));
    CHECK(error_of(answer) == "api.source.private_key");
    CHECK(pki::json::dump(answer).find("PRIVATE") == std::string::npos);
  }
}

TEST_CASE("a certificate where a private key is wanted is refused") {
  Json params;
  params["key"] = pki::asn1::write_pem("CERTIFICATE", pki::test::read_test_pem("x509/ec-p384.pem"));
  CHECK(error_of(ask("key.inspect", std::move(params))) == "api.key.none");
}

TEST_CASE("a huge text is refused, and the answer is small") {
  Json params;
  params["text"] = std::string(10'000'000, 'A');
  const std::string parsed = pki::json::dump(ask("name.parse", params));
  CHECK(parsed.size() < 10'000);
  Json subject;
  subject["text"] = "CN=" + std::string(10'000'000, 'x');
  CHECK(pki::json::dump(ask("name.parse", subject)).size() < 10'000);
  Json spec;
  spec["spec"] = std::string(10'000'000, 'x');
  CHECK(pki::json::dump(ask("key.generate", spec)).size() < 10'000);
}

TEST_CASE("a certificate of half a megabyte is refused with its size") {
  // A SEQUENCE of SEQUENCEs, as a certificate begins; its octets need not mean anything.
  pki::asn1::Writer writer;
  writer.sequence([](pki::asn1::Writer& outer) {
    outer.sequence([](pki::asn1::Writer& inner) {
      inner.wrap(pki::asn1::tags::context_constructed(0), [](pki::asn1::Writer& version) { version.integer(2); });
      inner.unsigned_integer(pki::ByteVector(600'000, 0x55));
    });
  });
  Json params;
  params["target"] = file_of(writer.view());
  params["anchors"] = Json::array();
  params["at"] = "2026-12-01";
  CHECK(!error_of(ask("chain.check", std::move(params))).empty());
}
