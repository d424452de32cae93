#include "base/finding.h"

#include <algorithm>

#include "base/text.h"

namespace pki {
namespace {

std::string fill_in(std::string_view pattern, const Finding& finding) {
  std::string text;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    text += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    // "{{UserName}}" is no placeholder: Intune writes its variables so.
    if (pattern.substr(open).starts_with("{{")) {
      const std::size_t end = std::min(pattern.find("}}", open), pattern.size() - 2) + 2;
      text += pattern.substr(open, end - open);
      pattern.remove_prefix(end);
      continue;
    }
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) {
      text += pattern.substr(open);
      break;
    }
    text += printable(finding.param(pattern.substr(open + 1, close - open - 1)));
    pattern.remove_prefix(close + 1);
  }
  return text;
}

}  // namespace

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::Info:
      return "info";
    case Severity::Notice:
      return "notice";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      return "error";
    case Severity::Fatal:
      return "fatal";
  }
  return "fatal";
}

std::string_view Finding::param(std::string_view name) const {
  const auto found = std::find_if(params.begin(), params.end(), [&](const Param& p) { return p.name == name; });
  return found == params.end() ? std::string_view() : std::string_view(found->value);
}

std::string render_summary(const Finding& finding) { return fill_in(finding.rule->summary, finding); }

std::string render_cure(const Finding& finding) { return fill_in(finding.rule->cure, finding); }

bool has_errors(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.severity() >= Severity::Error; });
}

}  // namespace pki
