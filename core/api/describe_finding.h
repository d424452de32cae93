#pragma once
// Findings, rules and places as JSON (docs/api.md: Finding, Range).

#include <optional>

#include "base/finding.h"
#include "json/json.h"

namespace pki::api {

/// [offset, length], or null where there is none.
json::Json range_json(const std::optional<ByteRange>& range);

/// `finding` with parameters that are not longer than a person reads: a name in a certificate may be as long as that.
Finding shortened(Finding finding);

/// A Finding, shortened. Its parameter `pointer` (json/reader.h) becomes a member of its own.
json::Json describe(const Finding& finding);

/// A list of Findings; of more than kMostFindings the most severe.
json::Json describe(const Findings& findings);

/// How many findings of one object are shown: a hostile one has as many as octets.
inline constexpr std::size_t kMostFindings = 200;
/// The findings, or of more than kMostFindings the most severe first, and a last one that counts the others.
Findings most_severe(const Findings& findings);

/// {rule, severity, citation, summary, cure}, with the placeholders as they stand in the rule.
json::Json describe(const Rule& rule);

}  // namespace pki::api
