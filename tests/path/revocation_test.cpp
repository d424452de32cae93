// Revocation: each rule of RFC 5280 6.3.3, with CRLs that break it and only it.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "asn1/oids.h"
#include "path/validator.h"
#include "path_support.h"
#include "support/crl_builder.h"

namespace pki::path::test {
namespace {

namespace oids = asn1::oids;
using x509::CrlContents;
using x509::CrlKind;
using x509::CrlPtr;
using x509::CrlReason;
using x509::DistributionPointInput;
using x509::IssuingDistributionPointInput;

const Party kCrlIssuer{"CN=CRL Issuer,O=Lab", 6};
const Party kIssuingCrlKey{kIssuing.name, 7};
const ByteVector kSomeSerial = {0x55, 0x44};
constexpr std::uint32_t kKeyCompromise = 1U << 1;
constexpr std::uint32_t kOtherReasons = 0x1FE & ~kKeyCompromise;

x509::ExtensionInput points(const std::vector<DistributionPointInput>& list) {
  return make_extension(oids::kCrlDistributionPoints, false, unwrap(x509::encode_distribution_point_list(list)));
}

DistributionPointInput at_uri(const std::string& text, std::uint32_t reasons = 0) {
  return {.name = {.full_name = {uri(text)}}, .reasons = reasons};
}

IssuingDistributionPointInput for_uri(const std::string& text, std::uint32_t reasons = 0) {
  return {.name = {.full_name = {uri(text)}}, .reasons = reasons};
}

// A root, an issuing CA and a leaf of it.
struct Chain {
  x509::CertificatePtr anchor = make(root(kRoot));
  x509::CertificatePtr issuing = make(ca(kIssuing, kRoot));
  x509::CertificatePtr leaf;
  std::vector<x509::CertificatePtr> more = {};
  std::vector<CrlPtr> crls = {};
  RevocationPolicy policy = {.mode = RevocationMode::HardFail, .scope = RevocationScope::Target};

  explicit Chain(std::vector<x509::ExtensionInput> of_leaf = {}) {
    CertificateSpec spec = pki::test::leaf(kLeaf, kIssuing);
    spec.more = std::move(of_leaf);
    leaf = make(spec);
  }

  PathQuestion question() const {
    PathQuestion result = ask(leaf, {issuing}, {anchor});
    result.pool.insert(result.pool.end(), more.begin(), more.end());
    result.crls = crls;
    result.options.revocation = policy;
    return result;
  }
  Report check() const { return check_paths(question()); }
};

// What the step of the leaf says.
struct Answer {
  Outcome outcome = Outcome::Pass;
  std::set<std::string> findings = {};
  std::set<std::string> considered = {};

