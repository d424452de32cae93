#include "path/distance.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace pki::path {
namespace {

Cost cost_of_faults(const Findings& faults) { return faults.size() * kFaultCost; }

}  // namespace

// Dijkstra's algorithm from the anchors down. An entity is settled once its least cost is known; then every certificate
// that still waits for an issuer of that name gets its cost. Each certificate waits until the first entity of the name
// is settled that it can use, so the work is n log n, and one more look for each edge that was refused.
struct Distances::Run {
  explicit Run(const IssuerGraph& the_graph)
      : graph(the_graph), waiting(the_graph.name_count()), settled(the_graph.entities().size(), false) {}

  using Item = std::pair<Cost, EntityIndex>;

  const IssuerGraph& graph;
  std::vector<std::vector<CertificateIndex>> waiting;
  std::vector<bool> settled;
  std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
};

Distances::Distances(const IssuerGraph& graph)
    : graph_(graph),
      charged_(graph.certificates().size(), 0),
      anchor_charged_(graph.anchors().size(), 0),
      suspected_(graph.certificates().size(), false) {
  compute();
}

Cost Distances::of(CertificateIndex certificate) const {
  return kCertificateCost + cost_of_faults(graph_.certificates()[certificate].faults) + charged_[certificate];
}

Cost Distances::of_anchor(AnchorIndex anchor) const {
  return cost_of_faults(graph_.anchors()[anchor].faults) + anchor_charged_[anchor];
}

// What a certificate costs itself is known at once; what it costs those below, with the next refresh.
void Distances::note_rise() {
  stale_ = true;
  ++version_;
}

void Distances::charge(CertificateIndex certificate) {
  charged_[certificate] += kFaultCost;
  note_rise();
}

void Distances::charge_anchor(AnchorIndex anchor) {
  anchor_charged_[anchor] += kFaultCost;
  note_rise();
}

void Distances::suspect(CertificateIndex certificate) {
  if (suspected_[certificate]) return;
  suspected_[certificate] = true;
  charged_[certificate] += kSuspicionCost;
  note_rise();
}

void Distances::refuse(CertificateIndex certificate, EntityIndex entity) {
  if (!refused_.emplace(certificate, entity).second) return;
  if (above_[certificate].through == entity) stale_ = true;
}

void Distances::spend(std::size_t work) {
  spent_ += work;
  if (stale_ && spent_ >= above_.size()) compute();
}

void Distances::compute() {
  ++version_;
  stale_ = false;
  spent_ = 0;
  above_.assign(graph_.certificates().size(), Above{});
  Run run(graph_);
  const auto offer = [&](EntityIndex entity, Cost cost) {
    if (entity != kNone && !run.settled[entity]) run.queue.emplace(cost, entity);
  };
  for (AnchorIndex i = 0; i < graph_.anchors().size(); ++i) {
    offer(graph_.anchors()[i].entity, of_anchor(i));
  }
  for (CertificateIndex i = 0; i < graph_.certificates().size(); ++i) {
    const GraphCertificate& item = graph_.certificates()[i];
    if (item.issuer_name != kNone) run.waiting[item.issuer_name].push_back(i);
    // Without an issuer the path ends here; and a self-issued certificate may be self-signed.
    if (item.issuer_name == kNone || item.certificate->self_issued()) {
      above_[i].cost = kDeadEndCost;
      offer(item.entity, of(i) + kDeadEndCost);
    }
  }
  while (!run.queue.empty()) {
    const Cost cost = run.queue.top().first;
    const EntityIndex entity = run.queue.top().second;
    run.queue.pop();
    if (run.settled[entity]) continue;
    run.settled[entity] = true;
    std::vector<CertificateIndex>& waiting = run.waiting[graph_.entities()[entity].name];
    std::erase_if(waiting, [&](CertificateIndex i) {
      const EntityIndex own = graph_.certificates()[i].entity;
      if (own == entity) return false;
      if (!refused_.empty() && refused_.contains({i, entity})) return false;
      if (cost < above_[i].cost) above_[i] = {cost, entity};
      offer(own, of(i) + above_[i].cost);
      return true;
    });
  }
}

}  // namespace pki::path
