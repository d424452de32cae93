#include "api/describe_report.h"

#include <algorithm>
#include <map>

#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "api/field.h"
#include "api/report_picture.h"
#include "api/report_texts.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"
#include "base/encoding.h"
#include "base/text.h"
#include "json/reader.h"

namespace pki::api {
namespace {

using json::Json;
using x509::CertificatePtr;

constexpr std::size_t kLongestValue = 400;
// Policies of a level, and edges of one, that are shown.
constexpr std::size_t kMostPolicies = 100;

/// The certificates of a question, numbered: each octets once.
class Numbering {
 public:
  explicit Numbering(const path::PathQuestion& question) {
    add(question.target, "target");
    for (const path::TrustAnchorPtr& anchor : question.anchors.anchors()) add(anchor->certificate(), "anchor");
    for (const CertificatePtr& certificate : question.pool) add(certificate, "pool");
  }

  /// The number of a certificate, as JSON; null for none.
  Json of(const CertificatePtr& certificate) const {
    if (certificate == nullptr) return nullptr;
    const auto found = numbers_.find(key(*certificate));
    return found == numbers_.end() ? Json(nullptr) : Json(found->second);
  }

  Json to_json() const {
    Json list = Json::array();
    for (const Entry& entry : entries_) {
      const x509::Certificate& certificate = *entry.certificate;
      Json out;
      out["index"] = list.size();
      out["title"] = certificate_title(certificate);
      out["subject"] = x509::to_rfc4514(certificate.subject());
      out["issuer"] = x509::to_rfc4514(certificate.issuer());
      out["sha256"] = to_hex(certificate.fingerprint());
      out["role"] = certificate_role(certificate);
      out["not_after"] =
          certificate.not_after().has_value() ? Json(to_iso8601(certificate.not_after()->time)) : Json(nullptr);
      out["source"] = entry.source;
      out["der"] = to_base64(certificate.der());
      list.push_back(std::move(out));
    }
    return list;
  }

 private:
  struct Entry {
    CertificatePtr certificate;
    std::string_view source;
  };

  static std::string key(const x509::Certificate& certificate) {
    return std::string(as_text(certificate.fingerprint()));
  }
  void add(const CertificatePtr& certificate, std::string_view source) {
    if (certificate == nullptr) return;
    if (numbers_.emplace(key(*certificate), entries_.size()).second) entries_.push_back({certificate, source});
  }

