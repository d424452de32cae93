// OCSP responses as a source of revocation information: each rule with a response that breaks it and only it.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>

#include "base/encoding.h"
#include "json/json.h"
#include "ocsp_support.h"
#include "path/revocation/ocsp_responder.h"

namespace pki::path::test {
TEST_CASE("A response that says good is believed") {
  struct Case {
    const char* name;
    OcspSpec spec;
  };
  std::vector<Case> cases = {{"signed by the CA, by name", {}}};
  cases.push_back({"signed by the CA, by key", {.by = ById::Key}});
  cases.push_back({"signed by a delegate, by name", delegated()});
  OcspSpec by_key = delegated();
  by_key.by = ById::Key;
  cases.push_back({"signed by a delegate, by key", by_key});
  for (const auto hash : {HashAlgorithm::Sha256, HashAlgorithm::Sha384, HashAlgorithm::Sha512}) {
    OcspSpec spec;
    spec.single().id = id_of_leaf(hash);
    cases.push_back({"the issuer is named by another hash", spec});
  }
  OcspSpec young;
  young.single().next_update.reset();
  cases.push_back({"without nextUpdate, and young", young});
  OcspSpec nonce;
  nonce.extensions = {make_extension(oids::kOcspNonce, true, {0x04, 0x01, 0x2A})};
  cases.push_back({"a critical extension that is known", nonce});
  OcspSpec several = delegated();
  several.certificates.insert(several.certificates.begin(), make_der(leaf(kResponder, kRoot)));
  cases.push_back({"a second certificate of the delegate that may not answer", several});
  for (const Case& item : cases) {
    CAPTURE(item.name);
    const Asked asked = ask_leaf(item.spec);
    CHECK(asked.answer.status == RevocationStatus::Good);
    CHECK(asked.considered.empty());
    CHECK(asked.findings.empty());
    CHECK_FALSE(asked.answer.values.empty());
  }
}

TEST_CASE("A response that says revoked is believed, and says when and why") {
  OcspSpec spec;
  spec.single().status = OcspCertStatus::Revoked;
  spec.single().revocation_time = from_now(-30);
  spec.single().reason = CrlReason::KeyCompromise;
  const Asked asked = ask_leaf(spec);
  CHECK(asked.answer.status == RevocationStatus::Revoked);
  REQUIRE(asked.findings == Ids{ocsp_rule("revoked")});
  CHECK(asked.answer.findings[0].param("reason") == "keyCompromise");
  CHECK(asked.answer.findings[0].param("date") == to_iso8601(from_now(-30)));
  CHECK(asked.answer.findings[0].param("responder") == "CN=Root,O=Lab");

  spec.single().reason = CrlReason::CertificateHold;
  CHECK(ask_leaf(spec).findings == Ids{ocsp_rule("on_hold")});
  // RFC 6960 2.2: what the responder calls a certificate that was never issued.
  spec.single().revocation_time = Time{0};
  CHECK(ask_leaf(spec).findings == Ids{ocsp_rule("on_hold")});
  spec.extensions = {make_extension(oids::kOcspExtendedRevoke, false, {0x05, 0x00})};
  CHECK(ask_leaf(spec).findings == Ids{ocsp_rule("not_issued")});
}

TEST_CASE("What speaks against a response is told by its rule") {
  struct Case {
    const char* name;
    const char* rule;
    std::function<OcspSpec()> make;
  };
  const auto with = [](const std::function<void(OcspSpec&)>& change) {
    return [change] {
      OcspSpec spec;
      change(spec);
      return spec;
    };
  };
  const auto with_delegate = [](const std::function<void(CertificateSpec&)>& change) {
    return [change] {
      CertificateSpec certificate = delegate_spec();
      change(certificate);
      return delegated(certificate);
    };
  };
  const Case cases[] = {
      {"the responder does not know it", "unknown",
       with([](OcspSpec& spec) { spec.single().status = OcspCertStatus::Unknown; })},
      {"from tomorrow", "not_yet_valid", with([](OcspSpec& spec) { spec.single().this_update = from_now(1); })},
      {"until yesterday", "expired", with([](OcspSpec& spec) {
         spec.single().this_update = from_now(-3);
         spec.single().next_update = from_now(-1);
       })},
      {"old, without an end", "old", with([](OcspSpec& spec) {
         spec.single().this_update = from_now(-8);
         spec.single().next_update.reset();
       })},
      {"ends before it begins", "times_order", with([](OcspSpec& spec) { spec.single().next_update = from_now(-2); })},
      {"made tomorrow", "produced_later", with([](OcspSpec& spec) { spec.produced_at = from_now(1); })},
      {"made before the certificate", "produced_before",
       with([](OcspSpec& spec) { spec.produced_at = Time{kLongAgo.seconds - 1}; })},
      {"a critical extension of the answer", "critical_extension",
       with([](OcspSpec& spec) { spec.single().extensions = {critical_stranger()}; })},
      {"a critical extension of the response", "critical_extension",
       with([](OcspSpec& spec) { spec.extensions = {critical_stranger()}; })},
      {"a signature of the CA that does not fit", "signature", with([](OcspSpec& spec) { spec.tampered = true; })},
      {"a responder that is not known", "responder_unknown", with([](OcspSpec& spec) { spec.responder = kStranger; })},
      {"a responder that is not known, by key", "responder_unknown", with([](OcspSpec& spec) {
         spec.responder = kStranger;
         spec.by = ById::Key;
       })},
      {"someone with the name of the CA", "signature", with([](OcspSpec& spec) {
         spec.responder = {kRoot.name, kStranger.key};
       })},
      {"a delegate without extended key usage", "responder_purpose",
       with_delegate([](CertificateSpec& spec) { spec.key_purposes.clear(); })},
      {"a delegate for any purpose", "responder_purpose",
       with_delegate([](CertificateSpec& spec) { spec.key_purposes = {oids::kAnyExtendedKeyUsage}; })},
      {"a delegate of another CA", "responder_not_issued",
       with_delegate([](CertificateSpec& spec) { spec.issuer = kOtherRoot; })},
      {"a delegate of another key of the CA", "responder_not_issued",
       with_delegate([](CertificateSpec& spec) { spec.issuer.key = kOtherRoot.key; })},
      {"a delegate that expired", "responder_fault",
       with_delegate([](CertificateSpec& spec) { spec.not_after = from_now(-1); })},
      {"a delegate that is not valid yet", "responder_fault",
       with_delegate([](CertificateSpec& spec) { spec.not_before = from_now(1); })},
      {"a delegate whose key may not sign", "responder_fault",
       with_delegate([](CertificateSpec& spec) { spec.key_usage = kKeyCertSign; })},
      {"a delegate with a critical extension that is not known", "responder_fault",
       with_delegate([](CertificateSpec& spec) { spec.more = {critical_stranger()}; })},
      {"a delegate whose certificate is for another key", "signature",
       [] {
         OcspSpec spec = delegated();
         spec.responder.key = kStranger.key;
         return spec;
       }},
  };
  for (const Case& item : cases) {
    CAPTURE(item.name);
    const Asked asked = ask_leaf(item.make());
    CHECK(asked.answer.status == RevocationStatus::Unknown);
    CHECK(asked.considered == Ids{ocsp_rule(item.rule)});
    CHECK(asked.findings.empty());
  }
}

TEST_CASE("A response for other certificates does not apply, and a near miss is told") {
  OcspSpec other;
  other.single().id.serial = {0x7F, 0x01};
  CHECK(ask_leaf(other).answer.status == RevocationStatus::NotApplicable);
  CHECK(ask_leaf(other).considered.empty());
  OcspSpec name;
  name.single().id.issuer_name_hash[0] ^= 1;
  CHECK(ask_leaf(name).answer.status == RevocationStatus::NotApplicable);
  REQUIRE(ask_leaf(name).considered == Ids{ocsp_rule("other_issuer")});
  CHECK(ask_leaf(name).answer.considered[0].param("part") == "name");
  OcspSpec key;
  key.single().id.issuer_key_hash[0] ^= 1;
  REQUIRE(ask_leaf(key).considered == Ids{ocsp_rule("other_issuer")});
  CHECK(ask_leaf(key).answer.considered[0].param("part") == "key");
  CHECK(ask_leaf(std::vector<x509::OcspResponsePtr>{}).answer.status == RevocationStatus::NotApplicable);
}

TEST_CASE("A serial number is compared as a number") {
  OcspSpec spec;
  spec.single().id.serial.insert(spec.single().id.serial.begin(), 0x00);
  CHECK(ask_leaf(spec).answer.status == RevocationStatus::Good);
}

TEST_CASE("A response that says why there is no answer is told") {
  const auto refused = parse_response(x509::encode_ocsp_error(x509::OcspResponseStatus::TryLater));
  const Asked asked = ask_leaf({refused});
  CHECK(asked.answer.status == RevocationStatus::Unknown);
  CHECK(asked.considered == Ids{ocsp_rule("not_successful")});
  // Another response answers all the same.
  CHECK(ask_leaf({refused, make_response({})}).answer.status == RevocationStatus::Good);
}

TEST_CASE("The newest answer counts, and of those that are equally new the worst") {
  const auto at = [](std::int64_t days, OcspCertStatus status) {
    OcspSpec spec;
    spec.single().status = status;
    spec.single().this_update = from_now(days);
    spec.single().revocation_time = from_now(-30);
    return make_response(spec);
  };
  const auto good = at(-1, OcspCertStatus::Good);
  const auto revoked = at(-1, OcspCertStatus::Revoked);
  const auto unknown = at(-1, OcspCertStatus::Unknown);
  const auto old_good = at(-2, OcspCertStatus::Good);
  const auto old_revoked = at(-2, OcspCertStatus::Revoked);
  CHECK(ask_leaf({old_revoked, good}).answer.status == RevocationStatus::Good);
  CHECK(ask_leaf({good, old_revoked}).answer.status == RevocationStatus::Good);
  CHECK(ask_leaf({good, old_revoked}).considered == Ids{ocsp_rule("outdated")});
  CHECK(ask_leaf({old_good, revoked}).answer.status == RevocationStatus::Revoked);
  CHECK(ask_leaf({good, revoked}).answer.status == RevocationStatus::Revoked);
  CHECK(ask_leaf({revoked, good}).answer.status == RevocationStatus::Revoked);
  CHECK(ask_leaf({good, unknown}).answer.status == RevocationStatus::Unknown);
}

TEST_CASE("Good from after the certificate expired needs an archive cutoff") {
  CertificateSpec short_lived = leaf(kLeaf, kRoot);
  short_lived.not_after = from_now(-10);
  const x509::CertificatePtr expired = make(short_lived);
  const Scenery& s = scenery();
  OcspSpec spec;
  spec.single().id =
      x509::make_cert_id(HashAlgorithm::Sha1, expired->issuer().der(), s.root->public_key(), expired->serial().octets);
  const auto ask = [&] { return ask_about(*expired, {make_response(spec)}, CheckOptions{.at = kNow}, *s.root); };
  CHECK(ask().considered == Ids{ocsp_rule("produced_after")});
  spec.single().extensions = {make_extension(oids::kOcspArchiveCutoff, false, encode_time(from_now(-20)))};
  CHECK(ask().answer.status == RevocationStatus::Good);
  spec.single().extensions = {make_extension(oids::kOcspArchiveCutoff, false, encode_time(from_now(-5)))};
  CHECK(ask().considered == Ids{ocsp_rule("produced_after")});
  spec.single().extensions.clear();
  spec.single().status = OcspCertStatus::Revoked;
  spec.single().revocation_time = from_now(-30);
  CHECK(ask().answer.status == RevocationStatus::Revoked);
}

TEST_CASE("A weak signature is refused where the options say so") {
  CheckOptions options{.at = kNow};
  options.strength.hashes = {HashAlgorithm::Sha512};
  const auto ask = [&] { return ask_about(*scenery().leaf, {make_response({})}, options, *scenery().root); };
  CHECK(ask().considered == Ids{ocsp_rule("weak")});
  options.weak = Reaction::Warn;
  CHECK(ask().answer.status == RevocationStatus::Good);
}

TEST_CASE("The work for one response is bounded") {
  CHECK(ask_leaf({make_response({})}, 0).considered == Ids{ocsp_rule("signature_unchecked")});
  OcspSpec spec = delegated();
  const ByteVector fake = make_der(leaf({kResponder.name, kStranger.key}, kRoot));
  spec.certificates.insert(spec.certificates.begin(), kMostOcspDelegates, fake);
  CHECK(ask_leaf(spec).considered == Ids{ocsp_rule("responder_limit")});
  spec.certificates.erase(spec.certificates.begin());
  CHECK(ask_leaf(spec).answer.status == RevocationStatus::Good);
}

TEST_CASE("A response that cannot be read in every part is not used") {
  const auto response = make_response({});
  // thisUpdate becomes a UTCTime by its tag alone.
  const std::size_t at = response->range(response->singles()[0].this_update.element.whole).offset;
  ByteVector der = to_vector(response->der());
  REQUIRE(der[at] == 0x18);
  der[at] = 0x17;
  const Asked asked = ask_leaf({parse_response(der)});
  CHECK(asked.answer.status == RevocationStatus::Unknown);
  CHECK(asked.considered == Ids{ocsp_rule("malformed")});
}

TEST_CASE("A response of a type that is not the basic one is told") {
  // OCSPResponse of the type 1.2.3.4, with an empty response.
  const Asked asked = ask_leaf({parse_response(*from_hex("300e0a0100a009300706032a03040400"))});
  CHECK(asked.answer.status == RevocationStatus::Unknown);
  CHECK(asked.considered == Ids{ocsp_rule("type")});
}

namespace {

// The response with the last octet of the first place of an object identifier changed.
x509::OcspResponsePtr with_other_oid(const x509::OcspResponsePtr& response, asn1::Oid oid, std::uint8_t last) {
  ByteVector der = to_vector(response->der());
  const Bytes content = oid.content();
  const auto place = std::search(der.begin(), der.end(), content.begin(), content.end());
  REQUIRE(place != der.end());
  *(place + static_cast<std::ptrdiff_t>(content.size()) - 1) = last;
  return parse_response(std::move(der));
}

}  // namespace

TEST_CASE("An answer whose certificate is named by a hash that nobody knows is a near miss") {
  const Asked asked = ask_leaf({with_other_oid(make_response({}), oids::kSha1, 0x7F)});
  CHECK(asked.answer.status == RevocationStatus::NotApplicable);
  CHECK(asked.considered == Ids{ocsp_rule("hash_unknown")});
}

TEST_CASE("A signature algorithm that cannot be checked is told, where it is not too weak already") {
  const auto response = with_other_oid(make_response({}), oids::kEcdsaWithSha256, 0x7F);
  CheckOptions options{.at = kNow};
  options.weak = Reaction::Warn;
  const Asked asked = ask_about(*scenery().leaf, {response}, options, *scenery().root);
  CHECK(asked.answer.status == RevocationStatus::Unknown);
  CHECK(asked.considered == Ids{ocsp_rule("signature_unsupported")});
}

TEST_CASE("No more than fifty reasons are kept for the responses about one certificate") {
  std::vector<x509::OcspResponsePtr> responses;
  for (int i = 0; i < 51; ++i) {
    responses.push_back(parse_response(x509::encode_ocsp_error(x509::OcspResponseStatus::TryLater)));
  }
  CHECK(ask_leaf(responses).answer.considered.size() == 50);
}

TEST_CASE("Path validation asks OCSP responses") {
  const Scenery& s = scenery();
  PathQuestion question = ask(s.leaf, {}, {s.root});
  question.options.revocation.mode = RevocationMode::HardFail;
  CHECK(failures(*check_paths(question).best()) == Ids{"path.revocation.undetermined@0"});
  question.ocsp_responses = {make_response({})};
  CHECK(check_paths(question).accepted);
  OcspSpec revoked;
  revoked.single().status = OcspCertStatus::Revoked;
  revoked.single().revocation_time = from_now(-30);
  question.ocsp_responses = {make_response(revoked)};
  CHECK(failures(*check_paths(question).best()) == Ids{ocsp_rule("revoked") + "@0"});
  question.options.revocation.mode = RevocationMode::Off;
  CHECK(check_paths(question).accepted);
}

namespace {

using json::Json;

Json load_vectors() {
  std::ifstream stream(PKI_SHARED_CONFORMANCE_DIR "/boringssl/ocsp.json", std::ios::binary);
  if (!stream) return Json::array();
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  Result<Json> json = json::parse(text);
  REQUIRE(json);
  return (*json)["cases"];
}

ByteVector octets(const Json& item, const char* member) {
  const std::optional<ByteVector> bytes = from_base64(item[member].get<std::string>());
  REQUIRE(bytes);
  return *bytes;
}

// Where the answer is another than BoringSSL's, and why.
const std::map<std::string, const char*> kDivergences = {};

std::string judge_vector(const Json& item) {
  auto response = x509::OcspResponse::parse(octets(item, "ocsp_response"));
  if (!response) return "UNKNOWN";
  const auto certificate = parse_certificate(octets(item, "cert"));
  const auto issuer = parse_certificate(octets(item, "ca"));
  CheckOptions options{.at = Time{item["verify_time"].get<std::int64_t>()}};
  options.strength = StrengthPolicy::legacy();
  switch (ask_about(*certificate, {*response}, options, *issuer).answer.status) {
    case RevocationStatus::Good:
      return "GOOD";
    case RevocationStatus::Revoked:
      return "REVOKED";
    case RevocationStatus::NotApplicable:
    case RevocationStatus::Unknown:
      break;
  }
  return "UNKNOWN";
}

}  // namespace

TEST_CASE("BoringSSL's OCSP responses") {
  const Json cases = load_vectors();
  if (cases.empty()) SKIP("no BoringSSL vectors at " PKI_SHARED_CONFORMANCE_DIR);
  CHECK(cases.size() == 36);
  for (const Json& item : cases) {
    const auto id = item["id"].get<std::string>();
    CAPTURE(id, item["expected_response_status"].get<std::string>());
    CHECK((judge_vector(item) == item["expected_revocation"].get<std::string>()) != kDivergences.contains(id));
  }
}

}  // namespace pki::path::test
