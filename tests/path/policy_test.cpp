// Certificate policies: what each input and each extension does to a path, and how the graph grows.

#include <catch2/catch_test_macros.hpp>

#include "asn1/oids.h"
#include "path/policy/graph.h"
#include "path/validator.h"
#include "path_support.h"
#include "x509/extensions/policies.h"

namespace pki::path::test {
namespace {

namespace oids = asn1::oids;

using Policies = std::vector<std::string>;
using Mappings = std::vector<std::pair<std::string, std::string>>;

// Policies are named by their last arc; "any" is anyPolicy.
asn1::OwnedOid policy_oid(const std::string& name) {
  if (name == "any") return asn1::OwnedOid(oids::kAnyPolicy);
  return *asn1::OwnedOid::from_dotted("1.3.6.1.4.1.55555.7." + name);
}

std::string policy_name(asn1::Oid oid) {
  if (oid == oids::kAnyPolicy) return "any";
  const std::string dotted = oid.to_dotted();
  return dotted.substr(dotted.rfind('.') + 1);
}

void add_policies(CertificateSpec& spec, const Policies& policies) {
  std::vector<x509::PolicyInput> inputs;
  for (const std::string& name : policies) inputs.push_back({policy_oid(name), {}});
  spec.more.push_back(make_extension(oids::kCertificatePolicies, false, x509::encode_certificate_policies(inputs)));
}

void add_mappings(CertificateSpec& spec, const Mappings& mappings) {
  std::vector<std::pair<asn1::OwnedOid, asn1::OwnedOid>> inputs;
  for (const auto& [from, to] : mappings) inputs.emplace_back(policy_oid(from), policy_oid(to));
  spec.more.push_back(make_extension(oids::kPolicyMappings, true, x509::encode_policy_mappings(inputs)));
}

void add_constraints(CertificateSpec& spec, std::optional<std::uint32_t> require_explicit,
                     std::optional<std::uint32_t> inhibit_mapping) {
  spec.more.push_back(make_extension(oids::kPolicyConstraints, true,
                                     x509::encode(x509::PolicyConstraints{require_explicit, inhibit_mapping})));
}

void inhibit_any(CertificateSpec& spec, std::uint32_t skip) {
  spec.more.push_back(make_extension(oids::kInhibitAnyPolicy, true, x509::encode(x509::InhibitAnyPolicy{skip})));
}

// root, issuing, lower, leaf.
struct Chain {
  CertificateSpec root = test::root(kRoot);
  CertificateSpec issuing = ca(kIssuing, kRoot);
  CertificateSpec lower = ca(kLower, kIssuing);
  CertificateSpec leaf = test::leaf(kLeaf, kLower);
  CheckOptions options = {};

