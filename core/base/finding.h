#pragma once
// Finding: one fact about one place, and the rule that it touches.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/rule.h"

namespace pki {

/// A fact that belongs to a finding: {"expected", "2"}. Names are constants; values are text for people and
/// programs alike (numbers in decimal, octets in lower-case hex, times in ISO 8601). A value that comes from
/// an object may hold any octets; the renderers escape it.
struct Param {
  std::string_view name;
  std::string value;
  friend bool operator==(const Param&, const Param&) = default;
};

/// Where a finding is.
struct Where {
  /// The octets, from the first octet of the object's own encoding; nothing where it is about no octets
  /// (something is missing).
  std::optional<ByteRange> range = {};
  /// The field in the terms of the ASN.1 module: "tbsCertificate.extensions[3].extnValue"; may be empty.
  std::string field = {};
};

/// Something that a parser, a judge or a planner found.
struct Finding {
  const Rule* rule = nullptr;
  Where where = {};
  std::vector<Param> params = {};

  Severity severity() const { return rule->severity; }
  std::string_view id() const { return rule->id; }
  /// The value of the parameter `name`, or an empty view that aliases nothing.
  std::string_view param(std::string_view name) const;
};

using Findings = std::vector<Finding>;

/// The rule's summary with its placeholders filled in, as one line of valid UTF-8: control characters,
/// bidirectional controls and octets that are no UTF-8 are escaped (see printable() in base/text.h).
std::string render_summary(const Finding& finding);

/// The same for the rule's cure. Empty where the rule has none.
std::string render_cure(const Finding& finding);

/// True if one of the findings is Error or Fatal.
bool has_errors(const Findings& findings);

}  // namespace pki