  std::vector<Entry> entries_;
  std::map<std::string, std::size_t> numbers_;
};

Json describe(const std::optional<Finding>& finding) {
  return finding.has_value() ? api::describe(*finding) : Json(nullptr);
}

Json describe(const path::Step& step, const path::CandidatePath& path, const Numbering& numbering) {
  const bool whole = step.certificate == path::kWholePath;
  Json values = Json::object();
  for (const Param& value : step.values)
    values[std::string(value.name)] = printable(json::excerpt(value.value, kLongestValue));
  Json out;
  out["check"] = step.check->id;
  out["title"] = step.check->title;
  out["question"] = step.check->question;
  out["citation"] = step.check->citation;
  out["certificate"] =
      whole ? Json(nullptr) : numbering.of(path.certificates[static_cast<std::size_t>(step.certificate)]);
  out["position"] = whole ? Json(nullptr) : Json(step.certificate);
  out["outcome"] = path::outcome_name(step.outcome);
  out["text"] = step_text(step);
  out["values"] = std::move(values);
  out["findings"] = api::describe(step.findings);
  if (!step.considered.empty()) out["considered"] = api::describe(step.considered);
  return out;
}

Json describe_oids(const std::vector<asn1::OwnedOid>& oids) {
  Json list = Json::array();
  for (const asn1::OwnedOid& oid : oids) list.push_back(asn1::oid_name_and_dotted(oid.view()));
  return list;
}

std::string_view origin_name(path::policy::Origin origin) {
  switch (origin) {
    case path::policy::Origin::Asserted:
      return "asserted";
    case path::policy::Origin::UnderAny:
      return "under-any";
    case path::policy::Origin::ByAny:
      return "by-any";
    case path::policy::Origin::ByMapping:
      break;
  }
  return "by-mapping";
}

Json describe(const path::policy::Node& node) {
  Json expected = Json::array();
  for (const asn1::Oid& oid : node.expected) {
    if (expected.size() == kMostPolicies) break;
    expected.push_back(oid.to_dotted());
  }
  Json parents = Json::array();
  for (const std::uint32_t parent : node.parents) {
    if (parents.size() == kMostPolicies) break;
    parents.push_back(parent);
  }
  Json out;
  out["policy"] = asn1::oid_name_and_dotted(node.policy);
  out["origin"] = origin_name(node.origin);
  out["parents"] = std::move(parents);
  out["expected"] = std::move(expected);
  return out;
}

// The valid policy graph: a level for each depth, each with its first nodes and how many there are.
Json describe(const path::PathPolicies& policies) {
  Json levels = Json::array();
  for (const path::policy::Level& level : policies.graph.levels()) {
    Json nodes = Json::array();
    for (std::size_t i = 0; i < std::min(level.size(), kMostPolicies); ++i) nodes.push_back(describe(level[i]));
    Json out;
    out["size"] = level.size();
    out["nodes"] = std::move(nodes);
    levels.push_back(std::move(out));
  }
  Json out;
  out["authority_constrained"] = describe_oids(policies.outcome.authority_constrained);
  out["user_constrained"] = describe_oids(policies.outcome.user_constrained);
  out["graph"] = std::move(levels);
  return out;
}

Json describe_budgets(const path::CandidatePath& path, const path::CheckOptions& options, const Numbering& numbering) {
  const auto number_of = [&](const std::optional<std::size_t>& index) {
    return index.has_value() ? numbering.of(path.certificates[*index]) : Json(nullptr);
  };
  Json list = Json::array();
  for (const path::Budget& budget : path::budgets_of(path, options)) {
    Json purposes = nullptr;
    if (budget.purposes.has_value()) {
      purposes = Json::array();
      for (const asn1::Oid& purpose : *budget.purposes) purposes.push_back(asn1::oid_name_and_dotted(purpose));
    }
    Json out;
    out["certificate"] = number_of(budget.certificate);
    out["position"] = budget.certificate;
    out["further_cas"] = budget.further_cas.has_value() ? Json(*budget.further_cas) : Json(nullptr);
    out["further_cas_set_by"] = number_of(budget.further_cas_set_by);
    out["beyond"] = budget.beyond;
    out["purposes"] = std::move(purposes);
    out["purposes_set_by"] = number_of(budget.purposes_set_by);
    out["text"] = budget_text(budget);
    list.push_back(std::move(out));
  }
  return list;
}

Json describe(const path::CandidatePath& path, const path::CheckOptions& options, const Numbering& numbering) {
  Json certificates = Json::array();
  for (const CertificatePtr& certificate : path.certificates) certificates.push_back(numbering.of(certificate));
  Json steps = Json::array();
  for (const path::Step& step : path.steps) steps.push_back(describe(step, path, numbering));
  Json out;
  out["certificates"] = std::move(certificates);
  out["accepted"] = path.accepted;
  out["complete"] = path.complete();
  out["headline"] = describe(path.headline);
  out["near_miss"] = path.near_miss();
  out["failures"] = path.failures;
  out["policies"] = describe(path.policies);
  out["budgets"] = describe_budgets(path, options, numbering);
  out["steps"] = std::move(steps);
  return out;
}

Json describe(const path::SearchEvent& event, const Numbering& numbering) {
  Json out;
  out["kind"] = path::search_event_name(event.kind);
  out["depth"] = event.depth;
  out["child"] = numbering.of(event.child);
  out["candidate"] = numbering.of(event.candidate);
  out["text"] = event_text(event);
  out["finding"] = describe(event.reason);
  out["path"] = event.path.has_value() ? Json(*event.path) : Json(nullptr);
  return out;
}

Json describe(const path::Work& work) {
  Json out;
  out["signature_checks"] = work.signature_checks;
  out["crl_signature_checks"] = work.crl_signature_checks;
  out["crl_entries"] = work.crl_entries;
  out["crl_issuer_searches"] = work.crl_issuer_searches;
  out["candidates"] = work.candidates;
  out["paths"] = work.paths;
  out["events_left_out"] = work.events_left_out;
  return out;
}

// What was not asked for and yet matters.
Json checks_not_made(const path::CheckOptions& options) {
  Json list = Json::array();
  if (options.revocation.mode == path::RevocationMode::Off) list.push_back(path::checks::kRevocation.title);
  return list;
}

std::size_t warnings_of(const path::CandidatePath& path) {
  std::size_t count = 0;
  for (const path::Step& step : path.steps) count += step.outcome == path::Outcome::Warn ? step.findings.size() : 0;
  return count;
}

std::string accepted_sentence(const path::CandidatePath& path) {
  const std::string target = certificate_title(*path.certificates.front());
  const std::string anchor = title(path.anchor->name(), nullptr, "no name");
  std::string sentence = path.certificates.size() == 1
                             ? "Accepted: \u00AB" + target + "\u00BB is a trust anchor itself"
                             : "Accepted: the path from \u00AB" + target + "\u00BB to the trust anchor \u00AB" +
                                   anchor + "\u00BB, " + count_text(path.certificates.size(), "certificate") +
                                   ", passes every check that is made";
  if (const std::size_t warnings = warnings_of(path); warnings > 0) sentence += "; " + count_text(warnings, "warning");
  return sentence + ".";
}

}  // namespace

std::string report_reason(const path::Report& report) {
  if (!report.headline.has_value()) return "no path was found";
  const std::string_view citation = report.headline->rule->citation;
  const std::string reason = report.best() != nullptr ? headline_text(*report.best()) : as_clause(*report.headline);
  return reason + (citation.empty() ? std::string() : " (" + std::string(citation) + ")");
}

std::string report_sentence(const path::Report& report) {
  if (report.accepted && report.best() != nullptr) return accepted_sentence(*report.best());
  return "Not accepted: " + report_reason(report) + ".";
}

Json describe_certificates(const path::PathQuestion& question) { return Numbering(question).to_json(); }

Json headline_certificate(const path::Report& report, const path::PathQuestion& question) {
  const path::CandidatePath* best = report.best();
  if (report.accepted || best == nullptr || best->headline_certificate == path::kWholePath) return nullptr;
  return Numbering(question).of(best->certificates[static_cast<std::size_t>(best->headline_certificate)]);
}

Json describe(const path::Report& report, const path::PathQuestion& question) {
  const Numbering numbering(question);
  Json paths = Json::array();
  for (const path::CandidatePath& path : report.paths) paths.push_back(describe(path, question.options, numbering));
  Json events = Json::array();
  for (const path::SearchEvent& event : report.events) events.push_back(describe(event, numbering));
  Json out;
  out["accepted"] = report.accepted;
  out["headline"] = describe(report.headline);
  out["sentence"] = report_sentence(report);
  out["certificates"] = numbering.to_json();
  out["best"] = report.paths.empty() ? Json(nullptr) : Json(0);
  out["paths"] = std::move(paths);
  out["picture"] = report_picture(report);
  out["events"] = std::move(events);
  out["work"] = describe(report.work);
  out["not_judged"] = checks_not_made(question.options);
  out["findings"] = api::describe(report.findings);
  return out;
}

}  // namespace pki::api
