#include "api/report_page.h"

#include <algorithm>

#include "api/describe_certificate.h"
#include "api/describe_crl.h"
#include "api/describe_finding.h"
#include "api/describe_ocsp.h"
#include "api/describe_report.h"
#include "api/field.h"
#include "api/report_picture.h"
#include "api/report_texts.h"
#include "api/texts.h"
#include "base/encoding.h"
#include "base/text.h"
#include "path/purpose.h"

namespace pki::api {
namespace {

// Objects of a list that are named; the others are counted. A page is for people.
constexpr std::size_t kMostNamed = 30;
constexpr std::size_t kMostOtherPaths = 8;

std::string quoted(const std::string& text) { return "\u00AB" + text + "\u00BB"; }

std::string finding_line(const Finding& long_finding) {
  const Finding finding = shortened(long_finding);
  std::string text(severity_name(finding.severity()));
  text += ": " + render_summary(finding);
  if (!finding.rule->citation.empty()) text += " (" + std::string(finding.rule->citation) + ")";
  text += " [" + std::string(finding.id());
  if (!finding.where.field.empty()) text += ", " + finding.where.field;
  if (const auto& range = finding.where.range) {
    text += ", octets " + std::to_string(range->offset) + " to " + std::to_string(range->offset + range->length);
  }
  return text + "]";
}

void write_finding(PageWriter& page, int depth, const Finding& finding) {
  page.item(depth, finding_line(finding));
  if (const std::string cure = render_cure(shortened(finding)); !cure.empty()) {
    page.item(depth + 1, "what to do: " + cure);
  }
}

template <typename List, typename Title>
void write_inputs(PageWriter& page, std::string_view what, const List& list, Title title_of) {
  if (list.empty()) return;
  page.item(0, std::string(what) + ": " + std::to_string(list.size()));
  for (std::size_t i = 0; i < std::min(list.size(), kMostNamed); ++i) {
    page.item(1, title_of(*list[i]) + ", SHA-256 " + to_hex(list[i]->fingerprint()));
  }
  if (list.size() > kMostNamed) page.item(1, "and " + std::to_string(list.size() - kMostNamed) + " more");
}

std::string identities_text(const path::CheckOptions& options) {
  std::vector<std::string> names;
  for (const path::ReferenceIdentity& identity : options.identities) names.push_back(printable(identity.text));
  return join(names);
}

std::string_view revocation_text(const path::RevocationPolicy& policy) {
  switch (policy.mode) {
    case path::RevocationMode::Off:
      return "not checked";
    case path::RevocationMode::SoftFail:
      return policy.scope == path::RevocationScope::Target ? "soft fail, the target only" : "soft fail, the whole path";
    case path::RevocationMode::HardFail:
      break;
  }
  return policy.scope == path::RevocationScope::Target ? "hard fail, the target only" : "hard fail, the whole path";
}

void write_question(PageWriter& page, const path::PathQuestion& question) {
  const path::CheckOptions& options = question.options;
  page.heading(2, "What was asked");
  page.item(0, "time: " + to_iso8601(options.at));
  page.item(0, "purpose: " + std::string(path::purpose_info(options.purpose).title));
  if (!options.identities.empty()) page.item(0, "must be for one of: " + identities_text(options));
  page.item(0, "revocation: " + std::string(revocation_text(options.revocation)));
  const auto name = [](const x509::Certificate& certificate) { return quoted(certificate_title(certificate)); };
  write_inputs(page, "target", std::vector<x509::CertificatePtr>{question.target}, name);
  std::vector<x509::CertificatePtr> anchors;
  for (const path::TrustAnchorPtr& anchor : question.anchors.anchors()) {
    if (anchor->certificate() != nullptr) anchors.push_back(anchor->certificate());
  }
  write_inputs(page, "trust anchors", anchors, name);
  write_inputs(page, "other certificates at hand", question.pool, name);
  write_inputs(page, "CRLs", question.crls, [](const x509::Crl& crl) { return quoted(crl_title(crl)); });
  write_inputs(page, "OCSP responses", question.ocsp_responses,
               [](const x509::OcspResponse& response) { return quoted(ocsp_response_title(response)); });
}

// The steps of one certificate (or of the whole path): those that passed by name, the others with their findings.
void write_steps(PageWriter& page, const path::CandidatePath& path, int certificate) {
  std::vector<std::string> passed;
  for (const path::Step& step : path.steps) {
    if (step.certificate == certificate && step.outcome == path::Outcome::Pass) passed.emplace_back(step.check->title);
  }
  if (!passed.empty()) page.item(1, "passed: " + join(passed));
  for (const path::Step& step : path.steps) {
    if (step.certificate != certificate || step.outcome == path::Outcome::Pass) continue;
    if (step.outcome == path::Outcome::Skipped && step.findings.empty()) continue;
    page.item(1, std::string(path::outcome_name(step.outcome)) + ": " + std::string(step.check->title) + " (" +
                     std::string(step.check->citation) + ")" + (step.findings.empty() ? ": " + step_text(step) : ""));
    for (const Finding& finding : most_severe(step.findings)) write_finding(page, 2, finding);
  }
}

bool has_steps(const path::CandidatePath& path, int certificate) {
  return std::any_of(path.steps.begin(), path.steps.end(),
                     [&](const path::Step& step) { return step.certificate == certificate; });
}

void write_best_path(PageWriter& page, const path::CandidatePath& path, const path::CheckOptions& options) {
  page.heading(2, "The best path");
  if (has_steps(path, path::kWholePath)) {
    page.item(0, "The path as a whole");
    write_steps(page, path, path::kWholePath);
  }
  for (std::size_t i = path.certificates.size(); i-- > 0;) {
    page.item(0, certificate_sentence(*path.certificates[i], options.at));
    write_steps(page, path, static_cast<int>(i));
  }
  for (const path::Budget& budget : path::budgets_of(path, options)) {
    page.item(0, quoted(certificate_title(*path.certificates[budget.certificate])) + ": " + budget_text(budget));
  }
}

void write_other_paths(PageWriter& page, const path::Report& report) {
  if (report.paths.size() < 2) return;
  page.heading(2, "Other candidate paths");
  for (std::size_t i = 1; i < std::min(report.paths.size(), kMostOtherPaths + 1); ++i) {
    const path::CandidatePath& path = report.paths[i];
    std::string text = "path " + std::to_string(i + 1) + ": ";
    if (path.accepted) {
      text += "accepted";
    } else {
      text += path.near_miss() ? "would pass but for this: " : "refused: ";
      text += headline_text(path);
    }
    page.item(0, text);
  }
  if (report.paths.size() > kMostOtherPaths + 1) {
    page.item(0, "and " + std::to_string(report.paths.size() - kMostOtherPaths - 1) + " more");
  }
}

}  // namespace

std::string report_page(const path::Report& report, const path::PathQuestion& question, PageStyle style) {
  PageWriter page(style);
  page.heading(1, "Certification path of " + quoted(certificate_title(*question.target)));
  page.paragraph(report_sentence(report));
  if (report.headline.has_value()) {
    if (const std::string cure = render_cure(shortened(*report.headline)); !cure.empty()) {
      page.paragraph("What to do: " + cure);
    }
  }
  page.block(report_picture(report));
  write_question(page, question);
  if (report.best() != nullptr) write_best_path(page, *report.best(), question.options);
  write_other_paths(page, report);
  if (!report.findings.empty()) {
    page.heading(2, "About the search and what was handed in");
    for (const Finding& finding : most_severe(report.findings)) write_finding(page, 0, finding);
  }
  page.paragraph("PKI Workbench " PKI_VERSION ", judged for " + to_iso8601(question.options.at) +
                 " by RFC 5280 section 6.");
  return page.take();
}

std::string report_file_stem(const path::PathQuestion& question) {
  return "path-check-" + file_stem(certificate_title(*question.target), to_hex(question.target->fingerprint()));
}

}  // namespace pki::api
