#include "relying/first_issuer.h"

#include <algorithm>

#include "path/issuer_graph.h"
#include "x509/extensions/key_usage.h"

namespace pki::relying {
namespace {

using x509::CertificatePtr;

// X509_check_issued.
bool may_have_issued(const x509::Certificate& issuer, const x509::Certificate& child) {
  if (issuer.subject_key() != child.issuer_key()) return false;
  const auto& authority = child.extensions().authority_key_identifier;
  const auto& subject = issuer.extensions().subject_key_identifier;
  if (authority && authority->key_identifier && subject &&
      !equal(*authority->key_identifier, subject->key_identifier)) {
    return false;
  }
  const auto& usage = issuer.extensions().key_usage;
  return !usage || usage->has(x509::KeyUsageBit::KeyCertSign);
}

bool is_valid_at(const x509::Certificate& certificate, Time at) {
  const auto& from = certificate.not_before();
  const auto& to = certificate.not_after();
  return from && to && from->time <= at && at <= to->time;
}

bool lasts_longer(const x509::Certificate& a, const x509::Certificate& b) {
  return a.not_after() && (!b.not_after() || b.not_after()->time < a.not_after()->time);
}

bool contains(const std::vector<CertificatePtr>& list, const x509::Certificate& certificate) {
  return std::any_of(list.begin(), list.end(), [&](const CertificatePtr& other) {
    return equal(other->fingerprint(), certificate.fingerprint());
  });
}

// The first that is valid, or else the one that is valid longest; null where there is none.
CertificatePtr choose(const std::vector<CertificatePtr>& from, const x509::Certificate& child, Time at,
                      const std::vector<CertificatePtr>& taken) {
  CertificatePtr best;
  for (const CertificatePtr& candidate : from) {
    if (!may_have_issued(*candidate, child) || contains(taken, *candidate)) continue;
    if (is_valid_at(*candidate, at)) return candidate;
    if (best == nullptr || lasts_longer(*candidate, *best)) best = candidate;
  }
  return best;
}

}  // namespace

void take_first_issuers(path::PathQuestion& question) {
  std::vector<CertificatePtr> trusted;
  for (const path::TrustAnchorPtr& anchor : question.anchors.anchors()) {
    if (anchor->certificate()) trusted.push_back(anchor->certificate());
  }
  const bool roots_only = question.options.anchor_form == path::AnchorForm::SelfSigned;
  std::vector<CertificatePtr> chain = {question.target};
  while (chain.size() <= question.options.limits.max_intermediates + 1 && !path::is_root(*chain.back())) {
    const x509::Certificate& child = *chain.back();
    CertificatePtr issuer = choose(trusted, child, question.options.at, chain);
    const bool is_anchor = issuer != nullptr;
    if (!is_anchor) issuer = choose(question.pool, child, question.options.at, chain);
    if (issuer == nullptr) break;
    chain.push_back(issuer);
    if (is_anchor && (!roots_only || path::is_root(*issuer))) break;
  }
  question.pool.assign(chain.begin() + 1, chain.end());
}

std::vector<CertificatePtr> read_of_sent(const CertificatePtr& target, std::vector<CertificatePtr> sent,
                                         const std::vector<CertificatePtr>& store, Time at) {
  std::vector<CertificatePtr> chain = {target};
  while (chain.size() <= sent.size() && choose(store, *chain.back(), at, chain) == nullptr) {
    CertificatePtr issuer = choose(sent, *chain.back(), at, chain);
    if (issuer == nullptr) return sent;
    chain.push_back(std::move(issuer));
  }
  return {chain.begin() + 1, chain.end()};
}

}  // namespace pki::relying
