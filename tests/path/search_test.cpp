// Path building: which paths are found, in which order, and what is said of the rest.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "path_support.h"

namespace pki::path::test {
namespace {

using Failures = std::set<std::string>;

std::string names(const CandidatePath& path) {
  std::string text;
  for (const x509::CertificatePtr& certificate : path.certificates) {
    text += (text.empty() ? "" : " < ") + *certificate->subject().last(asn1::oids::kCommonName);
  }
  return text;
}

std::size_t accepted_count(const Report& report) {
  return static_cast<std::size_t>(
      std::count_if(report.paths.begin(), report.paths.end(), [](const CandidatePath& path) { return path.accepted; }));
}

Party numbered(unsigned number) { return {"CN=CA " + std::to_string(number), 100 + number % 16}; }

}  // namespace

TEST_CASE("The order of the pool does not matter, and duplicates are merged") {
  const auto target = make(leaf(kLeaf, kLower));
  const auto lower = make(ca(kLower, kIssuing));
  const auto issuing = make(ca(kIssuing, kRoot));
  const auto anchor = make(root(kRoot));
  const auto stranger = make(ca({"CN=Stranger", 7}, kOtherRoot));
  const auto again = parse_certificate(to_vector(lower->der()));
  for (const auto& pool : {std::vector{lower, issuing}, std::vector{issuing, lower},
                           std::vector{stranger, again, issuing, lower, anchor, target, lower}}) {
    const Report report = check_paths(ask(target, pool, {anchor, anchor}));
    CHECK(report.accepted);
    REQUIRE(report.paths.size() == 1);
    CHECK(names(report.paths[0]) == "leaf.example.com < Lower < Issuing < Root");
    CHECK(report.paths[0].judged == 3);
    CHECK(report.work.signature_checks == 3);
  }
}

TEST_CASE("A missing intermediate is told by the name and key identifier that are looked for") {
  const Report report = check_paths(ask(make(leaf(kLeaf, kLower)), {make(ca(kIssuing, kRoot))}, {make(root(kRoot))}));
  REQUIRE(report.paths.size() == 1);
  CHECK(failures(report.paths[0]) == Failures{"path.build.no_issuer@0"});
  CHECK(report.headline->param("issuer") == "CN=Lower,O=Lab");
  CHECK_FALSE(report.headline->param("key_identifier").empty());
  const Step* signature = find_step(report.paths[0], checks::kSignature, 0);
  REQUIRE(signature != nullptr);
  CHECK(signature->outcome == Outcome::NotReached);
}

TEST_CASE("A wrong anchor is told apart from a missing issuer") {
  const auto target = make(leaf(kLeaf, kIssuing));
  const auto issuing = make(ca(kIssuing, kRoot));
  const auto right = make(root(kRoot));
  const auto wrong = make(root(kOtherRoot));

  const Report with_root = check_paths(ask(target, {issuing, right}, {wrong}));
  REQUIRE(with_root.paths.size() == 1);
  CHECK(failures(with_root.paths[0]) == Failures{"path.build.anchor_not_trusted@2"});
  CHECK(with_root.paths[0].end == PathEnd::UntrustedRoot);

  const Report without_root = check_paths(ask(target, {issuing}, {wrong}));
  REQUIRE(without_root.paths.size() == 1);
  CHECK(failures(without_root.paths[0]) == Failures{"path.build.no_issuer@1"});
}

TEST_CASE("An anchor of the right name and another key is told apart from a broken signature") {
  const auto target = make(leaf(kLeaf, kIssuing));
  const auto issuing = make(ca(kIssuing, kRoot));
  const auto renewed = make(root({kRoot.name, 9}));
  const Report report = check_paths(ask(target, {issuing}, {renewed}));
  REQUIRE(report.paths.size() == 1);
  CHECK(failures(report.paths[0]) == Failures{"path.build.issuer_key_differs@1"});
  CHECK(reasons(report, SearchEventKind::Refused).contains("path.build.key_does_not_fit"));
}

TEST_CASE("Without key identifiers a key that does not fit is a broken signature") {
  CertificateSpec issuing = ca(kIssuing, kRoot);
  issuing.key_ids = KeyIds::None;
  CertificateSpec renewed = root({kRoot.name, 9});
  renewed.key_ids = KeyIds::None;
  const Report report = check_paths(ask(make(leaf(kLeaf, kIssuing)), {make(issuing)}, {make(renewed)}));
  REQUIRE(report.paths.size() == 1);
  CHECK(failures(report.paths[0]) == Failures{"path.signature.invalid@1"});
}

TEST_CASE("No anchors at all is said") {
  const Report report = check_paths(ask(make(leaf(kLeaf, kIssuing)), {make(ca(kIssuing, kRoot))}, {}));
  CHECK_FALSE(report.accepted);
  CHECK(has_finding(report.findings, "path.input.no_anchors"));
  CHECK(failures(report.paths.at(0)) == Failures{"path.build.no_issuer@1"});
}

TEST_CASE("A candidate that only has another name is reported as refused") {
  const Report report = check_paths(
      ask(make(leaf(kLeaf, kIssuing)), {make(ca({"CN=Renamed", kIssuing.key}, kRoot))}, {make(root(kRoot))}));
  CHECK_FALSE(report.accepted);
  CHECK(reasons(report, SearchEventKind::Refused).contains("path.build.name_differs"));
  CHECK(failures(report.paths.at(0)) == Failures{"path.build.no_issuer@0"});
}

TEST_CASE("The one good path among cross-certificates is found, whatever breaks the others") {
  const auto target = make(leaf(kLeaf, kIssuing));
  const auto anchor = make(root(kRoot));
  CertificateSpec expired = ca(kIssuing, kRoot);
  expired.not_after = *from_iso8601("2026-01-01");
  CertificateSpec tampered = ca(kIssuing, kRoot);
  tampered.signature = Signature::Tampered;
  CertificateSpec no_ca = ca(kIssuing, kRoot);
  no_ca.basic_constraints = x509::BasicConstraints{};
  CertificateSpec no_cert_sign = ca(kIssuing, kRoot);
  no_cert_sign.key_usage = kCrlSign;
  CertificateSpec wrong_purpose = ca(kIssuing, kRoot);
  wrong_purpose.key_purposes = {asn1::oids::kCodeSigning};
  CertificateSpec unknown_critical = ca(kIssuing, kRoot);
  unknown_critical.more.push_back(make_extension(asn1::make_oid<1, 2, 3, 4>(), true, {0x05, 0x00}));
  const auto untrusted = make(ca(kIssuing, kOtherRoot));
  // The good one goes a longer way.
  const auto good = make(ca(kIssuing, kLower));
  const auto lower = make(ca(kLower, kRoot));
  CertificateSpec short_lower = ca(kLower, kRoot, 0);

  PathQuestion question =
      ask(target,
          {make(expired), make(tampered), make(no_ca), make(no_cert_sign), make(wrong_purpose), make(unknown_critical),
           untrusted, make(root(kOtherRoot)), make(short_lower), good, lower},
          {anchor});
  question.options.purpose = Purpose::TlsServer;
  const Report report = check_paths(question);
  CHECK(report.accepted);
  CHECK(accepted_count(report) == 1);
  CHECK(names(report.paths[0]) == "leaf.example.com < Issuing < Lower < Root");

  std::set<std::string> near_misses;
  for (const CandidatePath& path : report.paths) {
    if (path.near_miss()) near_misses.merge(failures(path));
  }
  CHECK(near_misses == std::set<std::string>{"path.validity.expired@1", "path.signature.invalid@1",
                                             "path.basic_constraints.not_ca@1", "path.key_usage.no_cert_sign@1",
                                             "path.extended_key_usage.issuer@1", "path.critical_extension.unknown@1",
                                             "path.path_length.exceeded@1"});
  CHECK(report.paths.back().end == PathEnd::UntrustedRoot);
}

TEST_CASE("The search can stop at the first accepted path") {
  PathQuestion question = ask(make(leaf(kLeaf, kIssuing)), {make(ca(kIssuing, kRoot)), make(ca(kIssuing, kOtherRoot))},
                              {make(root(kRoot)), make(root(kOtherRoot))});
  CHECK(check_paths(question).paths.size() == 2);
  question.options.extent = SearchExtent::UntilAccepted;
  const Report report = check_paths(question);
  CHECK(report.accepted);
  CHECK(report.paths.size() == 1);
  CHECK(report.findings.empty());
}

TEST_CASE("Two CAs that certify each other make no endless path") {
  const Party a{"CN=A", 10};
  const Party b{"CN=B", 11};
  const auto target = make(leaf(kLeaf, a));
  const std::vector<x509::CertificatePtr> circle = {make(ca(a, b)), make(ca(b, a))};
  const Report lost = check_paths(ask(target, circle, {make(root(kRoot))}));
  CHECK_FALSE(lost.accepted);
  CHECK(reasons(lost, SearchEventKind::Refused).contains("path.build.loop"));
  REQUIRE(lost.paths.size() == 1);
  CHECK(failures(lost.paths[0]) == Failures{"path.build.circle@2"});

  std::vector<x509::CertificatePtr> with_exit = circle;
  with_exit.push_back(make(ca(b, kRoot)));
  const Report found = check_paths(ask(target, with_exit, {make(root(kRoot))}));
  CHECK(found.accepted);
  CHECK(names(found.paths[0]) == "leaf.example.com < A < B < Root");
}

TEST_CASE("A root and an issuing CA that share one name are told apart by their keys") {
  for (const KeyIds key_ids : {KeyIds::Both, KeyIds::None}) {
    const Party same_root{"CN=Company CA", 20};
    const Party same_issuing{"CN=Company CA", 21};
    CertificateSpec root_spec = root(same_root);
    CertificateSpec issuing_spec = ca(same_issuing, same_root);
    CertificateSpec leaf_spec = leaf(kLeaf, same_issuing);
    root_spec.key_ids = issuing_spec.key_ids = leaf_spec.key_ids = key_ids;
    const Report report = check_paths(ask(make(leaf_spec), {make(issuing_spec)}, {make(root_spec)}));
    CHECK(report.accepted);
    REQUIRE(report.paths.size() == 1);
    CHECK(report.paths[0].certificates.size() == 3);
  }
}

TEST_CASE("A self-issued rollover certificate is no self-signed one (OpenSSL #32793)") {
  const Party old_key{"CN=Root,O=Lab", 30};
  const Party new_key{"CN=Root,O=Lab", 31};
  const auto target = make(leaf(kLeaf, kIssuing));
  const auto issuing = make(ca(kIssuing, new_key));
  const auto new_with_old = make(ca(new_key, old_key));
  const Report report = check_paths(ask(target, {issuing, new_with_old, make(root(new_key))}, {make(root(old_key))}));
  CHECK(report.accepted);
  REQUIRE(report.best() != nullptr);
  CHECK(report.paths[0].certificates.size() == 4);
  CHECK(report.paths[0].certificates[2]->self_issued());
}

TEST_CASE("Self-issued certificates do not count for the path length") {
  const Party old_key{"CN=Root,O=Lab", 30};
  const Party new_key{"CN=Root,O=Lab", 31};
  CertificateSpec anchor = root(old_key);
  anchor.basic_constraints->path_length = 1;
  const auto issuing = make(ca(kIssuing, new_key));
  const Report report =
      check_paths(ask(make(leaf(kLeaf, kIssuing)), {issuing, make(ca(new_key, old_key))}, {make(anchor)}));
  CHECK(report.accepted);
}

TEST_CASE("An intermediate CA can be the anchor") {
  const auto target = make(leaf(kLeaf, kLower));
  const auto lower = make(ca(kLower, kIssuing));
  const auto issuing = make(ca(kIssuing, kRoot));
  const Report report = check_paths(ask(target, {lower, make(root(kRoot))}, {issuing}));
  CHECK(report.accepted);
  REQUIRE(report.paths.size() == 1);
  CHECK(names(report.paths[0]) == "leaf.example.com < Lower < Issuing");
}

TEST_CASE("A bare name and key can be the anchor") {
  Result<TrustAnchorPtr> anchor =
      TrustAnchor::from_name_and_key(encode_test_name(kRoot.name), test_key(kRoot.key).public_key_der());
  REQUIRE(anchor);
  PathQuestion question = ask(make(leaf(kLeaf, kIssuing)), {make(ca(kIssuing, kRoot))}, {});
  question.anchors.add(*anchor);
  const Report report = check_paths(question);
  CHECK(report.accepted);
  REQUIRE(report.paths.size() == 1);
  CHECK(report.paths[0].certificates.size() == 2);
  CHECK(report.paths[0].judged == 2);
  CHECK_FALSE(TrustAnchor::from_name_and_key({0x30}, {0x30}).ok());
}

TEST_CASE("A self-signed target that is an anchor is a path of its own, unless that is refused") {
  const auto target = make(root(kRoot));
  PathQuestion question = ask(target, {target}, {target});
  const Report report = check_paths(question);
  CHECK(report.accepted);
  REQUIRE(report.paths.size() == 1);
  CHECK(report.paths[0].certificates.size() == 1);

  question.options.target_anchor = TargetAnchor::Refuse;
  const Report refused = check_paths(question);
  REQUIRE(refused.paths.size() == 1);
  CHECK(failures(refused.paths[0]) == Failures{"path.build.target_is_anchor@0"});

  question.options.target_anchor = TargetAnchor::Accept;
  const Report trusted = check_paths(question);
  CHECK(trusted.accepted);
  CHECK(trusted.paths.size() == 1);
}

TEST_CASE("A self-signed target that is no anchor is not trusted") {
  const Report report = check_paths(ask(make(root(kOtherRoot)), {}, {make(root(kRoot))}));
  REQUIRE(report.paths.size() == 1);
  CHECK(failures(report.paths[0]) == Failures{"path.build.anchor_not_trusted@0"});
}

TEST_CASE("A leaf can be an anchor where the relying party says so") {
  const auto target = make(leaf(kLeaf, kIssuing));
  PathQuestion question = ask(target, {}, {target});
  const Report refused = check_paths(question);
  REQUIRE(refused.paths.size() == 1);
  CHECK(failures(refused.paths[0]) == Failures{"path.build.target_is_anchor@0"});

  question.options.target_anchor = TargetAnchor::Accept;
  const Report accepted = check_paths(question);
  CHECK(accepted.accepted);
  CHECK(accepted.paths.size() == 1);
  CHECK(accepted.paths[0].end == PathEnd::TargetIsAnchor);

  question.options.at = *from_iso8601("2040-01-01");
  CHECK(failures(check_paths(question).paths.at(0)) == Failures{"path.validity.expired@0"});
}

TEST_CASE("A renewed root with the same key in the pool does not hide the anchor") {
  CertificateSpec renewed = root(kRoot);
  renewed.not_after = *from_iso8601("2045-01-01");
  const Report report =
      check_paths(ask(make(leaf(kLeaf, kIssuing)), {make(ca(kIssuing, kRoot)), make(renewed)}, {make(root(kRoot))}));
  CHECK(report.accepted);
  CHECK(report.paths.size() == 1);
  CHECK(reasons(report, SearchEventKind::DeadEnd) == std::multiset<std::string>{"path.build.same_as_anchor"});
}

TEST_CASE("A wrong key identifier is a warning where the signature fits") {
  CertificateSpec issuing = ca(kIssuing, kRoot);
  issuing.key_ids = KeyIds::WrongAuthority;
  const Report report = check_paths(ask(make(leaf(kLeaf, kIssuing)), {make(issuing)}, {make(root(kRoot))}));
  CHECK(report.accepted);
  CHECK(warnings(report.paths.at(0)) == Failures{"path.key_identifier.mismatch@1"});
}

TEST_CASE("A path that is too long says so, and can be allowed") {
  std::vector<x509::CertificatePtr> pool = {make(ca(numbered(0), kRoot))};
  for (unsigned i = 1; i < 6; ++i) pool.push_back(make(ca(numbered(i), numbered(i - 1))));
  PathQuestion question = ask(make(leaf(kLeaf, numbered(5))), pool, {make(root(kRoot))});
  CHECK(check_paths(question).accepted);
  question.options.limits.max_intermediates = 5;
  const Report report = check_paths(question);
  REQUIRE(report.paths.size() == 1);
  CHECK(failures(report.paths[0]) == Failures{"path.build.too_long@5"});
}

TEST_CASE("Each bound that is hit is a finding") {
  std::vector<x509::CertificatePtr> pool;
  for (unsigned i = 0; i < 8; ++i) {
    CertificateSpec spec = ca(kIssuing, kRoot);
    spec.not_after = Time{kFarAhead.seconds + i};
    pool.push_back(make(spec));
  }
  PathQuestion question = ask(make(leaf(kLeaf, kIssuing)), pool, {make(root(kRoot))});
  const CheckOptions options = question.options;

  question.options.limits.max_paths = 3;
  const Report paths = check_paths(question);
  CHECK(paths.accepted);
  CHECK(paths.paths.size() == 3);
  CHECK(has_finding(paths.findings, "path.limit.paths"));

  question.options = options;
  question.options.limits.max_signature_checks = 1;
  const Report signatures = check_paths(question);
  CHECK_FALSE(signatures.accepted);
  CHECK(signatures.work.signature_checks <= 1);
  CHECK(has_finding(signatures.findings, "path.limit.signatures"));
  REQUIRE(signatures.paths.size() == 1);
  CHECK(failures(signatures.paths[0]) == Failures{"path.build.search_stopped@0"});

  question.options = options;
  question.options.limits.max_candidates = 4;
  const Report candidates = check_paths(question);
  CHECK(has_finding(candidates.findings, "path.limit.candidates"));
  CHECK(candidates.work.candidates <= 4);

  question.options = options;
  question.options.limits.max_events = 5;
  const Report events = check_paths(question);
  CHECK(events.accepted);
  CHECK(events.events.size() == 5);
  CHECK(events.work.events_left_out > 0);
}

TEST_CASE("The report is the same whatever the order of the pool") {
  std::vector<x509::CertificatePtr> pool = {make(ca(kIssuing, kRoot)),    make(ca(kIssuing, kOtherRoot)),
                                            make(ca(kIssuing, kLower)),   make(ca(kLower, kRoot)),
                                            make(ca(kLower, kOtherRoot)), make(root(kOtherRoot))};
  const auto target = make(leaf(kLeaf, kIssuing));
  const auto anchor = make(root(kRoot));
  const auto outline = [&] {
    std::string text;
    for (const CandidatePath& path : check_paths(ask(target, pool, {anchor})).paths) text += names(path) + "\n";
    return text;
  };
  const std::string first = outline();
  std::reverse(pool.begin(), pool.end());
  CHECK(outline() == first);
  std::rotate(pool.begin(), pool.begin() + 2, pool.end());
  CHECK(outline() == first);
}

TEST_CASE("Thirty CAs that all certify each other are searched within the bounds") {
  constexpr unsigned kCount = 30;
  std::vector<x509::CertificatePtr> pool = {make(ca(numbered(kCount - 1), kRoot))};
  for (unsigned i = 0; i < kCount; ++i) {
    for (unsigned j = 0; j < kCount; ++j) {
      if (i != j) pool.push_back(make(ca(numbered(i), numbered(j))));
    }
  }
  const Report report = check_paths(ask(make(leaf(kLeaf, numbered(0))), pool, {make(root(kRoot))}));
  CHECK(report.accepted);
  CHECK(report.paths[0].certificates.size() == 4);
  CHECK(has_finding(report.findings, "path.limit.paths"));
  CHECK(report.work.signature_checks <= 100);
}

TEST_CASE("Among two hundred CAs whose cross-certificates are forged the real path is found") {
  constexpr unsigned kCount = 200;
  std::vector<x509::CertificatePtr> pool;
  for (unsigned i = 0; i < kCount; ++i) {
    for (unsigned j = 0; j <= kCount; ++j) {
      if (i == j) continue;
      CertificateSpec spec = ca(numbered(i), j == kCount ? kRoot : numbered(j));
      const bool real = (i == 0 && j == 57) || (i == 57 && j == 123) || (i == 123 && j == kCount);
      spec.signature = real ? Signature::Good : Signature::Bogus;
      pool.push_back(make(spec));
    }
  }
  const auto target = make(leaf(kLeaf, numbered(0)));
  const auto anchor = make(root(kRoot));
  const Report report = check_paths(ask(target, pool, {anchor}));
  CHECK(report.accepted);
  CHECK(names(report.paths[0]) == "leaf.example.com < CA 0 < CA 57 < CA 123 < Root");
  CHECK(report.work.signature_checks <= 1000);

  // Without its last link the search ends, and finds nothing.
  std::erase_if(pool, [](const x509::CertificatePtr& certificate) {
    return certificate->subject().last(asn1::oids::kCommonName) == "CA 123" &&
           certificate->issuer().last(asn1::oids::kCommonName) == "Root";
  });
  CHECK_FALSE(check_paths(ask(target, pool, {anchor})).accepted);
}

}  // namespace pki::path::test
