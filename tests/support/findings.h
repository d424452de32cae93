#pragma once
// Asserting on findings: by rule id, never by prose.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace pki::test {

/// The ids of the findings, in order.
inline std::vector<std::string> rule_ids(const Findings& findings) {
  std::vector<std::string> ids;
  for (const Finding& finding : findings) ids.emplace_back(finding.id());
  return ids;
}

/// The first finding of this rule, or null.
inline const Finding* find_rule(const Findings& findings, std::string_view id) {
  const auto found =
      std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.id() == id; });
  return found == findings.end() ? nullptr : &*found;
}

inline bool has_rule(const Findings& findings, std::string_view id) { return find_rule(findings, id) != nullptr; }

}  // namespace pki::test
