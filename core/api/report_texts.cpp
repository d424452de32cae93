#include "api/report_texts.h"

#include <algorithm>

#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "api/field.h"
#include "api/texts.h"
#include "base/text.h"
#include "json/reader.h"
#include "path/describe.h"

namespace pki::api {
namespace {

constexpr std::size_t kLongestValue = 400;

/// What a check that passed says. `{name}` stands for a value of the step; of the rows of one check the first counts
/// whose values are all there, and absent where it says so.
struct PassText {
  std::string_view check;
  std::string_view text;
  /// The value that must be "absent" or "none" for this row; empty: any row.
  std::string_view absent = {};
};
constexpr PassText kPassTexts[] = {
    {"path.build", "The path ends at the trust anchor {anchor}"},
    {"path.anchor", "{anchor} may issue, and is valid at that time"},
    {"path.encoding", "It is DER, and all that matters can be read"},
    {"path.version", "Version {version} allows the fields that are there"},
    {"path.algorithm", "{inner}, inside the signed part and outside"},
    {"path.signature", "{algorithm} fits the issuer's key, {key}"},
    {"path.validity", "Valid from {not_before} to {not_after}; {at} is within"},
    {"path.name_chaining", "The issuer's name is the subject of the certificate above"},
    {"path.name_constraints", "{allowed}"},
    {"path.name_constraints", "{constrained_by}: no constraint is for names of these forms"},
    {"path.policies", "The path is good for no policy, and none is demanded", "user"},
    {"path.policies", "The path is good for {user}, of the {authority} that the CAs allow; accepted: {wanted}"},
    {"path.policies", "Asserted: {asserted}; valid down to here: {valid}"},
    {"path.basic_constraints", "Basic constraints say that it is a CA"},
    {"path.path_length", "{limited_by} leaves room for {left} more CAs, this one included"},
    {"path.path_length", "No CA above sets a limit"},
    {"path.key_usage", "There is no key usage: it forbids nothing", "key_usage"},
    {"path.key_usage", "Key usage: {key_usage}"},
    {"path.key_usage", "Key usage: {found}; one of {wanted} is wanted"},
    {"path.extended_key_usage", "There is no extended key usage: it forbids nothing, {purpose} neither", "found"},
    {"path.extended_key_usage", "{found} allows what is wanted for {purpose}: {wanted}"},
    {"path.critical_extension", "Critical extensions: {critical}, all of them understood"},
    {"path.key_identifier", "Both certificates say {key_identifier}"},
    {"path.strength", "{key}, {algorithm}"},
    {"path.issuer_rules", "Nothing was found"},
    {"path.web_pki", "Nothing was found"},
    {"path.identity", "{wanted} is named: {matched}"},
};

const Param* find_value(const path::Step& step, std::string_view name) {
  const auto found =
      std::find_if(step.values.begin(), step.values.end(), [&](const Param& value) { return value.name == name; });
  return found == step.values.end() ? nullptr : &*found;
}

/// `text` with the step's values; nothing where one is missing.
std::optional<std::string> fill_in(std::string_view text, const path::Step& step) {
  std::string filled;
  while (true) {
    const std::size_t open = text.find('{');
    filled += text.substr(0, open);
    if (open == std::string_view::npos) return filled;
    const std::size_t close = text.find('}', open);
    PKI_ASSERT(close != std::string_view::npos);
    const Param* value = find_value(step, text.substr(open + 1, close - open - 1));
    if (value == nullptr) return std::nullopt;
    filled += printable(json::excerpt(value->value, kLongestValue));
    text.remove_prefix(close + 1);
  }
}

std::string pass_text(const path::Step& step) {
  for (const PassText& row : kPassTexts) {
    if (row.check != step.check->id) continue;
    if (!row.absent.empty()) {
      const Param* value = find_value(step, row.absent);
      if (value == nullptr || (value->value != "absent" && value->value != "none")) continue;
    }
    if (auto text = fill_in(row.text, step)) return *std::move(text);
  }
  return std::string(step.check->title) + ": no objection";
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string with_case_of_first(std::string text, bool upper) {
  if (text.size() < 2) return text;
  if (upper && is_lower(text[0])) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  if (!upper && is_upper(text[0]) && !is_upper(text[1])) text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::string quoted(const x509::CertificatePtr& certificate, const path::TrustAnchorPtr& anchor) {
  if (certificate != nullptr) return "\u00AB" + certificate_title(*certificate) + "\u00BB";
  if (anchor != nullptr) return "\u00AB" + title(anchor->name(), nullptr, "no name") + "\u00BB";
  return "nothing";
}

std::string with_reason(std::string text, const std::optional<Finding>& reason) {
  if (!reason.has_value()) return text;
  return text + ": " + as_clause(*reason);
}

}  // namespace

std::string as_clause(const Finding& finding) {
  const bool begins_with_value = finding.rule->summary.starts_with('{');
  const std::string summary = render_summary(shortened(finding));
  return begins_with_value ? summary : with_case_of_first(summary, false);
}

std::string step_text(const path::Step& step) {
  if (!step.findings.empty()) {
    const std::string first = render_summary(shortened(step.findings.front()));
    const std::size_t more = step.findings.size() - 1;
    return more == 0 ? first : first + " (and " + std::to_string(more) + " more)";
  }
  if (step.outcome == path::Outcome::Pass) return pass_text(step);
  const Param* reason = find_value(step, "reason");
  return reason == nullptr ? std::string(step.check->question) : with_case_of_first(printable(reason->value), true);
}

std::string headline_text(const path::CandidatePath& path) {
  if (!path.headline.has_value()) return {};
  const std::string clause = as_clause(*path.headline);
  if (path.headline_certificate == path::kWholePath) return clause;
  return quoted(path.certificates[static_cast<std::size_t>(path.headline_certificate)], nullptr) + ": " + clause;
}

std::string budget_text(const path::Budget& budget) {
  if (budget.beyond) return "The CAs above leave no room for it; nothing below it can be accepted.";
  std::string text = "Any number of CAs may stand below it";
  if (budget.further_cas.has_value()) {
    text = *budget.further_cas == 0 ? "No further CA may stand below it"
                                    : "Below it " + count_text(*budget.further_cas, "CA") + " more may stand";
  }
  if (!budget.purposes.has_value()) return text + "; a leaf may be for any purpose.";
  if (budget.purposes->empty()) return text + "; a leaf can be for no purpose at all.";
  return text + "; a leaf may be for " + path::oids_text(*budget.purposes) + ".";
}

std::string event_text(const path::SearchEvent& event) {
  const std::string child = quoted(event.child, nullptr);
  const std::string candidate = quoted(event.candidate, event.anchor);
  switch (event.kind) {
    case path::SearchEventKind::Considered:
      return with_reason(candidate + " has the name of the issuer of " + child, event.reason);
    case path::SearchEventKind::Refused:
      return with_reason(candidate + " is not taken as the issuer of " + child, event.reason);
    case path::SearchEventKind::Postponed:
      return with_reason(candidate + " is taken last as the issuer of " + child, event.reason);
    case path::SearchEventKind::Chosen:
      return "From " + child + " the path goes on to " + candidate;
    case path::SearchEventKind::Anchored:
      return candidate + " is a trust anchor: the path is complete";
    case path::SearchEventKind::DeadEnd:
      return with_reason("From " + child + " the path goes on to nobody", event.reason);
    case path::SearchEventKind::Backtracked:
      return "Back to " + child;
    case path::SearchEventKind::LimitHit:
      return event.reason.has_value() ? render_summary(shortened(*event.reason)) : "The search stopped at a limit";
  }
  return {};
}

}  // namespace pki::api
