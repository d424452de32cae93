#include "ca/request_signing.h"

#include "ca/request_match.h"
#include "fixtures.h"
#include "support/files.h"
#include "x509/builder.h"
#include "x509/extensions/basic_constraints.h"
#include "x509/extensions/extended_key_usage.h"

namespace pki::ca::test {
namespace {

using x509::ExtensionInput;

asn1::OwnedOid oid(asn1::Oid id) { return asn1::OwnedOid(id); }

ExtensionInput ca_true() {
  return {oid(oids::kBasicConstraints), true,
          x509::encode(x509::BasicConstraints{.ca = true, .path_length = std::nullopt})};
}

ExtensionInput san(const std::vector<std::string_view>& names) {
  std::vector<x509::GeneralNameInput> inputs;
  for (const auto text : names) inputs.push_back(general_name(text));
  auto value = x509::encode_general_names(inputs);
  REQUIRE(value.ok());
  return {oid(oids::kSubjectAltName), false, *value};
}

ExtensionInput purposes(const std::vector<asn1::Oid>& list) {
  std::vector<asn1::OwnedOid> owned;
  for (const asn1::Oid one : list) owned.emplace_back(one);
  return {oid(oids::kExtendedKeyUsage), false, x509::encode_extended_key_usage(owned)};
}

ExtensionInput unknown() { return {*asn1::OwnedOid::from_dotted("1.2.3.4.5"), true, {0x05, 0x00}}; }

x509::RequestPtr request_with(std::vector<ExtensionInput> extensions,
                              std::string_view subject = "CN=www.example,O=Client") {
  const crypto::PrivateKey key = make_key(42);
  auto der = x509::encode_name(name(subject));
  REQUIRE(der.ok());
  const auto request = x509::sign_request({.subject = *der, .extensions = std::move(extensions), .attributes = {}}, key,
                                          key.default_signature_algorithm());
  REQUIRE(request.ok());
  return parse_request(*request);
}

IssueInput input_for(std::string_view profile_id) {
  IssueInput input;
  input.profile = &profile(profile_id);
  input.validity.now = now();
  return input;
}

RequestReview review(const x509::Request& request, std::string_view profile_id) {
  auto reviewed = review_request(request, input_for(profile_id), make_root().certificate.get());
  REQUIRE(reviewed.ok());
  return std::move(reviewed).value();
}

const ExtensionChoiceRow& row(const RequestReview& reviewed, asn1::Oid id) {
  for (const ExtensionChoiceRow& one : reviewed.rows) {
    if (one.id.view() == id) return one;
  }
  FAIL("no such row");
  return reviewed.rows.front();
}

RequestChoices take_subject(std::vector<ExtensionChoice> extensions = {}) {
  return {.subject = SubjectChoice::TakeFromRequest, .extensions = std::move(extensions)};
}

std::optional<Choice> origin(const SignedRequest& result, asn1::Oid id) {
  for (const ExtensionOrigin& one : result.origins) {
    if (one.id.view() == id) return one.from;
  }
  return std::nullopt;
}

TEST_CASE("A review has a row for what the request asks for and for what the profile writes") {
  const auto request = request_with({san({"DNS:a.example"}), unknown()});
  const RequestReview reviewed = review(*request, "tls-server");
  CHECK(reviewed.rows.size() == 6);
  const ExtensionChoiceRow& names = row(reviewed, oids::kSubjectAltName);
  CHECK(names.requested);
  CHECK(names.from_profile);
  CHECK(names.merged);
  CHECK(names.suggested == Choice::Merge);
  CHECK(allowed_names(names) == "request, profile, merge, drop");
  CHECK(has_rule(names.findings, "ca.request.extension_differs"));
  const ExtensionChoiceRow& usage = row(reviewed, oids::kKeyUsage);
  CHECK_FALSE(usage.requested);
  CHECK(usage.suggested == Choice::TakeFromProfile);
  CHECK(allowed_names(usage) == "profile, drop");
  const ExtensionChoiceRow& strange = row(reviewed, unknown().id.view());
  CHECK(strange.suggested == Choice::Drop);
  CHECK(allowed_names(strange) == "request, drop");
  CHECK(has_rule(strange.findings, "ca.request.extension_unknown"));
}

TEST_CASE("A request that asks for nothing is signed with what the profile writes") {
  const Authority root = make_root();
  const auto request = request_with({});
  const auto result = sign_request(*request, input_for("tls-server"), take_subject(), root.signer());
  REQUIRE(result.ok());
  const auto certificate = parse(result->der);
  CHECK(equal(certificate->subject().der(), request->subject().der()));
  CHECK(equal(certificate->public_key().whole, request->public_key().whole));
  CHECK(san_of(*certificate) == std::vector<std::string>{"DNS:www.example"});
  CHECK(has_rule(result->findings, "ca.san.copied"));
  CHECK(result->origins.size() == certificate->extensions().all.size());
  CHECK(x509::verify_signed_by(*certificate, root.certificate->public_key()).ok());
}

TEST_CASE("An extension of the request about which nothing was chosen refuses the signing") {
  const Authority root = make_root();
  const auto request = request_with({san({"DNS:a.example"})});
  auto refused = sign_request(*request, input_for("tls-server"), take_subject(), root.signer());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.choice.missing");

  refused = sign_request(
      *request, input_for("tls-server"),
      {.subject = std::nullopt, .extensions = {{oid(oids::kSubjectAltName), Choice::TakeFromRequest}}}, root.signer());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.choice.missing");
}

TEST_CASE("Each choice does what it says, and the result tells where everything came from") {
  const Authority root = make_root();
  const auto request = request_with({san({"DNS:a.example", "DNS:www.example"})});
  struct Case {
    Choice choice;
    std::vector<std::string> names;
  };
  const Case cases[] = {
      {Choice::TakeFromRequest, {"DNS:a.example", "DNS:www.example"}},
      {Choice::TakeFromProfile, {"DNS:www.example"}},
      {Choice::Merge, {"DNS:a.example", "DNS:www.example"}},
      {Choice::Drop, {}},
  };
  for (const Case& c : cases) {
    INFO(choice_name(c.choice));
    const auto result = sign_request(*request, input_for("tls-server"),
                                     take_subject({{oid(oids::kSubjectAltName), c.choice}}), root.signer());
    REQUIRE(result.ok());
    CHECK(san_of(*parse(result->der)) == c.names);
    CHECK(origin(*result, oids::kSubjectAltName) == c.choice);
    CHECK(origin(*result, oids::kKeyUsage) == Choice::TakeFromProfile);
    CHECK(has_rule(result->findings, "ca.san.missing") == (c.choice == Choice::Drop));
  }
}

TEST_CASE("Lists are merged without doubles") {
  const Authority root = make_root();
  const auto request = request_with({purposes({oids::kClientAuth, oids::kServerAuth}),
                                     {oid(oids::kKeyUsage), true, x509::encode(x509::KeyUsage{.bits = 0x10})}});
  const auto result =
      sign_request(*request, input_for("tls-server"),
                   take_subject({{oid(oids::kExtendedKeyUsage), Choice::Merge}, {oid(oids::kKeyUsage), Choice::Merge}}),
                   root.signer());
  REQUIRE(result.ok());
  const auto certificate = parse(result->der);
  CHECK(purposes_of(certificate->extensions()) == std::vector<std::string>{"1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1"});
  CHECK(certificate->extensions().key_usage->bits == 0x11);
  CHECK(rule_ids(certificate->findings()).empty());
}

TEST_CASE("A request that asks to be a CA is not made one under a leaf's profile by suggestion") {
  const Authority root = make_root();
  const auto request = request_with({ca_true()});
  const RequestReview reviewed = review(*request, "tls-client");
  const ExtensionChoiceRow& constraints = row(reviewed, oids::kBasicConstraints);
  CHECK(constraints.suggested == Choice::Drop);
  CHECK(has_rule(constraints.findings, "ca.request.asks_for_ca"));

  auto result =
      sign_request(*request, input_for("tls-client"), take_subject(suggested_choices(reviewed)), root.signer());
  REQUIRE(result.ok());
  CHECK_FALSE(parse(result->der)->extensions().basic_constraints.present());

  result = sign_request(*request, input_for("tls-client"),
                        take_subject({{oid(oids::kBasicConstraints), Choice::TakeFromRequest}}), root.signer());
  REQUIRE(result.ok());
  CHECK(parse(result->der)->extensions().basic_constraints->ca);
  CHECK(has_rule(result->findings, "ca.choice.ca_under_leaf_profile"));
}

TEST_CASE("Being a CA by choice is held against the issuer's path length") {
  const Authority ca = issue_under(make_root(), input_of("issuing-ca", "CN=Issuing"));
  const auto request = request_with({ca_true()});
  const auto refused =
      sign_request(*request, input_for("tls-client"),
                   take_subject({{oid(oids::kBasicConstraints), Choice::TakeFromRequest}}), ca.signer());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.issuer.path_length_exhausted");
}

TEST_CASE("A CA's purposes are suggested from the request, so that they survive") {
  const auto request = request_with({ca_true(), purposes({oids::kClientAuth})}, "CN=BYOCA");
  const RequestReview reviewed = review(*request, "subordinate-ca");
  CHECK(row(reviewed, oids::kExtendedKeyUsage).suggested == Choice::TakeFromRequest);
  CHECK(row(reviewed, oids::kBasicConstraints).suggested == Choice::TakeFromProfile);
}

TEST_CASE("The authority key identifier is never the request's") {
  const auto request = request_with({{oid(oids::kAuthorityKeyIdentifier), false, *from_hex("3006800401020304")}});
  const RequestReview reviewed = review(*request, "tls-client");
  CHECK(allowed_names(row(reviewed, oids::kAuthorityKeyIdentifier)) == "profile, drop");
}

TEST_CASE("A requested extension that is no DER cannot be taken") {
  const Authority root = make_root();
  const auto request = request_with({{oid(oids::kKeyUsage), true, {0x04, 0x01, 0x00}}});
  const RequestReview reviewed = review(*request, "tls-client");
  const ExtensionChoiceRow& usage = row(reviewed, oids::kKeyUsage);
  CHECK(allowed_names(usage) == "profile, drop");
  CHECK(has_rule(usage.findings, "ca.request.extension_malformed"));
  const auto refused = sign_request(*request, input_for("tls-client"),
                                    take_subject({{oid(oids::kKeyUsage), Choice::TakeFromRequest}}), root.signer());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.choice.not_allowed");
}

TEST_CASE("Choices about nothing, and two about one thing, are refused") {
  const Authority root = make_root();
  const auto request = request_with({});
  auto refused = sign_request(*request, input_for("tls-client"),
                              take_subject({{oid(oids::kNameConstraints), Choice::Drop}}), root.signer());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.choice.unknown");
  refused = sign_request(
      *request, input_for("tls-client"),
      take_subject({{oid(oids::kKeyUsage), Choice::Drop}, {oid(oids::kKeyUsage), Choice::TakeFromProfile}}),
      root.signer());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.choice.twice");
}

TEST_CASE("The subject is the request's octets or the one that replaces it") {
  const Authority root = make_root();
  const auto request = request_with({});
  IssueInput input = input_for("tls-client");
  input.subject = name("CN=Other,O=Lab");
  auto result = sign_request(*request, input, take_subject(), root.signer());
  REQUIRE(result.ok());
  CHECK(equal(parse(result->der)->subject().der(), request->subject().der()));
  result = sign_request(*request, input, {.subject = SubjectChoice::Replace, .extensions = {}}, root.signer());
  REQUIRE(result.ok());
  CHECK(x509::to_rfc4514(parse(result->der)->subject()) == "CN=Other,O=Lab");
}

TEST_CASE("A request that does not prove its key is refused before anything else") {
  const Authority root = make_root();
  ByteVector der = to_vector(request_with({})->der());
  const std::size_t place = as_text(der).find("www");
  der[place] = 'x';
  const auto request = parse_request(der);
  const auto refused = sign_request(*request, input_for("tls-client"), {}, root.signer());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.request.proof_of_possession");
  CHECK(has_rule(review(*request, "tls-client").findings, "ca.request.proof_of_possession"));
}

TEST_CASE("Without an issuer no request is signed") {
  const crypto::PrivateKey key = make_key(1);
  const auto refused = sign_request(*request_with({}), input_for("tls-client"), take_subject(), {.key = key});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.issuer.missing");
}

TEST_CASE("Requests by OpenSSL are signed with the suggested choices") {
  const Authority root = make_root();
  for (const auto* file : {"request-plain", "request-rsa", "request-router", "request-ec"}) {
    INFO(file);
    const auto request = parse_request(pki::test::read_test_pem("x509/" + std::string(file) + ".pem"));
    const RequestReview reviewed = review(*request, "tls-server");
    const auto result =
        sign_request(*request, input_for("tls-server"), take_subject(suggested_choices(reviewed)), root.signer());
    REQUIRE(result.ok());
    const auto certificate = parse(result->der);
    CHECK(rule_ids(certificate->findings()).empty());
    CHECK(x509::verify_signed_by(*certificate, root.certificate->public_key()).ok());
  }
}

// Quadratic work would take minutes here.
TEST_CASE("A request with a great many extensions is reviewed, signed and matched in good time") {
  std::vector<ExtensionInput> extensions;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const ByteVector id = {0x2A, 0x03, static_cast<std::uint8_t>(0x81 + (i >> 14)),
                           static_cast<std::uint8_t>(0x80 | (i >> 7 & 0x7F)), static_cast<std::uint8_t>(i & 0x7F)};
    extensions.push_back({asn1::OwnedOid(id), false, {0x05, 0x00}});
  }
  const Authority root = make_root();
  const auto request = request_with(std::move(extensions));
  const RequestReview reviewed = review(*request, "tls-client");
  REQUIRE(reviewed.rows.size() > 20000);
  std::vector<ExtensionChoice> choices = suggested_choices(reviewed);
  for (std::size_t i = choices.size() - 20000; i < choices.size(); ++i) choices[i].choice = Choice::TakeFromRequest;
  const auto result = sign_request(*request, input_for("tls-client"), take_subject(choices), root.signer());
  REQUIRE(result.ok());
  const auto certificate = parse(result->der);
  CHECK(certificate->extensions().all.size() == reviewed.rows.size());
  CHECK_FALSE(has_errors(match_request(*request, *certificate)));
}

TEST_CASE("Choices have names that read back") {
  for (const Choice choice : {Choice::TakeFromRequest, Choice::TakeFromProfile, Choice::Merge, Choice::Drop}) {
    CHECK(choice_from_name(choice_name(choice)) == choice);
  }
  CHECK_FALSE(choice_from_name("keep"));
}

}  // namespace
}  // namespace pki::ca::test
