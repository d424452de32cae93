// Path building against pools that were made to hide the one good path: whatever breaks the others, and however many
// they are. Each test has the good one where a search that goes straight on comes to it last.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "path_support.h"
#include "support/constraint_extensions.h"

namespace pki::path::test {
namespace {

const Party kUpper{"CN=Upper,O=Lab", 6};

// What makes a CA's certificate useless to the target: known from the certificate, from it and the target, or only when
// the whole path is judged.
struct Spoiler {
  const char* name;
  void (*spoil)(CertificateSpec&);
  // What the good one has besides.
  void (*keep)(CertificateSpec&) = [](CertificateSpec&) {};
};

const Spoiler kSpoilers[] = {
    {"expired", [](CertificateSpec& c) { c.not_after = Time{kNow.seconds - 1}; }},
    {"for another purpose", [](CertificateSpec& c) { c.key_purposes = {asn1::oids::kCodeSigning}; }},
    {"permits other names only",
     [](CertificateSpec& c) { c.more.push_back(name_constraints_extension({"DNS:other.example"}, {})); }},
    {"excludes the name",
     [](CertificateSpec& c) { c.more.push_back(name_constraints_extension({}, {"DNS:example.com"})); }},
    {"requires an explicit policy", [](CertificateSpec& c) { c.more.push_back(require_explicit_policy(0)); }},
};

void add_policy(CertificateSpec& spec, asn1::Oid policy) {
  spec.more.push_back(make_extension(asn1::oids::kCertificatePolicies, false,
                                     x509::encode_certificate_policies({{asn1::OwnedOid(policy), {}}})));
}
void add_any_policy(CertificateSpec& spec) { add_policy(spec, asn1::oids::kAnyPolicy); }

constexpr asn1::Oid kWantedPolicy = asn1::make_oid<1, 3, 6, 1, 4, 1, 55555, 7, 1>();
constexpr asn1::Oid kOtherPolicy = asn1::make_oid<1, 3, 6, 1, 4, 1, 55555, 7, 2>();

// What only the judgement of the whole path tells (RFC 5280 6.1.5 (g)): the path is good for a policy, though for none
// that is wanted.
const Spoiler kUnwantedPolicy{"is for another policy", [](CertificateSpec& c) { add_policy(c, kOtherPolicy); },
                              [](CertificateSpec& c) { add_policy(c, kWantedPolicy); }};
const Spoiler kAnyPolicy{"nothing", add_any_policy, add_any_policy};

CheckOptions want_policy() {
  CheckOptions options;
  options.policies.acceptable = {asn1::OwnedOid(kWantedPolicy)};
  options.policies.explicit_policy = policy::ExplicitPolicy::Required;
  return options;
}

CertificateSpec make_target(const Party& issuer) {
  CertificateSpec spec = leaf(kLeaf, issuer);
  spec.names = {"DNS:leaf.example.com"};
  spec.key_purposes = {asn1::oids::kServerAuth};
  return spec;
}

CertificateSpec make_target_with_policy(const Party& issuer) {
  CertificateSpec spec = make_target(issuer);
  add_any_policy(spec);
  return spec;
}

// `count` certificates of one CA (name and key), all spoiled but the oldest, which is ranked last.
std::vector<x509::CertificatePtr> crowd(const Party& party, const Party& issuer, unsigned count,
                                        const Spoiler& spoiler) {
  std::vector<x509::CertificatePtr> made;
  for (unsigned i = 0; i < count; ++i) {
    CertificateSpec spec = ca(party, issuer);
    spec.not_before = Time{kLongAgo.seconds + i};
    (i > 0 ? spoiler.spoil : spoiler.keep)(spec);
    made.push_back(make(spec));
  }
  return made;
}

void add(std::vector<x509::CertificatePtr>& pool, const std::vector<x509::CertificatePtr>& more) {
  pool.insert(pool.end(), more.begin(), more.end());
}

Report check(const x509::CertificatePtr& target, const std::vector<x509::CertificatePtr>& pool,
             const std::vector<x509::CertificatePtr>& anchors, const CheckOptions& options = {}) {
  PathQuestion question = ask(target, pool, anchors);
  question.options = options;
  question.options.at = kNow;
  question.options.purpose = Purpose::TlsServer;
  return check_paths(question);
}

std::vector<Party> parties(unsigned count) {
  std::vector<Party> list;
  for (unsigned i = 0; i < count; ++i) list.push_back({"CN=CA " + std::to_string(i), 100 + i % 16});
  return list;
}

// Every CA certified by every other one.
std::vector<x509::CertificatePtr> complete_graph(const std::vector<Party>& cas) {
  std::vector<x509::CertificatePtr> pool;
  for (const Party& subject : cas) {
    for (const Party& issuer : cas) {
      if (subject.name != issuer.name) pool.push_back(make(ca(subject, issuer)));
    }
  }
  return pool;
}

}  // namespace

TEST_CASE("The one good certificate among hundreds of the same CA is found, whatever is wrong with the others") {
  const auto target = make(make_target(kIssuing));
  const auto anchor = make(root(kRoot));
  for (const Spoiler& spoiler : kSpoilers) {
    for (const unsigned count : {40U, 300U}) {
      CAPTURE(spoiler.name, count);
      const Report report = check(target, crowd(kIssuing, kRoot, count, spoiler), {anchor});
      CHECK(report.accepted);
      CHECK(report.best()->accepted);
      CHECK(report.paths.size() == 32);
      CHECK(report.work.paths <= count);
      CHECK(has_finding(report.findings, "path.limit.paths"));
      CHECK_FALSE(has_finding(report.findings, "path.limit.judgements"));
    }
  }
}

TEST_CASE("The one good path among nine hundred through two levels of CAs is found") {
  const auto target = make(make_target(kLower));
  const auto anchor = make(root(kRoot));
  for (const Spoiler& lower : kSpoilers) {
    for (const Spoiler& upper : kSpoilers) {
      CAPTURE(lower.name, upper.name);
      std::vector<x509::CertificatePtr> pool = crowd(kLower, kIssuing, 30, lower);
      add(pool, crowd(kIssuing, kRoot, 30, upper));
      CHECK(check(target, pool, {anchor}).accepted);
    }
  }
}

TEST_CASE("A certificate through which a path failed comes later: three levels of CAs take no more than one") {
  const auto target = make(make_target_with_policy(kLower));
  for (int spoiled = 0; spoiled < 3; ++spoiled) {
    CAPTURE(spoiled);
    const auto spoiler = [&](int level) { return spoiled == level ? kUnwantedPolicy : kAnyPolicy; };
    std::vector<x509::CertificatePtr> pool = crowd(kLower, kIssuing, 20, spoiler(0));
    add(pool, crowd(kIssuing, kUpper, 20, spoiler(1)));
    add(pool, crowd(kUpper, kRoot, 20, spoiler(2)));
    CheckOptions options = want_policy();
    options.extent = SearchExtent::UntilAccepted;
    const Report report = check(target, pool, {make(root(kRoot))}, options);
    CHECK(report.accepted);
    CHECK(report.work.paths >= 20);
    CHECK(report.work.paths <= 60);
  }
}

TEST_CASE("What a CA has against the names of a CA below it is charged to the paths through both") {
  // Each of the upper certificates permits one of the lower CAs' names only.
  const auto target = make(make_target(kLower));
  std::vector<x509::CertificatePtr> pool;
  for (unsigned i = 0; i < 20; ++i) {
    const Party middle{"CN=Middle " + std::to_string(i) + ",O=Lab", 100};
    pool.push_back(make(ca(kLower, middle)));
    CertificateSpec spec = ca(middle, kUpper);
    spec.names = {"DNS:middle" + std::to_string(i) + ".example"};
    pool.push_back(make(spec));
  }
  for (unsigned i = 0; i < 20; ++i) {
    CertificateSpec spec = ca(kUpper, kRoot);
    spec.not_before = Time{kLongAgo.seconds + i};
    std::vector<std::string> excluded;
    for (unsigned j = 0; j < 20; ++j) {
      if (i != 0 || j != 7) excluded.push_back("DNS:middle" + std::to_string(j) + ".example");
    }
    pool.push_back(make(with(spec, name_constraints_extension({}, excluded))));
  }
  const Report report = check(target, pool, {make(root(kRoot))});
  CHECK(report.accepted);
  CHECK(report.work.paths <= 33);
  CHECK(report.best()->certificates[2]->subject().last(asn1::oids::kCommonName) == "Middle 7");
}

TEST_CASE("A path length that leaves no room is charged to the paths that are too long for it") {
  // Short cuts from above forbid what stands below; the way around does not.
  const auto target = make(make_target(kLower));
  std::vector<x509::CertificatePtr> pool = {make(ca(kLower, kIssuing)), make(ca(kIssuing, kUpper))};
  for (unsigned i = 0; i < 100; ++i) {
    CertificateSpec spec = ca(kUpper, kRoot, i == 0 ? 2 : i % 2);
    spec.not_before = Time{kLongAgo.seconds + i};
    pool.push_back(make(spec));
  }
  const Report report = check(target, pool, {make(root(kRoot))});
  CHECK(report.accepted);
  CHECK(report.work.paths == 32);
}

TEST_CASE("Where every path has a fault that is known beforehand, the search ends with the report full") {
  std::vector<x509::CertificatePtr> pool = complete_graph(parties(8));
  pool.push_back(make(ca(parties(8)[7], kRoot)));
  CertificateSpec target = make_target(parties(8)[0]);
  SECTION("the anchor excludes the target's name") {
    const auto anchor = make(with(root(kRoot), name_constraints_extension({}, {"DNS:example.com"})));
    const Report report = check(make(target), pool, {anchor});
    CHECK_FALSE(report.accepted);
    CHECK(report.work.paths == 32);
    CHECK(report.work.candidates < 5'000);
    CHECK(failures(report.paths[0]) == std::set<std::string>{"path.name_constraints.excluded@0"});
  }
  SECTION("the anchor demands a policy, and the target has none") {
    const Report report = check(make(target), pool, {make(with(root(kRoot), require_explicit_policy(0)))});
    CHECK_FALSE(report.accepted);
    CHECK(report.work.paths == 32);
    CHECK(report.work.candidates < 5'000);
    CHECK(report.headline->id() == "path.policies.explicit_required");
    CHECK(report.best()->near_miss());
  }
  SECTION("the target is expired") {
    target.not_after = Time{kNow.seconds - 1};
    const Report report = check(make(target), pool, {make(root(kRoot))});
    CHECK_FALSE(report.accepted);
    CHECK(report.work.paths == 32);
    CHECK(failures(report.paths[0]) == std::set<std::string>{"path.validity.expired@0"});
  }
}

TEST_CASE("Bounds on judging and on comparing names are findings") {
  const auto target = make(make_target_with_policy(kLower));
  const auto anchor = make(root(kRoot));
  CheckOptions options = want_policy();
  // Of each path two certificates are judged, and two twice, when its steps are weighed.
  options.limits.max_judgements = 45 * 6;
  const Report judged = check(target, crowd(kLower, kRoot, 60, kUnwantedPolicy), {anchor}, options);
  CHECK_FALSE(judged.accepted);
  CHECK(has_finding(judged.findings, "path.limit.judgements"));
  CHECK(judged.work.paths == 45);
  CHECK(judged.paths.size() == 32);

  options = {};
  options.limits.max_comparisons = 50;
  const Report compared = check(target, crowd(kLower, kRoot, 60, kSpoilers[2]), {anchor}, options);
  CHECK_FALSE(compared.accepted);
  CHECK(has_finding(compared.findings, "path.limit.comparisons"));
}

TEST_CASE("The report keeps the best paths, and no event speaks of one that it does not keep") {
  const auto target = make(make_target_with_policy(kIssuing));
  std::vector<x509::CertificatePtr> pool = crowd(kIssuing, kRoot, 60, kUnwantedPolicy);
  CheckOptions options = want_policy();
  options.limits.max_paths = 5;
  const Report report = check(target, pool, {make(root(kRoot))}, options);
  CHECK(report.accepted);
  REQUIRE(report.paths.size() == 5);
  CHECK(report.work.paths == 60);
  std::size_t told = 0;
  for (const SearchEvent& event : report.events) {
    if (event.kind != SearchEventKind::Anchored || !event.path) continue;
    ++told;
    REQUIRE(*event.path < report.paths.size());
    CHECK(event.child == report.paths[*event.path].certificates[1]);
  }
  CHECK(told == 5);
}

TEST_CASE("Thousands of CAs of one name with other keys do not keep the search from the one that is named by its key") {
  std::vector<x509::CertificatePtr> pool;
  for (unsigned i = 0; i < 3000; ++i) {
    CertificateSpec spec = ca({kIssuing.name, 200 + i % 64}, kRoot);
    spec.not_before = Time{kLongAgo.seconds + i};
    spec.signature = Signature::Bogus;
    pool.push_back(make(spec));
  }
  pool.insert(pool.begin() + 1500, make(ca(kIssuing, kRoot)));
  const Report report = check(make(make_target(kIssuing)), pool, {make(root(kRoot))});
  CHECK(report.accepted);
  CHECK(report.work.signature_checks < 100);
}

TEST_CASE("An expired anchor beside the renewed one, and a root that another one cross-certified, do no harm") {
  const auto target = make(make_target(kIssuing));
  const auto issuing = make(ca(kIssuing, kRoot));
  CertificateSpec old = root(kRoot);
  old.not_after = Time{kNow.seconds - 1};
  const Report renewed = check(target, {issuing}, {make(old), make(root(kRoot))});
  CHECK(renewed.accepted);
  CHECK(renewed.paths.size() == 2);
  CHECK(failures(renewed.paths[1]) == std::set<std::string>{"path.anchor.expired@2"});

  const Report crossed = check(target, {issuing, make(ca(kRoot, kOtherRoot))}, {make(old), make(root(kOtherRoot))});
  CHECK(crossed.accepted);
  CHECK(crossed.best()->certificates.size() == 4);
  // The cross-certificate expired, and the root is trusted itself: OpenSSL 1.0 and GnuTLS failed of it in 2020.
  CertificateSpec cross = ca(kRoot, kOtherRoot);
  cross.not_after = Time{kNow.seconds - 1};
  CHECK(check(target, {make(cross), issuing}, {make(root(kRoot))}).accepted);
  CHECK(check(target, {make(cross), issuing}, {make(root(kOtherRoot)), make(root(kRoot))}).accepted);
}

TEST_CASE("Key rollover by self-issued certificates leads from either root to what either key signed") {
  const Party old_key{"CN=Root,O=Lab", 30};
  const Party new_key{"CN=Root,O=Lab", 31};
  for (const KeyIds key_ids : {KeyIds::Both, KeyIds::None}) {
    CertificateSpec new_with_old = ca(new_key, old_key);
    CertificateSpec old_with_new = ca(old_key, new_key);
    new_with_old.key_ids = old_with_new.key_ids = key_ids;
    const std::vector<x509::CertificatePtr> rollover = {make(new_with_old), make(old_with_new)};
    for (const Party& signer : {old_key, new_key}) {
      for (const Party& trusted : {old_key, new_key}) {
        CAPTURE(signer.key, trusted.key);
        CertificateSpec issuing = ca(kIssuing, signer);
        issuing.key_ids = key_ids;
        std::vector<x509::CertificatePtr> pool = rollover;
        pool.push_back(make(issuing));
        const Report report = check(make(make_target(kIssuing)), pool, {make(root(trusted))});
        CHECK(report.accepted);
        CHECK(report.best()->certificates.size() == (signer.key == trusted.key ? 3 : 4));
      }
    }
  }
}

TEST_CASE("A hundred CAs one above the other are a path, and one more is too many") {
  const std::vector<Party> cas = parties(101);
  std::vector<x509::CertificatePtr> pool;
  for (unsigned i = 0; i < 100; ++i) pool.push_back(make(ca(cas[i], i == 0 ? kRoot : cas[i - 1])));
  std::reverse(pool.begin(), pool.end());
  const auto anchor = make(root(kRoot));
  CHECK(check(make(make_target(cas[99])), pool, {anchor}).accepted);
  pool.push_back(make(ca(cas[100], cas[99])));
  const Report report = check(make(make_target(cas[100])), pool, {anchor});
  CHECK(failures(report.paths.at(0)) == std::set<std::string>{"path.build.too_long@100"});
}

TEST_CASE("Anchors of every form stand beside one another, and each is a path") {
  // The root, an intermediate CA (a partial chain), a bare name and key, and the target itself.
  const auto target = make(make_target(kLower));
  const auto lower = make(ca(kLower, kIssuing));
  const auto issuing = make(ca(kIssuing, kUpper));
  const auto upper = make(ca(kUpper, kRoot));
  PathQuestion question = ask(target, {lower, issuing, upper}, {make(root(kRoot)), issuing, target});
  question.anchors.add(
      *TrustAnchor::from_name_and_key(encode_test_name(kUpper.name), test_key(kUpper.key).public_key_der()));
  question.options.target_anchor = TargetAnchor::Accept;
  const Report report = check_paths(question);
  CHECK(report.accepted);
  std::multiset<std::size_t> lengths;
  for (const CandidatePath& path : report.paths) {
    CHECK(path.accepted);
    lengths.insert(path.certificates.size());
  }
  // The intermediate CA that is an anchor stands for itself: no path goes on above it.
  CHECK(lengths == std::multiset<std::size_t>{1, 3});
}

}  // namespace pki::path::test
