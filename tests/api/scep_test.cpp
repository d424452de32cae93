// SCEP through the API: a device, a CA and its registration authority, and messages that somebody made to do harm.

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "ask.h"
#include "asn1/oids.h"
#include "asn1/writer.h"
#include "base/encoding.h"
#include "support/files.h"
#include "support/mutation.h"
#include "support/walk.h"

using pki::json::Json;
using pki::test::ask;
using pki::test::error_of;
using pki::test::file_of;
using pki::test::result_of;

namespace {

constexpr const char* kNow = "2026-11-22T12:00:00Z";

std::string pem(const std::string& path) {
  return pki::test::read_file(std::string(PKI_TEST_DATA_DIR) + "/" + path).value();
}

/// A CA of the key cms/other, a registration authority of crypto/rsa-3072, and a device of cms/rsa.
struct Lab {
  Lab() {
    Json ca;
    ca["subject"] = "CN=Lab CA,O=Lab";
    ca["now"] = kNow;
    ca["key"] = pem("cms/other.key.pem");
    issuer["certificate"] = result_of("ca.create", ca)["certificate"]["pem"];
    issuer["key"] = ca["key"];
    csr = make_csr("cms/rsa.key.pem");
  }

  static Json make_csr(const std::string& key) {
    Json params;
    params["profile"] = "tls-client";
    params["subject"] = "CN=device-1";
    params["key"] = pem(key);
    params["challenge_password"] = "secret";
    return result_of("csr.create", params)["csr"]["pem"];
  }

  Json request_params() const {
    Json params;
    params["csr"] = csr;
    params["key"] = device_key;
    params["ca"] = Json::array({issuer["certificate"]});
    params["now"] = kNow;
    return params;
  }
  Json request() const { return result_of("scep.request", request_params()); }

  Json answer_params(const Json& message) const {
    Json params;
    params["message"] = message;
    params["issuer"] = issuer;
    params["now"] = kNow;
    return params;
  }

  Json reply_params(const Json& reply, const Json& request) const {
    Json params;
    params["reply"] = reply;
    params["request"] = request;
    params["key"] = device_key;
    params["ca"] = Json::array({issuer["certificate"]});
    params["now"] = kNow;
    return params;
  }

  Json issuer;
  Json csr;
  Json device_key = pem("cms/rsa.key.pem");
};

/// The check of this id.
Json check(const Json& message, const std::string& id) {
  for (const Json& row : message["checks"]) {
    if (row["id"] == id) return row;
  }
  FAIL("no check " << id);
  return {};
}

}  // namespace

TEST_CASE("a device enrols and renews through the API") {
  const Lab lab;
  const Json made = lab.request();
  const Json answered = result_of("scep.answer", lab.answer_params(made["message"]));
  CHECK(answered["status"] == "SUCCESS");
  CHECK(answered["request"]["acceptable"] == true);
  const Json opened = result_of("scep.reply.open", lab.reply_params(answered["reply"], made["message"]));
  REQUIRE(opened["acceptable"] == true);
  REQUIRE(opened["issued"].is_number());
  const Json issued = opened["certificates"][opened["issued"].get<std::size_t>()];
  CHECK(issued["sha256"] == answered["certificate"]["sha256"]);

  Json renewal = lab.request_params();
  renewal["csr"] = Lab::make_csr("crypto/rsa-2048.pem");
  renewal["certificate"] = issued["pem"];
  const Json asked = result_of("scep.request", renewal);
  CHECK(asked["type"] == "RenewalReq");
  const Json renewed = result_of("scep.answer", lab.answer_params(asked["message"]));
  CHECK(renewed["status"] == "SUCCESS");
  Json params = lab.reply_params(renewed["reply"], asked["message"]);
  params["csr"] = renewal["csr"];
  CHECK(result_of("scep.reply.open", params)["issued"].is_number());
}

