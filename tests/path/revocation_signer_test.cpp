// Revocation: who may sign a CRL, and the path of a CRL issuer of its own (RFC 5280 6.3.3 (f), (g)).

#include <catch2/catch_test_macros.hpp>

#include "revocation_support.h"

namespace pki::path::test {

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

TEST_CASE("What is asked of the target alone is not asked of a CRL issuer") {
  Chain chain;
  CertificateSpec brief = pki::test::leaf(kLeaf, kIssuing);
  brief.names = {"DNS:leaf.example.com"};
  brief.key_purposes = {asn1::oids::kServerAuth};
  brief.not_before = kNow;
  brief.not_after = Time{kNow.seconds + 86'400};
  chain.leaf = make(brief);
  CertificateSpec signer = pki::test::leaf(kIssuingCrlKey, kRoot);
  signer.key_usage = kCrlSign;
  chain.more = {make(signer)};
  chain.crls = {make_crl({.issuer = kIssuingCrlKey}), make_crl({.issuer = kRoot})};
  PathQuestion question = chain.question();
  question.options.purpose = Purpose::TlsServer;
  question.options.identities = {parse_reference_identity("leaf.example.com").value()};
  question.options.max_validity_days = 398;
  CHECK(answer_of(check_paths(question)) == kGood);
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

TEST_CASE("The path of a CRL issuer is looked for once, however many of its CRLs there are") {
  const auto with_signer = [](Time until) {
    Chain chain;
    CertificateSpec signer = pki::test::leaf(kIssuingCrlKey, kRoot);
    signer.key_usage = kCrlSign;
    signer.not_after = until;
    chain.more = {make(signer)};
    const auto about = [](std::uint32_t reasons) {
      return make_crl({.issuer = kIssuingCrlKey, .point = IssuingDistributionPointInput{.reasons = reasons}});
    };
    chain.crls = {about(kKeyCompromise), about(kOtherReasons), make_crl({.issuer = kRoot})};
    return chain.check();
  };
  const Report good = with_signer(kFarAhead);
  CHECK(answer_of(good) == kGood);
  CHECK(good.work.crl_issuer_searches == 1);
  const Report expired = with_signer(kLongAgo);
  CHECK(answer_of(expired) == unknown({"crl_issuer_path"}));
  CHECK(find_step(*expired.best(), checks::kRevocation, 0)->considered.size() == 2);
  CHECK(expired.work.crl_issuer_searches == 1);
}

namespace {

const Party& signer(unsigned number) {
  static const std::vector<Party> all = {{"CN=Signer 0,O=Lab", 20},
                                         {"CN=Signer 1,O=Lab", 21},
                                         {"CN=Signer 2,O=Lab", 22},
                                         {"CN=Signer 3,O=Lab", 23},
                                         {"CN=Signer 4,O=Lab", 24}};
  return all[number];
}

// The distribution point whose CRLs the signer issues.
x509::ExtensionInput points_at(unsigned number) {
  return points({DistributionPointInput{.crl_issuer = {directory_name(signer(number).name)}}});
}

CertificateSpec signer_spec(unsigned number, x509::ExtensionInput where) {
  CertificateSpec spec = pki::test::leaf(signer(number), kRoot);
  spec.key_usage = kCrlSign;
  spec.more = {std::move(where)};
  return spec;
}

CrlSpec indirect_crl(unsigned number) {
  return {.issuer = signer(number), .point = IssuingDistributionPointInput{.kind = CrlKind::Indirect}};
}

// The CRLs about the issuing CA are of one signer, those about the leaf of another.
Chain chain_of(unsigned for_issuing, unsigned for_leaf) {
  Chain chain({points_at(for_leaf)});
  CertificateSpec issuing = ca(kIssuing, kRoot);
  issuing.more = {points_at(for_issuing)};
  chain.issuing = make(issuing);
  chain.policy.scope = RevocationScope::Chain;
  return chain;
}

}  // namespace

TEST_CASE("Of two CRL issuers that vouch for each other none is good once the other is revoked") {
  Chain chain = chain_of(0, 1);
  chain.more = {make(signer_spec(0, points_at(1))), make(signer_spec(1, points_at(0)))};
  CrlSpec of_other = indirect_crl(1);
  chain.crls = {make_crl(indirect_crl(0)), make_crl(of_other)};
  CHECK(chain.check().accepted);
  of_other.entries = {{.serial = serial_of(chain.more[0]), .issuer = kRoot.name}};
  chain.crls[1] = make_crl(of_other);
  const Report report = chain.check();
  CHECK(answer_of(report, 1) == unknown({"crl_issuer_path"}));
  CHECK(answer_of(report, 0) == unknown({"crl_issuer_path"}));
}

TEST_CASE("A CRL issuer that was too far away once is not too far away for good") {
  Chain chain = chain_of(0, 2);
  for (unsigned i = 0; i < 4; ++i) {
    chain.more.push_back(make(signer_spec(i, points_at(i + 1))));
    chain.crls.push_back(make_crl(indirect_crl(i)));
  }
  const std::string here = "http://lab.example/4.crl";
  chain.more.push_back(make(signer_spec(4, points({at_uri(here)}))));
  chain.crls.push_back(make_crl(indirect_crl(4)));
  chain.crls.push_back(make_crl({.issuer = kRoot, .point = for_uri(here)}));
  const Report report = chain.check();
  CHECK(answer_of(report, 1).outcome == Outcome::Fail);
  CHECK(answer_of(report, 0).outcome == Outcome::Pass);
  CHECK(has_finding(report.findings, "path.limit.crl_issuers"));
}

}  // namespace pki::path::test
