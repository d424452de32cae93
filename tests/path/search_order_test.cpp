// Path building: which of several issuers is tried first. The order decides nothing, but it is what the search costs
// and what is reported where the paths are bounded.

#include <catch2/catch_test_macros.hpp>

#include "asn1/oids.h"
#include "path_support.h"
#include "support/constraint_extensions.h"
#include "x509/extensions/policies.h"

namespace pki::path::test {
namespace {

// Later than the others' beginning: what begins later is tried first.
const Time kLastYear = *from_iso8601("2025-12-01");

TrustAnchorPtr bare(const Party& party) {
  return TrustAnchor::from_name_and_key(encode_test_name(party.name), test_key(party.key).public_key_der()).value();
}

// The anchors in the order in which they were considered.
std::vector<TrustAnchorPtr> considered(const PathQuestion& question) {
  std::vector<TrustAnchorPtr> anchors;
  for (const SearchEvent& event : check_paths(question).events) {
    if (event.kind == SearchEventKind::Considered && event.anchor) anchors.push_back(event.anchor);
  }
  return anchors;
}

void add_policy(CertificateSpec& spec, const char* policy) {
  spec.more.push_back(make_extension(asn1::oids::kCertificatePolicies, false,
                                     x509::encode_certificate_policies({{*asn1::OwnedOid::from_dotted(policy), {}}})));
}

// An issuing CA with one certificate near the root, and another one further away.
struct Fork {
  CertificateSpec near = ca(kIssuing, kRoot);
  CertificateSpec far = ca(kIssuing, kLower);
  CertificateSpec lower = ca(kLower, kRoot);
  CertificateSpec target = leaf(kLeaf, kIssuing);

