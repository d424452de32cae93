// OCSP: the edges of the times that are allowed, whose word counts, and what is told of an answer.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "base/encoding.h"
#include "ocsp_support.h"

namespace pki::path::test {
namespace {

// The one reason that was considered.
Finding reason(const Asked& asked, std::string_view name) {
  REQUIRE(asked.considered == Ids{ocsp_rule(name)});
  return asked.answer.considered.front();
}

std::string value_of(const Asked& asked, std::string_view name) {
  const auto& values = asked.answer.values;
  const auto found = std::find_if(values.begin(), values.end(), [&](const Param& value) { return value.name == name; });
  return found == values.end() ? std::string() : found->value;
}

}  // namespace

TEST_CASE("An answer without an end is good for a week") {
  OcspSpec spec;
  spec.single().next_update.reset();
  spec.single().this_update = from_now(-7);
  CHECK(ask_leaf(spec).answer.status == RevocationStatus::Good);
  spec.single().this_update.seconds -= 1;
  CHECK(reason(ask_leaf(spec), "old").param("limit") == "7");
}

TEST_CASE("What good from before or after a certificate's time lacks is told with that time") {
  OcspSpec before;
  before.produced_at = Time{kLongAgo.seconds - 1};
  CHECK(reason(ask_leaf(before), "produced_before").param("not_before") == to_iso8601(kLongAgo));
  before.produced_at = kLongAgo;
  CHECK(ask_leaf(before).answer.status == RevocationStatus::Good);

  const Scenery& s = scenery();
  CertificateSpec short_lived = leaf(kLeaf, kRoot);
  short_lived.not_after = from_now(-10);
  const x509::CertificatePtr expired = make(short_lived);
  OcspSpec after;
  after.single().id =
      x509::make_cert_id(HashAlgorithm::Sha1, expired->issuer().der(), s.root->public_key(), expired->serial().octets);
  const auto ask = [&] { return ask_about(*expired, {make_response(after)}, CheckOptions{.at = kNow}, *s.root); };
  CHECK(reason(ask(), "produced_after").param("not_after") == to_iso8601(from_now(-10)));
  // The cutoff itself is remembered.
  after.single().extensions = {make_extension(oids::kOcspArchiveCutoff, false, encode_time(from_now(-10)))};
  CHECK(ask().answer.status == RevocationStatus::Good);
  after.single().extensions = {
      make_extension(oids::kOcspArchiveCutoff, false, encode_time(Time{from_now(-10).seconds + 1}))};
  CHECK(ask().considered == Ids{ocsp_rule("produced_after")});
}

TEST_CASE("What is not known of a response is named") {
  OcspSpec critical;
  critical.single().extensions = {critical_stranger()};
  CHECK(reason(ask_leaf(critical), "critical_extension").param("extension").find("1.2.3.4") != std::string_view::npos);

  ByteVector der = to_vector(make_response({})->der());
  const Bytes sha1 = oids::kSha1.content();
  const auto place = std::search(der.begin(), der.end(), sha1.begin(), sha1.end());
  REQUIRE(place != der.end());
  *(place + static_cast<std::ptrdiff_t>(sha1.size()) - 1) = 0x7F;
  CHECK(reason(ask_leaf({parse_response(der)}), "hash_unknown").param("hash").find("1.3.14.3.2.127") !=
        std::string_view::npos);

  const auto type = [](const char* octets) {
    return std::string(reason(ask_leaf({parse_response(*from_hex(octets))}), "type").param("type"));
  };
  CHECK(type("300e0a0100a009300706032a03040400").find("1.2.3.4") != std::string::npos);
  CHECK(type("30030a0100") == "absent");
}

TEST_CASE("A responder whose name cannot be read makes the response useless, a certificate beside it does not") {
  const auto response = make_response({});
  ByteVector der = to_vector(response->der());
  const ByteVector name = encode_test_name(kRoot.name);
  const auto place = std::search(der.begin(), der.end(), name.begin(), name.end());
  REQUIRE(place != der.end());
  *place = 0x31;
  const Finding malformed = reason(ask_leaf({parse_response(der)}), "malformed");
  REQUIRE(malformed.where.range.has_value());
  CHECK(malformed.where.range->offset == static_cast<std::size_t>(place - der.begin()));

  OcspSpec spec;
  spec.certificates = {{0x30, 0x00}};
  REQUIRE_FALSE(make_response(spec)->findings().empty());
  CHECK(ask_leaf(spec).answer.status == RevocationStatus::Good);
}

TEST_CASE("A responder that is known by its key is told by it") {
  OcspSpec spec{.by = ById::Key};
  CHECK(value_of(ask_leaf(spec), "responder") == "the key " + to_hex(test_key_id(kRoot.key)));
}

TEST_CASE("Only who the response names may have signed it") {
  CertificateSpec other = delegate_spec();
  other.subject.name = "CN=Someone Else,O=Lab";
  OcspSpec spec = delegated(other);
  spec.responder = kResponder;
  CHECK(ask_leaf(spec).considered == Ids{ocsp_rule("responder_unknown")});
}

TEST_CASE("A delegate names the CA as its issuer, and not only bears its signature") {
  CertificateSpec certificate = delegate_spec();
  certificate.issuer.name = "CN=Another Name,O=Lab";
  CHECK(ask_leaf(delegated(certificate)).considered == Ids{ocsp_rule("responder_not_issued")});
}

TEST_CASE("Of several delegates that got equally far the first one's fault is told") {
  CertificateSpec expired = delegate_spec();
  expired.not_after = from_now(-1);
  CertificateSpec critical = delegate_spec();
  critical.more = {critical_stranger()};
  OcspSpec spec = delegated(expired);
  spec.certificates.push_back(make_der(critical));
  CHECK(reason(ask_leaf(spec), "responder_fault").param("rule") == "path.validity.expired");
}

TEST_CASE("A delegate's certificate that was not checked for the bound on checks is no delegate's") {
  const auto response = make_response(delegated());
  CHECK(ask_leaf({response}, 2).answer.status == RevocationStatus::Good);
  CHECK(ask_leaf({response}, 1).considered == Ids{ocsp_rule("signature_unchecked")});
}

TEST_CASE("Whether a delegate's own revocation was of interest is told") {
  CHECK(value_of(ask_leaf(OcspSpec{}), "responder_revocation").empty());
  CHECK(value_of(ask_leaf(delegated()), "responder_revocation") == "not checked");
  CertificateSpec no_check = delegate_spec();
  no_check.more = {make_extension(oids::kOcspNoCheck, false, {0x05, 0x00})};
  CHECK(value_of(ask_leaf(delegated(no_check)), "responder_revocation") == "need not be checked, says its CA");
}

}  // namespace pki::path::test