TEST_CASE("a registration authority with a key of its own, a request that waits, and the poll that ends it") {
  const Lab lab;
  Json ra;
  ra["issuer"] = lab.issuer;
  ra["profile"] = "tls-client";
  ra["subject"] = "CN=Lab RA";
  ra["now"] = kNow;
  ra["key"] = pem("crypto/rsa-3072.pem");
  const Json certificate = result_of("certificate.issue", ra)["certificate"]["pem"];
  Json request = lab.request_params();
  request["ca"].push_back(certificate);
  const Json made = result_of("scep.request", request);
  CHECK(made["recipient"]["title"] == "Lab RA");

  Json answer = lab.answer_params(made["message"]);
  answer["ra"]["certificate"] = certificate;
  answer["ra"]["key"] = ra["key"];
  answer["pending"] = true;
  const Json waits = result_of("scep.answer", answer);
  CHECK(waits["status"] == "PENDING");
  CHECK(check(result_of("scep.reply.open", lab.reply_params(waits["reply"], made["message"])), "status")["outcome"] ==
        "warn");

  request["type"] = "CertPoll";
  request["certificate"] = made["certificate"]["pem"];
  request["transaction_id"] = made["transaction_id"];
  const Json poll = result_of("scep.request", request);
  answer.erase("pending");
  answer["message"] = poll["message"];
  CHECK(result_of("scep.answer", answer)["fail_info"] == "badCertId");
  answer["csr"] = lab.csr;
  const Json granted = result_of("scep.answer", answer);
  CHECK(granted["status"] == "SUCCESS");
  CHECK(result_of("scep.reply.open", lab.reply_params(granted["reply"], poll["message"]))["issued"].is_number());
}

TEST_CASE("a field's range are the octets that it says, in each layer") {
  const Lab lab;
  Json params;
  params["message"] = lab.request()["message"];
  params["key"] = lab.issuer["key"];
  params["now"] = kNow;
  const Json opened = result_of("scep.open", params);
  REQUIRE(opened["layers"].size() == 3);
  std::size_t ranges = 0;
  for (const Json& layer : opened["layers"]) {
    const auto der = pki::from_base64(layer["der"].get<std::string>()).value();
    pki::test::walk(layer["fields"], [&](const std::string& pointer, const Json& value) {
      if (!pointer.ends_with("/range") || value.is_null()) return;
      ++ranges;
      INFO(pointer);
      CHECK(value[0].get<std::size_t>() + value[1].get<std::size_t>() <= der.size());
    });
  }
  CHECK(ranges > 40);
  // The envelope is the octets of the content in the layer above.
  const Json content = opened["layers"][0]["fields"][2]["children"][0];
  const auto outer = pki::from_base64(opened["layers"][0]["der"].get<std::string>()).value();
  const std::size_t offset = content["range"][0].get<std::size_t>();
  const std::size_t length = content["range"][1].get<std::size_t>();
  CHECK(pki::to_base64(pki::Bytes(outer).subspan(offset, length)) == opened["layers"][1]["der"].get<std::string>());
}

TEST_CASE("what is no message, one that is too large, and a megabyte of nested BER are refused soon") {
  const auto open = [](pki::Bytes octets) {
    Json params;
    params["message"] = file_of(octets);
    params["now"] = kNow;
    return error_of(ask("scep.open", params));
  };
  CHECK(open(pki::test::read_test_pem("cms/rsa.pem")) == "api.source.wrong_kind");
  CHECK(open({}) != "");
  pki::ByteVector nested(1 << 20);
  for (std::size_t i = 0; i < nested.size(); ++i) nested[i] = i % 2 == 0 ? 0x30 : 0x80;
  CHECK(open(nested) != "");
  // A SignedData with more content than a message may have here.
  pki::asn1::Writer large;
  large.sequence([](pki::asn1::Writer& info) {
    info.oid(pki::asn1::oids::kPkcs7SignedData);
    info.wrap(pki::asn1::tags::context_constructed(0), [](pki::asn1::Writer& content) {
      content.sequence([](pki::asn1::Writer& data) {
        data.integer(1);
        data.set_of([](pki::asn1::Writer&) {});
        data.sequence([](pki::asn1::Writer& encapsulated) {
          encapsulated.oid(pki::asn1::oids::kPkcs7Data);
          encapsulated.wrap(pki::asn1::tags::context_constructed(0),
                            [](pki::asn1::Writer& octets) { octets.octet_string(pki::ByteVector(300'000)); });
        });
        data.set_of([](pki::asn1::Writer&) {});
      });
    });
  });
  CHECK(open(large.view()) == "api.source.too_large");
}

TEST_CASE("of mutated messages each gets an answer, and none is granted that was changed where it is signed") {
  const Lab lab;
  const Json made = lab.request();
  const auto original = pki::from_base64(made["message"].get<std::string>()).value();
  pki::test::Mutator mutator(original);
  for (int i = 0; i < 150; ++i) {
    Json params = lab.answer_params(file_of(mutator.next()));
    const Json answer = ask("scep.answer", params);
    if (!answer["ok"].get<bool>() || answer["result"]["status"] != "SUCCESS") continue;
    CHECK(answer["result"]["request"]["csr"]["pem"] == lab.csr);
  }
}
