#include "path/checks/issuance.h"

#include <algorithm>
#include <iterator>

#include "path/checks/encoding.h"
#include "path/describe.h"
#include "path/issuer_rules/judge.h"
#include "path/rules.h"
#include "path/web_pki/judge.h"

namespace pki::path::checks {
namespace {

// What a SHOULD says does not refuse, strict or not. Where something refuses, that alone is the step's.
bool is_advice(const Finding& finding) {
  return finding.severity() < Severity::Error && finding.rule != &rules::kIssuerRule;
}

Judgement weigh(Findings findings, Reaction reaction) {
  if (reaction == Reaction::Refuse) {
    const auto advice = std::stable_partition(findings.begin(), findings.end(),
                                              [](const Finding& finding) { return !is_advice(finding); });
    if (advice == findings.begin()) return weighed(std::move(findings), Reaction::Warn);
    findings.erase(advice, findings.end());
  }
  return weighed(std::move(findings), reaction);
}

}  // namespace

Judgement judge_issuer_rules(const Subject& subject) {
  if (subject.options.issuer_rules == Reaction::Ignore) return skipped("not asked for");
  Findings findings = issuer_rules::find_faults(subject.certificate);
  Findings noted = find_noted(subject.certificate);
  findings.insert(findings.end(), std::make_move_iterator(noted.begin()), std::make_move_iterator(noted.end()));
  return weigh(std::move(findings), subject.options.issuer_rules);
}

Judgement judge_web_pki(const Subject& subject) {
  if (subject.options.web_pki == Reaction::Ignore) return skipped("not asked for");
  return weigh(web_pki::find_faults(subject.certificate), subject.options.web_pki);
}

}  // namespace pki::path::checks
