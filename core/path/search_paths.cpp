// What a search makes of the partial paths that go on, end, or reach an anchor.

#include <algorithm>
#include <numeric>

#include "path/describe.h"
#include "path/rules.h"
#include "path/search.h"
#include "path/validator.h"
#include "path/verdict.h"

namespace pki::path {
namespace {

std::size_t count_names(const x509::Certificate& certificate) {
  const auto& names = certificate.extensions().subject_alt_name;
  return 1 + (names ? names->names.size() : 0);
}

// What judging the path did for name constraints and policies: what was read and what was compared.
std::size_t comparisons_in(const CandidatePath& path) {
  std::size_t work = 0;
  std::size_t names_below = 0;
  for (const x509::CertificatePtr& certificate : path.certificates) {
    const auto& constraints = certificate->extensions().name_constraints;
    if (constraints) work += constraints->permitted.size() + constraints->excluded.size() + names_below;
    names_below += count_names(*certificate);
    work += count_policies(*certificate);
  }
  return work;
}

}  // namespace

void Search::go_on(const Entry& entry, const Candidate& candidate) {
  Node& node = nodes_[entry.node];
  node.went_on = true;
  --node.open;
  if (!candidate.is_anchor()) {
    log(SearchEventKind::Chosen, entry.node, &candidate);
    return add_node(candidate.certificate, entry.node, node.penalty + cost_of_step(entry, candidate), entry.policy);
  }
  const TrustAnchorPtr& anchor = graph_.anchors()[candidate.anchor].anchor;
  CandidatePath path = path_to(entry.node);
  const bool is_target = node.depth == 0 && anchor == graph_.target_anchor();
  if (is_target && question_.options.target_anchor != TargetAnchor::SelfSigned) {
    // Refused, or accepted already as what it is.
    if (question_.options.target_anchor == TargetAnchor::Refuse) {
      path.end = PathEnd::TargetNotAccepted;
      const std::optional<std::size_t> index = add_path(std::move(path));
      log(SearchEventKind::DeadEnd, entry.node, &candidate, std::nullopt, index);
    }
    return;
  }
  path.anchor = anchor;
  path.end = PathEnd::TrustAnchor;
  if (anchor->certificate() && !is_target) path.certificates.push_back(anchor->certificate());
  judge(path);
  if (!path.accepted && entry.cost < kFaultCost) learn_from(path, entry.node);
  const std::optional<std::size_t> index = keep(std::move(path));
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
    return log(SearchEventKind::DeadEnd, node, nullptr, find_anchor_itself(node));
  }
  CandidatePath path = path_to(node);
  path.end = *end;
  judge(path);
  std::optional<Finding> headline = path.headline;
  const std::optional<std::size_t> index = keep(std::move(path));
  log(SearchEventKind::DeadEnd, node, nullptr, std::move(headline), index);
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
  if (is_self_signed(certificate)) {
    // The name and key of an anchor: the anchor itself was a candidate for the certificate below.
    if (is_anchor(item)) return std::nullopt;
    return PathEnd::UntrustedRoot;
  }
  if (node.too_long) return PathEnd::TooLong;
  if (is_barred_anchor(certificate)) return PathEnd::AnchorNotRoot;
  if (node.looped) return std::nullopt;
  return item.issuer_name == kNone ? PathEnd::NoIssuer : PathEnd::IssuerKeyDiffers;
}

bool Search::is_self_signed(const x509::Certificate& certificate) {
  return certificate.self_issued() && signatures_.check(certificate, certificate.public_key()) == SignatureFit::Fits;
}

// Whether an anchor has the name and the key.
bool Search::is_anchor(const GraphCertificate& item) const {
  return item.entity != kNone && !graph_.entities()[item.entity].anchors.empty();
}

// That an anchor stands in the place of the certificate at `node`, where that is so.
std::optional<Finding> Search::find_anchor_itself(NodeIndex node) {
  const GraphCertificate& item = graph_.certificates()[nodes_[node].certificate];
  if (!is_anchor(item) || !is_self_signed(*item.certificate)) return std::nullopt;
  return Finding{.rule = &rules::kAnchorItself, .params = {{"candidate", title(*item.certificate)}}};
}

// Whether the certificate is trusted, and yet no path may end at it.
bool Search::is_barred_anchor(const x509::Certificate& certificate) const {
  if (question_.options.anchor_form != AnchorForm::SelfSigned || is_root(certificate)) return false;
  const auto& anchors = question_.anchors.anchors();
  return std::any_of(anchors.begin(), anchors.end(), [&](const TrustAnchorPtr& anchor) {
    return anchor->certificate() && equal(anchor->certificate()->fingerprint(), certificate.fingerprint());
  });
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
  const std::optional<std::size_t> index = add_path(std::move(path));
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

void Search::judge(CandidatePath& path) {
  validate(path, question_.options, signatures_, revocation_);
  accepted_ = accepted_ || path.accepted;
  judgements_ += path.judged;
  comparisons_ += comparisons_in(path);
}

// Keeps a path that was judged, if it is among the best; returns its place in the report.
std::optional<std::size_t> Search::keep(CandidatePath path) {
  const std::size_t number = report_.work.paths++;
  std::vector<CandidatePath>& paths = report_.paths;
  if (paths.size() < std::max<std::size_t>(question_.options.limits.max_paths, 1)) {
    paths.push_back(std::move(path));
    found_.push_back(number);
    return paths.size() - 1;
  }
  std::size_t worst = 0;
  for (std::size_t i = 1; i < paths.size(); ++i) {
    if (comes_before(worst, i)) worst = i;
  }
  if (!is_better(path, paths[worst])) return std::nullopt;
  log_.forget(worst);
  paths[worst] = std::move(path);
  found_[worst] = number;
  return worst;
}

std::optional<std::size_t> Search::add_path(CandidatePath path) {
  judge(path);
  return keep(std::move(path));
}

// What was found first stays first among equals.
bool Search::comes_before(std::size_t a, std::size_t b) const {
  const std::vector<CandidatePath>& paths = report_.paths;
  if (is_better(paths[a], paths[b])) return true;
  return !is_better(paths[b], paths[a]) && found_[a] < found_[b];
}

// Best path first.
void Search::put_in_order() {
  std::vector<std::size_t> order(report_.paths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return comes_before(a, b); });
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
