// What a search tells of itself.

#include "path/describe.h"
#include "path/rules.h"
#include "path/search.h"

namespace pki::path {
namespace {

std::string candidate_title(const x509::CertificatePtr& certificate, const TrustAnchorPtr& anchor) {
  return certificate ? title(*certificate) : name_text(anchor->name());
}

}  // namespace

void Search::log(SearchEventKind kind, NodeIndex node, const Candidate* candidate, std::optional<Finding> reason,
                 std::optional<std::size_t> path) {
  SearchEvent event{.kind = kind,
                    .depth = nodes_[node].depth + 1,
                    .child = certificate_of(node),
                    .reason = std::move(reason),
                    .path = path};
  if (candidate != nullptr) {
    event.facts = candidate->facts;
    if (candidate->is_anchor()) {
      event.anchor = graph_.anchors()[candidate->anchor].anchor;
      event.candidate = event.anchor->certificate();
    } else {
      event.candidate = graph_.certificates()[candidate->certificate].certificate;
    }
  }
  log_.add(std::move(event));
}

// The same candidate may be refused for the same reason in a thousand partial paths; it is told once.
void Search::log_once(SearchEventKind kind, NodeIndex node, const Candidate& candidate, const Rule& rule) {
  const CertificateIndex child = nodes_[node].certificate;
  const Rule* key = kind == SearchEventKind::Refused ? &rule : nullptr;
  if (!logged_.emplace(key, child, candidate.anchor, candidate.certificate).second) return;
  log(kind, node, &candidate);
  if (SearchEvent* event = log_.last()) {
    event->reason = Finding{.rule = &rule,
                            .params = {{"candidate", candidate_title(event->candidate, event->anchor)},
                                       {"child", title(*event->child)},
                                       {"limit", std::to_string(question_.options.limits.max_intermediates)}}};
  }
}

// Tells of all candidates of a certificate how they rank, and of those that would be candidates but for their name.
void Search::report_candidates(CertificateIndex child, const std::vector<Candidate>& candidates) {
  const x509::CertificatePtr& certificate = graph_.certificates()[child].certificate;
  const auto depth = static_cast<std::uint32_t>(nodes_.back().depth + 1);
  for (const Candidate& candidate : candidates) {
    SearchEvent event{
        .kind = SearchEventKind::Considered, .depth = depth, .child = certificate, .facts = candidate.facts};
    const Findings* faults = nullptr;
    if (candidate.is_anchor()) {
      const GraphAnchor& item = graph_.anchors()[candidate.anchor];
      event.anchor = item.anchor;
      event.candidate = item.anchor->certificate();
      faults = &item.faults;
    } else {
      const GraphCertificate& item = graph_.certificates()[candidate.certificate];
      event.candidate = item.certificate;
      faults = &item.faults;
    }
    if (!faults->empty()) event.reason = faults->front();
    log_.add(std::move(event));
  }
  for (const NameMismatch& mismatch : graph_.find_name_mismatches(*certificate)) {
    log_.add({.kind = SearchEventKind::Refused,
              .depth = depth,
              .child = certificate,
              .candidate = mismatch.certificate,
              .anchor = mismatch.anchor,
              .facts = {.is_anchor = mismatch.anchor != nullptr, .key_id = KeyIdMatch::Match},
              .reason = Finding{.rule = &rules::kNameDiffers,
                                .params = {{"candidate", title(*mismatch.certificate)},
                                           {"issuer", name_text(certificate->issuer())}}}});
  }
}

}  // namespace pki::path
