#include "path/revocation/crl_issuer.h"

#include <algorithm>
#include <set>

#include "path/describe.h"
#include "path/revocation/rules.h"
#include "path/search.h"

namespace pki::path {
namespace {

// CRL issuers whose CRLs are signed by CRL issuers ...: PKITS needs one such level.
constexpr std::size_t kMostLevels = 3;

// Certificates of the CRL issuer's name that are tried for one CRL: those whose key identifier fits come first.
constexpr std::size_t kMostSigners = 16;

// What the search for a CRL issuer's path may cost; it stops at the first good one.
constexpr Limits kSearchLimits{.max_paths = 8, .max_candidates = 5'000, .max_events = 0};

enum class Stage : std::uint8_t { Unknown, Signature, Unchecked, Usage, Path };

// Without key usage everything is allowed (RFC 5280 6.3.3 (f)).
bool may_sign_crls(const x509::Certificate& certificate) {
  const auto& usage = certificate.extensions().key_usage;
  if (!usage.present()) return true;
  return usage && usage->has(x509::KeyUsageBit::CrlSign);
}

bool is_anchor(const x509::Certificate& certificate, const TrustAnchor& anchor) {
  return anchor.certificate() != nullptr && equal(anchor.certificate()->fingerprint(), certificate.fingerprint());
}

// 0: the key identifiers match, 1: one is absent, 2: they differ.
int key_id_rank(const x509::Crl& crl, const x509::Certificate& certificate) {
  const auto& authority = crl.extensions().authority_key_identifier;
  const auto& subject = certificate.extensions().subject_key_identifier;
  if (!authority || !authority->key_identifier || !subject) return 1;
  return equal(*authority->key_identifier, subject->key_identifier) ? 0 : 2;
}

}  // namespace

// Someone of the CRL issuer's name.
struct CrlIssuers::Candidate {
  const crypto::PublicKey* key = nullptr;
  /// Null: a bare anchor.
  const x509::Certificate* certificate = nullptr;
  /// Set where it needs a path of its own.
  x509::CertificatePtr needs_path = {};
};

// How far a candidate came.
struct CrlIssuers::Trial {
  bool good = false;
  Stage stage = Stage::Unknown;
  std::optional<Finding> fault = {};
};

void CrlIssuers::index_certificates() {
  if (indexed_) return;
  indexed_ = true;
  const PathQuestion& question = tools_.question;
  std::set<std::string_view> seen;
  const auto add = [&](const x509::CertificatePtr& certificate) {
    if (certificate == nullptr || !seen.insert(as_text(certificate->fingerprint())).second) return;
    by_subject_.emplace(certificate->subject_key(), certificate);
  };
  for (const x509::CertificatePtr& certificate : question.pool) add(certificate);
  for (const TrustAnchorPtr& anchor : question.anchors.anchors()) add(anchor->certificate());
  add(question.target);
}

// The certificates of pool and anchors that bear the CRL issuer's name: the likeliest, and one more where there are
// more than are tried.
const std::vector<x509::CertificatePtr>& CrlIssuers::named_like(const CrlRecord& record) {
  const auto [place, fresh] = named_like_.try_emplace(&record);
  std::vector<x509::CertificatePtr>& list = place->second;
  if (!fresh) return list;
  index_certificates();
  const auto [begin, end] = by_subject_.equal_range(record.crl->issuer_key());
  for (auto item = begin; item != end; ++item) list.push_back(item->second);
  const auto rank = [&](const x509::CertificatePtr& certificate) { return key_id_rank(*record.crl, *certificate); };
  std::stable_sort(list.begin(), list.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  if (list.size() > kMostSigners + 1) list.resize(kMostSigners + 1);
  return list;
}

std::vector<CrlIssuers::Candidate> CrlIssuers::candidates_for(const CrlRecord& record, const RevocationQuery& query) {
  const x509::Crl& crl = *record.crl;
  std::vector<Candidate> candidates;
  // The path's own: judged where it stands.
  if (query.certificate.issuer_key() == crl.issuer_key()) {
    candidates.push_back({.key = &query.issuer_key, .certificate = query.issuer});
  }
  if (query.anchor->name_key() == crl.issuer_key()) {
    candidates.push_back({.key = &query.anchor->public_key(), .certificate = query.anchor->certificate().get()});
  }
  for (const x509::CertificatePtr& certificate : named_like(record)) {
    if (is_anchor(*certificate, *query.anchor)) continue;
    candidates.push_back({&certificate->public_key(), certificate.get(), certificate});
  }
  return candidates;
}

CrlIssuers::Trial CrlIssuers::try_candidate(const CrlRecord& record, const RevocationQuery& query,
                                            const Candidate& candidate) {
  switch (tools_.signatures.check(*record.crl, *candidate.key)) {
    case SignatureFit::Fits:
      break;
    case SignatureFit::NotChecked:
      return {.stage = Stage::Unchecked, .fault = finding_about(rules::kCrlSignatureUnchecked, record)};
    case SignatureFit::DoesNotFit:
    case SignatureFit::Unsupported:
      return {.stage = Stage::Signature,
              .fault = finding_about(rules::kCrlSignature, record, record.crl->signature().octets)};
  }
  const bool anchor = candidate.certificate == nullptr || is_anchor(*candidate.certificate, *query.anchor);
  // An anchor is a name and a key, unless its certificate's limits are to be honoured (RFC 5937).
  const bool usage_counts =
      candidate.certificate != nullptr && (!anchor || query.options.anchor_constraints == AnchorConstraints::Honour);
  if (usage_counts && !may_sign_crls(*candidate.certificate)) {
    return {.stage = Stage::Usage, .fault = finding_about(rules::kCrlSignNotAllowed, record)};
  }
  if (candidate.needs_path != nullptr) {
    if (auto fault = find_path_fault(record, query, candidate.needs_path)) {
      return {.stage = Stage::Path, .fault = std::move(fault)};
    }
  }
  return {.good = true};
}

CrlIssuers::Signer CrlIssuers::find(const CrlRecord& record, const RevocationQuery& query) {
  Trial best{.fault = finding_about(rules::kCrlIssuerUnknown, record)};
  std::size_t tried = 0;
  for (const Candidate& candidate : candidates_for(record, query)) {
    if (candidate.needs_path != nullptr && ++tried > kMostSigners) {
      limit_hit_ = true;
      return {.fault = finding_about(rules::kCrlIssuerLimit, record)};
    }
    Trial trial = try_candidate(record, query, candidate);
    if (trial.good) return {.key = candidate.key};
    if (trial.stage > best.stage) best = std::move(trial);
    if (best.stage == Stage::Unchecked) break;
  }
  return {.fault = std::move(best.fault)};
}

// Why the certificate of a CRL's issuer has no good path to the anchor; nothing where it has one.
std::optional<Finding> CrlIssuers::find_path_fault(const CrlRecord& record, const RevocationQuery& query,
                                                   const x509::CertificatePtr& certificate) {
  const auto fault = [&](const std::string& detail) {
    return finding_about(rules::kCrlIssuerPath, record, {}, {{"detail", detail}});
  };
  const PathKey key(certificate.get(), query.anchor.get());
  if (const auto known = known_.find(key); known != known_.end()) {
    return known->second ? std::optional(fault(*known->second)) : std::nullopt;
  }
  if (const auto open = std::find(open_.begin(), open_.end(), key); open != open_.end()) {
    assumed_ = std::min(assumed_, static_cast<std::size_t>(open - open_.begin()));
    return std::nullopt;
  }
  if (open_.size() >= kMostLevels || searches_ >= query.options.limits.max_crl_issuer_searches) {
    limit_hit_ = true;
    assumed_ = 0;  // further up, there may be room
    return finding_about(rules::kCrlIssuerLimit, record);
  }
  ++searches_;
  const std::size_t level = open_.size();
  open_.push_back(key);
  const Report report = search(query, certificate);
  open_.pop_back();
  std::optional<std::string> why;
  if (!report.accepted) why = report.headline ? render_summary(*report.headline) : "it has no path";
  // What rests on an assumption about one further out is not known for good.
  if (assumed_ >= level) {
    assumed_ = static_cast<std::size_t>(-1);
    known_.emplace(key, why);
  }
  return why ? std::optional(fault(*why)) : std::nullopt;
}

// RFC 5280 6.3.3 (f): the anchor must be the same. What the target is for, whose it is and how long it may be valid is
// not asked.
Report CrlIssuers::search(const RevocationQuery& query, const x509::CertificatePtr& certificate) {
  const PathQuestion& question = tools_.question;
  PathQuestion about{.target = certificate, .pool = question.pool, .options = query.options};
  about.anchors.add(query.anchor);
  about.options.purpose = Purpose::Any;
  about.options.identities.clear();
  about.options.max_validity_days.reset();
  // Which policies are wanted is asked of the target, not of who signs its CA's lists.
  about.options.policies = {};
  about.options.extent = SearchExtent::UntilAccepted;
  const Limits limits = query.options.limits;
  about.options.limits = kSearchLimits;
  about.options.limits.max_intermediates = limits.max_intermediates;
  about.options.limits.max_crl_issuer_searches = limits.max_crl_issuer_searches;
  return Search(about, {tools_.signatures, tools_.judge}).run();
}

}  // namespace pki::path
