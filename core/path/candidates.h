#pragma once
// Who may have issued a certificate, best first (RFC 4158 3.5).

#include <cstdint>
#include <optional>
#include <vector>

#include "path/distance.h"
#include "path/issuer_graph.h"
#include "path/report.h"

namespace pki::path {

/// One candidate for the issuer of a certificate: an anchor, or a certificate of the pool.
struct Candidate {
  EntityIndex entity = kNone;
  AnchorIndex anchor = kNone;
  CertificateIndex certificate = kNone;
  RankingFacts facts = {};

  bool is_anchor() const { return anchor != kNone; }
};

/// The candidates for the issuer of `child`: everything that bears the issuer's name, but for the child itself. In
/// the order in which they are tried where their costs do not decide: anchors, then those whose key identifier
/// matches, then those that are valid, then those that are not self-issued, then newer ones (RFC 4158 3.5.2 to
/// 3.5.12), at last by fingerprint, so that the order of the pool does not matter.
std::vector<Candidate> rank_candidates(const IssuerGraph& graph, const Distances& distances, CertificateIndex child,
                                       Time at);

}  // namespace pki::path
