// Revocation: which certificates and reasons a CRL is about (RFC 5280 6.3.3 (b) to (e)), with delta and indirect CRLs.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "revocation_support.h"

namespace pki::path::test {

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

TEST_CASE("A name relative to a CRL issuer of its own goes by that issuer's directory name") {
  DistributionPointInput point{.crl_issuer = {uri("http://crl.lab.example"), directory_name(kCrlIssuer.name)}};
  point.name.relative_name = x509::parse_name_text("CN=CRL1").value().front();
  Chain chain({points({point})});
  CertificateSpec signer = pki::test::leaf(kCrlIssuer, kRoot);
  signer.key_usage = kCrlSign;
  chain.more = {make(signer)};
  const auto named = [](const Party& issuer, const std::string& name) {
    IssuingDistributionPointInput issuing{.kind = CrlKind::Indirect};
    issuing.name.full_name = {directory_name(name)};
    return CrlSpec{.issuer = issuer, .point = issuing};
  };
  CHECK(ask_crls(chain, {named(kCrlIssuer, "CN=CRL1," + kCrlIssuer.name), {.issuer = kRoot}}) == kGood);
  CHECK(ask_crls(chain, {named(kCrlIssuer, "CN=CRL1," + kIssuing.name), {.issuer = kRoot}}) ==
        unknown({"crl_other_point"}));
  // A CRL of nobody is not that of the issuer that has no directory name.
  CHECK(ask_crls(chain, {named({"", 9}, "CN=CRL1," + kCrlIssuer.name)}) == unknown({}));
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
  other.number = {};
  CHECK(ask_crls(chain, {complete, other}) == idle("delta_without_base"));
  CrlSpec without_number = complete;
  without_number.number = {};
  CHECK(ask_crls(chain, {without_number, listing(chain, delta)}) == idle("delta_without_base"));
  other = listing(chain, delta);
  other.base = {};
  other.more = {make_extension(asn1::oids::kDeltaCrlIndicator, true, {0x05, 0x00})};
  CHECK(ask_crls(chain, {complete, other}) == idle("crl_malformed"));
  other = listing(chain, delta);
  other.key_ids = KeyIds::None;
  CHECK(ask_crls(chain, {complete, other}) == idle("delta_without_base"));
  CrlSpec without_key_id = complete;
  without_key_id.key_ids = KeyIds::None;
  CHECK(ask_crls(chain, {without_key_id, listing(chain, delta)}) == idle("delta_without_base"));
  CHECK(ask_crls(chain, {without_key_id, other}) == kRevoked);
  // To this very CRL, and issued together with it (RFC 5280 5.2.3).
  CHECK(ask_crls(chain, {complete, listing(chain, {.issuer = kIssuing, .number = 7, .base = 5})}) == kRevoked);
  CHECK(ask_crls(chain, {complete, listing(chain, {.issuer = kIssuing, .number = 5, .base = 4})}) == kRevoked);
  other = listing(chain, delta);
  other.next_update = kLastWeek;
  CHECK(ask_crls(chain, {complete, other}) == idle("crl_expired"));
  other = listing(chain, delta);
  other.signature = Signature::Tampered;
  CHECK(ask_crls(chain, {complete, other}) == idle("crl_signature"));
  chain.policy.deltas = DeltaUse::Ignore;
  CHECK(ask_crls(chain, {complete, listing(chain, delta)}) == idle("delta_not_used"));
}

TEST_CASE("Which delta CRL was used is told") {
  Chain chain;
  chain.crls = {make_crl({.issuer = kIssuing, .number = 5}), make_crl({.issuer = kIssuing, .number = 7, .base = 4})};
  const Report report = chain.check();
  const Step* step = find_step(*report.best(), checks::kRevocation, 0);
  REQUIRE(step != nullptr);
  CHECK(std::count(step->values.begin(), step->values.end(), Param{"delta", "1"}) == 1);
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
  const IssuingDistributionPointInput for_users{.contents = CrlContents::UserCerts};
  CHECK(ask_crls(chain, {{.issuer = kCrlIssuer, .point = for_users}, {.issuer = kRoot}}) ==
        unknown({"crl_not_indirect"}));
  CHECK(ask_crls(Chain(), {spec, {.issuer = kRoot}}) == unknown({}));
  chain.more.clear();
  CHECK(ask_crls(chain, {spec, {.issuer = kRoot}}) == unknown({"crl_issuer_unknown"}));
}

}  // namespace pki::path::test
