#include "path/revocation/crl_source.h"

#include <algorithm>
#include <span>

#include "path/describe.h"
#include "path/revocation/rules.h"

namespace pki::path {
namespace {

// Distribution points of one certificate that are looked at; the point that is taken for granted comes on top.
constexpr std::size_t kMostPoints = 100;
// CRLs that one certificate is looked for in, and delta CRLs that are looked at for each: the latest.
constexpr std::size_t kMostCrls = 1000;
constexpr std::size_t kMostDeltas = 100;
// Reasons that are kept for one certificate.
constexpr std::size_t kMostConsidered = 50;

// Both have the same authority key identifier, or none (RFC 5280 6.3.3 (c)(3)).
bool same_key_identifier(const x509::Crl& a, const x509::Crl& b) {
  const x509::Extension* left = a.extensions().authority_key_identifier.extension;
  const x509::Extension* right = b.extensions().authority_key_identifier.extension;
  if (left == nullptr || right == nullptr) return left == right;
  return equal(left->value, right->value);
}

// RFC 5280 5.2.4: the delta adds to the complete CRL.
bool adds_to(const CrlRecord& delta, const CrlRecord& complete) {
  const auto& base = delta.crl->extensions().delta_crl_indicator;
  const auto& number = complete.crl->extensions().crl_number;
  const auto& delta_number = delta.crl->extensions().crl_number;
  if (!base || !number || !delta_number) return false;
  return compare(*base, *number) <= 0 && compare(*number, *delta_number) <= 0 && same_scope(delta, complete) &&
         same_key_identifier(*delta.crl, *complete.crl);
}

std::span<const CrlRecord* const> latest_deltas(const CrlSet::Issued& issued) {
  return std::span(issued.deltas).first(std::min(issued.deltas.size(), kMostDeltas));
}

std::string place_text(ByteRange range) { return std::to_string(range.offset) + "+" + std::to_string(range.length); }

// The finding that says that the entry revokes the certificate.
Finding make_revoked(const RevocationQuery& query, const CrlRecord& record, const x509::CrlEntry& entry) {
  const auto& reason = entry.extensions.reason_code;
  const bool on_hold = reason && *reason == x509::CrlReason::CertificateHold;
  Finding finding = finding_at(on_hold ? rules::kOnHold : rules::kRevoked, query.certificate,
                               query.certificate.serial().octets, "tbsCertificate.serialNumber",
                               {{"subject", title(query.certificate)},
                                {"date", entry.revocation_date ? to_iso8601(entry.revocation_date->time) : "no time"},
                                {"reason", std::string(reason ? x509::crl_reason_name(*reason) : "no reason given")},
                                {"crl", std::to_string(record.index)},
                                {"number", number_text(*record.crl)},
                                {"crl_issuer", name_text(record.crl->issuer())},
                                {"entry", place_text(record.crl->range(entry.whole))}});
  if (const auto& invalid = entry.extensions.invalidity_date) {
    finding.params.push_back({"invalidity_date", to_iso8601(invalid->time)});
  }
  return finding;
}

}  // namespace

// One certificate's inquiry.
struct CrlSource::Inquiry {
  const RevocationQuery& query;
  RevocationAnswer answer = {};
  ReasonSet reasons = 0;
  /// What answered: with its scope and key it stands for the older ones.
  struct Used {
    const CrlRecord* record;
    const crypto::PublicKey* key;
  };
  std::vector<Used> used = {};
  std::size_t asked = 0;
  std::set<const CrlRecord*> used_deltas = {};
  std::set<std::pair<const Rule*, const CrlRecord*>> told = {};
  std::vector<std::pair<const CrlRecord*, Finding>> considered = {};

  void consider(Finding finding, const CrlRecord& record) {
    if (considered.size() >= kMostConsidered || !told.emplace(finding.rule, &record).second) return;
    considered.emplace_back(&record, std::move(finding));
  }

  // A bound that was hit is told, if need be in the place of what was noted last.
  void stop_at(const CrlRecord& record) {
    if (considered.size() >= kMostConsidered) considered.pop_back();
    consider(finding_about(rules::kCrlNotSearched, record), record);
  }

