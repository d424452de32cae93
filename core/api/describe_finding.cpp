#include "api/describe_finding.h"

#include <algorithm>

#include "api/rules.h"
#include "base/text.h"
#include "json/reader.h"

namespace pki::api {

using json::Json;

Json range_json(const std::optional<ByteRange>& range) {
  if (!range.has_value()) return nullptr;
  return Json::array({range->offset, range->length});
}

Finding shortened(Finding finding) {
  constexpr std::size_t kLongest = 400;
  for (Param& param : finding.params) param.value = json::excerpt(param.value, kLongest);
  return finding;
}

Json describe(const Finding& long_finding) {
  const Finding finding = shortened(long_finding);
  Json params = Json::object();
  for (const Param& param : finding.params) {
    if (param.name != json::kPointer) params[std::string(param.name)] = printable(param.value);
  }
  Json out;
  out["rule"] = finding.id();
  out["severity"] = severity_name(finding.severity());
  out["summary"] = render_summary(finding);
  out["cure"] = render_cure(finding);
  out["citation"] = finding.rule->citation;
  out["range"] = range_json(finding.where.range);
  out["field"] = finding.where.field;
  out["params"] = std::move(params);
  if (const std::string_view pointer = finding.param(json::kPointer); !pointer.empty()) out["pointer"] = pointer;
  return out;
}

Json describe(const Findings& findings) {
  Json out = Json::array();
  for (const Finding& finding : most_severe(findings)) out.push_back(describe(finding));
  return out;
}

Findings most_severe(const Findings& findings) {
  if (findings.size() <= kMostFindings) return findings;
  Findings sorted = findings;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Finding& a, const Finding& b) { return a.severity() > b.severity(); });
  sorted.resize(kMostFindings);
  sorted.push_back({&rules::kFindingsLeftOut, {}, {{"count", std::to_string(findings.size() - kMostFindings)}}});
  return sorted;
}

Json describe(const Rule& rule) {
  Json out;
  out["rule"] = rule.id;
  out["severity"] = severity_name(rule.severity);
  out["citation"] = rule.citation;
  out["summary"] = rule.summary;
  out["cure"] = rule.cure;
  return out;
}

}  // namespace pki::api
