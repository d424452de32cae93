// What a search makes of the partial paths that go on, end, or reach an anchor.

#include <algorithm>
#include <numeric>

#include "path/search.h"
#include "path/validator.h"
#include "path/verdict.h"

namespace pki::path {

void Search::go_on(const Entry& entry, const Candidate& candidate) {
  Node& node = nodes_[entry.node];
  node.went_on = true;
  --node.open;
  if (!candidate.is_anchor()) {
    log(SearchEventKind::Chosen, entry.node, &candidate);
    Cost penalty = node.penalty + distances_.of(candidate.certificate) - kCertificateCost;
    if (candidate.facts.key_id == KeyIdMatch::Mismatch) penalty += kKeyIdMismatchCost;
    if (entry.postponed) penalty += kFaultCost;
    return add_node(candidate.certificate, entry.node, penalty);
  }
  const TrustAnchorPtr& anchor = graph_.anchors()[candidate.anchor].anchor;
  CandidatePath path = path_to(entry.node);
  const bool is_target = node.depth == 0 && anchor == graph_.target_anchor();
  if (is_target && question_.options.target_anchor != TargetAnchor::SelfSigned) {
    // Refused, or accepted already as what it is.
    if (question_.options.target_anchor == TargetAnchor::Refuse) {
      path.end = PathEnd::TargetNotAccepted;
      const std::size_t index = add_path(std::move(path));
      log(SearchEventKind::DeadEnd, entry.node, &candidate, std::nullopt, index);
    }
    return;
  }
  path.anchor = anchor;
  path.end = PathEnd::TrustAnchor;
  if (anchor->certificate() && !is_target) path.certificates.push_back(anchor->certificate());
  const std::size_t index = add_path(std::move(path));
  log(SearchEventKind::Anchored, entry.node, &candidate, std::nullopt, index);
}

// One of the steps from `node` is gone; if it was the last, the partial path ends there.
void Search::drop(NodeIndex node) {
  if (--nodes_[node].open == 0 && !nodes_[node].went_on) end_at(node);
}

// Nothing goes on from `node`.
void Search::end_at(NodeIndex node) {
  const std::optional<PathEnd> end = find_end(node);
  if (!end) {
    if (circle_ == kNone) circle_ = node;
    return log(SearchEventKind::DeadEnd, node, nullptr);
  }
  CandidatePath path = path_to(node);
  path.end = *end;
  const std::size_t index = add_path(std::move(path));
  log(SearchEventKind::DeadEnd, node, nullptr, report_.paths[index].headline, index);
}

// Why the partial path ends at `node`; nothing where it only went round in circles, so that it is no path that anyone
// would miss.
std::optional<PathEnd> Search::find_end(NodeIndex index) {
  const Node& node = nodes_[index];
  const GraphCertificate& item = graph_.certificates()[node.certificate];
  const x509::Certificate& certificate = *item.certificate;
  if (node.depth == 0 && graph_.target_anchor() != nullptr) {
    const bool accepted = question_.options.target_anchor == TargetAnchor::Accept;
    return accepted ? std::nullopt : std::optional(PathEnd::TargetNotAccepted);
  }
  if (certificate.self_issued() && signatures_.check(certificate, certificate.public_key()) == SignatureFit::Fits) {
    // The name and key of an anchor: the anchor itself was a candidate for the certificate below.
    const bool is_anchor = item.entity != kNone && !graph_.entities()[item.entity].anchors.empty();
    if (is_anchor) return std::nullopt;
    return PathEnd::UntrustedRoot;
  }
  if (node.too_long) return PathEnd::TooLong;
  if (node.looped) return std::nullopt;
  return item.issuer_name == kNone ? PathEnd::NoIssuer : PathEnd::IssuerKeyDiffers;
}

// No path came to an end: then the one that went in circles is judged, or the target alone.
void Search::report_some_path() {
  CandidatePath path = path_to(circle_ == kNone ? 0 : circle_);
  path.end = circle_ == kNone ? PathEnd::SearchStopped : PathEnd::Circle;
  add_path(std::move(path));
}

// The target is an anchor, and is accepted as such.
void Search::add_target_anchor() {
  if (question_.options.target_anchor != TargetAnchor::Accept || !graph_.target_anchor()) return;
  CandidatePath path;
  path.certificates = {question_.target};
  path.judged = 1;
  path.anchor = graph_.target_anchor();
  path.end = PathEnd::TargetIsAnchor;
  const std::size_t index = add_path(std::move(path));
  log_.add({.kind = SearchEventKind::Anchored,
            .depth = 1,
            .child = question_.target,
            .anchor = graph_.target_anchor(),
            .path = index});
}

// The certificates of a partial path, target first.
CandidatePath Search::path_to(NodeIndex node) const {
  CandidatePath path;
  for (; node != kNone; node = nodes_[node].below) path.certificates.push_back(certificate_of(node));
  std::reverse(path.certificates.begin(), path.certificates.end());
  path.judged = path.certificates.size();
  return path;
}

// Judges a path and keeps it; returns its index.
std::size_t Search::add_path(CandidatePath path) {
  validate(path, question_.options, signatures_, revocation_);
  report_.paths.push_back(std::move(path));
  return report_.paths.size() - 1;
}

// Best path first; what was found first stays first among equals.
void Search::put_in_order() {
  std::vector<std::size_t> order(report_.paths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return is_better(report_.paths[a], report_.paths[b]); });
  std::vector<CandidatePath> paths;
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    paths.push_back(std::move(report_.paths[order[i]]));
  }
  report_.paths = std::move(paths);
  log_.renumber(place);
  report_.accepted = report_.paths.front().accepted;
  report_.headline = report_.paths.front().headline;
}

}  // namespace pki::path