  bool is_used(const CrlRecord* record) const {
    return std::any_of(used.begin(), used.end(), [&](const Used& item) { return item.record == record; });
  }

  // What came of it. A CRL that answered for one distribution point is not blamed for not being that of another.
  RevocationAnswer take() {
    for (auto& [record, finding] : considered) {
      if (!is_used(record)) answer.considered.push_back(std::move(finding));
    }
    const bool heard = !considered.empty() || !used.empty();
    if (answer.status == RevocationStatus::NotApplicable && heard) answer.status = RevocationStatus::Unknown;
    return std::move(answer);
  }
};

CrlSource::CrlSource(const CrlIssuers::Tools& tools)
    : crls_(tools.question.crls, tools.question.options), issuers_(tools), signatures_(tools.signatures) {}

RevocationAnswer CrlSource::ask(const RevocationQuery& query) {
  Inquiry inquiry{.query = query};
  if (crls_.empty()) return {};
  const std::vector<ComparablePoint> points = distribution_points_of(query.certificate, kMostPoints);
  for (const ComparablePoint& point : points) {
    ask_point(inquiry, point);
    if (inquiry.answer.status == RevocationStatus::Revoked) return inquiry.take();
  }
  for (const ComparablePoint& point : points) report_idle_deltas(inquiry, point);
  if (inquiry.reasons == kAllReasons) {
    inquiry.answer.status = RevocationStatus::Good;
  } else if (inquiry.reasons != 0) {
    inquiry.answer.why = "no CRL that counts is about these reasons: " + reasons_text(kAllReasons & ~inquiry.reasons);
  }
  return inquiry.take();
}

void CrlSource::ask_point(Inquiry& inquiry, const ComparablePoint& point) {
  for (const std::string& issuer : point.crl_issuers) {
    for (const CrlRecord* record : crls_.by_issuer(issuer).complete) {
      if (++inquiry.asked > kMostCrls) return inquiry.stop_at(*record);
      ask_crl(inquiry, point, *record);
      if (inquiry.answer.status == RevocationStatus::Revoked) return;
    }
  }
}

void CrlSource::ask_crl(Inquiry& inquiry, const ComparablePoint& point, const CrlRecord& record) {
  const RevocationQuery& query = inquiry.query;
  // 6.3.3 (b)
  if (const auto fault = find_scope_fault(*record.crl, record.point_names, point, query.certificate)) {
    std::vector<Param> params;
    if (!fault->flag.empty()) params.push_back({"flag", fault->flag});
    const x509::Extension* extension = record.crl->extensions().issuing_distribution_point.extension;
    const Bytes part = extension != nullptr ? extension->whole : Bytes();
    return inquiry.consider(finding_about(*fault->rule, record, part, std::move(params)), record);
  }
  if (record.fault) return inquiry.consider(*record.fault, record);
  // (d)
  const ReasonSet reasons = record.reasons & point.reasons;
  if (reasons == 0) return inquiry.consider(finding_about(rules::kCrlNoReasons, record), record);
  // (f), (g)
  const CrlIssuers::Signer signer = issuers_.find(record, query);
  if (signer.key == nullptr) return inquiry.consider(*signer.fault, record);
  for (const Inquiry::Used& used : inquiry.used) {
    if (used.record == &record) {  // asked before, for another distribution point
      inquiry.reasons |= reasons;
      return;
    }
    if (!same_scope(*used.record, record) || !equal(used.key->whole, signer.key->whole)) continue;
    const auto& number = record.crl->extensions().crl_number;
    const auto& newer = used.record->crl->extensions().crl_number;
    const bool out_of_order = number && newer && compare(*number, *newer) > 0;
    const auto& time = record.crl->this_update();
    return inquiry.consider(
        finding_about(out_of_order ? rules::kCrlNumberOrder : rules::kCrlSuperseded, record, {},
                      {{"newer", number_text(*used.record->crl)}, {"this_update", time ? to_iso8601(time->time) : ""}}),
        record);
  }
  // (c), (h) to (k)
  const CrlRecord* delta = find_delta(inquiry, record, *signer.key);
  if (!look_up(inquiry, record, delta)) return;
  if (inquiry.answer.status == RevocationStatus::Revoked) return;
  // (l)
  inquiry.used.push_back({&record, signer.key});
  inquiry.reasons |= reasons;
  inquiry.answer.values.push_back({"crl", std::to_string(record.index)});
  inquiry.answer.values.push_back({"number", number_text(*record.crl)});
  inquiry.answer.values.push_back({"crl_issuer", name_text(record.crl->issuer())});
  inquiry.answer.values.push_back({"reasons", reasons == kAllReasons ? "all" : reasons_text(reasons)});
  if (delta != nullptr) inquiry.answer.values.push_back({"delta", std::to_string(delta->index)});
  for (const CrlRecord* used : {&record, delta}) {
    if (used == nullptr || !used->expired_with_warning) continue;
    inquiry.answer.findings.push_back(finding_about(
        rules::kCrlExpiredTolerated, *used, {},
        {{"next_update", to_iso8601(used->crl->next_update()->time)}, {"at", to_iso8601(query.options.at)}}));
  }
}

// The latest delta CRL that adds to the complete one and that the same key signed; null where there is none.
const CrlRecord* CrlSource::find_delta(Inquiry& inquiry, const CrlRecord& complete, const crypto::PublicKey& key) {
  if (inquiry.query.options.revocation.deltas == DeltaUse::Ignore) return nullptr;
  for (const CrlRecord* delta : latest_deltas(crls_.by_issuer(complete.crl->issuer_key()))) {
    if (!adds_to(*delta, complete)) continue;
    inquiry.used_deltas.insert(delta);
    if (delta->fault) {
      inquiry.consider(*delta->fault, *delta);
      continue;
    }
    const SignatureFit fit = signatures_.check(*delta->crl, key);
    if (fit == SignatureFit::Fits) return delta;
    const Rule& rule = fit == SignatureFit::NotChecked ? rules::kCrlSignatureUnchecked : rules::kCrlSignature;
    inquiry.consider(finding_about(rule, *delta, delta->crl->signature().octets), *delta);
  }
  return nullptr;
}

// Looks into the delta CRL and then into the complete one, as 6.3.3 (i) to (k). False where that was not possible.
bool CrlSource::look_up(Inquiry& inquiry, const CrlRecord& record, const CrlRecord* delta) {
  for (const CrlRecord* place : {delta, &record}) {
    if (place == nullptr) continue;
    const CrlSet::Search search = crls_.find(*place, inquiry.query.certificate);
    if (!search.made) {
      inquiry.consider(finding_about(rules::kCrlNotSearched, *place), *place);
      return false;
    }
    if (search.entry == nullptr) continue;
    const auto& reason = search.entry->extensions.reason_code;
    if (reason && *reason == x509::CrlReason::RemoveFromCrl) return true;
    inquiry.answer.status = RevocationStatus::Revoked;
    inquiry.answer.findings = {make_revoked(inquiry.query, *place, *search.entry)};
    return true;
  }
  return true;
}

// Delta CRLs that nobody used, and why.
void CrlSource::report_idle_deltas(Inquiry& inquiry, const ComparablePoint& point) {
  for (const std::string& issuer : point.crl_issuers) {
    for (const CrlRecord* record : latest_deltas(crls_.by_issuer(issuer))) {
      if (inquiry.used_deltas.contains(record)) continue;
      if (find_scope_fault(*record->crl, record->point_names, point, inquiry.query.certificate)) continue;
      const auto& indicator = record->crl->extensions().delta_crl_indicator;
      if (record->fault) {
        inquiry.consider(*record->fault, *record);
      } else if (inquiry.query.options.revocation.deltas == DeltaUse::Ignore) {
        inquiry.consider(finding_about(rules::kDeltaNotUsed, *record), *record);
      } else {
        inquiry.consider(finding_about(rules::kDeltaWithoutBase, *record, indicator.extension->whole,
                                       {{"base", indicator ? x509::to_text(*indicator) : "unreadable"}}),
                         *record);
      }
    }
  }
}

}  // namespace pki::path
