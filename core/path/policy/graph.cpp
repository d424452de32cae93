#include "path/policy/graph.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "asn1/oids.h"
#include "path/policy/inputs.h"

namespace pki::path::policy {
namespace {

using asn1::Oid;
using asn1::oids::kAnyPolicy;

constexpr std::uint32_t kNone = 0xFFFFFFFF;

// The nodes of a level that expect each policy, ascending.
std::map<Oid, std::vector<std::uint32_t>> nodes_by_expectation(const Level& level) {
  std::map<Oid, std::vector<std::uint32_t>> index;
  for (std::uint32_t i = 0; i < level.size(); ++i) {
    for (const Oid& policy : level[i].expected) index[policy].push_back(i);
  }
  return index;
}

std::uint32_t find_node(const Level& level, Oid policy) {
  const auto found = std::find_if(level.begin(), level.end(), [&](const Node& node) { return node.policy == policy; });
  return found == level.end() ? kNone : static_cast<std::uint32_t>(found - level.begin());
}

// subjectDomainPolicies by issuerDomainPolicy.
std::map<Oid, std::set<Oid>> group(const x509::PolicyMappings& mappings) {
  std::map<Oid, std::set<Oid>> groups;
  for (const x509::PolicyMapping& mapping : mappings.mappings) {
    // 6.1.4 (a) refuses these.
    if (mapping.issuer_domain == kAnyPolicy || mapping.subject_domain == kAnyPolicy) continue;
    groups[mapping.issuer_domain].insert(mapping.subject_domain);
  }
  return groups;
}

}  // namespace

bool Inputs::accepts_any() const {
  return acceptable.empty() || std::any_of(acceptable.begin(), acceptable.end(),
                                           [](const asn1::OwnedOid& oid) { return oid.view() == kAnyPolicy; });
}

Graph::Graph() { levels_.push_back({{.policy = kAnyPolicy, .parents = {}, .expected = {kAnyPolicy}}}); }

bool Graph::holds_any() const { return find_node(levels_.back(), kAnyPolicy) != kNone; }

void Graph::add(const x509::CertificatePolicies& policies, AnyPolicyUse any_policy) {
  const Level& above = levels_.back();
  const std::map<Oid, std::vector<std::uint32_t>> expecting = nodes_by_expectation(above);
  const std::uint32_t any_above = find_node(above, kAnyPolicy);
  Level level;
  std::set<Oid> known;
  bool any_asserted = false;
  // (d)(1)
  for (const x509::PolicyInformation& information : policies.policies) {
    const Oid policy = information.policy;
    if (policy == kAnyPolicy) {
      any_asserted = true;
      continue;
    }
    const auto found = expecting.find(policy);
    if (found == expecting.end() && any_above == kNone) continue;
    if (!known.insert(policy).second) continue;
    const bool expected = found != expecting.end();
    level.push_back({.policy = policy,
                     .parents = expected ? found->second : std::vector{any_above},
                     .expected = {policy},
                     .origin = expected ? Origin::Asserted : Origin::UnderAny});
  }
  // (d)(2)
  if (any_asserted && any_policy == AnyPolicyUse::Counts) {
    for (const auto& [policy, parents] : expecting) {
      if (known.contains(policy)) continue;
      level.push_back({.policy = policy, .parents = parents, .expected = {policy}, .origin = Origin::ByAny});
    }
  }
  levels_.push_back(std::move(level));
}

void Graph::map(const x509::PolicyMappings& mappings) {
  Level& level = levels_.back();
  std::map<Oid, std::set<Oid>> groups = group(mappings);
  std::vector<std::uint32_t> parents_of_any;
  bool has_any = false;
  for (Node& node : level) {
    if (node.policy == kAnyPolicy) {
      has_any = true;
      parents_of_any = node.parents;
    }
    const auto mapped = groups.find(node.policy);
    if (mapped == groups.end()) continue;
    node.expected.assign(mapped->second.begin(), mapped->second.end());
    groups.erase(mapped);
  }
  if (!has_any) return;
  for (const auto& [policy, expected] : groups) {
    level.push_back({.policy = policy,
                     .parents = parents_of_any,
                     .expected = {expected.begin(), expected.end()},
                     .origin = Origin::ByMapping});
  }
}

void Graph::remove_mapped(const x509::PolicyMappings& mappings) {
  const std::map<Oid, std::set<Oid>> groups = group(mappings);
  std::erase_if(levels_.back(), [&](const Node& node) { return groups.contains(node.policy); });
}

std::vector<Oid> Graph::authority_constrained() const {
  std::set<Oid> policies;
  if (holds_any()) policies.insert(kAnyPolicy);
  // 6.1.3 (d)(3): what has no descendant in the last level does not count.
  std::vector<bool> alive(levels_.back().size(), true);
  for (std::size_t depth = levels_.size(); depth-- > 1;) {
    const Level& level = levels_[depth];
    const Level& above = levels_[depth - 1];
    std::vector<bool> alive_above(above.size(), false);
    for (std::size_t i = 0; i < level.size(); ++i) {
      if (!alive[i]) continue;
      bool under_any = false;
      for (const std::uint32_t parent : level[i].parents) {
        alive_above[parent] = true;
        under_any = under_any || above[parent].policy == kAnyPolicy;
      }
      if (under_any && level[i].policy != kAnyPolicy) policies.insert(level[i].policy);
    }
    alive = std::move(alive_above);
  }
  return {policies.begin(), policies.end()};
}

std::size_t size_of(const Graph& graph) {
  std::size_t size = 0;
  for (const Level& level : graph.levels()) {
    for (const Node& node : level) size += 1 + node.parents.size();
  }
  return size;
}

}  // namespace pki::path::policy
