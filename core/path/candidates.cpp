#include "path/candidates.h"

#include <algorithm>
#include <tuple>

#include "path/checks/basic.h"

namespace pki::path {
namespace {

const x509::Certificate* certificate_of(const IssuerGraph& graph, const Candidate& candidate) {
  return candidate.is_anchor() ? graph.anchors()[candidate.anchor].anchor->certificate().get()
                               : graph.certificates()[candidate.certificate].certificate.get();
}

bool is_valid_at(const x509::Certificate& certificate, Time at) {
  const auto& from = certificate.not_before();
  const auto& to = certificate.not_after();
  return from && to && from->time <= at && at <= to->time;
}

// How many certificates are still to come, where an anchor is in reach.
std::optional<std::uint32_t> certificates_in(Cost cost) {
  if (cost >= kDeadEndCost) return std::nullopt;
  return static_cast<std::uint32_t>(cost % kKeyIdMismatchCost / kCertificateCost);
}

RankingFacts facts_of(const IssuerGraph& graph, const Distances& distances, const Candidate& candidate,
                      const x509::Certificate& child, Time at) {
  RankingFacts facts{.is_anchor = candidate.is_anchor()};
  const Findings& faults = candidate.is_anchor() ? graph.anchors()[candidate.anchor].faults
                                                 : graph.certificates()[candidate.certificate].faults;
  facts.faults = static_cast<std::uint32_t>(faults.size());
  facts.distance =
      candidate.is_anchor() ? std::optional<std::uint32_t>(0) : certificates_in(distances.above(candidate.certificate));
  if (const x509::Certificate* certificate = certificate_of(graph, candidate)) {
    facts.key_id = checks::match_key_identifiers(child, *certificate);
    facts.valid_at_the_time = is_valid_at(*certificate, at);
    facts.self_issued = certificate->self_issued();
  }
  return facts;
}

bool comes_before(const IssuerGraph& graph, const Candidate& a, const Candidate& b) {
  const auto facts = [](const Candidate& c) {
    return std::tuple(!c.is_anchor(), c.facts.key_id, !c.facts.valid_at_the_time,
                      !c.is_anchor() && c.facts.self_issued);
  };
  if (facts(a) != facts(b)) return facts(a) < facts(b);
  const x509::Certificate* left = certificate_of(graph, a);
  const x509::Certificate* right = certificate_of(graph, b);
  // Bare anchors come after those with a certificate, and stay in the order of the store.
  if (left == nullptr || right == nullptr) return left != nullptr;
  const auto start = [](const x509::Certificate& c) { return c.not_before() ? c.not_before()->time : Time{}; };
  if (start(*left) != start(*right)) return start(*left) > start(*right);
  return compare(left->fingerprint(), right->fingerprint()) < 0;
}

}  // namespace

std::vector<Candidate> rank_candidates(const IssuerGraph& graph, const Distances& distances, CertificateIndex child,
                                       Time at) {
  std::vector<Candidate> candidates;
  const GraphCertificate& item = graph.certificates()[child];
  if (item.issuer_name == kNone) return candidates;
  for (const EntityIndex index : graph.entities_named(item.issuer_name)) {
    const Entity& entity = graph.entities()[index];
    for (const AnchorIndex anchor : entity.anchors) {
      candidates.push_back({.entity = index, .anchor = anchor});
    }
    for (const CertificateIndex certificate : entity.certificates) {
      if (certificate != child) candidates.push_back({.entity = index, .certificate = certificate});
    }
  }
  for (Candidate& candidate : candidates) {
    candidate.facts = facts_of(graph, distances, candidate, *item.certificate, at);
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](const Candidate& a, const Candidate& b) { return comes_before(graph, a, b); });
  return candidates;
}

}  // namespace pki::path
