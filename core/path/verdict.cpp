#include "path/verdict.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "path/revocation/rules.h"
#include "path/rules.h"

namespace pki::path {
namespace {

// Which failing check a person should read first. What shakes the ground under the others comes first: without the
// right issuer nothing else counts, without a signature nobody has said what the certificate says; a name that is not
// the one looked for and a weak key are read last.
constexpr const Check* kByImportance[] = {
    &checks::kBuild,           &checks::kSignature,    &checks::kEncoding,         &checks::kVersion,
    &checks::kAlgorithm,       &checks::kNameChaining, &checks::kBasicConstraints, &checks::kAnchor,
    &checks::kRevocation,      &checks::kKeyUsage,     &checks::kPathLength,       &checks::kCriticalExtensions,
    &checks::kNameConstraints, &checks::kPolicies,     &checks::kValidity,         &checks::kExtendedKeyUsage,
    &checks::kIdentity,        &checks::kStrength,     &checks::kKeyIdentifier,    &checks::kIssuerRules,
    &checks::kWebPki,
};

std::ptrdiff_t importance(const Step& step) {
  // Not to know whether a certificate was revoked is less than to know anything against it.
  if (step.findings.front().rule == &rules::kRevocationUndetermined) return std::ssize(kByImportance);
  return std::find(std::begin(kByImportance), std::end(kByImportance), step.check) - std::begin(kByImportance);
}

// A certificate of no role in validation (kWholePath) and those nearer to the anchor come first: faults spread
// downwards. The steps are in that order already, so the first of equals is taken.
const Step* find_headline(const std::vector<Step>& steps) {
  const Step* best = nullptr;
  for (const Step& step : steps) {
    if (step.outcome != Outcome::Fail || step.findings.empty()) continue;
    if (best == nullptr || importance(step) < importance(*best)) best = &step;
  }
  return best;
}

// What cannot be reached though the path is complete follows from a failure elsewhere; by itself it must not pass
// either. Key identifiers are advice.
bool is_open(const Step& step) { return step.outcome == Outcome::NotReached && step.check != &checks::kKeyIdentifier; }

// Where a relying party let the failure pass, what could not be judged for it refuses the path.
void fail_open_steps(std::vector<Step>& steps) {
  for (Step& step : steps) {
    if (!is_open(step)) continue;
    step.outcome = Outcome::Fail;
    const std::string why = step.values.empty() ? "" : step.values.front().value;
    step.findings.push_back(
        {.rule = &rules::kNotJudged, .params = {{"check", std::string(step.check->title)}, {"why", why}}});
  }
}

std::size_t count_failures(const std::vector<Step>& steps) {
  std::size_t count = 0;
  for (const Step& step : steps) {
    if (step.outcome == Outcome::Fail) count += std::max<std::size_t>(step.findings.size(), 1);
  }
  return count;
}

int rank_of_end(const CandidatePath& path) {
  if (path.complete()) return 0;
  return path.end == PathEnd::UntrustedRoot || path.end == PathEnd::AnchorNotRoot ? 1 : 2;
}

}  // namespace

void conclude(CandidatePath& path) {
  path.failures = count_failures(path.steps);
  if (path.complete() && path.failures == 0) {
    fail_open_steps(path.steps);
    path.failures = count_failures(path.steps);
  }
  path.accepted = path.complete() && path.failures == 0;
  path.headline.reset();
  path.headline_certificate = kWholePath;
  if (path.accepted) return;
  if (const Step* step = find_headline(path.steps)) {
    path.headline = step->findings.front();
    path.headline_certificate = step->certificate;
  }
}

bool is_better(const CandidatePath& a, const CandidatePath& b) {
  const auto facts = [](const CandidatePath& path) {
    const auto length = static_cast<std::ptrdiff_t>(path.certificates.size());
    return std::tuple(!path.accepted, rank_of_end(path), path.failures, path.complete() ? length : -length);
  };
  return facts(a) < facts(b);
}

}  // namespace pki::path
