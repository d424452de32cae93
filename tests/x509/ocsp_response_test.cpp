#include "x509/ocsp_response.h"

#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "asn1/oids.h"
#include "asn1/writer.h"
#include "reading.h"
#include "support/chain_builder.h"
#include "support/files.h"
#include "support/findings.h"
#include "support/mutation.h"
#include "x509/ocsp_builder.h"

namespace pki::x509 {
namespace {

using asn1::Writer;
using test::has_rule;
using test::rule_ids;
namespace oids = asn1::oids;
namespace tags = asn1::tags;
using Body = std::function<void(Writer&)>;

OcspResponsePtr parse(ByteVector der) {
  auto response = OcspResponse::parse(std::move(der));
  REQUIRE(response.ok());
  return *response;
}

// The response that OpenSSL made.
ByteVector openssl_response() {
  const auto octets = test::read_file(PKI_TEST_DATA_DIR "/x509/ocsp/response.der");
  REQUIRE(octets);
  return to_vector(as_bytes(*octets));
}

OcspCertIdInput cert_id() {
  return {.hash = crypto::HashAlgorithm::Sha256,
          .issuer_name_hash = ByteVector(32, 1),
          .issuer_key_hash = ByteVector(32, 2),
          .serial = {0x10, 0x01}};
}

OcspResponseInput good_input() {
  return {.responder_name = test::encode_test_name("CN=Responder"),
          .responder_key_hash = {},
          .produced_at = test::kNow,
          .singles = {{.id = cert_id(), .this_update = test::kNow}}};
}

ByteVector sign(const OcspResponseInput& input) {
  const crypto::PrivateKey& key = test::test_key(1);
  auto der = sign_ocsp_response(input, key, key.default_signature_algorithm());
  REQUIRE(der.ok());
  return *der;
}

// OCSPResponse with this status and what `bytes` writes into responseBytes.
ByteVector outline(std::uint8_t status, const Body& bytes) {
  Writer writer;
  writer.sequence([&](Writer& w) {
    w.element(tags::kEnumerated, ByteVector{status});
    w.wrap(tags::context_constructed(0), [&](Writer& outer) { outer.sequence(bytes); });
  });
  return writer.take();
}

// A basic response whose ResponseData `data` writes, and which nobody signed.
ByteVector unsigned_response(const Body& data) {
  return outline(0, [&](Writer& bytes) {
    bytes.oid(oids::kOcspBasic);
    bytes.octet_string_of([&](Writer& octets) {
      octets.sequence([&](Writer& basic) {
        basic.sequence(data);
        crypto::write_signature_algorithm(basic, test::test_key(1).default_signature_algorithm());
        basic.bit_string(ByteVector{1, 2, 3});
      });
    });
  });
}

void by_key(Writer& data, std::size_t octets = 20) {
  data.wrap(tags::context_constructed(2), [&](Writer& w) { w.octet_string(ByteVector(octets, 7)); });
}

// A SingleResponse up to its status.
void single(Writer& singles, const Body& rest) {
  singles.sequence([&](Writer& w) {
    w.sequence([](Writer& id) {
      id.sequence([](Writer& algorithm) { algorithm.oid(oids::kSha1); });
      id.octet_string(ByteVector(20, 1));
      id.octet_string(ByteVector(20, 2));
      id.integer(5);
    });
    rest(w);
  });
}

void good(Writer& w) { w.element(tags::context(0), {}); }

// A response by key with one answer.
ByteVector response_of(const Body& rest) {
  return unsigned_response([&](Writer& data) {
    by_key(data);
    data.generalized_time(test::kNow);
    data.sequence([&](Writer& singles) { single(singles, rest); });
  });
}

}  // namespace

TEST_CASE("A response of OpenSSL is read in every field") {
  const OcspResponsePtr response = parse(openssl_response());
  CHECK(rule_ids(response->findings()).empty());
  CHECK(response->status() == OcspResponseStatus::Successful);
  CHECK(response->is_basic());
  CHECK(response->version() == 1);
  REQUIRE(response->responder_name());
  CHECK(to_rfc4514(*response->responder_name()) == "CN=OCSP signer,O=Lab");
  CHECK(response->responder_key_hash().empty());
  REQUIRE(response->produced_at());
  CHECK(to_iso8601(response->produced_at()->time) == "2026-11-24T17:09:07Z");
  REQUIRE(response->singles().size() == 3);

  const OcspSingleResponse& revoked = response->singles()[0];
  CHECK(revoked.id.hash_algorithm == crypto::HashAlgorithm::Sha1);
  CHECK(to_hex(revoked.id.issuer_name_hash) == "f1bfd5f8a48e6cb87402194ef384426531c25351");
  CHECK(to_hex(revoked.id.issuer_key_hash) == "fd7c1758e87131bde7cf4e183d969338d728fbc9");
  CHECK(to_hex(revoked.id.serial.octets) == "1001");
  CHECK(revoked.status == OcspCertStatus::Revoked);
  REQUIRE(revoked.revocation_time);
  CHECK(to_iso8601(revoked.revocation_time->time) == "2026-03-01T12:00:00Z");
  CHECK(revoked.reason == CrlReason::KeyCompromise);
  CHECK(revoked.this_update.time == response->produced_at()->time);
  REQUIRE(revoked.next_update);
  CHECK(to_iso8601(revoked.next_update->time) == "2067-12-19T17:09:07Z");
  CHECK(response->singles()[1].status == OcspCertStatus::Good);
  CHECK(response->singles()[2].status == OcspCertStatus::Unknown);

  REQUIRE(response->extensions().size() == 1);
  CHECK(response->extensions()[0].id == oids::kOcspNonce);
  REQUIRE(response->certificates().size() == 1);
  CHECK(to_rfc4514(response->certificates()[0]->subject()) == "CN=OCSP signer,O=Lab");
  CHECK(response->certificates()[0]->extensions().ocsp_no_check);
  CHECK(verify_signed_by(*response, response->certificates()[0]->public_key()).ok());
  const auto ca = Certificate::parse(test::read_test_pem("x509/ocsp/ca.pem"));
  REQUIRE(ca.ok());
  CHECK_FALSE(verify_signed_by(*response, (*ca)->public_key()).ok());
  const OcspCertIdInput id = make_cert_id(crypto::HashAlgorithm::Sha1, (*ca)->subject().der(), (*ca)->public_key(), {});
  CHECK(equal(id.issuer_name_hash, revoked.id.issuer_name_hash));
  CHECK(equal(id.issuer_key_hash, revoked.id.issuer_key_hash));
}

TEST_CASE("What is written is read again") {
  OcspResponseInput input = good_input();
  input.responder_name.clear();
  input.responder_key_hash = ByteVector(20, 9);
  input.singles[0].status = OcspCertStatus::Revoked;
  input.singles[0].revocation_time = test::kLongAgo;
  input.singles[0].reason = CrlReason::CertificateHold;
  input.singles[0].next_update = test::kFarAhead;
  Writer cutoff;
  cutoff.generalized_time(test::kLongAgo);
  input.singles[0].extensions = {test::make_extension(oids::kOcspArchiveCutoff, false, cutoff.take())};
  input.extensions = {test::make_extension(oids::kOcspExtendedRevoke, false, {0x05, 0x00})};
  input.certificates = {test::make_der(test::root({"CN=Root", 1}))};
  const OcspResponsePtr response = parse(sign(input));
  CHECK(rule_ids(response->findings()).empty());
  CHECK(equal(response->responder_key_hash(), ByteVector(20, 9)));
  CHECK_FALSE(response->responder_name());
  REQUIRE(response->singles().size() == 1);
  const OcspSingleResponse& answer = response->singles()[0];
  CHECK(answer.id.hash_algorithm == crypto::HashAlgorithm::Sha256);
  CHECK(answer.reason == CrlReason::CertificateHold);
  CHECK(answer.archive_cutoff == test::kLongAgo);
  CHECK(answer.next_update->time == test::kFarAhead);
  CHECK(response->certificates().size() == 1);
  CHECK(find_extension(response->extensions(), oids::kOcspExtendedRevoke) != nullptr);
  CHECK(verify_signed_by(*response, response->certificates()[0]->public_key()).ok());
}

TEST_CASE("A response that is not successful has a status and nothing else") {
  for (const auto status :
       {OcspResponseStatus::MalformedRequest, OcspResponseStatus::InternalError, OcspResponseStatus::TryLater,
        OcspResponseStatus::SigRequired, OcspResponseStatus::Unauthorized}) {
    const OcspResponsePtr response = parse(encode_ocsp_error(status));
    CHECK(response->status() == status);
    CHECK(ocsp_response_status_name(status) != "unknown");
    CHECK_FALSE(response->is_basic());
    CHECK(response->findings().empty());
  }
  CHECK(rule_ids(parse(bytes("30030a0104"))->findings()) == std::vector<std::string>{"x509.ocsp.status_unknown"});
  CHECK(rule_ids(parse(bytes("30030a0100"))->findings()) == std::vector<std::string>{"x509.ocsp.response_bytes"});
}

TEST_CASE("A response of another type is left alone") {
  const OcspResponsePtr response = parse(outline(0, [](Writer& bytes) {
    bytes.oid(oids::kOcspNonce);
    bytes.octet_string(ByteVector{1, 2, 3});
  }));
  CHECK_FALSE(response->is_basic());
  CHECK(response->type() == oids::kOcspNonce);
  CHECK(response->findings().empty());
}

TEST_CASE("What is wrong with a response is noted where it stands") {
  struct Case {
    const char* name;
    ByteVector der;
    const char* rule;
    const char* field;
  };
  const auto with_version = [](std::uint64_t version) {
    return unsigned_response([&](Writer& data) {
      data.wrap(tags::context_constructed(0), [&](Writer& w) { w.integer(version); });
      by_key(data);
      data.generalized_time(test::kNow);
      data.sequence([](Writer& singles) {
        single(singles, [](Writer& w) {
          good(w);
          w.generalized_time(test::kNow);
        });
      });
    });
  };
  const auto revoked_for = [](std::uint8_t reason) {
    return response_of([&](Writer& w) {
      w.wrap(tags::context_constructed(1), [&](Writer& info) {
        info.generalized_time(test::kNow);
        info.wrap(tags::context_constructed(0), [&](Writer& r) { r.element(tags::kEnumerated, ByteVector{reason}); });
      });
      w.generalized_time(test::kNow);
    });
  };
  const Case cases[] = {
      {"version 1 is the default", with_version(0), "asn1.default.encoded", "tbsResponseData.version"},
      {"version 2 is not known", with_version(1), "x509.ocsp.version", "tbsResponseData.version"},
      {"a responder's key hash is a SHA-1", unsigned_response([](Writer& data) {
         by_key(data, 19);
         data.generalized_time(test::kNow);
         data.sequence([](Writer& singles) {
           single(singles, [](Writer& w) {
             good(w);
             w.generalized_time(test::kNow);
           });
         });
       }),
       "x509.ocsp.responder_id", "tbsResponseData.responderID"},
      {"no answer at all", unsigned_response([](Writer& data) {
         by_key(data);
         data.generalized_time(test::kNow);
         data.sequence([](Writer&) {});
       }),
       "x509.ocsp.no_answers", ""},
      {"reason 7 is not used", revoked_for(7), "x509.reason_code.unknown", "tbsResponseData.responses[0]"},
      {"reason 11 is not defined", revoked_for(11), "x509.reason_code.unknown", "tbsResponseData.responses[0]"},
      {"a status that is none", response_of([](Writer& w) {
         w.element(tags::context(3), {});
         w.generalized_time(test::kNow);
       }),
       "x509.ocsp.single_malformed", "tbsResponseData.responses[0]"},
      {"thisUpdate as UTCTime", response_of([](Writer& w) {
         good(w);
         w.time(test::kNow);
       }),
       "x509.ocsp.single_malformed", "tbsResponseData.responses[0]"},
      {"something after the answer", response_of([](Writer& w) {
         good(w);
         w.generalized_time(test::kNow);
         w.null();
       }),
       "x509.ocsp.single_malformed", "tbsResponseData.responses[0]"},
      {"extensions of an answer that are none", response_of([](Writer& w) {
         good(w);
         w.generalized_time(test::kNow);
         w.wrap(tags::context_constructed(1), [](Writer& outer) { outer.null(); });
       }),
       "x509.ocsp.extensions_malformed", "tbsResponseData.responses[0]"},
      {"extensions of the response that are none", unsigned_response([](Writer& data) {
         by_key(data);
         data.generalized_time(test::kNow);
         data.sequence([](Writer&) {});
         data.wrap(tags::context_constructed(1), [](Writer& outer) { outer.null(); });
       }),
       "x509.ocsp.extensions_malformed", "tbsResponseData.responseExtensions"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.name);
    const OcspResponsePtr response = parse(item.der);
    const Finding* finding = test::find_rule(response->findings(), item.rule);
    REQUIRE(finding != nullptr);
    CHECK(finding->where.range.has_value());
    CHECK(finding->where.field == item.field);
  }
  CHECK(parse(cases[6].der)->has_unreadable_singles());
  CHECK_FALSE(parse(cases[9].der)->singles()[0].extensions_readable);
  CHECK_FALSE(parse(cases[10].der)->extensions_readable());
}

TEST_CASE("A certificate that cannot be read is noted and the others are kept") {
  OcspResponseInput input = good_input();
  input.certificates = {{0x30, 0x00}, test::make_der(test::root({"CN=Root", 1}))};
  const OcspResponsePtr response = parse(sign(input));
  CHECK(rule_ids(response->findings()) == std::vector<std::string>{"x509.ocsp.certificate_malformed"});
  CHECK(response->findings()[0].where.field == "certs[0]");
  CHECK(response->certificates().size() == 1);
}

TEST_CASE("A response whose outline cannot be read is refused") {
  const auto failure = [](ByteVector der) {
    auto response = OcspResponse::parse(std::move(der));
    return response.ok() ? std::string() : std::string(response.error().id());
  };
  CHECK(failure({}) == "asn1.element.unexpected");
  CHECK(failure(bytes("3000")) != "");
  CHECK(failure(bytes("30030201 00")) == "asn1.element.unexpected");
  CHECK(failure(bytes("30030a01060500")) == "asn1.element.trailing");
  // responseBytes that are no ResponseBytes, no BasicOCSPResponse, no ResponseData.
  CHECK(failure(bytes("30070a0100a0020500")) == "asn1.element.unexpected");
  CHECK(failure(outline(0, [](Writer& bytes) {
          bytes.oid(oids::kOcspBasic);
          bytes.octet_string(ByteVector{0x05, 0x00});
        })) == "asn1.element.unexpected");
  CHECK(failure(unsigned_response([](Writer& data) { data.integer(1); })) == "asn1.element.unexpected");
  CHECK(failure(unsigned_response([](Writer& data) { by_key(data); })) != "");
}

TEST_CASE("Damaged responses are refused or read, and findings stay in them") {
  const ByteVector der = openssl_response();
  test::Mutator mutator(der);
  for (int i = 0; i < 3000; ++i) {
    const ByteVector damaged = mutator.next();
    const auto response = OcspResponse::parse(damaged);
    if (!response) continue;
    for (const Finding& finding : (*response)->findings()) {
      if (finding.where.range) CHECK(finding.where.range->end() <= damaged.size());
    }
  }
}

}  // namespace pki::x509
