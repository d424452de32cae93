#include "path/revocation/crl_set.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "path/describe.h"
#include "path/revocation/rules.h"
#include "path/strength.h"

namespace pki::path {
namespace {

// What the parser notes as an error and what makes no difference to what a CRL says.
constexpr std::string_view kTolerated[] = {"asn1.string.character", "asn1.default.encoded"};

// Extensions that decide nothing: a fault in one of them is no reason to do without the CRL.
constexpr asn1::Oid kNotReliedOn[] = {asn1::oids::kIssuerAltName, asn1::oids::kAuthorityInfoAccess,
                                      asn1::oids::kFreshestCrl};

bool is_in_idle_extension(const x509::Crl& crl, const Finding& finding) {
  if (!finding.where.range) return false;
  for (const x509::Extension& extension : crl.extensions().all) {
    const ByteRange whole = crl.range(extension.whole);
    if (finding.where.range->offset < whole.offset || finding.where.range->end() > whole.end()) continue;
    return !x509::CrlExtensions::is_known(extension.id) ||
           std::find(std::begin(kNotReliedOn), std::end(kNotReliedOn), extension.id) != std::end(kNotReliedOn);
  }
  return false;
}

std::optional<Finding> find_encoding_fault(const CrlRecord& record) {
  for (const Finding& finding : record.crl->findings()) {
    if (finding.severity() < Severity::Error) continue;
    if (std::find(std::begin(kTolerated), std::end(kTolerated), finding.id()) != std::end(kTolerated)) continue;
    // That there are extensions, or one of them twice, is a fault whatever the extension is.
    const bool about_value = finding.id() != "x509.extensions.duplicate" && !finding.id().starts_with("x509.crl.");
    if (about_value && is_in_idle_extension(*record.crl, finding)) continue;
    Finding fault = finding_about(rules::kCrlMalformed, record, {},
                                  {{"rule", std::string(finding.id())}, {"detail", render_summary(finding)}});
    fault.where = finding.where;
    return fault;
  }
  return std::nullopt;
}

// RFC 5280 5.2, 5.3.
std::optional<Finding> find_unknown_critical(const CrlRecord& record) {
  const auto finding = [&](const x509::Extension& extension) {
    return finding_about(rules::kCrlCriticalUnknown, record, extension.whole,
                         {{"extension", asn1::oid_name_and_dotted(extension.id)}});
  };
  for (const x509::Extension& extension : record.crl->extensions().all) {
    if (extension.critical && !x509::CrlExtensions::is_known(extension.id)) return finding(extension);
  }
  const auto& of_entry = record.crl->unknown_critical_entry_extension();
  return of_entry ? std::optional(finding(*of_entry)) : std::nullopt;
}

std::optional<Finding> find_signature_fault(const CrlRecord& record, const CheckOptions& options) {
  const x509::Crl& crl = *record.crl;
  const Bytes outer = crl.outer_algorithm().whole;
  if (!equal(crl.inner_algorithm().whole, outer)) return finding_about(rules::kCrlAlgorithmMismatch, record, outer);
  if (options.weak != Reaction::Refuse) return std::nullopt;
  const std::string name = crypto::signature_algorithm_name(crl.signature_algorithm(), crl.outer_algorithm());
  const Findings weak = judge_signature_algorithm(crl.signature_algorithm(), name, options.strength);
  if (weak.empty()) return std::nullopt;
  return finding_about(rules::kCrlWeak, record, outer,
                       {{"rule", std::string(weak.front().id())}, {"detail", render_summary(weak.front())}});
}

// Whether the CRL is the current one at the time that is asked. RFC 5280 says nothing of a CRL without nextUpdate,
// which CAs must not issue: it never expires.
void judge_times(CrlRecord& record, const CheckOptions& options) {
  const auto& from = record.crl->this_update();
  const auto& until = record.crl->next_update();
  const std::string at = to_iso8601(options.at);
  if (from && options.at < from->time) {
    record.fault = finding_about(rules::kCrlNotYetValid, record, from->element.whole,
                                 {{"this_update", to_iso8601(from->time)}, {"at", at}});
  } else if (until && options.at > until->time) {
    if (options.revocation.expired == Reaction::Refuse) {
      record.fault = finding_about(rules::kCrlExpired, record, until->element.whole,
                                   {{"next_update", to_iso8601(until->time)}, {"at", at}});
    }
    record.expired_with_warning = options.revocation.expired == Reaction::Warn;
  }
}

void judge(CrlRecord& record, const CheckOptions& options) {
  record.fault = find_encoding_fault(record);
  if (!record.fault) record.fault = find_unknown_critical(record);
  if (!record.fault) record.fault = find_signature_fault(record, options);
  if (!record.fault) judge_times(record, options);
  record.point_names = point_names_of(*record.crl);
  if (const auto& point = record.crl->extensions().issuing_distribution_point) {
    record.reasons = reasons_of(point->only_some_reasons);
  }
}

}  // namespace

Finding finding_about(const Rule& rule, const CrlRecord& record, Bytes part, std::vector<Param> params) {
  Finding finding{.rule = &rule, .params = std::move(params)};
  if (!part.empty()) finding.where.range = range_within(record.crl->der(), part);
  finding.params.push_back({"crl", std::to_string(record.index)});
  finding.params.push_back({"number", number_text(*record.crl)});
  finding.params.push_back({"crl_issuer", name_text(record.crl->issuer())});
  return finding;
}

std::string number_text(const x509::Crl& crl) {
  if (const auto& number = crl.extensions().crl_number) return x509::to_text(*number);
  return "of " + (crl.this_update() ? to_iso8601(crl.this_update()->time) : std::string("an unknown time"));
}

bool is_newer(const CrlRecord& a, const CrlRecord& b) {
  const auto& left = a.crl->this_update();
  const auto& right = b.crl->this_update();
  if (!left || !right) return left.has_value();
  if (left->time != right->time) return left->time > right->time;
  const auto& left_number = a.crl->extensions().crl_number;
  const auto& right_number = b.crl->extensions().crl_number;
  if (!left_number || !right_number) return left_number.value.has_value();
  return compare(*left_number, *right_number) > 0;
}

bool same_scope(const CrlRecord& a, const CrlRecord& b) {
  const x509::Extension* left = a.crl->extensions().issuing_distribution_point.extension;
  const x509::Extension* right = b.crl->extensions().issuing_distribution_point.extension;
  if (left == nullptr || right == nullptr) return left == right;
  return equal(left->value, right->value);
}

CrlSet::CrlSet(const std::vector<x509::CrlPtr>& crls, const CheckOptions& options) : options_(options) {
  if (options.revocation.mode == RevocationMode::Off) return;
  std::set<std::string_view> seen;
  records_.reserve(crls.size());  // records are pointed at
  for (std::size_t i = 0; i < crls.size(); ++i) {
    if (!seen.insert(as_text(crls[i]->fingerprint())).second) continue;
    records_.push_back({.crl = crls[i], .index = i});
    judge(records_.back(), options);
    Issued& issued = by_issuer_[crls[i]->issuer_key()];
    (records_.back().is_delta() ? issued.deltas : issued.complete).push_back(&records_.back());
  }
  for (auto& [issuer, issued] : by_issuer_) {
    for (auto* list : {&issued.complete, &issued.deltas}) {
      std::stable_sort(list->begin(), list->end(),
                       [](const CrlRecord* a, const CrlRecord* b) { return is_newer(*a, *b); });
    }
  }
}

const CrlSet::Issued& CrlSet::by_issuer(std::string_view issuer_key) const {
  static const Issued kNobody;
  const auto found = by_issuer_.find(issuer_key);
  return found == by_issuer_.end() ? kNobody : found->second;
}

CrlSet::Search CrlSet::find(const CrlRecord& record, const x509::Certificate& certificate) {
  const auto result = [](const std::optional<x509::CrlEntry>& entry) {
    return Search{.entry = entry ? &*entry : nullptr};
  };
  const std::pair key(record.crl.get(), &certificate);
  const auto known = known_.find(key);
  if (known != known_.end()) return result(known->second);
  if (scanned_ + record.crl->entry_count() > options_.limits.max_crl_entries) {
    limit_hit_ = true;
    return {.entry = nullptr, .made = false};
  }
  x509::CrlLookup lookup = record.crl->find(certificate.serial().octets, certificate.issuer_key());
  scanned_ += lookup.scanned;
  return result(known_.emplace(key, std::move(lookup.entry)).first->second);
}

}  // namespace pki::path
