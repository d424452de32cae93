// One fault at a time: it is found, on the right certificate, and nothing else is.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "asn1/oids.h"
#include "draft.h"
#include "path/checks/basic.h"
#include "path/checks/encoding.h"
#include "path/revocation/judge.h"
#include "path/validator.h"
#include "path_support.h"
#include "x509/extensions/name_constraints.h"
#include "x509/extensions/policies.h"

namespace pki::path::test {
namespace {

using Failures = std::set<std::string>;

// The chain root > issuing > lower > leaf, before it is made; a case spoils one part of it.
struct Chain {
  CertificateSpec root = test::root(kRoot);
  CertificateSpec issuing = ca(kIssuing, kRoot);
  CertificateSpec lower = ca(kLower, kIssuing);
  CertificateSpec leaf = test::leaf(kLeaf, kLower);
  CheckOptions options = {.at = kNow};

  Chain() {
    leaf.key_purposes = {oids::kServerAuth};
    leaf.names = {"DNS:leaf.example.com"};
  }
};

Report check(const Chain& chain) {
  PathQuestion question = ask(make(chain.leaf), {make(chain.issuing), make(chain.lower)}, {make(chain.root)});
  question.options = chain.options;
  return check_paths(question);
}

struct Case {
  const char* name;
  std::function<void(Chain&)> spoil;
  Failures expected;
};

asn1::Oid private_extension() { return asn1::make_oid<1, 3, 6, 1, 4, 1, 55555, 1>(); }

ByteVector constrain_to_example() {
  return x509::encode_name_constraints({*x509::parse_general_name_text("DNS:example.com")}, {}).value();
}

const Case kCases[] = {
    {"a good chain passes", [](Chain&) {}, {}},
    {"an expired leaf", [](Chain& c) { c.leaf.not_after = *from_iso8601("2026-06-01"); }, {"path.validity.expired@0"}},
    {"an expired intermediate CA",
     [](Chain& c) { c.lower.not_after = *from_iso8601("2026-06-01"); },
     {"path.validity.expired@1"}},
    {"a leaf that is not valid yet",
     [](Chain& c) { c.leaf.not_before = *from_iso8601("2026-07-01"); },
     {"path.validity.not_yet_valid@0"}},
    {"an intermediate CA that is not valid yet",
     [](Chain& c) { c.issuing.not_before = *from_iso8601("2026-07-01"); },
     {"path.validity.not_yet_valid@2"}},
    {"the last second of the validity counts", [](Chain& c) { c.leaf.not_after = kNow; }, {}},
    {"the first second of the validity counts", [](Chain& c) { c.leaf.not_before = kNow; }, {}},
    {"one second after the end is too late",
     [](Chain& c) { c.leaf.not_after = Time{kNow.seconds - 1}; },
     {"path.validity.expired@0"}},
    {"a tampered leaf", [](Chain& c) { c.leaf.signature = Signature::Tampered; }, {"path.signature.invalid@0"}},
    {"a tampered intermediate CA",
     [](Chain& c) { c.issuing.signature = Signature::Tampered; },
     {"path.signature.invalid@2"}},
    {"an issuer whose basic constraints say that it is no CA",
     [](Chain& c) { c.lower.basic_constraints = x509::BasicConstraints{}; },
     {"path.basic_constraints.not_ca@1"}},
    {"an issuer without basic constraints",
     [](Chain& c) { c.lower.basic_constraints.reset(); },
     {"path.basic_constraints.missing@1"}},
    {"an issuer of version 1",
     [](Chain& c) {
       c.lower.basic_constraints.reset();
       c.lower.key_usage.reset();
       c.lower.key_ids = KeyIds::None;
     },
     {"path.basic_constraints.version@1"}},
    {"a path length that leaves no room for another CA",
     [](Chain& c) { c.issuing.basic_constraints->path_length = 0; },
     {"path.path_length.exceeded@1"}},
    {"a path length that is just enough", [](Chain& c) { c.issuing.basic_constraints->path_length = 1; }, {}},
    {"path length zero on the last CA", [](Chain& c) { c.lower.basic_constraints->path_length = 0; }, {}},
    {"the anchor's path length",
     [](Chain& c) { c.root.basic_constraints->path_length = 1; },
     {"path.path_length.exceeded@1"}},
    {"the anchor's path length, where anchors are a name and a key",
     [](Chain& c) {
       c.root.basic_constraints->path_length = 1;
       c.options.anchor_constraints = AnchorConstraints::Ignore;
     },
     {}},
    {"a larger path length below does not lift a smaller one above",
     [](Chain& c) {
       c.root.basic_constraints->path_length = 1;
       c.issuing.basic_constraints->path_length = 9;
     },
     {"path.path_length.exceeded@1"}},
    {"an issuer whose key usage lacks keyCertSign",
     [](Chain& c) { c.lower.key_usage = kDigitalSignature; },
     {"path.key_usage.no_cert_sign@1"}},
    {"an issuer without key usage", [](Chain& c) { c.lower.key_usage.reset(); }, {}},
    {"a leaf for another purpose",
     [](Chain& c) { c.options.purpose = Purpose::TlsClient; },
     {"path.extended_key_usage.purpose@0"}},
    {"a leaf for the purpose", [](Chain& c) { c.options.purpose = Purpose::TlsServer; }, {}},
    {"an issuing CA whose extended key usage does not include the purpose (UCM #228)",
     [](Chain& c) {
       c.leaf.key_purposes = {oids::kClientAuth};
       c.issuing.key_purposes = {oids::kServerAuth};
       c.options.purpose = Purpose::TlsClient;
     },
     {"path.extended_key_usage.issuer@2"}},
    {"the same, where nesting is switched off",
     [](Chain& c) {
       c.leaf.key_purposes = {oids::kClientAuth};
       c.issuing.key_purposes = {oids::kServerAuth};
       c.options.purpose = Purpose::TlsClient;
       c.options.eku_nesting = EkuNesting::Off;
     },
     {}},
    {"a root whose extended key usage does not count",
     [](Chain& c) {
       c.root.key_purposes = {oids::kClientAuth};
       c.options.purpose = Purpose::TlsServer;
     },
     {}},
    {"a root whose extended key usage does count",
     [](Chain& c) {
       c.root.key_purposes = {oids::kClientAuth};
       c.options.purpose = Purpose::TlsServer;
       c.options.eku_nesting = EkuNesting::IncludingAnchor;
     },
     {"path.extended_key_usage.issuer@3"}},
    {"a CA with anyExtendedKeyUsage",
     [](Chain& c) {
       c.issuing.key_purposes = {oids::kAnyExtendedKeyUsage};
       c.options.purpose = Purpose::TlsServer;
     },
     {}},
    {"a leaf whose key usage does not allow the purpose",
     [](Chain& c) {
       c.leaf.key_usage = kCrlSign;
       c.options.purpose = Purpose::TlsServer;
     },
     {"path.key_usage.purpose@0"}},
    {"an OCSP signer that is not named one",
     [](Chain& c) {
       c.leaf.key_purposes = {};
       c.options.purpose = Purpose::OcspSigning;
     },
     {"path.extended_key_usage.missing@0"}},
    {"a time stamper with a second purpose",
     [](Chain& c) {
       c.leaf.key_purposes = {oids::kTimeStamping, oids::kServerAuth};
       c.options.purpose = Purpose::TimeStamping;
     },
     {"path.extended_key_usage.not_alone@0"}},
    {"an unknown critical extension in the leaf",
     [](Chain& c) {
       c.leaf.more.push_back(make_extension(private_extension(), true, {0x05, 0x00}));
     },
     {"path.critical_extension.unknown@0"}},
    {"an unknown critical extension in a CA",
     [](Chain& c) {
       c.issuing.more.push_back(make_extension(private_extension(), true, {0x05, 0x00}));
     },
     {"path.critical_extension.unknown@2"}},
    {"an unknown extension that is not critical",
     [](Chain& c) {
       c.leaf.more.push_back(make_extension(private_extension(), false, {0x05, 0x00}));
     },
     {}},
    {"an extension that occurs twice",
     [](Chain& c) {
       c.leaf.more.push_back(make_extension(private_extension(), false, {0x05, 0x00}));
       c.leaf.more.push_back(make_extension(private_extension(), false, {0x05, 0x00}));
     },
     {"path.encoding.extension_duplicate@0"}},
    {"basic constraints that cannot be read",
     [](Chain& c) {
       c.leaf.more.push_back(make_extension(oids::kBasicConstraints, true, {0x04, 0x01, 0x00}));
     },
     {"path.encoding.extension_malformed@0"}},
    {"a malformed extension that no path relies on",
     [](Chain& c) {
       c.leaf.more.push_back(make_extension(oids::kTlsFeature, false, {0x04, 0x01, 0x00}));
     },
     {}},
    {"name constraints that hold",
     [](Chain& c) { c.issuing.more.push_back(make_extension(oids::kNameConstraints, true, constrain_to_example())); },
     {}},
    {"name constraints that do not hold",
     [](Chain& c) {
       c.issuing.more.push_back(make_extension(oids::kNameConstraints, true, constrain_to_example()));
       c.leaf.names = {"DNS:leaf.example.org"};
     },
     {"path.name_constraints.not_permitted@0"}},
    {"an explicit policy that is demanded, and none is there",
     [](Chain& c) {
       c.issuing.more.push_back(
           make_extension(oids::kPolicyConstraints, true, x509::encode(x509::PolicyConstraints{0, {}})));
     },
     {"path.policies.explicit_required@1"}},
    {"an explicit policy that never comes to bear",
     [](Chain& c) {
       c.issuing.more.push_back(
           make_extension(oids::kPolicyConstraints, true, x509::encode(x509::PolicyConstraints{5, {}})));
     },
     {}},
    {"an expired anchor", [](Chain& c) { c.root.not_after = *from_iso8601("2026-06-01"); }, {"path.anchor.expired@3"}},
    {"an anchor that is not yet valid",
     [](Chain& c) { c.root.not_before = *from_iso8601("2026-07-01"); },
     {"path.anchor.not_yet_valid@3"}},
    {"an expired anchor that is taken all the same",
     [](Chain& c) {
       c.root.not_after = *from_iso8601("2026-06-01");
       c.options.anchor_validity = Reaction::Ignore;
     },
     {}},
    {"an anchor that is no CA",
     [](Chain& c) { c.root.basic_constraints = x509::BasicConstraints{}; },
     {"path.anchor.not_ca@3"}},
    {"an anchor whose key usage lacks keyCertSign",
     [](Chain& c) { c.root.key_usage = kCrlSign; },
     {"path.anchor.no_cert_sign@3"}},
    {"an anchor of version 1",
     [](Chain& c) {
       c.root.basic_constraints.reset();
       c.root.key_usage.reset();
       c.root.key_ids = KeyIds::None;
     },
     {}},
    {"a curve that is not accepted",
     [](Chain& c) { c.options.strength.curves = {crypto::Curve::P384}; },
     {"path.strength.curve@0", "path.strength.curve@1", "path.strength.curve@2", "path.strength.curve@3"}},
    {"a hash that is not accepted",
     [](Chain& c) { c.options.strength.hashes = {crypto::HashAlgorithm::Sha384}; },
     {"path.strength.hash@0", "path.strength.hash@1", "path.strength.hash@2"}},
    {"a host that the leaf does not name",
     [](Chain& c) { c.options.identities = {parse_reference_identity("www.example.com").value()}; },
     {"path.identity.mismatch@0"}},
    {"a host that the leaf names",
     [](Chain& c) { c.options.identities = {parse_reference_identity("LEAF.example.com.").value()}; },
     {}},
    {"a host where the leaf has no names at all",
     [](Chain& c) {
       c.leaf.names.clear();
       c.options.identities = {parse_reference_identity("leaf.example.com").value()};
     },
     {"path.identity.no_names@0"}},
};

}  // namespace

TEST_CASE("Each fault is found on the certificate that has it, and nothing else is") {
  for (const Case& item : kCases) {
    SECTION(item.name) {
      Chain chain;
      item.spoil(chain);
      const Report report = check(chain);
      REQUIRE(report.paths.size() == 1);
      CHECK(failures(report.paths[0]) == item.expected);
      CHECK(report.accepted == item.expected.empty());
      CHECK(report.headline.has_value() != report.accepted);
      CHECK(report.paths[0].failures == item.expected.size());
    }
  }
}

TEST_CASE("A weak key only warns where the relying party says so") {
  Chain chain;
  chain.options.strength.hashes = {crypto::HashAlgorithm::Sha512};
  chain.options.weak = Reaction::Warn;
  const Report report = check(chain);
  CHECK(report.accepted);
  CHECK(warnings(report.paths[0]) == Failures{"path.strength.hash@0", "path.strength.hash@1", "path.strength.hash@2"});
}

TEST_CASE("All faults of a path are found, and the headline is the one that matters most") {
  Chain chain;
  chain.leaf.not_after = *from_iso8601("2026-06-01");
  chain.lower.key_usage = kCrlSign;
  chain.issuing.signature = Signature::Tampered;
  const Report report = check(chain);
  REQUIRE(report.paths.size() == 1);
  CHECK(failures(report.paths[0]) ==
        Failures{"path.validity.expired@0", "path.key_usage.no_cert_sign@1", "path.signature.invalid@2"});
  REQUIRE(report.headline);
  CHECK(report.headline->id() == "path.signature.invalid");
  CHECK(report.paths[0].headline_certificate == 2);
  CHECK_FALSE(report.paths[0].near_miss());
}

TEST_CASE("A path with one fault is a near miss") {
  Chain chain;
  chain.leaf.not_after = *from_iso8601("2026-06-01");
  const Report report = check(chain);
  CHECK(report.paths.at(0).near_miss());
}

TEST_CASE("Every certificate has a step for every check, and a finding points into its octets") {
  Chain chain;
  chain.leaf.not_after = *from_iso8601("2026-06-01");
  const Report report = check(chain);
  const CandidatePath& path = report.paths.at(0);
  for (const Check* check :
       {&checks::kEncoding, &checks::kVersion, &checks::kAlgorithm, &checks::kSignature, &checks::kValidity,
        &checks::kNameChaining, &checks::kKeyIdentifier, &checks::kBasicConstraints, &checks::kPathLength,
        &checks::kKeyUsage, &checks::kExtendedKeyUsage, &checks::kCriticalExtensions, &checks::kStrength,
        &checks::kIssuerRules, &checks::kIdentity}) {
    for (int i = 0; i < 3; ++i) {
      CAPTURE(check->id, i);
      CHECK(find_step(path, *check, i) != nullptr);
    }
  }
  const Step* step = find_step(path, checks::kValidity, 0);
  REQUIRE(step != nullptr);
  const auto& range = step->findings.at(0).where.range;
  REQUIRE(range);
  CHECK(*range == path.certificates[0]->range(path.certificates[0]->not_after()->element.whole));
  CHECK(step->findings[0].param("at") == "2026-06-15T12:00:00Z");
}

TEST_CASE("A path that is given in full is judged in its order") {
  const std::vector<x509::CertificatePtr> certificates = {make(leaf(kLeaf, kLower)), make(ca(kLower, kIssuing)),
                                                          make(ca(kIssuing, kRoot))};
  const TrustAnchorPtr anchor = TrustAnchor::from_certificate(make(root(kRoot)));
  CHECK(validate_given_path(certificates, anchor, {.at = kNow}).accepted);

  const std::vector<x509::CertificatePtr> swapped = {certificates[0], certificates[2], certificates[1]};
  const CandidatePath path = validate_given_path(swapped, anchor, {.at = kNow});
  CHECK_FALSE(path.accepted);
  CHECK(failures(path) == Failures{"path.name_chaining.mismatch@0", "path.signature.invalid@0",
                                   "path.name_chaining.mismatch@1", "path.signature.invalid@1",
                                   "path.name_chaining.mismatch@2", "path.signature.invalid@2"});
}

TEST_CASE("A signature that was not checked for the bound on checks refuses") {
  const x509::CertificatePtr target = make(leaf(kLeaf, kRoot));
  const PathQuestion question = ask(target, {}, {make(root(kRoot))});
  CandidatePath path;
  path.anchor = question.anchors.anchors().front();
  path.certificates = {target, path.anchor->certificate()};
  path.judged = 1;
  path.end = PathEnd::TrustAnchor;
  SignatureCache signatures(0);
  RevocationJudge revocation(question, signatures);
  validate(path, question.options, signatures, revocation);
  CHECK(failures(path) == Failures{"path.signature.limit@0"});
  CHECK_FALSE(path.accepted);
}

TEST_CASE("Unique identifiers in a certificate of version 1 refuse") {
  const CheckOptions options{.at = kNow};
  Draft draft = clean_leaf();
  draft.version = {};
  draft.extensions.clear();
  const auto judge = [&] {
    const x509::CertificatePtr certificate = draft.parse();
    return checks::judge_version({*certificate, Role::Target, options});
  };
  CHECK(judge().outcome == Outcome::Pass);
  for (const auto& [tag, field] :
       {std::pair(0x81, "tbsCertificate.issuerUniqueID"), std::pair(0x82, "tbsCertificate.subjectUniqueID")}) {
    draft.unique_ids = tlv(static_cast<std::uint8_t>(tag), hex("00aa"));
    const Judgement judgement = judge();
    CHECK(judgement.outcome == Outcome::Fail);
    REQUIRE(rule_ids(judgement.findings) == std::set<std::string>{"path.version.unique_id"});
    CHECK(judgement.findings[0].where.field == field);
  }
}

TEST_CASE("Extensions in a certificate of version 1 or 2 refuse") {
  const CheckOptions options{.at = kNow};
  Draft draft = clean_leaf();
  for (const ByteVector& version : {ByteVector(), hex("a003020101")}) {
    draft.version = version;
    const x509::CertificatePtr certificate = draft.parse();
    const Judgement judgement = checks::judge_version({*certificate, Role::Target, options});
    CHECK(judgement.outcome == Outcome::Fail);
    REQUIRE(rule_ids(judgement.findings) == std::set<std::string>{"path.version.extensions"});
    CHECK(judgement.findings[0].where.field == "tbsCertificate.extensions");
    CHECK(judgement.findings[0].param("version") == (version.empty() ? "1" : "2"));
  }
}

TEST_CASE("A time that cannot be read refuses") {
  const CheckOptions options{.at = *from_iso8601("2026-02-01")};
  for (const bool begin : {true, false}) {
    Draft draft = clean_leaf();
    (begin ? draft.not_before : draft.not_after) = tlv(0x17, "260x01000000Z");
    const x509::CertificatePtr certificate = draft.parse();
    const Judgement judgement = checks::judge_validity({*certificate, Role::Target, options});
    CHECK(judgement.outcome == Outcome::Fail);
    REQUIRE(rule_ids(judgement.findings) == std::set<std::string>{"path.validity.unreadable"});
    CHECK(judgement.findings[0].param("field") == (begin ? "notBefore" : "notAfter"));
  }
}

TEST_CASE("An algorithm inside the signed part that is not the one outside refuses") {
  ByteVector der = make_der(leaf(kLeaf, kRoot));
  // The outer ecdsa-with-SHA256 (the last one in the DER) becomes ecdsa-with-SHA384.
  const Bytes oid = oids::kEcdsaWithSha256.content();
  const auto place = std::find_end(der.begin(), der.end(), oid.begin(), oid.end());
  REQUIRE(place != der.end());
  *(place + static_cast<std::ptrdiff_t>(oid.size()) - 1) = 0x03;
  const Report report = check_paths(ask(parse_certificate(der), {}, {make(root(kRoot))}));
  CHECK(failures(report.paths.at(0)) == Failures{"path.algorithm.mismatch@0", "path.signature.invalid@0"});
}

TEST_CASE("What is no DER refuses where a path rests on it, and is noted elsewhere") {
  // TRUE is the octet FF in DER (X.690 11.1).
  const auto with_true = [](asn1::Oid id) {
    Draft draft = clean_leaf();
    draft[id].critical = true;
    ByteVector der = draft.der();
    ByteVector place = oid_der(id);
    append(place, hex("0101ff"));
    const auto found = std::search(der.begin(), der.end(), place.begin(), place.end());
    REQUIRE(found != der.end());
    *(found + static_cast<std::ptrdiff_t>(place.size()) - 1) = 0x01;
    return parse_certificate(der);
  };
  const CheckOptions options{.at = kNow};
  const auto relied_on = with_true(oids::kKeyUsage);
  const Judgement refused = checks::judge_encoding({*relied_on, Role::Target, options});
  CHECK(refused.outcome == Outcome::Fail);
  CHECK(rule_ids(refused.findings) == Failures{"path.encoding.not_der"});
  const auto idle = with_true(oids::kCrlDistributionPoints);
  CHECK(rule_ids(checks::judge_encoding({*idle, Role::Target, options}).findings) == Failures{});
  CHECK(rule_ids(checks::find_noted(*idle)) == Failures{"path.issuer_rules.noted"});
}

TEST_CASE("A version that RFC 5280 does not know is refused") {
  for (const char* version : {"a003020103", "a003020104"}) {
    Draft draft = clean_leaf();
    draft.version = hex(version);
    const CheckOptions options{.at = kNow};
    const Judgement judgement = checks::judge_version({*draft.parse(), Role::Target, options});
    CHECK(judgement.outcome == Outcome::Fail);
    CHECK(rule_ids(judgement.findings) == Failures{"path.version.unknown"});
  }
}

}  // namespace pki::path::test
