// Law: what the search foresees of a path (certificate policies, names, lengths, key identifiers) saves work and
// decides nothing. A search that judges every path of a random pool, and one that stops as soon as it holds that all
// paths that are left must fail, say the same, whatever the relying party asks and lets pass.

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "path/rules.h"
#include "path_support.h"
#include "support/constraint_extensions.h"

namespace pki::path::test {
namespace {

using policy::AnyPolicy;
using policy::ExplicitPolicy;
using policy::PolicyMapping;

constexpr unsigned kCas = 5;

const asn1::OwnedOid kPolicies[] = {
    asn1::OwnedOid(asn1::make_oid<1, 3, 6, 1, 4, 1, 55555, 9, 1>()),
    asn1::OwnedOid(asn1::make_oid<1, 3, 6, 1, 4, 1, 55555, 9, 2>()),
    asn1::OwnedOid(asn1::oids::kAnyPolicy),
};

Party numbered(unsigned number) { return {"CN=CA " + std::to_string(number) + ",O=Lab", 100 + number}; }

// Certificates, anchors and options of one number: the same in every run.
class RandomPool {
 public:
  explicit RandomPool(unsigned number) : random_(number) {}

  PathQuestion question() {
    std::vector<x509::CertificatePtr> pool;
    for (unsigned subject = 0; subject < kCas; ++subject) {
      for (unsigned issuer = 0; issuer < kCas; ++issuer) {
        if (one_in(2)) pool.push_back(make_ca(numbered(subject), numbered(issuer)));
      }
      if (one_in(3)) pool.push_back(make_ca(numbered(subject), kRoot));
    }
    pool.push_back(make_ca(numbered(below(kCas)), kRoot));
    PathQuestion question = ask(make_target(), std::move(pool), {make_root()});
    if (one_in(4)) question.anchors.add(make_ca(numbered(below(kCas)), kOtherRoot));
    question.options = make_options();
    return question;
  }

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_()) % limit; }
  bool one_in(unsigned count) { return below(count) == 0; }

  void add_policies(CertificateSpec& spec) {
    std::vector<x509::PolicyInput> list;
    for (const asn1::OwnedOid& policy : kPolicies) {
      if (one_in(2)) list.push_back({.policy = policy, .cps_uri = {}});
    }
    if (list.empty()) return;
    spec.more.push_back(
        make_extension(asn1::oids::kCertificatePolicies, false, x509::encode_certificate_policies(list)));
  }

  void add_limits(CertificateSpec& spec) {
    if (one_in(5)) spec.more.push_back(require_explicit_policy(below(3)));
    if (one_in(6)) {
      spec.more.push_back(
          make_extension(asn1::oids::kInhibitAnyPolicy, true, x509::encode(x509::InhibitAnyPolicy{below(3)})));
    }
    if (one_in(5)) {
      const unsigned from = below(2);
      spec.more.push_back(make_extension(asn1::oids::kPolicyMappings, true,
                                         x509::encode_policy_mappings({{kPolicies[from], kPolicies[1 - from]}})));
    }
    if (one_in(6)) {
      const std::string name = one_in(2) ? "DNS:leaf.example.com" : "DNS:ca.example";
      spec.more.push_back(name_constraints_extension({}, {name}));
    }
  }

  x509::CertificatePtr make_ca(const Party& subject, const Party& issuer) {
    CertificateSpec spec = ca(subject, issuer);
    if (one_in(5)) spec.basic_constraints->path_length = below(3);
    if (one_in(5)) spec.key_ids = KeyIds::WrongAuthority;
    if (one_in(8)) spec.not_after = Time{kNow.seconds - 1};
    if (one_in(4)) spec.names = {"DNS:ca.example"};
    add_policies(spec);
    add_limits(spec);
    return make(spec);
  }

  x509::CertificatePtr make_root() {
    CertificateSpec spec = root(kRoot);
    if (one_in(4)) add_limits(spec);
    return make(spec);
  }

  x509::CertificatePtr make_target() {
    CertificateSpec spec = leaf(kLeaf, numbered(0));
    spec.names = {"DNS:leaf.example.com"};
    if (!one_in(3)) add_policies(spec);
    if (one_in(12)) spec.more.push_back(require_explicit_policy(0));
    return make(spec);
  }

  CheckReaction make_reaction() {
    static constexpr const Check* kChecks[] = {
        &checks::kPolicies, &checks::kPolicies,        &checks::kPathLength, &checks::kKeyIdentifier,
        &checks::kValidity, &checks::kNameConstraints, &checks::kAnchor,     &checks::kBasicConstraints};
    CheckReaction reaction{.check = kChecks[below(std::size(kChecks))],
                           .part = static_cast<PathPart>(below(3)),
                           .reaction = static_cast<Reaction>(below(3))};
    if (one_in(4)) reaction.rules = {path_rules()[below(static_cast<unsigned>(path_rules().size()))]};
    return reaction;
  }

  CheckOptions make_options() {
    CheckOptions options{.at = kNow};
    policy::Inputs& inputs = options.policies;
    if (one_in(3)) inputs.explicit_policy = ExplicitPolicy::Required;
    if (one_in(4)) inputs.acceptable = {kPolicies[below(2)]};
    if (one_in(6)) inputs.mapping = PolicyMapping::Inhibited;
    if (one_in(6)) inputs.any_policy = AnyPolicy::Inhibited;
    if (one_in(3)) options.anchor_constraints = AnchorConstraints::Ignore;
    for (unsigned count = one_in(2) ? 1 + below(2) : 0; count > 0; --count)
      options.reactions.push_back(make_reaction());
    return options;
  }

  std::minstd_rand random_;
};

Report check(PathQuestion question, std::size_t paths, SearchExtent extent, SignatureCache& signatures) {
  question.options.limits.max_paths = paths;
  question.options.extent = extent;
  return check_paths(question, signatures);
}

}  // namespace

TEST_CASE("what the search foresees does not change the verdict of any pool") {
  unsigned accepted = 0;
  unsigned refused = 0;
  unsigned saved = 0;
  for (unsigned number = 1; number <= 300; ++number) {
    CAPTURE(number);
    const PathQuestion question = RandomPool(number).question();
    SignatureCache signatures(100'000, 0);
    const Report every = check(question, 100'000, SearchExtent::AllPaths, signatures);
    REQUIRE(every.findings.empty());
    ++(every.accepted ? accepted : refused);
    for (const std::size_t paths : {1U, 2U, 4U}) {
      CAPTURE(paths);
      const Report some = check(question, paths, SearchExtent::AllPaths, signatures);
      CHECK(some.accepted == every.accepted);
      if (some.work.paths < every.work.paths) ++saved;
      CHECK(check(question, paths, SearchExtent::UntilAccepted, signatures).accepted == every.accepted);
    }
  }
  // Neither verdict is rare, and the search does stop early.
  CHECK(accepted > 60);
  CHECK(refused > 60);
  CHECK(saved > 300);
}

}  // namespace pki::path::test
