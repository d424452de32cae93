#pragma once
// Questions and answers of the path tests.

#include <set>
#include <string>
#include <vector>

#include "path/builder.h"
#include "support/chain_builder.h"

namespace pki::path::test {

using namespace pki::test;

inline const Party kRoot{"CN=Root,O=Lab", 1};
inline const Party kIssuing{"CN=Issuing,O=Lab", 2};
inline const Party kLower{"CN=Lower,O=Lab", 3};
inline const Party kLeaf{"CN=leaf.example.com", 4};
inline const Party kOtherRoot{"CN=Other Root,O=Lab", 5};

/// A question about `target` at kNow.
inline PathQuestion ask(x509::CertificatePtr target, std::vector<x509::CertificatePtr> pool,
                        const std::vector<x509::CertificatePtr>& anchors) {
  PathQuestion question{.target = std::move(target), .pool = std::move(pool), .anchors = {}, .options = {}};
  for (const x509::CertificatePtr& anchor : anchors) question.anchors.add(anchor);
  question.options.at = kNow;
  return question;
}

/// "path.validity.expired@1": the rule of every finding that refuses the path, and the certificate.
inline std::set<std::string> failures(const CandidatePath& path) {
  std::set<std::string> found;
  for (const Step& step : path.steps) {
    if (step.outcome != Outcome::Fail) continue;
    for (const Finding& finding : step.findings) {
      found.insert(std::string(finding.id()) + "@" + std::to_string(step.certificate));
    }
  }
  return found;
}

/// The same of the findings that only warn.
inline std::set<std::string> warnings(const CandidatePath& path) {
  std::set<std::string> found;
  for (const Step& step : path.steps) {
    if (step.outcome != Outcome::Warn) continue;
    for (const Finding& finding : step.findings) {
      found.insert(std::string(finding.id()) + "@" + std::to_string(step.certificate));
    }
  }
  return found;
}

/// The step of this check for this certificate; null where there is none.
inline const Step* find_step(const CandidatePath& path, const Check& check, int certificate) {
  for (const Step& step : path.steps) {
    if (step.check == &check && step.certificate == certificate) return &step;
  }
  return nullptr;
}

/// The ids of the reasons of all events of this kind.
inline std::multiset<std::string> reasons(const Report& report, SearchEventKind kind) {
  std::multiset<std::string> found;
  for (const SearchEvent& event : report.events) {
    if (event.kind == kind && event.reason) found.insert(std::string(event.reason->id()));
  }
  return found;
}

inline bool has_finding(const Findings& findings, std::string_view id) {
  for (const Finding& finding : findings) {
    if (finding.id() == id) return true;
  }
  return false;
}

}  // namespace pki::path::test
