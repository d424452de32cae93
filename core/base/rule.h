#pragma once
// A rule is a constant, and a finding points at it. The parsers, the validator, the linter and the planner
// all speak through these two types, so there is one catalogue, one renderer and one search.

#include <cstdint>
#include <span>
#include <string_view>

namespace pki {

/// How much a finding weighs.
///   Info     worth knowing; nothing is wrong
///   Notice   unusual, though allowed
///   Warning  a SHOULD is not met, or some relying parties will mind
///   Error    a MUST is not met: the object or the path is refused
///   Fatal    the object could not be read at all
enum class Severity : std::uint8_t { Info, Notice, Warning, Error, Fatal };

/// The lower-case word for a severity: "info", "notice", "warning", "error", "fatal".
std::string_view severity_name(Severity severity);

/// One rule of a standard, of a document, or of good sense. Always a constant with static storage.
struct Rule {
  /// Stable and unique, dotted, lower snake case, layer first: "asn1.length.not_minimal".
  std::string_view id;
  Severity severity = Severity::Error;
  /// Where it comes from: "RFC 5280 4.1.2.2", "X.690 10.1". Empty only where the source is good sense.
  std::string_view citation;
  /// What is wrong, as a sentence without the full stop. `{name}`: the finding's parameter; `{{name}}` stays as it is.
  std::string_view summary;
  /// What to do about it, as a sentence without the full stop; may be empty. Placeholders as in `summary`.
  std::string_view cure;
};

/// A layer's rules, for the catalogue.
using RuleList = std::span<const Rule* const>;

}  // namespace pki
