#pragma once
// What changed between two reports: the answer to "what if".

#include <cstddef>
#include <vector>

#include "path/report.h"

namespace pki::path {

/// One check of one certificate (or of the whole path) of which the best paths of two reports say different things.
struct StepChange {
  /// Null where the check was not made in that report's best path. They alias the reports.
  const Step* before = nullptr;
  const Step* after = nullptr;
  /// The certificate; null where the step is about the whole path.
  x509::CertificatePtr certificate = {};

  const Check& check() const { return after != nullptr ? *after->check : *before->check; }
};

/// How two reports differ. What was found in both is not told.
struct ReportDifference {
  /// Accepted in one only.
  bool verdict = false;
  /// Refused in both, for another rule or because of another certificate.
  bool headline = false;
  /// The best path consists of other certificates, or ends at another kind of end.
  bool best_path = false;
  /// By outcome, or by the rules of the findings; in the order of the later report, then those that are made no more.
  /// A certificate that is in one of the best paths only is not compared.
  std::vector<StepChange> steps = {};
};

/// Compares what two reports say. `before` and `after` must outlive the difference.
ReportDifference compare(const Report& before, const Report& after);

}  // namespace pki::path