  PathQuestion question() const {
    PathQuestion result = ask(make(target), {make(near), make(far), make(lower)}, {make(root(kRoot))});
    result.options.extent = SearchExtent::UntilAccepted;
    return result;
  }
};

}  // namespace

TEST_CASE("Of anchors with one name those with a certificate come first, and the bare ones as the store has them") {
  CertificateSpec spec = root({kRoot.name, 9});
  spec.key_ids = KeyIds::None;
  CertificateSpec target = leaf(kLeaf, kRoot);
  target.key_ids = KeyIds::None;
  const TrustAnchorPtr with_certificate = TrustAnchor::from_certificate(make(spec));
  const TrustAnchorPtr one = bare(kRoot);
  const TrustAnchorPtr other = bare({kRoot.name, 8});
  const auto order = [&](const std::vector<TrustAnchorPtr>& anchors) {
    PathQuestion question = ask(make(target), {}, {});
    for (const TrustAnchorPtr& anchor : anchors) question.anchors.add(anchor);
    return considered(question);
  };
  using Anchors = std::vector<TrustAnchorPtr>;
  CHECK(order({with_certificate, one}) == Anchors{with_certificate, one});
  CHECK(order({one, with_certificate}) == Anchors{with_certificate, one});
  CHECK(order({one, other}) == Anchors{one, other});
  CHECK(order({other, one}) == Anchors{other, one});
}

TEST_CASE("A key identifier that differs is a small thing unless it refuses") {
  Fork fork;
  // The far certificate has another key identifier than the target asks for; the near one expired.
  fork.far.key_ids = KeyIds::None;
  fork.far.more = {make_extension(asn1::oids::kSubjectKeyIdentifier, false,
                                  x509::encode_subject_key_identifier(ByteVector{1, 2, 3}))};
  fork.near.not_after = kLongAgo;
  PathQuestion question = fork.question();
  const Report small = check_paths(question);
  CHECK(small.accepted);
  CHECK(small.work.paths == 1);
  question.options.reactions = {
      {.check = &checks::kKeyIdentifier, .reaction = Reaction::Refuse},
      {.check = &checks::kKeyIdentifier, .part = PathPart::Target, .reaction = Reaction::Warn}};
  const Report softened = check_paths(question);
  CHECK(softened.accepted);
  CHECK(softened.work.paths == 1);
  question.options.reactions.pop_back();
  CHECK_FALSE(check_paths(question).accepted);
}

TEST_CASE("A key identifier of a CA that differs is a small thing where that only warns") {
  Fork fork;
  fork.far.key_ids = KeyIds::WrongAuthority;
  fork.near.not_after = kLongAgo;
  PathQuestion question = fork.question();
  question.options.reactions = {{.check = &checks::kKeyIdentifier, .reaction = Reaction::Refuse},
                                {.check = &checks::kKeyIdentifier, .part = PathPart::Cas, .reaction = Reaction::Warn}};
  const Report report = check_paths(question);
  CHECK(report.accepted);
  CHECK(report.work.paths == 1);
}

TEST_CASE("A path in which no policy is left is foreseen, and counts as one fault") {
  Fork fork;
  add_policy(fork.target, "1.2.3");
  add_policy(fork.near, "1.2.4");
  add_policy(fork.far, "1.2.3");
  add_policy(fork.lower, "1.2.3");
  PathQuestion question = fork.question();
  question.options.policies.explicit_policy = policy::ExplicitPolicy::Required;
  const Report report = check_paths(question);
  CHECK(report.accepted);
  CHECK(report.work.paths == 1);

  // Only the first path is reported: of two with a fault each the one that is not to blame for others, then that with
  // fewer faults.
  fork.far.not_after = kLongAgo;
  question.pool = fork.question().pool;
  question.options.limits.max_paths = 1;
  CHECK(failures(*check_paths(question).best()) == std::set<std::string>{"path.validity.expired@1"});
  fork.lower.not_after = kLongAgo;
  question.pool = fork.question().pool;
  CHECK(failures(*check_paths(question).best()) == std::set<std::string>{"path.policies.explicit_required@0"});
}

TEST_CASE("That an anchor's demand leaves no policy is foreseen too") {
  Fork fork;
  add_policy(fork.target, "1.2.3");
  add_policy(fork.near, "1.2.4");
  add_policy(fork.far, "1.2.3");
  add_policy(fork.lower, "1.2.3");
  PathQuestion question = fork.question();
  question.anchors = {};
  question.anchors.add(make(with(root(kRoot), require_explicit_policy(0))));
  const Report report = check_paths(question);
  CHECK(report.accepted);
  CHECK(report.work.paths == 1);
}

TEST_CASE("Other paths through a CA below which no policy was left come later") {
  const Party third{"CN=Third,O=Lab", 12};
  const Party fourth{"CN=Fourth,O=Lab", 13};
  const auto with_policy = [](CertificateSpec spec, const char* policy) {
    add_policy(spec, policy);
    return spec;
  };
  CertificateSpec loses = with_policy(ca(kLower, kRoot), "1.2.4");
  loses.not_before = kLastYear;
  const std::vector<x509::CertificatePtr> through_lower = {make(with_policy(ca(kIssuing, kLower), "1.2.3")),
                                                           make(with_policy(ca(kLower, kOtherRoot), "1.2.3"))};
  const std::vector<x509::CertificatePtr> far = {make(with_policy(ca(kIssuing, third), "1.2.3")),
                                                 make(with_policy(ca(third, fourth), "1.2.3")),
                                                 make(with_policy(ca(fourth, kRoot), "1.2.3"))};
  PathQuestion question = ask(make(with_policy(leaf(kLeaf, kIssuing), "1.2.3")), through_lower,
                              {make(root(kRoot)), make(root(kOtherRoot))});
  question.pool.insert(question.pool.end(), far.begin(), far.end());
  question.options.extent = SearchExtent::UntilAccepted;
  question.options.policies.explicit_policy = policy::ExplicitPolicy::Required;
  CHECK(check_paths(question).best()->certificates.size() == 4);
  question.pool.push_back(make(loses));
  const Report report = check_paths(question);
  CHECK(report.accepted);
  CHECK(report.work.paths == 1);
  CHECK(report.best()->certificates.size() == 5);
}

TEST_CASE("A certificate of an anchor's name and key that another CA issued does not stand for the anchor") {
  const auto cross = make(ca(kRoot, kOtherRoot));
  const Report report =
      check_paths(ask(make(leaf(kLeaf, kIssuing)), {make(ca(kIssuing, kRoot)), cross}, {make(root(kRoot))}));
  CHECK(report.accepted);
  CHECK_FALSE(reasons(report, SearchEventKind::DeadEnd).contains("path.build.same_as_anchor"));
  REQUIRE(report.paths.size() == 2);
  CHECK(failures(report.paths[1]) == std::set<std::string>{"path.build.no_issuer@2"});
  // One that the CA below issued only leads back.
  const Report circle = check_paths(
      ask(make(leaf(kLeaf, kIssuing)), {make(ca(kIssuing, kRoot)), make(ca(kRoot, kIssuing))}, {make(root(kRoot))}));
  CHECK(circle.accepted);
  CHECK(circle.paths.size() == 1);
  CHECK(reasons(circle, SearchEventKind::Refused).contains("path.build.loop"));
  CHECK(reasons(circle, SearchEventKind::DeadEnd).empty());
}

}  // namespace pki::path::test
