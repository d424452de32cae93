#include "ca/request_match.h"

#include "ca/request_signing.h"
#include "fixtures.h"

namespace pki::ca::test {
namespace {

// A BYOCA request, and what a private CA makes of it.
struct Round {
  Authority root = make_root();
  crypto::PrivateKey key = make_key(50, crypto::KeySpec::Rsa2048);
  x509::RequestPtr request;

  Round() {
    CsrInput input;
    input.profile = &profile("byoca-issuing-ca");
    input.subject = name("CN=Contoso BYOCA,O=Contoso");
    const auto made = make_request(input, key);
    REQUIRE(made.ok());
    request = parse_request(made->der);
  }

  IssueInput input(std::string_view profile_id = "byoca-issuing-ca") const {
    IssueInput result = input_of(profile_id, "CN=Contoso BYOCA,O=Contoso");
    result.public_key = key.public_key_der();
    return result;
  }
  Findings match(const IssueInput& issued) const {
    const auto certificate = parse(issue_ok(issued, root.signer()).der);
    return match_request(*request, *certificate);
  }
};

TEST_CASE("A certificate that is what was asked for gives only what the issuer added") {
  const Round round;
  const Findings findings = round.match(round.input());
  CHECK(rule_ids(findings) == std::vector<std::string>{"ca.match.extension_added"});
}

TEST_CASE("Another key is an error") {
  const Round round;
  IssueInput other = round.input();
  other.public_key = make_key(51).public_key_der();
  const Findings findings = round.match(other);
  CHECK(has_rule(findings, "ca.match.key_differs"));
  CHECK(has_errors(findings));
}

TEST_CASE("Another name is a warning, and the same name in other octets a notice") {
  const Round round;
  IssueInput other = round.input();
  other.subject = name("CN=Fabrikam,O=Contoso");
  CHECK(has_rule(round.match(other), "ca.match.subject_differs"));

  IssueInput printable = round.input();
  for (auto& rdn : printable.subject) {
    for (auto& attribute : rdn) attribute.string_type = asn1::tags::kPrintableString;
  }
  const Findings findings = round.match(printable);
  CHECK(has_rule(findings, "ca.match.subject_encoding_differs"));
  CHECK_FALSE(has_rule(findings, "ca.match.subject_differs"));
}

TEST_CASE("A certificate that is none of a CA is no answer to a CA's request") {
  const Round round;
  const Findings findings = round.match(round.input("tls-client"));
  CHECK(has_rule(findings, "ca.match.not_ca"));
  CHECK(has_rule(findings, "ca.match.key_usage"));
  CHECK(has_rule(findings, "ca.match.crl_sign"));
  CHECK(has_rule(findings, "ca.match.extension_lost"));
}

TEST_CASE("What was lost, changed and added is told extension by extension") {
  const Round round;
  IssueInput lost = round.input();
  lost.extensions.purposes = std::vector<asn1::OwnedOid>{};
  const Findings of_lost = round.match(lost);
  const Finding* finding = find_rule(of_lost, "ca.match.extension_lost");
  REQUIRE(finding != nullptr);
  CHECK(finding->param("extension").find("2.5.29.37") != std::string_view::npos);
  CHECK_FALSE(has_rule(of_lost, "ca.match.purpose_lost"));

  IssueInput changed = round.input();
  changed.extensions.purposes = {asn1::OwnedOid(oids::kServerAuth)};
  changed.extensions.path_length = PathLength{};
  const Findings of_changed = round.match(changed);
  CHECK(has_rule(of_changed, "ca.match.purpose_lost"));
  CHECK(has_rule(of_changed, "ca.match.extension_changed"));

  IssueInput added = round.input();
  added.extensions.crl_uris = {"http://crl.example/a.crl"};
  CHECK(rule_ids(round.match(added)) ==
        std::vector<std::string>{"ca.match.extension_added", "ca.match.extension_added"});
}

TEST_CASE("The order of purposes does not matter, criticality is noticed") {
  Round round;
  IssueInput input = round.input();
  input.extensions.extra = {{asn1::OwnedOid(oids::kExtendedKeyUsage), true, *from_hex("300a06082b06010505070302")}};
  CHECK(rule_ids(round.match(input)) ==
        std::vector<std::string>{"ca.match.criticality_changed", "ca.match.extension_added"});
}

TEST_CASE("A key alone is matched too") {
  const Round round;
  const auto certificate = parse(issue_ok(round.input(), round.root.signer()).der);
  CHECK(match_key(round.request->public_key(), *certificate, Expected::Ca).empty());
  CHECK(has_rule(match_key(round.root.certificate->public_key(), *certificate), "ca.match.key_differs"));
  const auto leaf = parse(issue_ok(round.input("tls-client"), round.root.signer()).der);
  CHECK(match_key(round.request->public_key(), *leaf).empty());
  CHECK(has_rule(match_key(round.request->public_key(), *leaf, Expected::Ca), "ca.match.not_ca"));
}

TEST_CASE("The whole round: request, choice by choice, match") {
  const Round round;
  const auto reviewed = review_request(*round.request, round.input(), round.root.certificate.get());
  REQUIRE(reviewed.ok());
  const auto result = sign_request(
      *round.request, round.input(),
      {.subject = SubjectChoice::TakeFromRequest, .extensions = suggested_choices(*reviewed)}, round.root.signer());
  REQUIRE(result.ok());
  const auto certificate = parse(result->der);
  CHECK(rule_ids(match_request(*round.request, *certificate)) == std::vector<std::string>{"ca.match.extension_added"});
}

}  // namespace
}  // namespace pki::ca::test
