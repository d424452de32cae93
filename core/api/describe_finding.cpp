#include "api/describe_finding.h"

#include "base/text.h"
#include "json/reader.h"

namespace pki::api {

using json::Json;

Json describe(const std::optional<ByteRange>& range) {
  if (!range.has_value()) return nullptr;
  return Json::array({range->offset, range->length});
}

Json describe(const Finding& finding) {
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
  out["range"] = describe(finding.where.range);
  out["field"] = finding.where.field;
  out["params"] = std::move(params);
  if (const std::string_view pointer = finding.param(json::kPointer); !pointer.empty()) out["pointer"] = pointer;
  return out;
}

Json describe(const Findings& findings) {
  Json out = Json::array();
  for (const Finding& finding : findings) out.push_back(describe(finding));
  return out;
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
