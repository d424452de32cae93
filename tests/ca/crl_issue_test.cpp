#include "ca/crl_issue.h"

#include "fixtures.h"
#include "x509/crl.h"

namespace pki::ca::test {
namespace {

using x509::CrlReason;

CrlIssueInput input_with(std::vector<RevokedCertificate> revoked) {
  return {.revoked = std::move(revoked), .this_update = now(), .next_update = at("2026-11-29T12:00:00Z"), .number = 42};
}

x509::CrlPtr parse_crl(const ByteVector& der) {
  auto crl = x509::Crl::parse(der);
  REQUIRE(crl.ok());
  CHECK(rule_ids((*crl)->findings()).empty());
  return *crl;
}

std::string refusal_of(const CrlIssueInput& input, const Signer& signer) {
  const auto issued = issue_crl(input, signer);
  return issued.ok() ? std::string() : std::string(issued.error().id());
}

ByteVector serial(std::initializer_list<std::uint8_t> octets) { return octets; }

TEST_CASE("A CRL says who issued it, when the next one comes, and what is revoked since when and why") {
  const Authority root = make_root();
  const auto issued =
      issue_crl(input_with({{.serial = serial({0x10}),
                             .date = at("2026-11-20"),
                             .reason = CrlReason::KeyCompromise,
                             .invalid_since = at("2026-11-01")},
                            {.serial = serial({0x11}), .date = at("2026-11-21")},
                            {.serial = serial({0x12}), .date = at("2026-11-21"), .reason = CrlReason::Unspecified}}),
                root.signer());
  REQUIRE(issued.ok());
  CHECK(rule_ids(issued->findings).empty());
  const x509::CrlPtr crl = parse_crl(issued->der);
  CHECK(x509::verify_signed_by(*crl, root.certificate->public_key()).ok());
  CHECK(crl->version() == 2);
  CHECK(equal(crl->issuer().der(), root.certificate->subject().der()));
  CHECK(crl->this_update()->time == now());
  CHECK(crl->next_update()->time == at("2026-11-29T12:00:00Z"));
  CHECK(x509::to_text(*crl->extensions().crl_number) == "42");
  CHECK_FALSE(crl->extensions().crl_number.critical());
  CHECK(to_vector(*crl->extensions().authority_key_identifier->key_identifier) ==
        to_vector(root.certificate->extensions().subject_key_identifier->key_identifier));
  REQUIRE(crl->entry_count() == 3);
  const auto first = crl->find(serial({0x10}), crl->issuer_key());
  REQUIRE(first.entry.has_value());
  CHECK(first.entry->revocation_date->time == at("2026-11-20"));
  CHECK(*first.entry->extensions.reason_code == CrlReason::KeyCompromise);
  CHECK(first.entry->extensions.invalidity_date->time == at("2026-11-01"));
  for (const std::uint8_t number : {std::uint8_t{0x11}, std::uint8_t{0x12}}) {
    const auto found = crl->find(serial({number}), crl->issuer_key());
    REQUIRE(found.entry.has_value());
    CHECK_FALSE(found.entry->extensions.reason_code.present());
  }
}

TEST_CASE("A CRL without entries leaves the list out") {
  const Authority root = make_root();
  const auto issued = issue_crl(input_with({}), root.signer());
  REQUIRE(issued.ok());
  CHECK(parse_crl(issued->der)->entry_count() == 0);
}

TEST_CASE("What makes no CRL is refused with its reason") {
  const Authority root = make_root();
  const crypto::PrivateKey other = make_key(9);
  const RevokedCertificate one{.serial = serial({0x10}), .date = at("2026-11-20")};
  const RevokedCertificate padded{.serial = serial({0x00, 0x10}), .date = at("2026-11-20")};
  CHECK(refusal_of(input_with({one}), {.key = root.key}) == "ca.crl.issuer_missing");
  CHECK(refusal_of(input_with({one}), {.key = other, .certificate = root.certificate.get()}) ==
        "ca.issuer.key_mismatch");
  CHECK(refusal_of(input_with({one, one}), root.signer()) == "ca.crl.serial_twice");
  CHECK(refusal_of(input_with({one, padded}), root.signer()) == "ca.crl.serial_twice");
  CHECK(refusal_of(input_with({{.serial = {}, .date = now()}}), root.signer()) == "ca.crl.serial");
  CHECK(refusal_of(input_with({{.serial = ByteVector(21, 1), .date = now()}}), root.signer()) == "ca.crl.serial");
  CHECK(refusal_of(input_with({{.serial = serial({1}), .date = now(), .reason = CrlReason::RemoveFromCrl}}),
                   root.signer()) == "ca.crl.remove_from_crl");
  CrlIssueInput backwards = input_with({});
  backwards.next_update = backwards.this_update;
  CHECK(refusal_of(backwards, root.signer()) == "ca.crl.times");
}

TEST_CASE("A CA whose key usage lacks cRLSign signs no CRL, unless that is meant") {
  IssueInput without = input_of("root-ca", "CN=Silent Root");
  x509::KeyUsage usage;
  usage.set(x509::KeyUsageBit::KeyCertSign);
  without.extensions.key_usage = usage;
  const Authority root = make_root(without);
  CrlIssueInput input = input_with({});
  CHECK(refusal_of(input, root.signer()) == "ca.crl.issuer_may_not");
  input.issuer_faults = IssuerFaults::Keep;
  const auto issued = issue_crl(input, root.signer());
  REQUIRE(issued.ok());
  CHECK(rule_ids(issued->findings) == std::vector<std::string>{"ca.crl.issuer_may_not"});
}

TEST_CASE("A revocation that lies ahead is warned of") {
  const Authority root = make_root();
  const auto issued = issue_crl(input_with({{.serial = serial({0x10}), .date = at("2026-12-24")}}), root.signer());
  REQUIRE(issued.ok());
  CHECK(rule_ids(issued->findings) == std::vector<std::string>{"ca.crl.date_ahead"});
}

}  // namespace
}  // namespace pki::ca::test
