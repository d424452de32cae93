#include "cloudpki/byoca/desk.h"

#include <algorithm>

#include "cloudpki/byoca/checks.h"
#include "cloudpki/rules.h"

namespace pki::cloudpki::byoca {
namespace {

struct Row {
  const DeskCheck& check;
  DeskRow (*judge)(const Desk&);
};
// In the order of all_desk_checks().
constexpr Row kRows[] = {
    {checks::kRequest, judge_request},
    {checks::kKey, judge_key},
    {checks::kSubject, judge_subject},
    {checks::kCa, judge_ca},
    {checks::kPurposesKept, judge_purposes_kept},
    {checks::kAnyPurpose, judge_any_purpose},
    {checks::kPurposesEnough, judge_purposes_enough},
    {checks::kPurposesNested, judge_purposes_nested},
    {checks::kPathLength, judge_path_length},
    {checks::kDates, judge_dates},
    {checks::kStrength, judge_strength},
    {checks::kSignatures, judge_signatures},
    {checks::kKeyIdentifiers, judge_key_identifiers},
    {checks::kPointers, judge_pointers},
    {checks::kChain, judge_chain},
    {checks::kElse, judge_else},
    {checks::kPile, judge_pile},
    {checks::kFiles, judge_files},
};

Stage stage_of(const DeskInput& input, const Parts& parts) {
  if (parts.request == nullptr) return parts.answer ? Stage::Answered : Stage::Nothing;
  return input.pile.certificates.empty() ? Stage::Request : Stage::Answered;
}

}  // namespace

DeskReport examine(const DeskInput& input) {
  DeskReport report{.parts = sort_pile(input.pile, input.at)};
  report.stage = stage_of(input, report.parts);
  const Desk desk{input, report.parts};
  for (const Row& row : kRows) report.rows.push_back(row.judge(desk));
  const bool failed = std::any_of(report.rows.begin(), report.rows.end(),
                                  [](const DeskRow& row) { return row.outcome == DeskOutcome::Fail; });
  report.ready = report.stage != Stage::Nothing && !failed;
  return report;
}

const DeskFinding* headline(const DeskReport& report) {
  for (const DeskRow& row : report.rows) {
    if (row.outcome != DeskOutcome::Fail || row.findings.empty()) continue;
    return &*std::max_element(row.findings.begin(), row.findings.end(), [](const DeskFinding& a, const DeskFinding& b) {
      return a.finding.severity() < b.finding.severity();
    });
  }
  return nullptr;
}

}  // namespace pki::cloudpki::byoca
