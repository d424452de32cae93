#pragma once
// The valid policy graph of RFC 9618, which takes the place of RFC 5280's valid_policy_tree.
//
// The tree of RFC 5280 holds a node for every way in which a policy was reached: n certificates with m mappings each
// can make m^n of them. The graph holds each policy once at each depth, with edges to all nodes above that expected it.
// A level has at most one node for each policy that its certificate asserts or maps, or that the level above expects;
// an edge for each policy that the level above expects. So work and memory grow with the size of the extensions, not
// with their product.
//
// Levels are numbered like the depths of the RFC: level 0 holds anyPolicy, before any certificate. The graph is NULL in
// the RFC's sense once its last level is empty: all nodes above are without children then.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "asn1/oid.h"
#include "x509/extensions/policies.h"

namespace pki::path::policy {

/// Whether a certificate's anyPolicy counts (RFC 5280 6.1.3 (d)(2)).
enum class AnyPolicyUse : std::uint8_t { Counts, Ignored };

/// How a node came to be.
enum class Origin : std::uint8_t {
  Asserted,   // the certificate names the policy, and the level above expected it
  UnderAny,   // the certificate names the policy, and the level above holds anyPolicy
  ByAny,      // the level above expected the policy, and the certificate says anyPolicy
  ByMapping,  // the certificate says anyPolicy, and maps the policy
};

struct Node {
  /// valid_policy. Aliases the certificate.
  asn1::Oid policy;
  /// Indexes into the level above, ascending; empty at level 0 only.
  std::vector<std::uint32_t> parents;
  /// expected_policy_set, ascending.
  std::vector<asn1::Oid> expected;
  Origin origin = Origin::Asserted;
};

using Level = std::vector<Node>;

class Graph {
 public:
  /// RFC 5280 6.1.2 (a): anyPolicy, at depth 0.
  Graph();

  /// Every level, from depth 0.
  const std::vector<Level>& levels() const { return levels_; }
  /// True if the graph is NULL.
  bool empty() const { return levels_.back().empty(); }
  /// True if anyPolicy is among the valid policies of the last level.
  bool holds_any() const;

  /// RFC 5280 6.1.3 (d): a level for a certificate with these policies.
  void add(const x509::CertificatePolicies& policies, AnyPolicyUse any_policy);
  /// RFC 5280 6.1.3 (e): a certificate without policies; the graph becomes NULL.
  void add_none() { levels_.emplace_back(); }
  /// RFC 5280 6.1.4 (b)(1): the last level's certificate maps policies. Mappings of anyPolicy are left out.
  void map(const x509::PolicyMappings& mappings);
  /// RFC 5280 6.1.4 (b)(2): mapping is inhibited, so policies that are mapped are lost.
  void remove_mapped(const x509::PolicyMappings& mappings);

  /// authority-constrained policy set (RFC 5280 6.1.5 (g) as of RFC 9618): valid policies whose parent is anyPolicy,
  /// and anyPolicy itself where the last level holds it; only what has a descendant in the last level. Ascending.
  std::vector<asn1::Oid> authority_constrained() const;

 private:
  std::vector<Level> levels_;
};

/// How many nodes and edges a graph has.
std::size_t size_of(const Graph& graph);

}  // namespace pki::path::policy
