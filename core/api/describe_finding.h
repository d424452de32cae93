#pragma once
// Findings, rules and places as JSON (docs/api.md: Finding, Range).

#include <optional>

#include "base/finding.h"
#include "json/json.h"

namespace pki::api {

/// [offset, length], or null where there is none.
json::Json describe(const std::optional<ByteRange>& range);

/// A Finding. Its parameter `pointer` (json/reader.h) becomes a member of its own.
json::Json describe(const Finding& finding);

/// A list of Findings.
json::Json describe(const Findings& findings);

/// {rule, severity, citation, summary, cure}, with the placeholders as they stand in the rule.
json::Json describe(const Rule& rule);

}  // namespace pki::api
