#pragma once
// In words: what another question does to the answer.

#include <string>
#include <vector>

#include "path/report.h"

namespace pki::api {

/// One change. `kind` is "verdict", "path" or "step".
struct ReportChange {
  std::string_view kind;
  /// A sentence without the full stop.
  std::string text;
};

/// The verdict first (always there: also that it is the same), then the best path, then the steps of the certificates
/// that are in both best paths.
std::vector<ReportChange> report_changes(const path::Report& before, const path::Report& after);

}  // namespace pki::api
