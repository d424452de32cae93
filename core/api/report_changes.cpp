#include "api/report_changes.h"

#include <algorithm>

#include "api/describe_certificate.h"
#include "api/describe_report.h"
#include "api/report_texts.h"
#include "path/compare.h"

namespace pki::api {
namespace {

// Steps beyond so many are counted: a thousand names that are no longer permitted are one thing to a person.
constexpr std::size_t kMostSteps = 40;

std::string verdict_text(const path::Report& before, const path::Report& after,
                         const path::ReportDifference& difference) {
  if (difference.verdict) {
    return after.accepted ? "Accepted now; refused before: " + report_reason(before)
                          : "Refused now, accepted before: " + report_reason(after);
  }
  if (after.accepted) return "Still accepted";
  if (!difference.headline) return "Still refused, for the same reason: " + report_reason(after);
  return "Still refused, now for another reason: " + report_reason(after) + "; before: " + report_reason(before);
}

std::string path_text(const path::Report& report) {
  const path::CandidatePath* best = report.best();
  if (best == nullptr) return "nowhere";
  std::string text;
  for (const x509::CertificatePtr& certificate : best->certificates) {
    text += (text.empty() ? "\u00AB" : " \u2190 \u00AB") + certificate_title(*certificate) + "\u00BB";
  }
  return text + (best->complete() ? "" : ", and no trust anchor");
}

std::string_view outcome_words(const path::Step* step) {
  if (step == nullptr) return "was not made";
  switch (step->outcome) {
    case path::Outcome::Pass:
      return "passed";
    case path::Outcome::Fail:
      return "failed";
    case path::Outcome::Warn:
      return "warned";
    case path::Outcome::Skipped:
      return "was not asked for";
    case path::Outcome::NotReached:
      break;
  }
  return "could not be made";
}

std::string step_change_text(const path::StepChange& change) {
  const std::string whom =
      change.certificate != nullptr ? "\u00AB" + certificate_title(*change.certificate) + "\u00BB" : "The path";
  std::string text = whom + ": " + std::string(change.check().title) + " ";
  if (change.after == nullptr)
    return text + "is not checked any more; before it " + std::string(outcome_words(change.before));
  text += std::string(outcome_words(change.after)) + " (before: " + std::string(outcome_words(change.before)) + "): ";
  return text + step_text(*change.after);
}

}  // namespace

std::vector<ReportChange> report_changes(const path::Report& before, const path::Report& after) {
  const path::ReportDifference difference = path::compare(before, after);
  std::vector<ReportChange> changes;
  changes.push_back({"verdict", verdict_text(before, after, difference)});
  if (difference.best_path) {
    changes.push_back({"path", "The best path is now " + path_text(after) + "; before: " + path_text(before)});
  }
  if (before.paths.size() != after.paths.size()) {
    changes.push_back({"path", "Candidate paths: " + std::to_string(after.paths.size()) + ", before " +
                                   std::to_string(before.paths.size())});
  }
  for (std::size_t i = 0; i < std::min(difference.steps.size(), kMostSteps); ++i) {
    changes.push_back({"step", step_change_text(difference.steps[i])});
  }
  if (difference.steps.size() > kMostSteps) {
    changes.push_back({"step", std::to_string(difference.steps.size() - kMostSteps) + " more steps changed"});
  }
  return changes;
}

}  // namespace pki::api
