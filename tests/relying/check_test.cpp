#include "relying/check.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>

#include "asn1/oids.h"
#include "support/chain_builder.h"
#include "support/constraint_extensions.h"

using namespace pki;
using namespace pki::relying;
using namespace pki::test;

namespace {

const Party kRoot{"CN=Root,O=Lab", 1};
const Party kIssuing{"CN=Issuing,O=Lab", 2};
const Party kLower{"CN=Lower,O=Lab", 3};
const Party kLeaf{"CN=leaf.example.com", 4};

CertificateSpec server(const Party& issuer) {
  CertificateSpec spec = leaf(kLeaf, issuer);
  spec.key_purposes = {asn1::oids::kServerAuth};
  spec.names = {"DNS:leaf.example.com"};
  spec.not_before = *from_iso8601("2026-01-01");
  spec.not_after = *from_iso8601("2026-12-31");
  return spec;
}

path::PathQuestion question(const CertificateSpec& target, std::vector<x509::CertificatePtr> pool,
                            const std::vector<CertificateSpec>& anchors) {
  path::PathQuestion asked{.target = make(target), .pool = std::move(pool), .anchors = {}, .options = {}};
  for (const CertificateSpec& anchor : anchors) asked.anchors.add(make(anchor));
  asked.options.at = kNow;
  asked.options.purpose = path::Purpose::TlsServer;
  asked.options.identities = {path::parse_reference_identity("leaf.example.com").value()};
  return asked;
}

/// "accepted", the id of the fault, or "other": what each relying party says.
std::map<std::string, std::string> ask(const path::PathQuestion& asked) {
  std::vector<const RelyingParty*> parties;
  for (const RelyingParty& party : relying_parties()) parties.push_back(&party);
  std::map<std::string, std::string> verdicts;
  for (const Opinion& opinion : ask_all(asked, parties)) {
    std::string verdict = opinion.report.accepted ? "accepted" : "other";
    if (opinion.fault != nullptr) verdict = opinion.fault->id;
    verdicts[std::string(opinion.party->id)] = verdict;
  }
  return verdicts;
}

}  // namespace

TEST_CASE("a chain without a fault is accepted by all but those that miss a CRL") {
  const auto verdicts = ask(question(server(kIssuing), {make(ca(kIssuing, kRoot))}, {root(kRoot)}));
  for (const auto& [id, verdict] : verdicts) {
    INFO(id);
    const bool wants_crl = id == "nps" || id == "entra-cba";
    const bool counts_root = id == "apache";
    CHECK(verdict == (wants_crl ? "revocation-unknown" : counts_root ? "too-long" : "accepted"));
  }
}

TEST_CASE("a trusted intermediate CA is enough for some, and not for OpenSSL and Windows") {
  auto verdicts = ask(question(server(kIssuing), {}, {ca(kIssuing, kRoot)}));
  CHECK(verdicts["rfc5280"] == "accepted");
  CHECK(verdicts["go"] == "accepted");
  CHECK(verdicts["openssl"] == "partial-chain");
  CHECK(verdicts["windows"] == "partial-chain");
}

TEST_CASE("two intermediate CAs are one more than nginx lets pass") {
  auto verdicts = ask(question(server(kLower), {make(ca(kIssuing, kRoot)), make(ca(kLower, kIssuing))}, {root(kRoot)}));
  CHECK(verdicts["nginx"] == "too-long");
  CHECK(verdicts["apache"] == "too-long");
  CHECK(verdicts["openssl"] == "accepted");
  CHECK(verdicts["freeradius"] == "accepted");
}

TEST_CASE("a CA of another purpose is refused by those that nest extended key usage") {
  CertificateSpec issuing = ca(kIssuing, kRoot);
  issuing.key_purposes = {asn1::oids::kClientAuth};
  auto verdicts = ask(question(server(kIssuing), {make(issuing)}, {root(kRoot)}));
  for (const char* id : {"openssl", "go", "gnutls", "windows", "firefox", "chrome"}) CHECK(verdicts[id] == "wrong-eku");
  for (const char* id : {"rfc5280", "java", "mbedtls", "apple"}) CHECK(verdicts[id] == "accepted");
}

TEST_CASE("a root of another purpose is refused by OpenSSL and Go, and not by Chrome") {
  CertificateSpec anchor = root(kRoot);
  anchor.key_purposes = {asn1::oids::kClientAuth};
  auto verdicts = ask(question(server(kIssuing), {make(ca(kIssuing, kRoot))}, {anchor}));
  CHECK(verdicts["openssl"] == "wrong-eku");
  CHECK(verdicts["go"] == "wrong-eku");
  CHECK(verdicts["chrome"] == "accepted");
}

