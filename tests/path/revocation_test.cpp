// Revocation: what is asked, what answers, and what of that is told (RFC 5280 6.3.3).

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "path/revocation/crl_set.h"
#include "path/validator.h"
#include "revocation_support.h"

namespace pki::path::test {

namespace oids = asn1::oids;

TEST_CASE("Without a question about revocation one step says so, and CRLs make no difference") {
  Chain chain;
  chain.crls = {make_crl(listing(chain))};
  chain.policy.mode = RevocationMode::Off;
  const Report report = chain.check();
  CHECK(report.accepted);
  const Step* step = find_step(*report.best(), checks::kRevocation, kWholePath);
  REQUIRE(step != nullptr);
  CHECK(step->outcome == Outcome::Skipped);
  CHECK(has_finding(step->findings, "path.revocation.not_judged"));
  CHECK(find_step(*report.best(), checks::kRevocation, 0) == nullptr);
  CHECK(report.work.crl_entries == 0);
  CHECK(report.work.crl_signature_checks == 0);
}

TEST_CASE("A complete CRL answers: good, revoked, on hold") {
  const Chain chain;
  CHECK(ask_crls(chain, {{.issuer = kIssuing}}) == kGood);
  CHECK(ask_crls(chain, {{.issuer = kIssuing, .entries = {{.serial = kSomeSerial}}}}) == kGood);
  CHECK(ask_crls(chain, {listing(chain)}) == kRevoked);
  const Answer on_hold{Outcome::Fail, {"on_hold"}};
  CHECK(ask_crls(chain, {{.issuer = kIssuing,
                          .entries = {{.serial = serial_of(chain.leaf), .reason = CrlReason::CertificateHold}}}}) ==
        on_hold);
}

TEST_CASE("Who is revoked is told when, why, since when, by which CRL and where in it") {
  Chain chain;
  const CrlPtr other = make_crl({.issuer = kRoot});
  const CrlPtr crl = make_crl({.issuer = kIssuing,
                               .entries = {{.serial = kSomeSerial},
                                           {.serial = serial_of(chain.leaf),
                                            .reason = CrlReason::Superseded,
                                            .invalidity = *from_iso8601("2026-02-01"),
                                            .date = *from_iso8601("2026-03-01")}},
                               .number = 99});
  chain.crls = {other, crl};
  const Report report = chain.check();
  REQUIRE(report.headline.has_value());
  const Finding& finding = *report.headline;
  CHECK(finding.id() == "path.revocation.revoked");
  CHECK(finding.param("date") == "2026-03-01T00:00:00Z");
  CHECK(finding.param("reason") == "superseded");
  CHECK(finding.param("invalidity_date") == "2026-02-01T00:00:00Z");
  CHECK(finding.param("number") == "99");
  CHECK(finding.param("crl") == "1");
  CHECK(finding.param("crl_issuer") == kIssuing.name);
  const ByteRange place = crl->range(crl->find(chain.leaf->serial().octets, crl->issuer_key()).entry->whole);
  CHECK(finding.param("entry") == std::to_string(place.offset) + "+" + std::to_string(place.length));
  REQUIRE(finding.where.range.has_value());
  CHECK(*finding.where.range == chain.leaf->range(chain.leaf->serial().octets));
}

TEST_CASE("Where nothing tells, hard fail refuses and soft fail warns") {
  Chain chain;
  CHECK(answer_of(chain.check()) == unknown({}));
  CHECK_FALSE(chain.check().accepted);
  CHECK(chain.check().headline->id() == "path.revocation.undetermined");
  chain.policy.mode = RevocationMode::SoftFail;
  CHECK(answer_of(chain.check()) == Answer{Outcome::Warn, {"undetermined"}});
  CHECK(chain.check().accepted);
  chain.crls = {make_crl(listing(chain))};
  CHECK(answer_of(chain.check()) == kRevoked);
  CHECK_FALSE(chain.check().accepted);
}

TEST_CASE("The whole chain or the target alone is asked about, and never the anchor") {
  Chain chain;
  chain.crls = {make_crl({.issuer = kIssuing}),
                make_crl({.issuer = kRoot,
                          .entries = {{.serial = serial_of(chain.issuing)}, {.serial = serial_of(chain.anchor)}}})};
  const Report target = chain.check();
  CHECK(target.accepted);
  CHECK(answer_of(target, 1).outcome == Outcome::Skipped);
  chain.policy.scope = RevocationScope::Chain;
  const Report whole = chain.check();
  CHECK_FALSE(whole.accepted);
  CHECK(answer_of(whole, 0) == kGood);
  CHECK(answer_of(whole, 1) == kRevoked);
  CHECK(find_step(*whole.best(), checks::kRevocation, 2) == nullptr);
  CHECK(whole.best()->headline_certificate == 1);
  CHECK(whole.best()->near_miss());

  PathQuestion own = ask(chain.anchor, {}, {chain.anchor});
  own.options.revocation = chain.policy;
  CHECK(check_paths(own).accepted);
}

TEST_CASE("A path without an anchor, or given without CRLs, is not judged as if nothing were revoked") {
  Chain chain;
  PathQuestion question = ask(chain.leaf, {chain.issuing}, {});
  question.options.revocation = chain.policy;
  CHECK(find_step(*check_paths(question).best(), checks::kRevocation, 0)->outcome == Outcome::NotReached);
  const CandidatePath given =
      validate_given_path({chain.leaf, chain.issuing}, TrustAnchor::from_certificate(chain.anchor), question.options);
  CHECK(failures(given) == std::set<std::string>{"path.revocation.undetermined@0"});
}

TEST_CASE("A CRL that cannot be used does not answer, and the report says why") {
  const Chain chain;
  const x509::ExtensionInput unknown_extension = make_extension(asn1::make_oid<1, 2, 3, 4>(), true, {0x05, 0x00});
  const x509::ExtensionInput harmless = make_extension(asn1::make_oid<1, 2, 3, 4>(), false, {0x05, 0x00});
  struct Case {
    const char* name;
    CrlSpec spec;
    Answer expected;
  };
  const Case cases[] = {
      {"of another issuer", {.issuer = kRoot}, unknown({})},
      {"expired", {.issuer = kIssuing, .next_update = kLastWeek}, unknown({"crl_expired"})},
      {"of the future", {.issuer = kIssuing, .this_update = kNextWeek}, unknown({"crl_not_yet_valid"})},
      {"without nextUpdate", {.issuer = kIssuing, .next_update = {}}, kGood},
      {"current to the second", {.issuer = kIssuing, .this_update = kNow, .next_update = kNow}, kGood},
      {"with an unknown critical extension",
       {.issuer = kIssuing, .more = {unknown_extension}},
       unknown({"crl_critical_extension"})},
      {"with an unknown extension", {.issuer = kIssuing, .more = {harmless}}, kGood},
      {"with an unknown critical extension in an entry of someone else",
       {.issuer = kIssuing, .entries = {{.serial = kSomeSerial, .more = {unknown_extension}}}},
       unknown({"crl_critical_extension"})},
      {"with an unknown extension in an entry",
       {.issuer = kIssuing, .entries = {{.serial = kSomeSerial, .more = {harmless}}}},
       kGood},
      {"with a bad signature", {.issuer = kIssuing, .signature = Signature::Tampered}, unknown({"crl_signature"})},
      {"signed by a stranger's key", {.issuer = {kIssuing.name, 9}}, unknown({"crl_signature"})},
      {"malformed",
       {.issuer = kIssuing, .number = {}, .more = {make_extension(oids::kCrlNumber, false, {0x05, 0x00})}},
       unknown({"crl_malformed"})},
      {"malformed where it makes no difference",
       {.issuer = kIssuing, .more = {make_extension(oids::kAuthorityInfoAccess, false, {0x05, 0x00})}},
       kGood},
      {"with an entry that says another issuer, and not indirect",
       {.issuer = kIssuing, .entries = {{.serial = kSomeSerial, .issuer = kRoot.name}}},
       unknown({"crl_malformed"})},
      {"a delta without a base", {.issuer = kIssuing, .base = 3}, unknown({"delta_without_base"})},
  };
  for (const Case& item : cases) {
    CAPTURE(item.name);
    CHECK(ask_crls(chain, {item.spec}) == item.expected);
  }
}

TEST_CASE("An algorithm inside the signed part of a CRL that is not the one outside makes it useless") {
  Chain chain;
  ByteVector der = make_crl_der({.issuer = kIssuing});
  // The outer ecdsa-with-SHA256 (the last one in the DER) becomes ecdsa-with-SHA384.
  const Bytes oid = oids::kEcdsaWithSha256.content();
  const auto place = std::find_end(der.begin(), der.end(), oid.begin(), oid.end());
  REQUIRE(place != der.end());
  *(place + static_cast<std::ptrdiff_t>(oid.size()) - 1) = 0x03;
  chain.crls = {parse_crl(der)};
  CHECK(answer_of(chain.check()) == unknown({"crl_algorithm_mismatch"}));
}

namespace {

// The CRL with a text in its DER replaced by one of the same length.
CrlPtr with_text(const CrlSpec& spec, std::string_view from, std::string_view to) {
  ByteVector der = make_crl_der(spec);
  const auto place = std::search(der.begin(), der.end(), from.begin(), from.end());
  REQUIRE(place != der.end());
  std::copy(to.begin(), to.end(), place);
  return parse_crl(std::move(der));
}

}  // namespace

TEST_CASE("A CRL with an entry of someone else that cannot be read does not answer") {
  Chain chain;
  const CrlSpec spec{.issuer = kIssuing, .entries = {{.serial = kSomeSerial}}};
  chain.crls = {with_text(spec, "250101000000Z", "251301000000Z")};
  CHECK(answer_of(chain.check()) == unknown({"crl_malformed"}));
}

TEST_CASE("Of two CRLs the later one is newer, then that of the higher number, and what has neither is not newer") {
  const auto record = [](CrlPtr crl) { return CrlRecord{.crl = std::move(crl)}; };
  const CrlRecord now = record(make_crl({.issuer = kIssuing, .this_update = kNow}));
  const CrlRecord seven = record(make_crl({.issuer = kIssuing, .number = 7}));
  const CrlRecord eight = record(make_crl({.issuer = kIssuing, .number = 8}));
  const CrlRecord no_number = record(make_crl({.issuer = kIssuing, .number = {}}));
  const CrlRecord no_time = record(with_text({.issuer = kIssuing}, "260610000000Z", "261310000000Z"));
  REQUIRE_FALSE(no_time.crl->this_update().has_value());
  const CrlRecord* const order[] = {&now, &eight, &seven, &no_number, &no_time};
  for (std::size_t i = 0; i < std::size(order); ++i) {
    for (std::size_t j = 0; j < std::size(order); ++j) {
      CAPTURE(i, j);
      CHECK(is_newer(*order[i], *order[j]) == (i < j));
    }
  }
}

TEST_CASE("Findings about CRLs have their place in the CRL") {
  Chain chain;
  chain.crls = {make_crl({.issuer = kRoot}), make_crl({.issuer = kIssuing, .next_update = kLastWeek})};
  const Report report = chain.check();
  const Step* step = find_step(*report.best(), checks::kRevocation, 0);
  REQUIRE(step->considered.size() == 1);
  const Finding& finding = step->considered[0];
  CHECK(finding.param("crl") == "1");
  REQUIRE(finding.where.range.has_value());
  CHECK(*finding.where.range == chain.crls[1]->range(chain.crls[1]->next_update()->element.whole));
}

TEST_CASE("An expired CRL may be tolerated") {
  Chain chain;
  chain.policy.expired = Reaction::Warn;
  const CrlSpec expired{.issuer = kIssuing, .next_update = kLastWeek};
  CHECK(ask_crls(chain, {expired}) == Answer{Outcome::Warn, {"crl_expired_tolerated"}});
  chain.policy.expired = Reaction::Ignore;
  CHECK(ask_crls(chain, {expired}) == kGood);
  CHECK(ask_crls(chain, {listing(chain, expired)}) == kRevoked);
}

TEST_CASE("A CRL with a weak signature is not used, unless weakness is tolerated") {
  Chain chain;
  chain.crls = {make_crl({.issuer = kIssuing})};
  PathQuestion question = chain.question();
  question.options.strength.hashes = {crypto::HashAlgorithm::Sha512};
  CHECK(answer_of(check_paths(question)) == unknown({"crl_weak"}));
  question.options.weak = Reaction::Warn;
  CHECK(answer_of(check_paths(question)) == kGood);
}

TEST_CASE("Of several CRLs the latest counts, and a bad one hides no good one") {
  const Chain chain;
  const Time earlier = *from_iso8601("2026-06-01");
  CrlSpec old{.issuer = kIssuing, .this_update = earlier, .number = 6};
  CHECK(ask_crls(chain, {{.issuer = kIssuing}, old}) == Answer{Outcome::Pass, {}, {"crl_superseded"}});
  // A hold that was lifted.
  CHECK(ask_crls(chain, {listing(chain, old), {.issuer = kIssuing}}) == Answer{Outcome::Pass, {}, {"crl_superseded"}});
  CHECK(ask_crls(chain, {old, listing(chain)}) == kRevoked);
  // Same time: the number decides.
  CHECK(ask_crls(chain, {listing(chain, {.issuer = kIssuing, .number = 6}), {.issuer = kIssuing, .number = 7}}) ==
        Answer{Outcome::Pass, {}, {"crl_superseded"}});
  old.number = 70;
  CHECK(ask_crls(chain, {{.issuer = kIssuing}, old}) == Answer{Outcome::Pass, {}, {"crl_number_order"}});
  CHECK(ask_crls(chain, {{.issuer = kIssuing, .number = 8, .signature = Signature::Tampered}, {.issuer = kIssuing}}) ==
        Answer{Outcome::Pass, {}, {"crl_signature"}});
  // The same octets twice.
  CHECK(ask_crls(chain, {{.issuer = kIssuing}, {.issuer = kIssuing}}) == kGood);
}

TEST_CASE("A path that breaks on revocation hides no good one, and CRLs are read once for all paths") {
  Chain chain;
  chain.policy.scope = RevocationScope::Chain;
  // The same CA by another root, and by the same one twice.
  const x509::CertificatePtr cross = make(ca(kIssuing, kOtherRoot));
  const x509::CertificatePtr again = make(ca(kIssuing, kRoot));
  chain.more = {cross, again};
  chain.crls = {
      make_crl({.issuer = kIssuing}), make_crl({.issuer = kOtherRoot}),
      make_crl({.issuer = kRoot, .entries = {{.serial = serial_of(chain.issuing)}, {.serial = serial_of(again)}}})};
  PathQuestion question = chain.question();
  question.anchors.add(make(root(kOtherRoot)));
  const Report report = check_paths(question);
  CHECK(report.accepted);
  CHECK(report.paths.size() == 3);
  CHECK(report.best()->certificates[1] == cross);
  CHECK(failures(report.paths[1]) == std::set<std::string>{"path.revocation.revoked@1"});
  CHECK(report.work.crl_signature_checks == 3);
  CHECK(report.work.crl_entries == 3);
}

TEST_CASE("Who is revoked and expired is told of the revocation first; what is not known comes last") {
  Chain chain;
  CertificateSpec spec = pki::test::leaf(kLeaf, kIssuing);
  spec.not_after = kLastWeek;
  chain.leaf = make(spec);
  CHECK(chain.check().headline->id() == "path.validity.expired");
  chain.crls = {make_crl(listing(chain))};
  CHECK(chain.check().headline->id() == "path.revocation.revoked");
}

}  // namespace pki::path::test