  policy::Inputs& inputs() { return options.policies; }
  void accept(const Policies& policies) {
    for (const std::string& name : policies) inputs().acceptable.push_back(policy_oid(name));
  }
  void require_explicit() { inputs().explicit_policy = policy::ExplicitPolicy::Required; }
  // The same policies in all certificates.
  void all_say(const Policies& policies) {
    for (CertificateSpec* spec : {&issuing, &lower, &leaf}) add_policies(*spec, policies);
  }
};

CandidatePath check(const Chain& chain) {
  CheckOptions options = chain.options;
  options.at = kNow;
  return validate_given_path({make(chain.leaf), make(chain.lower), make(chain.issuing)},
                             TrustAnchor::from_certificate(make(chain.root)), options);
}

std::set<std::string> names(const std::vector<asn1::OwnedOid>& policies) {
  std::set<std::string> found;
  for (const asn1::OwnedOid& oid : policies) found.insert(policy_name(oid.view()));
  return found;
}

using Names = std::set<std::string>;

struct Case {
  const char* name;
  void (*change)(Chain&);
  std::set<std::string> failures;
  Names user;
};

const std::string kLost = "path.policies.explicit_required@";
const std::string kNone = "path.policies.none_acceptable@-1";

const Case kCases[] = {
    {"no policies, and none demanded", [](Chain&) {}, {}, {}},
    {"no policies, and the relying party demands one: the first certificate below the anchor has none",
     [](Chain& c) { c.require_explicit(); },
     {kLost + "2"},
     {}},
    {"one policy all the way down",
     [](Chain& c) {
       c.require_explicit();
       c.all_say({"1"});
     },
     {},
     {"1"}},
    {"of two policies, the one that all certificates name",
     [](Chain& c) {
       c.require_explicit();
       add_policies(c.issuing, {"1", "2"});
       add_policies(c.lower, {"2", "1"});
       add_policies(c.leaf, {"2"});
     },
     {},
     {"2"}},
    {"the policy gets lost at the leaf",
     [](Chain& c) {
       c.require_explicit();
       add_policies(c.issuing, {"1"});
       add_policies(c.lower, {"1"});
       add_policies(c.leaf, {"2"});
     },
     {kLost + "0"},
     {}},
    {"the policy gets lost at a CA, and is told there alone",
     [](Chain& c) {
       c.require_explicit();
       add_policies(c.issuing, {"1"});
       add_policies(c.lower, {"2"});
       add_policies(c.leaf, {"2"});
     },
     {kLost + "1"},
     {}},
    {"the path is good for a policy that is not accepted",
     [](Chain& c) {
       c.require_explicit();
       c.accept({"9"});
       c.all_say({"1"});
     },
     {kNone},
     {}},
    {"nothing that is accepted, but nobody demands a policy",
     [](Chain& c) {
       c.accept({"9"});
       c.all_say({"1"});
     },
     {},
     {}},
    {"the path is good for one of those that are accepted",
     [](Chain& c) {
       c.require_explicit();
       c.accept({"9", "1"});
       c.all_say({"1", "2"});
     },
     {},
     {"1"}},
    {"anyPolicy among the accepted: any will do",
     [](Chain& c) {
       c.require_explicit();
       c.accept({"9", "any"});
       c.all_say({"1"});
     },
     {},
     {"1"}},
    {"anyPolicy all the way down: good for all that is accepted",
     [](Chain& c) {
       c.require_explicit();
       c.accept({"3", "4"});
       c.all_say({"any"});
     },
     {},
     {"3", "4"}},
    {"anyPolicy all the way down, and any is accepted",
     [](Chain& c) {
       c.require_explicit();
       c.all_say({"any"});
     },
     {},
     {"any"}},
    {"anyPolicy of the CAs stands for the leaf's policy",
     [](Chain& c) {
       c.require_explicit();
       c.accept({"1"});
       add_policies(c.issuing, {"any"});
       add_policies(c.lower, {"any"});
       add_policies(c.leaf, {"1"});
     },
     {},
     {"1"}},
    {"anyPolicy of the leaf stands for the CAs' policy",
     [](Chain& c) {
       c.require_explicit();
       c.accept({"1"});
       add_policies(c.issuing, {"1"});
       add_policies(c.lower, {"1"});
       add_policies(c.leaf, {"any"});
     },
     {},
     {"1"}},
    {"anyPolicy counts no longer, says the relying party",
     [](Chain& c) {
       c.require_explicit();
       c.inputs().any_policy = policy::AnyPolicy::Inhibited;
       c.all_say({"any"});
     },
     {kLost + "2"},
     {}},
    {"anyPolicy counts no longer, says a CA",
     [](Chain& c) {
       c.require_explicit();
       inhibit_any(c.issuing, 0);
       c.all_say({"any"});
     },
     {kLost + "1"},
     {}},
    {"anyPolicy counts no longer after one more certificate",
     [](Chain& c) {
       c.require_explicit();
       inhibit_any(c.issuing, 1);
       c.all_say({"any"});
     },
     {kLost + "0"},
     {}},
    {"a policy mapped to another domain",
     [](Chain& c) {
       c.require_explicit();
       c.accept({"1"});
       add_policies(c.issuing, {"1"});
       add_mappings(c.issuing, {{"1", "2"}});
       add_policies(c.lower, {"2"});
       add_policies(c.leaf, {"2"});
     },
     {},
     {"1"}},
    {"a policy that was mapped away does not count below",
     [](Chain& c) {
       c.require_explicit();
       add_policies(c.issuing, {"1"});
       add_mappings(c.issuing, {{"1", "2"}});
       add_policies(c.lower, {"1"});
       add_policies(c.leaf, {"1"});
     },
     {kLost + "1"},
     {}},
    {"two policies mapped to one",
     [](Chain& c) {
       c.require_explicit();
       add_policies(c.issuing, {"1", "2"});
       add_mappings(c.issuing, {{"1", "3"}, {"2", "3"}});
       add_policies(c.lower, {"3"});
       add_policies(c.leaf, {"3"});
     },
     {},
     {"1", "2"}},
    {"one policy mapped to two",
     [](Chain& c) {
       c.require_explicit();
       add_policies(c.issuing, {"1"});
       add_mappings(c.issuing, {{"1", "2"}, {"1", "3"}});
       add_policies(c.lower, {"3"});
       add_policies(c.leaf, {"3"});
     },
     {},
     {"1"}},
    {"a policy under anyPolicy is mapped",
     [](Chain& c) {
       c.require_explicit();
       c.accept({"1"});
       add_policies(c.issuing, {"any"});
       add_mappings(c.issuing, {{"1", "2"}});
       add_policies(c.lower, {"2"});
       add_policies(c.leaf, {"2"});
     },
     {},
     {"1"}},
    {"mapping is inhibited by the relying party",
     [](Chain& c) {
       c.require_explicit();
       c.inputs().mapping = policy::PolicyMapping::Inhibited;
       add_policies(c.issuing, {"1"});
       add_mappings(c.issuing, {{"1", "2"}});
       add_policies(c.lower, {"2"});
       add_policies(c.leaf, {"2"});
     },
     {kLost + "1"},
     {}},
    {"mapping is inhibited by a CA: what is mapped is lost, what is not goes on",
     [](Chain& c) {
       c.require_explicit();
       add_constraints(c.issuing, {}, 0);
       c.all_say({"1", "4"});
       add_mappings(c.lower, {{"1", "2"}});
     },
     {},
     {"4"}},
    {"a CA demands an explicit policy from now on",
     [](Chain& c) { add_constraints(c.issuing, 0, {}); },
     {kLost + "1"},
     {}},
    {"a CA demands an explicit policy after one more certificate",
     [](Chain& c) { add_constraints(c.issuing, 1, {}); },
     {kLost + "0"},
     {}},
    {"a CA demands an explicit policy beyond the end of the path",
     [](Chain& c) { add_constraints(c.issuing, 3, {}); },
     {},
     {}},
    {"a CA's demand that begins with the end of the path (6.1.5 (a))",
     [](Chain& c) { add_constraints(c.issuing, 2, {}); },
     {kNone},
     {}},
    {"the leaf itself demands an explicit policy (6.1.5 (b))",
     [](Chain& c) { add_constraints(c.leaf, 0, {}); },
     {kNone},
     {}},
    {"the leaf's demand for later does not count", [](Chain& c) { add_constraints(c.leaf, 1, {}); }, {}, {}},
    {"anyPolicy is mapped",
     [](Chain& c) {
       add_policies(c.issuing, {"any"});
       add_mappings(c.issuing, {{"any", "2"}});
     },
     {"path.policies.any_policy_mapped@2"},
     {}},
    {"a policy is mapped to anyPolicy",
     [](Chain& c) {
       add_mappings(c.lower, {{"2", "any"}});
     },
     {"path.policies.any_policy_mapped@1"},
     {}},
    {"what the leaf maps does not count",
     [](Chain& c) {
       add_mappings(c.leaf, {{"any", "2"}});
     },
     {},
     {}},
    {"an anchor's policies limit the path",
     [](Chain& c) {
       c.require_explicit();
       add_policies(c.root, {"2"});
       c.all_say({"1"});
     },
     {kLost + "2"},
     {}},
    {"an anchor's policies do not count where its constraints are ignored",
     [](Chain& c) {
       c.require_explicit();
       c.options.anchor_constraints = AnchorConstraints::Ignore;
       add_policies(c.root, {"2"});
       c.all_say({"1"});
     },
     {},
     {"1"}},
    {"an anchor demands an explicit policy", [](Chain& c) { add_constraints(c.root, 0, {}); }, {kLost + "2"}, {}},
    {"a self-issued CA certificate may say anyPolicy though that is inhibited",
     [](Chain& c) {
       c.require_explicit();
       c.inputs().any_policy = policy::AnyPolicy::Inhibited;
       c.issuing = ca({kRoot.name, kIssuing.key}, kRoot);
       c.lower = ca(kLower, {kRoot.name, kIssuing.key});
       add_policies(c.issuing, {"any"});
       add_policies(c.lower, {"1"});
       add_policies(c.leaf, {"1"});
     },
     {},
     {"1"}},
};

// certificatePolicies with one policy whose qualifier nobody knows.
ByteVector policies_with_unknown_qualifier() {
  asn1::Writer writer;
  writer.sequence([](asn1::Writer& w) {
    w.sequence([](asn1::Writer& information) {
      information.oid(policy_oid("1").view());
      information.sequence([](asn1::Writer& qualifiers) {
        qualifiers.sequence([](asn1::Writer& qualifier) {
          qualifier.oid(policy_oid("99").view());
          qualifier.null();
        });
      });
    });
  });
  return writer.take();
}

}  // namespace

TEST_CASE("Policies: what the relying party and the CAs ask, and what is left") {
  for (const Case& item : kCases) {
    SECTION(item.name) {
      Chain chain;
      item.change(chain);
      const CandidatePath path = check(chain);
      CHECK(failures(path) == item.failures);
      CHECK(path.accepted == item.failures.empty());
      CHECK(names(path.policies.outcome.user_constrained) == item.user);
      CHECK(path.policies.graph.levels().size() <= 5);
    }
  }
}

TEST_CASE("Policies that are accepted but not demanded are told where the path is good for others") {
  Chain chain;
  chain.accept({"9"});
  chain.all_say({"1"});
  const CandidatePath path = check(chain);
  CHECK(path.accepted);
  CHECK(warnings(path) == std::set<std::string>{"path.policies.none_wanted@-1"});
  CHECK(names(path.policies.outcome.authority_constrained) == Names{"1"});
}

TEST_CASE("A qualifier that nobody knows refuses where the extension is critical") {
  for (const bool critical : {false, true}) {
    Chain chain;
    chain.lower.more.push_back(make_extension(oids::kCertificatePolicies, critical, policies_with_unknown_qualifier()));
    const CandidatePath path = check(chain);
    CHECK(path.accepted != critical);
    if (critical) CHECK(failures(path) == std::set<std::string>{"path.policies.qualifier_unknown@1"});
  }
}

TEST_CASE("Who demanded a policy and who lost it is told by name") {
  Chain chain;
  add_constraints(chain.issuing, 0, {});
  add_policies(chain.issuing, {"1"});
  add_policies(chain.lower, {"1"});
  const CandidatePath path = check(chain);
  const Step* step = find_step(path, checks::kPolicies, 0);
  REQUIRE(step != nullptr);
  REQUIRE(step->findings.size() == 1);
  CHECK(step->findings[0].param("demanded_by") == "CN=Issuing,O=Lab");
  CHECK(step->findings[0].param("lost_by") == "CN=leaf.example.com");
  CHECK(step->findings[0].param("why") == "has no certificate policies");
  CHECK(path.near_miss());
}

TEST_CASE("A policy-mapping bomb makes a graph that grows with the mappings, not with their power") {
  // Each of `depth` CAs maps each of `width` policies to each of `width`: a tree would have width^depth nodes.
  const auto size = [](std::size_t width, std::size_t depth) {
    std::vector<asn1::OwnedOid> known;
    for (std::size_t i = 0; i < width; ++i) known.push_back(policy_oid(std::to_string(i)));
    x509::CertificatePolicies policies;
    x509::PolicyMappings mappings;
    for (const asn1::OwnedOid& from : known) {
      policies.policies.push_back({from.view(), {}});
      for (const asn1::OwnedOid& to : known) mappings.mappings.push_back({from.view(), to.view()});
    }
    policy::Graph graph;
    for (std::size_t i = 0; i < depth; ++i) {
      graph.add(policies, policy::AnyPolicyUse::Counts);
      graph.map(mappings);
    }
    CHECK_FALSE(graph.empty());
    CHECK(graph.authority_constrained().size() == width);
    return policy::size_of(graph);
  };
  // Nodes: width a level; edges: width^2 a level, which is how many mappings there are.
  CHECK(size(10, 20) <= 1 + 20 * (10 + 100));
  CHECK(size(50, 20) <= 1 + 20 * (50 + 2500));
  CHECK(size(50, 20) - size(50, 19) == size(50, 11) - size(50, 10));
}

TEST_CASE("Duplicate policies and mappings count once") {
  const asn1::OwnedOid one = policy_oid("1");
  const asn1::OwnedOid two = policy_oid("2");
  x509::CertificatePolicies policies;
  x509::PolicyMappings mappings;
  for (int i = 0; i < 100; ++i) {
    policies.policies.push_back({one.view(), {}});
    mappings.mappings.push_back({one.view(), two.view()});
  }
  policy::Graph graph;
  graph.add(policies, policy::AnyPolicyUse::Counts);
  graph.map(mappings);
  CHECK(policy::size_of(graph) == 3);
  CHECK(graph.levels().back()[0].expected.size() == 1);
}

}  // namespace pki::path::test