  friend bool operator==(const Answer&, const Answer&) = default;
};

std::ostream& operator<<(std::ostream& out, const Answer& answer) {
  out << outcome_name(answer.outcome) << " {";
  for (const std::string& id : answer.findings) out << id << ' ';
  out << "} considered {";
  for (const std::string& id : answer.considered) out << id << ' ';
  return out << '}';
}

Answer answer_of(const Report& report, int certificate = 0) {
  const Step* step = find_step(*report.best(), checks::kRevocation, certificate);
  REQUIRE(step != nullptr);
  Answer answer{.outcome = step->outcome};
  const std::string prefix = "path.revocation.";
  for (const Finding& finding : step->findings) answer.findings.insert(std::string(finding.id()).substr(prefix.size()));
  for (const Finding& finding : step->considered) {
    answer.considered.insert(std::string(finding.id()).substr(prefix.size()));
  }
  return answer;
}

Answer ask_crls(Chain chain, const std::vector<CrlSpec>& specs) {
  for (const CrlSpec& spec : specs) chain.crls.push_back(make_crl(spec));
  return answer_of(chain.check());
}

const Answer kGood{Outcome::Pass};
const Answer kRevoked{Outcome::Fail, {"revoked"}};

Answer unknown(std::set<std::string> considered) { return {Outcome::Fail, {"undetermined"}, std::move(considered)}; }

// A CRL of the issuing CA that lists the leaf.
CrlSpec listing(const Chain& chain, CrlSpec spec = {.issuer = kIssuing}) {
  spec.entries.push_back({.serial = serial_of(chain.leaf), .reason = CrlReason::KeyCompromise});
  return spec;
}

}  // namespace

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

TEST_CASE("A CRL is about the certificates of its distribution point") {
  const std::string here = "http://lab.example/1.crl";
  const std::string there = "http://lab.example/2.crl";
  const Chain with_point({points({at_uri(here)})});
  const Chain without;
  const CrlSpec of_here{.issuer = kIssuing, .point = for_uri(here)};
  CHECK(ask_crls(with_point, {of_here}) == kGood);
  CHECK(ask_crls(with_point, {listing(with_point, of_here)}) == kRevoked);
  CHECK(ask_crls(with_point, {{.issuer = kIssuing, .point = for_uri(there)}}) == unknown({"crl_other_point"}));
  CHECK(ask_crls(without, {of_here}) == unknown({"crl_other_point"}));
  // A complete CRL without scope is about everything.
  CHECK(ask_crls(with_point, {{.issuer = kIssuing}}) == kGood);
  // One of several names is enough.
  IssuingDistributionPointInput both = for_uri(there);
  both.name.full_name.push_back(uri(here));
  CHECK(ask_crls(with_point, {{.issuer = kIssuing, .point = both}}) == kGood);
  // Two points.
  const Chain two({points({at_uri(there), at_uri(here)})});
  CHECK(ask_crls(two, {of_here}).outcome == Outcome::Pass);
  // The name of the issuer is the point that RFC 5280 takes for granted.
  IssuingDistributionPointInput by_name;
  by_name.name.full_name = {directory_name(kIssuing.name)};
  CHECK(ask_crls(without, {{.issuer = kIssuing, .point = by_name}}) == kGood);
}

TEST_CASE("A name relative to the CRL issuer is the issuer's name with one part more") {
  DistributionPointInput relative;
  relative.name.relative_name = x509::parse_name_text("CN=CRL1").value().front();
  IssuingDistributionPointInput issuing;
  issuing.name.relative_name = relative.name.relative_name;
  IssuingDistributionPointInput in_full;
  in_full.name.full_name = {directory_name("CN=CRL1," + kIssuing.name)};
  IssuingDistributionPointInput other;
  other.name.relative_name = x509::parse_name_text("CN=CRL2").value().front();
  const Chain chain({points({relative})});
  CHECK(ask_crls(chain, {{.issuer = kIssuing, .point = issuing}}) == kGood);
  CHECK(ask_crls(chain, {{.issuer = kIssuing, .point = in_full}}) == kGood);
  CHECK(ask_crls(chain, {{.issuer = kIssuing, .point = other}}) == unknown({"crl_other_point"}));
}

TEST_CASE("A CRL may be about users' certificates, CAs' or attributes' only") {
  Chain chain;
  const auto only = [](const Party& issuer, CrlContents contents) {
    return CrlSpec{.issuer = issuer, .point = IssuingDistributionPointInput{.contents = contents}};
  };
  CHECK(ask_crls(chain, {only(kIssuing, CrlContents::UserCerts)}) == kGood);
  CHECK(ask_crls(chain, {only(kIssuing, CrlContents::CaCerts)}) == unknown({"crl_other_contents"}));
  CHECK(ask_crls(chain, {only(kIssuing, CrlContents::AttributeCerts)}) == unknown({"crl_other_contents"}));
  chain.policy.scope = RevocationScope::Chain;
  chain.crls = {make_crl({.issuer = kIssuing}), make_crl(only(kRoot, CrlContents::CaCerts))};
  CHECK(chain.check().accepted);
  chain.crls = {make_crl({.issuer = kIssuing}), make_crl(only(kRoot, CrlContents::UserCerts))};
  CHECK(answer_of(chain.check(), 1) == unknown({"crl_other_contents"}));
}

TEST_CASE("CRLs by reason answer together, and not before all reasons are accounted for") {
  const Chain chain;
  const auto about = [](std::uint32_t reasons) {
    return CrlSpec{.issuer = kIssuing, .point = IssuingDistributionPointInput{.reasons = reasons}};
  };
  CHECK(ask_crls(chain, {about(kKeyCompromise), about(kOtherReasons)}) == kGood);
  CHECK(ask_crls(chain, {about(kKeyCompromise)}) == unknown({}));
  CHECK(ask_crls(chain, {about(kOtherReasons), listing(chain, about(kKeyCompromise))}) == kRevoked);
  CHECK(ask_crls(chain, {listing(chain, about(kKeyCompromise))}) == kRevoked);
  // A distribution point that is for some reasons only.
  const std::string here = "http://lab.example/1.crl";
  const Chain partial({points({at_uri(here, kKeyCompromise)})});
  CHECK(ask_crls(partial, {{.issuer = kIssuing, .point = for_uri(here)}}) == unknown({}));
  CHECK(ask_crls(partial, {{.issuer = kIssuing, .point = for_uri(here, kOtherReasons)}}) ==
        unknown({"crl_no_reasons", "crl_other_point"}));
  const Chain both({points({at_uri(here, kKeyCompromise), at_uri(here, kOtherReasons)})});
  CHECK(ask_crls(both, {{.issuer = kIssuing, .point = for_uri(here)}}).outcome == Outcome::Pass);
}

TEST_CASE("A delta CRL adds to a complete one") {
  Chain chain;
  const CrlSpec complete{.issuer = kIssuing, .number = 5};
  const CrlSpec delta{.issuer = kIssuing, .number = 7, .base = 4};
  const auto removing = [&](CrlSpec spec) {
    spec.entries = {{.serial = serial_of(chain.leaf), .reason = CrlReason::RemoveFromCrl}};
    return spec;
  };
  CHECK(ask_crls(chain, {complete, delta}) == kGood);
  CHECK(ask_crls(chain, {complete, listing(chain, delta)}) == kRevoked);
  CHECK(ask_crls(chain, {listing(chain, complete), delta}) == kRevoked);
  CHECK(ask_crls(chain, {listing(chain, complete), removing(delta)}) == kGood);

  const auto idle = [](std::string why) { return Answer{Outcome::Pass, {}, {std::move(why)}}; };
  CrlSpec other = listing(chain, delta);
  other.base = 6;
  CHECK(ask_crls(chain, {complete, other}) == idle("delta_without_base"));
  other = listing(chain, delta);
  other.number = 4;
  CHECK(ask_crls(chain, {complete, other}) == idle("delta_without_base"));
  other = listing(chain, delta);
  other.point = IssuingDistributionPointInput{.contents = CrlContents::UserCerts};
  CHECK(ask_crls(chain, {complete, other}) == idle("delta_without_base"));
  other = listing(chain, delta);
  other.key_ids = KeyIds::WrongAuthority;
  CHECK(ask_crls(chain, {complete, other}) == idle("delta_without_base"));
  other = listing(chain, delta);
  other.next_update = kLastWeek;
  CHECK(ask_crls(chain, {complete, other}) == idle("crl_expired"));
  other = listing(chain, delta);
  other.signature = Signature::Tampered;
  CHECK(ask_crls(chain, {complete, other}) == idle("crl_signature"));
  chain.policy.deltas = DeltaUse::Ignore;
  CHECK(ask_crls(chain, {complete, listing(chain, delta)}) == idle("delta_not_used"));
}

TEST_CASE("An indirect CRL answers for the distribution point that names its issuer") {
  DistributionPointInput point{.crl_issuer = {directory_name(kCrlIssuer.name)}};
  Chain chain({points({point})});
  CertificateSpec signer = pki::test::leaf(kCrlIssuer, kRoot);
  signer.key_usage = kCrlSign;
  chain.more = {make(signer)};
  CrlSpec spec{.issuer = kCrlIssuer, .point = IssuingDistributionPointInput{.kind = CrlKind::Indirect}};
  CHECK(ask_crls(chain, {spec, {.issuer = kRoot}}) == kGood);
  CrlSpec listed = spec;
  listed.entries = {{.serial = serial_of(chain.leaf), .issuer = kIssuing.name}};
  CHECK(ask_crls(chain, {listed, {.issuer = kRoot}}) == kRevoked);
  // The same number of another issuer's.
  listed.entries = {{.serial = serial_of(chain.leaf)}, {.serial = serial_of(chain.leaf), .issuer = kRoot.name}};
  CHECK(ask_crls(chain, {listed, {.issuer = kRoot}}) == kGood);
  CHECK(ask_crls(chain, {{.issuer = kCrlIssuer}, {.issuer = kRoot}}) == unknown({"crl_not_indirect"}));
  CHECK(ask_crls(Chain(), {spec, {.issuer = kRoot}}) == unknown({}));
  chain.more.clear();
  CHECK(ask_crls(chain, {spec, {.issuer = kRoot}}) == unknown({"crl_issuer_unknown"}));
}

TEST_CASE("A CRL issuer with a key of its own needs a good path to the same anchor, and must be allowed to sign CRLs") {
  const Chain chain;
  const std::vector<CrlSpec> crls = {{.issuer = kIssuingCrlKey}, {.issuer = kRoot}};
  const auto with = [&](const CertificateSpec& spec) {
    Chain result = chain;
    result.more = {make(spec)};
    return result;
  };
  CertificateSpec good = pki::test::leaf(kIssuingCrlKey, kRoot);
  good.key_usage = kCrlSign;
  CHECK(ask_crls(with(good), crls) == kGood);
  CHECK(ask_crls(chain, crls) == unknown({"crl_signature"}));
  CertificateSpec spec = good;
  spec.key_usage = kDigitalSignature;
  CHECK(ask_crls(with(spec), crls) == unknown({"crl_sign_not_allowed"}));
  spec.key_usage = {};
  CHECK(ask_crls(with(spec), crls) == kGood);
  spec = good;
  spec.not_after = kLongAgo;
  CHECK(ask_crls(with(spec), crls) == unknown({"crl_issuer_path"}));
  spec = good;
  spec.issuer = kOtherRoot;
  Chain elsewhere = with(spec);
  elsewhere.more.push_back(make(root(kOtherRoot)));
  CHECK(ask_crls(elsewhere, crls) == unknown({"crl_issuer_path"}));
  // Trusted, but not by the anchor of this path.
  for (const CrlSpec& crl : crls) elsewhere.crls.push_back(make_crl(crl));
  PathQuestion question = elsewhere.question();
  question.anchors.add(elsewhere.more.back());
  CHECK(answer_of(check_paths(question)) == unknown({"crl_issuer_path"}));
  // Revoked itself, or nothing tells.
  Chain revoked = with(good);
  CHECK(ask_crls(revoked, {crls[0], {.issuer = kRoot, .entries = {{.serial = serial_of(revoked.more[0])}}}}) ==
        unknown({"crl_issuer_path"}));
  CHECK(ask_crls(with(good), {crls[0]}) == unknown({"crl_issuer_path"}));
}

TEST_CASE("The issuer's own key must be allowed to sign CRLs") {
  Chain chain;
  CertificateSpec spec = ca(kIssuing, kRoot);
  spec.key_usage = kKeyCertSign;
  chain.issuing = make(spec);
  CHECK(ask_crls(chain, {{.issuer = kIssuing}}) == unknown({"crl_sign_not_allowed"}));
  // An anchor that is a name and a key and nothing else may.
  Chain below_root;
  CertificateSpec bare_root = root(kRoot);
  bare_root.key_usage = kKeyCertSign;
  below_root.anchor = make(bare_root);
  below_root.leaf = make(pki::test::leaf(kLeaf, kRoot));
  below_root.crls = {make_crl({.issuer = kRoot})};
  PathQuestion question = below_root.question();
  CHECK(answer_of(check_paths(question)) == unknown({"crl_sign_not_allowed"}));
  question.options.anchor_constraints = AnchorConstraints::Ignore;
  CHECK(answer_of(check_paths(question)) == kGood);
}

TEST_CASE("A CRL issuer whose own CRL is the only one about it is good unless it lists itself") {
  DistributionPointInput point{.crl_issuer = {directory_name(kCrlIssuer.name)}};
  Chain chain({points({point})});
  CertificateSpec signer = pki::test::leaf(kCrlIssuer, kIssuing);
  signer.key_usage = kCrlSign;
  signer.more = {points({point})};
  chain.more = {make(signer)};
  CrlSpec spec{.issuer = kCrlIssuer, .point = IssuingDistributionPointInput{.kind = CrlKind::Indirect}};
  CHECK(ask_crls(chain, {spec}) == kGood);
  spec.entries = {{.serial = serial_of(chain.more[0]), .issuer = kIssuing.name}};
  CHECK(ask_crls(chain, {spec}) == unknown({"crl_issuer_path"}));
}

TEST_CASE("The path of a CRL issuer is looked for within bounds") {
  Chain chain;
  std::vector<Party> parties = {kIssuingCrlKey};
  for (unsigned key = 20; key < 26; ++key) parties.push_back({"CN=Signer " + std::to_string(key), key});
  // Each one's CRL is signed by a key that only the next one's CRL tells about.
  for (std::size_t i = 0; i + 1 < parties.size(); ++i) {
    DistributionPointInput point{.crl_issuer = {directory_name(parties[i + 1].name)}};
    CertificateSpec spec = pki::test::leaf(parties[i], kRoot);
    spec.key_usage = kCrlSign;
    spec.more = {points({point})};
    chain.more.push_back(make(spec));
    CrlSpec crl{.issuer = parties[i]};
    if (i > 0) crl.point = IssuingDistributionPointInput{.kind = CrlKind::Indirect};
    chain.crls.push_back(make_crl(crl));
  }
  const Report report = chain.check();
  CHECK_FALSE(report.accepted);
  CHECK(has_finding(report.findings, "path.limit.crl_issuers"));
  CHECK(report.work.crl_issuer_searches == 3);
  PathQuestion question = chain.question();
  question.options.limits.max_crl_issuer_searches = 0;
  CHECK(answer_of(check_paths(question)) == unknown({"crl_issuer_limit"}));
}

TEST_CASE("Entries and signatures are counted and bounded") {
  Chain chain;
  CrlSpec spec{.issuer = kIssuing};
  for (int i = 0; i < 100; ++i) spec.entries.push_back({.serial = {0x7F, static_cast<std::uint8_t>(i), 1}});
  chain.crls = {make_crl(spec)};
  const Report report = chain.check();
  CHECK(report.accepted);
  CHECK(report.work.crl_entries == 100);
  CHECK(report.work.crl_signature_checks == 1);
  PathQuestion question = chain.question();
  question.options.limits.max_crl_entries = 99;
  const Report stopped = check_paths(question);
  CHECK(answer_of(stopped) == unknown({"crl_not_searched"}));
  CHECK(has_finding(stopped.findings, "path.limit.crl_entries"));
}

TEST_CASE("A CRL whose signature was not checked for the bound on checks does not answer") {
  Chain chain;
  chain.crls = {make_crl({.issuer = kIssuing, .number = 5}), make_crl({.issuer = kIssuing, .number = 7, .base = 4})};
  PathQuestion question = chain.question();
  question.options.limits.max_crl_signature_checks = 2;
  CHECK(answer_of(check_paths(question)) == kGood);
  question.options.limits.max_crl_signature_checks = 1;
  CHECK(answer_of(check_paths(question)) == Answer{Outcome::Pass, {}, {"crl_signature_unchecked"}});
  question.options.limits.max_crl_signature_checks = 0;
  CHECK(answer_of(check_paths(question)).considered.contains("crl_signature_unchecked"));
  CHECK(answer_of(check_paths(question)).outcome == Outcome::Fail);
}

TEST_CASE("One certificate is looked for in a thousand CRLs, and that there are more is told") {
  const Chain chain;
  // Newer than the one that tells, and about another distribution point.
  std::vector<CrlSpec> specs;
  for (std::uint64_t i = 0; i < 999; ++i) {
    specs.push_back({.issuer = kIssuing,
                     .this_update = kNow,
                     .number = 1000 + i,
                     .point = for_uri("http://lab.example/2.crl"),
                     .signature = Signature::Bogus});
  }
  specs.push_back(listing(chain));
  CHECK(ask_crls(chain, specs).findings == std::set<std::string>{"revoked"});
  specs.push_back(specs.front());
  specs.back().number = 1;
  CHECK(ask_crls(chain, specs) == unknown({"crl_other_point", "crl_not_searched"}));
}

TEST_CASE("No more than fifty reasons are kept for one certificate") {
  Chain chain;
  for (std::uint64_t i = 0; i < 51; ++i) {
    chain.crls.push_back(
        make_crl({.issuer = kIssuing, .next_update = kLastWeek, .number = i, .signature = Signature::Bogus}));
  }
  const Report report = chain.check();
  CHECK(find_step(*report.best(), checks::kRevocation, 0)->considered.size() == 50);
}

TEST_CASE("The hundred latest delta CRLs are looked at for one complete CRL") {
  const Chain chain;
  std::vector<CrlSpec> specs = {{.issuer = kIssuing, .number = 5}};
  specs.push_back(listing(chain, {.issuer = kIssuing, .number = 7, .base = 4}));
  // Newer, and to another base.
  for (std::uint64_t i = 0; i < 99; ++i) {
    specs.push_back(
        {.issuer = kIssuing, .this_update = kNow, .number = 1000 + i, .base = 6, .signature = Signature::Bogus});
  }
  CHECK(ask_crls(chain, specs).findings == std::set<std::string>{"revoked"});
  specs.push_back(specs.back());
  specs.back().number = 2000;
  CHECK(ask_crls(chain, specs) == Answer{Outcome::Pass, {}, {"delta_without_base"}});
}

TEST_CASE("The first hundred distribution points of a certificate are looked at") {
  const std::string here = "http://lab.example/1.crl";
  std::vector<DistributionPointInput> list;
  for (int i = 0; i < 99; ++i) list.push_back(at_uri("http://lab.example/other/" + std::to_string(i)));
  list.push_back(at_uri(here));
  const CrlSpec of_here{.issuer = kIssuing, .point = for_uri(here)};
  CHECK(ask_crls(Chain({points(list)}), {of_here}) == kGood);
  list.insert(list.begin(), at_uri("http://lab.example/other/99"));
  CHECK(ask_crls(Chain({points(list)}), {of_here}) == unknown({"crl_other_point"}));
}

TEST_CASE("Sixteen certificates of a CRL issuer's name are tried for one CRL") {
  Chain chain;
  CertificateSpec signer = pki::test::leaf(kIssuingCrlKey, kRoot);
  signer.key_usage = kCrlSign;
  // Beside the issuing CA itself. Without key identifiers none of them is likelier than the others.
  for (unsigned key = 20; key < 34; ++key) chain.more.push_back(make(pki::test::leaf({kIssuing.name, key}, kRoot)));
  chain.more.push_back(make(signer));
  const std::vector<CrlSpec> crls = {{.issuer = kIssuingCrlKey, .key_ids = KeyIds::None}, {.issuer = kRoot}};
  CHECK(ask_crls(chain, crls) == kGood);
  chain.more.insert(chain.more.begin(), make(pki::test::leaf({kIssuing.name, 34}, kRoot)));
  CHECK(ask_crls(chain, crls) == unknown({"crl_issuer_limit"}));
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

TEST_CASE("A million entries cost one look each") {
  constexpr std::uint32_t kEntries = 1'000'000;
  Chain chain;
  x509::CrlInput input{.issuer = encode_test_name(kIssuing.name), .this_update = kLastWeek, .next_update = kNextWeek};
  asn1::Writer entries;
  for (std::uint32_t i = 0; i < kEntries; ++i) {
    const ByteVector serial = {0x01, static_cast<std::uint8_t>(i >> 16), static_cast<std::uint8_t>(i >> 8),
                               static_cast<std::uint8_t>(i), 0x01};
    x509::write_crl_entry(entries, {.serial = serial, .revocation_date = kLongAgo});
  }
  x509::write_crl_entry(entries, {.serial = serial_of(chain.leaf), .revocation_date = kLongAgo});
  input.entries = entries.take();
  const crypto::PrivateKey& key = test_key(kIssuing.key);
  chain.crls = {parse_crl(unwrap(x509::sign_crl(input, key, key.default_signature_algorithm())))};
  const Report report = chain.check();
  CHECK(answer_of(report) == kRevoked);
  CHECK(report.work.crl_entries == kEntries + 1);
}

}  // namespace pki::path::test
