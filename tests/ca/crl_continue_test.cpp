#include "ca/crl_continue.h"

#include <algorithm>

#include "asn1/oids.h"
#include "fixtures.h"
#include "x509/builder.h"
#include "x509/crl.h"

namespace pki::ca::test {
namespace {

using x509::CrlReason;

ByteVector serial(std::initializer_list<std::uint8_t> octets) { return octets; }

x509::CrlPtr make_crl(const Authority& authority, std::vector<RevokedCertificate> revoked, std::uint64_t number = 7) {
  const auto issued = issue_crl({.revoked = std::move(revoked),
                                 .this_update = now(),
                                 .next_update = at("2026-11-29T12:00:00Z"),
                                 .number = number},
                                authority.signer());
  REQUIRE(issued.ok());
  auto crl = x509::Crl::parse(issued->der);
  REQUIRE(crl.ok());
  return *crl;
}

/// The last CRL has one revoked for good, and one on hold.
x509::CrlPtr make_last(const Authority& authority) {
  return make_crl(authority,
                  {{.serial = serial({0x10}),
                    .date = at("2026-11-20"),
                    .reason = CrlReason::KeyCompromise,
                    .invalid_since = at("2026-11-01")},
                   {.serial = serial({0x11}), .date = at("2026-11-21"), .reason = CrlReason::CertificateHold}});
}

std::string refusal_of(const x509::Crl& last, const CrlChanges& changes, const Authority& issuer) {
  const auto next = continue_crl(&last, changes, *issuer.certificate);
  return next.ok() ? std::string() : std::string(next.error().id());
}

/// The CRL with one octet sequence replaced by another of the same length.
x509::CrlPtr spoil(const x509::Crl& crl, const ByteVector& from, const ByteVector& to) {
  ByteVector der = to_vector(crl.der());
  const auto found = std::search(der.begin(), der.end(), from.begin(), from.end());
  REQUIRE(found != der.end());
  std::copy(to.begin(), to.end(), found);
  auto spoiled = x509::Crl::parse(std::move(der));
  REQUIRE(spoiled.ok());
  return *spoiled;
}

TEST_CASE("The next CRL carries on what the last one lists, and its number") {
  const Authority root = make_root();
  const x509::CrlPtr last = make_last(root);
  const auto next = continue_crl(last.get(), {.revoked = {{.serial = serial({0x12}), .date = now()}}, .released = {}},
                                 *root.certificate);
  REQUIRE(next.ok());
  CHECK(next->number == 8);
  CHECK(next->findings.empty());
  REQUIRE(next->revoked.size() == 3);
  CHECK(next->revoked[0].serial == serial({0x10}));
  CHECK(next->revoked[0].date == at("2026-11-20"));
  CHECK(next->revoked[0].reason == CrlReason::KeyCompromise);
  CHECK(next->revoked[0].invalid_since == at("2026-11-01"));
  CHECK(next->revoked[1].reason == CrlReason::CertificateHold);
  CHECK(next->revoked[2].serial == serial({0x12}));
  CHECK_FALSE(next->revoked[2].reason.has_value());
}

TEST_CASE("A CA's first CRL has the number 1") {
  const Authority root = make_root();
  const auto next = continue_crl(nullptr, {}, *root.certificate);
  REQUIRE(next.ok());
  CHECK(next->number == 1);
  CHECK(next->revoked.empty());
}

TEST_CASE("What is on hold can be released, or revoked for good; what is revoked cannot come back") {
  const Authority root = make_root();
  const x509::CrlPtr last = make_last(root);
  const auto released = continue_crl(last.get(), {.revoked = {}, .released = {serial({0x11})}}, *root.certificate);
  REQUIRE(released.ok());
  REQUIRE(released->revoked.size() == 1);
  CHECK(released->revoked[0].serial == serial({0x10}));

  const auto revoked = continue_crl(
      last.get(),
      {.revoked = {{.serial = serial({0x00, 0x11}), .date = now(), .reason = CrlReason::Superseded}}, .released = {}},
      *root.certificate);
  REQUIRE(revoked.ok());
  CHECK(rule_ids(revoked->findings) == std::vector<std::string>{"ca.crl.revoked_again"});
  REQUIRE(revoked->revoked.size() == 2);
  CHECK(revoked->revoked[1].reason == CrlReason::Superseded);

  CHECK(refusal_of(*last, {.revoked = {}, .released = {serial({0x10})}}, root) == "ca.crl.not_on_hold");
  CHECK(refusal_of(*last, {.revoked = {}, .released = {serial({0x33})}}, root) == "ca.crl.not_listed");
  CHECK(refusal_of(*last, {.revoked = {}, .released = {serial({0x11}), serial({0x11})}}, root) == "ca.crl.not_listed");
}

TEST_CASE("The last CRL must be the CA's own, complete, and such that nothing of it is lost") {
  const Authority root = make_root();
  const x509::CrlPtr last = make_last(root);
  CHECK(refusal_of(*last, {}, root).empty());

  // Of the same name and another key; of another name.
  Authority namesake = make_root();
  namesake.key = make_key(9);
  IssueInput input = input_of("root-ca", "CN=Lab Root,O=Lab,C=DE");
  namesake.certificate = parse(issue_ok(input, {.key = namesake.key}).der);
  CHECK(refusal_of(*last, {}, namesake) == "ca.crl.last_foreign");
  CHECK(refusal_of(*last, {}, make_root(input_of("root-ca", "CN=Other Root,O=Lab,C=DE"))) == "ca.crl.last_foreign");
  // A changed octet.
  CHECK(refusal_of(*spoil(*last, serial({0x02, 0x01, 0x10}), serial({0x02, 0x01, 0x13})), {}, root) ==
        "ca.crl.last_foreign");

  CHECK(refusal_of(*make_crl(root, {}, ~std::uint64_t{0}), {}, root) == "ca.crl.last_unreadable");
}

/// Signed by the CA, with these extensions, and one entry with these.
x509::CrlPtr make_odd_crl(const Authority& authority, std::vector<x509::ExtensionInput> extensions,
                          std::vector<x509::ExtensionInput> of_entry) {
  asn1::Writer entries;
  x509::write_crl_entry(entries,
                        {.serial = serial({0x10}), .revocation_date = now(), .extensions = std::move(of_entry)});
  x509::CrlInput input{.issuer = to_vector(authority.certificate->subject().der()), .this_update = now()};
  input.entries = entries.take();
  input.extensions = std::move(extensions);
  auto der = x509::sign_crl(input, authority.key, authority.key.default_signature_algorithm());
  REQUIRE(der.ok());
  auto crl = x509::Crl::parse(*std::move(der));
  REQUIRE(crl.ok());
  return *crl;
}

TEST_CASE("A CRL that is not complete, or whose entries say what would be lost, is not carried on") {
  namespace oids = asn1::oids;
  const Authority root = make_root();
  const auto extension = [](asn1::Oid id, ByteVector value) {
    return x509::ExtensionInput{asn1::OwnedOid(id), true, std::move(value)};
  };
  const auto refusal = [&](std::vector<x509::ExtensionInput> extensions, std::vector<x509::ExtensionInput> of_entry) {
    return refusal_of(*make_odd_crl(root, std::move(extensions), std::move(of_entry)), {}, root);
  };
  CHECK(refusal({}, {}).empty());
  CHECK(refusal({extension(oids::kDeltaCrlIndicator, x509::encode_crl_number(1))}, {}) == "ca.crl.last_partial");
  CHECK(refusal({extension(oids::kIssuingDistributionPoint, from_hex("30038101ff").value())}, {}) ==
        "ca.crl.last_partial");
  CHECK(refusal({}, {extension(oids::kCertificateIssuer, from_hex("30068204612e6465").value())}) ==
        "ca.crl.last_unreadable");
  // Without a number the next one is the first that has one.
  const x509::CrlPtr unnumbered = make_odd_crl(root, {}, {});
  CHECK(continue_crl(unnumbered.get(), {}, *root.certificate)->number == 1);
}

}  // namespace
}  // namespace pki::ca::test
