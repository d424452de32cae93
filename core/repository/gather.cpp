#include "repository/gather.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "asn1/oids.h"
#include "formats/sniff.h"
#include "repository/rules.h"

namespace pki::repository {
namespace {

using x509::Certificate;
using x509::CertificatePtr;

std::string fingerprint_key(Bytes fingerprint) { return std::string(as_text(fingerprint)); }

/// The URIs of a list of general names.
void add_uris(const x509::GeneralNames& names, std::vector<std::string>& urls) {
  for (const x509::GeneralName& name : names) {
    if (name.kind == x509::GeneralNameKind::Uri) urls.emplace_back(as_text(name.value));
  }
}

std::vector<std::string> issuer_urls(const Certificate& certificate) {
  std::vector<std::string> urls;
  const auto& access = certificate.extensions().authority_info_access;
  if (!access) return urls;
  for (const x509::AccessDescription& description : access->descriptions) {
    if (description.method == asn1::oids::kCaIssuers) add_uris({description.location}, urls);
  }
  return urls;
}

std::vector<std::string> crl_urls(const Certificate& certificate) {
  std::vector<std::string> urls;
  for (const auto* slot : {&certificate.extensions().crl_distribution_points, &certificate.extensions().freshest_crl}) {
    if (!*slot) continue;
    for (const x509::DistributionPoint& point : (*slot)->points) add_uris(point.full_name, urls);
  }
  return urls;
}

class Gatherer {
 public:
  Gatherer(const path::PathQuestion& question, const Source& source) : question_(question), source_(source) {
    know(question.target);
    for (const path::TrustAnchorPtr& anchor : question.anchors.anchors()) {
      anchor_names_.insert(anchor->name_key());
      if (anchor->certificate() == nullptr) continue;
      anchors_.insert(fingerprint_key(anchor->certificate()->fingerprint()));
      know(anchor->certificate());
    }
    for (const CertificatePtr& certificate : question.pool) know(certificate);
    for (const x509::CrlPtr& crl : question.crls) known_.insert(fingerprint_key(crl->fingerprint()));
  }

  Gathered run() {
    if (follows_issuers()) walk(FetchReason::Issuer);
    if (follows_crls()) walk(FetchReason::Crl);
    return std::move(gathered_);
  }

 private:
  /// A certificate in reach of the target, and how far above it.
  struct Reached {
    CertificatePtr certificate;
    std::size_t depth = 0;
  };

  bool follows_issuers() const {
    if (source_.follow != Follow::Issuers && source_.follow != Follow::All) return false;
    path::PathQuestion at_hand = question_;
    at_hand.options.revocation.mode = path::RevocationMode::Off;
    return !path::check_paths(at_hand).accepted;
  }

  bool follows_crls() const {
    const bool asked = source_.follow == Follow::Crls || source_.follow == Follow::All;
    return asked && question_.options.revocation.mode != path::RevocationMode::Off;
  }

  bool know(const CertificatePtr& certificate) {
    if (!known_.insert(fingerprint_key(certificate->fingerprint())).second) return false;
    by_subject_[certificate->subject_key()].push_back(certificate);
    return true;
  }

  /// Visits the target and, by names, what stands above it; what is fetched on the way is visited as well.
  void walk(FetchReason why) {
    std::deque<Reached> queue = {{question_.target, 0}};
    std::set<std::string> visited = {fingerprint_key(question_.target->fingerprint())};
    const bool target_alone =
        why == FetchReason::Crl && question_.options.revocation.scope == path::RevocationScope::Target;
    while (!queue.empty() && !stopped_) {
      const Reached reached = std::move(queue.front());
      queue.pop_front();
      if (anchors_.contains(fingerprint_key(reached.certificate->fingerprint()))) continue;
      follow_urls(reached.certificate, why);
      if (target_alone) return;
      const auto above = by_subject_.find(reached.certificate->issuer_key());
      if (above == by_subject_.end()) continue;
      for (const CertificatePtr& issuer : above->second) {
        if (visited.size() >= source_.limits.max_certificates) break;
        if (!visited.insert(fingerprint_key(issuer->fingerprint())).second) continue;
        if (reached.depth == source_.limits.max_depth) return stop(rules::kLimitDepth, source_.limits.max_depth);
        queue.push_back({issuer, reached.depth + 1});
      }
    }
  }

  void follow_urls(const CertificatePtr& certificate, FetchReason why) {
    // Its issuer is the anchor, or itself: nothing to look for above.
    if (certificate->self_issued() && x509::is_self_signed(*certificate)) return;
    if (why == FetchReason::Issuer && anchor_names_.contains(certificate->issuer_key()) && fits_an_anchor(*certificate))
      return;
    for (std::string& url : why == FetchReason::Issuer ? issuer_urls(*certificate) : crl_urls(*certificate)) {
      const auto normal = normal_http_url(url);
      if (!followed_.insert(normal.value_or(url)).second) continue;
      if (gathered_.fetches.size() == source_.limits.max_fetches) {
        return stop(rules::kLimitFetches, source_.limits.max_fetches);
      }
      gathered_.fetches.push_back(fetch(std::move(url), certificate, why));
    }
  }