TEST_CASE("a key identifier that is not the issuer's matters to some") {
  CertificateSpec target = server(kIssuing);
  target.key_ids = KeyIds::WrongAuthority;
  auto verdicts = ask(question(target, {make(ca(kIssuing, kRoot))}, {root(kRoot)}));
  CHECK(verdicts["go"] == "accepted");
  CHECK(verdicts["mbedtls"] == "accepted");
  CHECK(verdicts["gnutls"] != "accepted");
  CHECK(verdicts["openssl"] != "accepted");
}

TEST_CASE("an expired root is no anchor for some, and still one for others") {
  CertificateSpec anchor = root(kRoot);
  anchor.not_after = Time{kNow.seconds - 1};
  auto verdicts = ask(question(server(kIssuing), {make(ca(kIssuing, kRoot))}, {anchor}));
  CHECK(verdicts["openssl"] == "expired");
  CHECK(verdicts["go"] == "expired");
  CHECK(verdicts["java"] == "accepted");
  CHECK(verdicts["rfc5280"] == "accepted");
}

TEST_CASE("Mbed TLS does not parse critical name constraints that others keep to") {
  CertificateSpec issuing = ca(kIssuing, kRoot);
  issuing.more.push_back(name_constraints_extension({"DNS:example.com"}, {}));
  auto verdicts = ask(question(server(kIssuing), {make(issuing)}, {root(kRoot)}));
  CHECK(verdicts["openssl"] == "accepted");
  CHECK(verdicts["mbedtls"] == "unknown-critical");
}

TEST_CASE("a policy that is demanded and missing is overlooked where policies are not judged") {
  CertificateSpec issuing = ca(kIssuing, kRoot);
  issuing.more.push_back(require_explicit_policy(0));
  auto verdicts = ask(question(server(kIssuing), {make(issuing)}, {root(kRoot)}));
  CHECK(verdicts["openssl"] == "accepted");
  CHECK(verdicts["nodejs"] == "accepted");
  CHECK(verdicts["go"] == "unknown-critical");
  CHECK(verdicts["java"] == "policy");
  CHECK(verdicts["windows"] == "policy");
}

TEST_CASE("Apple alone minds that a server's certificate is valid for three years") {
  CertificateSpec target = server(kIssuing);
  target.not_after = *from_iso8601("2029-01-01");
  for (const auto& [id, verdict] : ask(question(target, {make(ca(kIssuing, kRoot))}, {root(kRoot)}))) {
    INFO(id);
    CHECK((verdict == "validity-too-long") == (id == "apple"));
  }
}

TEST_CASE("OpenSSL's strict mode wants key identifiers, and the others do not") {
  CertificateSpec target = server(kIssuing);
  target.key_ids = KeyIds::None;
  auto verdicts = ask(question(target, {make(ca(kIssuing, kRoot))}, {root(kRoot)}));
  CHECK(verdicts["openssl-strict"] == "issuer-rule");
  CHECK(verdicts["openssl"] == "accepted");
}

TEST_CASE("a common name stands in where there is no DNS name, for those that let it") {
  CertificateSpec target = server(kIssuing);
  target.names = {};
  auto verdicts = ask(question(target, {make(ca(kIssuing, kRoot))}, {root(kRoot)}));
  CHECK(verdicts["openssl"] == "accepted");
  CHECK(verdicts["go"] == "wrong-name");
  CHECK(verdicts["chrome"] == "wrong-name");
  CHECK(verdicts["freeradius"] == "accepted");
}

TEST_CASE("a self-signed target that nobody trusts is a fault of its own") {
  CertificateSpec target = root(kLeaf);
  const auto verdicts = ask(question(target, {}, {root(kRoot)}));
  CHECK(verdicts.at("openssl") == "self-signed-leaf");
}

TEST_CASE("each relying party says a fault in its own words") {
  const Fault& fault = fault_info(FaultId::UntrustedRoot);
  const auto words = words_for(*find_relying_party("windows"), fault);
  REQUIRE(words.size() == 3);
  CHECK(words[0].first == Product::Windows);
  CHECK(words[0].second->code == "0x800B0109");
  CHECK(words[1].second->name == "CERT_TRUST_IS_UNTRUSTED_ROOT");
  CHECK(words[2].second->name == "unknown_ca");
  CHECK(words_for(*find_relying_party("rfc5280"), fault).empty());
}
