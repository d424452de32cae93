#include "path/search.h"

#include <algorithm>
#include <iterator>

#include "path/inherited_parameters.h"
#include "path/rules.h"

namespace pki::path {
namespace {

// One signature check, in looks at a candidate.
constexpr std::size_t kWorkOfSignatureCheck = 1000;

}  // namespace

Search::Search(const PathQuestion& question, const Tools& tools)
    : question_(question),
      graph_(question.target, question.pool, question.anchors, question.options),
      distances_(graph_),
      signatures_(tools.signatures),
      revocation_(tools.revocation),
      log_(question.options.limits.max_events),
      candidates_(graph_.certificates().size()),
      learned_(graph_.certificates().size(), false),
      anchor_learned_(graph_.anchors().size(), false) {}

Report Search::run() {
  if (question_.anchors.anchors().empty()) {
    report_.findings.push_back({.rule = &rules::kNoAnchors});
  }
  add_target_anchor();
  const PolicyDemand policy = demands_policy(*question_.target) ? PolicyDemand::Stands : PolicyDemand::None;
  add_node(IssuerGraph::kTarget, kNone, distances_.of(IssuerGraph::kTarget) - kCertificateCost, policy);
  while (!queue_.empty() && !stopped_ && !hit_limit()) {
    Entry entry = queue_.top();
    queue_.pop();
    take(entry);
  }
  if (report_.paths.empty()) report_some_path();
  if (!stopped_ && report_.work.paths > report_.paths.size()) {
    report_.findings.push_back(limit_finding(rules::kLimitPaths, report_.paths.size()));
  }
  put_in_order();
  report_.work.signature_checks = signatures_.checks();
  report_.work.events_left_out = log_.left_out();
  report_.events = log_.take();
  return std::move(report_);
}

const x509::CertificatePtr& Search::certificate_of(NodeIndex node) const {
  return graph_.certificates()[nodes_[node].certificate].certificate;
}

// The ranked candidates, made when they are first asked for: then their ranking is reported too.
const std::vector<Candidate>& Search::candidates_of(CertificateIndex child) {
  std::optional<std::vector<Candidate>>& known = candidates_[child];
  if (!known) {
    known = rank_candidates(graph_, distances_, child, question_.options.at);
    report_candidates(child, *known);
  }
  return *known;
}

void Search::add_node(CertificateIndex certificate, NodeIndex below, Cost penalty, PolicyDemand policy) {
  const auto index = static_cast<NodeIndex>(nodes_.size());
  const std::uint32_t depth = below == kNone ? 0 : nodes_[below].depth + 1;
  std::uint32_t counted = below == kNone ? 0 : nodes_[below].counted;
  if (below != kNone && !graph_.certificates()[certificate].certificate->self_issued()) ++counted;
  nodes_.push_back({.certificate = certificate,
                    .below = below,
                    .depth = depth,
                    .counted = counted,
                    .policy = policy,
                    .penalty = penalty});
  expand(index);
}

// Puts a step to every candidate into the queue.
void Search::expand(NodeIndex node) {
  last_node_ = node;
  const std::vector<Candidate>& candidates = candidates_of(nodes_[node].certificate);
  for (std::size_t rank = 0; rank < candidates.size(); ++rank) {
    if (report_.work.candidates >= question_.options.limits.max_candidates) {
      return stop(rules::kLimitCandidates, question_.options.limits.max_candidates);
    }
    ++report_.work.candidates;
    if (!may_follow(node, candidates[rank])) continue;
    Entry entry{.depth = nodes_[node].depth,
                .rank = static_cast<std::uint32_t>(rank),
                .node = node,
                .version = distances_.version()};
    entry.cost = cost_of(entry, candidates[rank]);
    ++nodes_[node].open;
    queue_.push(entry);
  }
  distances_.spend(candidates.size());
  if (nodes_[node].open == 0) end_at(node);
}

bool Search::may_follow(NodeIndex node, const Candidate& candidate) {
  if (is_in_path(node, candidate.entity)) {
    nodes_[node].looped = true;
    log_once(SearchEventKind::Refused, node, candidate, rules::kLoop);
    return false;
  }
  if (!candidate.is_anchor() && nodes_[node].depth >= question_.options.limits.max_intermediates) {
    nodes_[node].too_long = true;
    log_once(SearchEventKind::Refused, node, candidate, rules::kTooLong);
    return false;
  }
  return true;
}

// Whether an intermediate certificate of the partial path is about this entity. The target does not count: a CA may
// issue a certificate to itself.
bool Search::is_in_path(NodeIndex node, EntityIndex entity) const {
  for (; nodes_[node].below != kNone; node = nodes_[node].below) {
    if (graph_.certificates()[nodes_[node].certificate].entity == entity) return true;
  }
  return false;
}

// Takes one step out of the queue.
void Search::take(Entry entry) {
  const CertificateIndex child = nodes_[entry.node].certificate;
  const Candidate& candidate = candidates_of(child)[entry.rank];
  if (is_dearer(entry, candidate)) return queue_.push(entry);
  if (entry.node != last_node_) {
    log(SearchEventKind::Backtracked, entry.node, nullptr);
    last_node_ = entry.node;
  }
  const std::size_t checks_before = signatures_.checks();
  const SignatureFit fit = check_signature(child, candidate.entity);
  distances_.spend(1 + (signatures_.checks() - checks_before) * kWorkOfSignatureCheck);
  switch (fit) {
    case SignatureFit::Fits:
      return go_on(entry, candidate);
    case SignatureFit::DoesNotFit:
    case SignatureFit::Unsupported:
      return take_unfit(entry, candidate, fit);
    case SignatureFit::NotChecked:
      break;
  }
  stop(rules::kLimitSignatures, question_.options.limits.max_signature_checks);
}

// Whether the entity's key signed the certificate. A key without parameters did where it did with those of some key
// above; whether the path goes through that one is for the validator.
SignatureFit Search::check_signature(CertificateIndex certificate, EntityIndex issuer) {
  const x509::Certificate& child = *graph_.certificates()[certificate].certificate;
  const crypto::PublicKey& own = *graph_.entities()[issuer].key;
  if (!own.lacks_parameters()) return signatures_.check(child, own);
  auto known = completed_keys_.find(issuer);
  if (known == completed_keys_.end()) {
    known = completed_keys_.emplace(issuer, keys_with_inherited_parameters(graph_, issuer)).first;
  }
  SignatureFit best = SignatureFit::Unsupported;
  for (const crypto::PublicKey& key : known->second) {
    const SignatureFit fit = signatures_.check(child, key);
    if (fit == SignatureFit::Fits || fit == SignatureFit::NotChecked) return fit;
    if (fit == SignatureFit::DoesNotFit) best = fit;
  }
  return best;
}

// A step to an issuer whose key does not fit the signature, or cannot be checked.
void Search::take_unfit(Entry entry, const Candidate& candidate, SignatureFit fit) {
  const CertificateIndex child = nodes_[entry.node].certificate;
  const Rule& rule = fit == SignatureFit::DoesNotFit ? rules::kKeyDoesNotFit : rules::kSignatureUnsupported;
  distances_.refuse(child, candidate.entity);
  const bool meant = candidate.facts.key_id != KeyIdMatch::Mismatch;
  if (!entry.postponed && meant) {
    log_once(SearchEventKind::Postponed, entry.node, candidate, rule);
    entry.postponed = true;
    entry.version = distances_.version();
    entry.cost = cost_of(entry, candidate);
    return queue_.push(entry);
  }
  if (!meant || has_fitting_issuer(child)) {
    log_once(SearchEventKind::Refused, entry.node, candidate, rule);
    return drop(entry.node);
  }
  go_on(entry, candidate);
}

// Whether anyone of the issuer's name signed `child`.
bool Search::has_fitting_issuer(CertificateIndex child) {
  const GraphCertificate& item = graph_.certificates()[child];
  const auto& entities = graph_.entities_named(item.issuer_name);
  return std::any_of(entities.begin(), entities.end(),
                     [&](EntityIndex entity) { return check_signature(child, entity) == SignatureFit::Fits; });
}

// True if the search must not go on though there is more to look at.
bool Search::hit_limit() {
  if (accepted_ && question_.options.extent == SearchExtent::UntilAccepted) return true;
  const Limits& limits = question_.options.limits;
  if (hit_bound_of_paths()) {
    stop(rules::kLimitPaths, limits.max_paths);
  } else if (judgements_ >= limits.max_judgements) {
    stop(rules::kLimitJudgements, limits.max_judgements);
  } else if (comparisons_ + names_.work() >= limits.max_comparisons) {
    stop(rules::kLimitComparisons, limits.max_comparisons);
  }
  return stopped_;
}

// True if there are paths enough for the report, and it is settled what the verdict is: the queue is sorted by costs,
// so where its first step is known to lead to a fault, all do. (Costs take it that a signature that does not fit is
// one.)
bool Search::hit_bound_of_paths() {
  if (report_.work.paths < question_.options.limits.max_paths) return false;
  if (accepted_) return true;
  const CheckReactions& reactions = question_.options.reactions;
  const bool signatures_count = !is_softened(reactions, checks::kSignature, PathPart::Target) &&
                                !is_softened(reactions, checks::kSignature, PathPart::Cas);
  return signatures_count && queue_.top().cost >= kFaultCost;
}

void Search::stop(const Rule& rule, std::size_t limit) {
  if (stopped_) return;
  stopped_ = true;
  Finding finding = limit_finding(rule, limit);
  log_.add({.kind = SearchEventKind::LimitHit, .reason = finding});
  report_.findings.push_back(std::move(finding));
}

Finding Search::limit_finding(const Rule& rule, std::size_t limit) const {
  return {.rule = &rule, .params = {{"limit", std::to_string(limit)}, {"judged", std::to_string(report_.work.paths)}}};
}

Report check_paths(const PathQuestion& question) {
  const Limits& bounds = question.options.limits;
  SignatureCache signatures(bounds.max_signature_checks, bounds.max_crl_signature_checks);
  return check_paths(question, signatures);
}

Report check_paths(const PathQuestion& question, SignatureCache& signatures) {
  PKI_ASSERT(question.target != nullptr);
  RevocationJudge revocation(question, signatures);
  Report report = Search(question, {signatures, revocation}).run();
  const RevocationWork work = revocation.work();
  report.work.crl_signature_checks = signatures.crl_checks();
  report.work.crl_entries = work.crl_entries;
  report.work.crl_issuer_searches = work.crl_issuer_searches;
  Findings limits = revocation.limit_findings();
  report.findings.insert(report.findings.end(), std::make_move_iterator(limits.begin()),
                         std::make_move_iterator(limits.end()));
  return report;
}

}  // namespace pki::path