  /// True unless the key identifiers say that it was another CA of the same name.
  bool fits_an_anchor(const Certificate& certificate) const {
    const auto& authority = certificate.extensions().authority_key_identifier;
    if (!authority || !authority->key_identifier) return true;
    for (const path::TrustAnchorPtr& anchor : question_.anchors.anchors()) {
      if (anchor->name_key() != certificate.issuer_key()) continue;
      if (anchor->certificate() == nullptr) return true;
      const auto& subject = anchor->certificate()->extensions().subject_key_identifier;
      if (!subject || equal(*authority->key_identifier, subject->key_identifier)) return true;
    }
    return false;
  }

  void stop(const Rule& rule, std::size_t limit) {
    if (!stopped_) gathered_.findings.push_back({&rule, {}, {{"limit", std::to_string(limit)}}});
    stopped_ = true;
  }

  Fetch fetch(std::string url, const CertificatePtr& certificate, FetchReason why) {
    Fetch fetch{.url = std::move(url), .why = why, .certificate = certificate};
    if (!normal_http_url(fetch.url)) {
      fetch.outcome = FetchOutcome::NotHttp;
      return fetch;
    }
    const auto content = source_.repository.find(fetch.url);
    if (!content) return fetch;
    const std::size_t limit =
        why == FetchReason::Issuer ? source_.limits.max_issuer_octets : source_.limits.max_crl_octets;
    if (content->size() > limit) {
      fetch.outcome = FetchOutcome::Unreadable;
      fetch.detail =
          std::to_string(content->size()) + " octets are more than the " + std::to_string(limit) + " that are read";
      return fetch;
    }
    take(formats::read_dropped(*content), fetch);
    return fetch;
  }

  /// Takes what was looked for, and nothing else.
  void take(formats::Dropped dropped, Fetch& fetch) {
    const bool issuers = fetch.why == FetchReason::Issuer;
    const formats::ItemKind wanted = issuers ? formats::ItemKind::Certificate : formats::ItemKind::Crl;
    fetch.outcome = FetchOutcome::Unreadable;
    fetch.detail = std::string("there is no ") + (issuers ? "certificate" : "CRL") + " in it";
    for (formats::Item& item : dropped.items) {
      if (fetch.certificates.size() + fetch.crls.size() == source_.limits.max_objects) break;
      if (item.kind != wanted) continue;
      if (issuers ? take_certificate(std::move(item.der), fetch) : take_crl(std::move(item.der), fetch)) {
        fetch.outcome = FetchOutcome::Found;
        fetch.detail.clear();
      } else {
        fetch.detail = "it cannot be read";
      }
    }
  }

  bool take_certificate(ByteVector der, Fetch& fetch) {
    const FetchLimits& limits = source_.limits;
    if (der.size() > limits.max_certificate_octets) return false;
    auto certificate = Certificate::parse(std::move(der));
    if (!certificate.ok()) return false;
    const std::size_t name = std::max((*certificate)->subject().der().size(), (*certificate)->issuer().der().size());
    if (name > limits.max_name_octets) return false;
    if (know(*certificate)) gathered_.certificates.push_back(*certificate);
    fetch.certificates.push_back(*std::move(certificate));
    return true;
  }

  bool take_crl(ByteVector der, Fetch& fetch) {
    auto crl = x509::Crl::parse(std::move(der));
    if (!crl.ok()) return false;
    if (known_.insert(fingerprint_key((*crl)->fingerprint())).second) gathered_.crls.push_back(*crl);
    fetch.crls.push_back(*std::move(crl));
    return true;
  }

  const path::PathQuestion& question_;
  const Source& source_;
  std::map<std::string, std::vector<CertificatePtr>> by_subject_;
  std::set<std::string> known_;         // fingerprints of what is at hand
  std::set<std::string> anchors_;       // fingerprints
  std::set<std::string> anchor_names_;  // comparison keys
  std::set<std::string> followed_;      // URLs, in normal form where they have one
  bool stopped_ = false;
  Gathered gathered_;
};

}  // namespace

std::string_view fetch_reason_name(FetchReason reason) { return reason == FetchReason::Issuer ? "issuer" : "crl"; }

std::string_view fetch_outcome_name(FetchOutcome outcome) {
  switch (outcome) {
    case FetchOutcome::Found:
      return "found";
    case FetchOutcome::Missing:
      return "missing";
    case FetchOutcome::Unreadable:
      return "unreadable";
    case FetchOutcome::NotHttp:
      break;
  }
  return "not-http";
}

Gathered gather(const path::PathQuestion& question, const Source& source) { return Gatherer(question, source).run(); }

path::PathQuestion with_gathered(path::PathQuestion question, const Gathered& gathered) {
  question.pool.insert(question.pool.end(), gathered.certificates.begin(), gathered.certificates.end());
  question.crls.insert(question.crls.end(), gathered.crls.begin(), gathered.crls.end());
  return question;
}

}  // namespace pki::repository
