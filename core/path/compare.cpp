#include "path/compare.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace pki::path {
namespace {

const x509::CertificatePtr* certificate_of(const CandidatePath& path, int index) {
  return index == kWholePath ? nullptr : &path.certificates[static_cast<std::size_t>(index)];
}

// Octets of the fingerprint; empty for the whole path.
std::string identity_of(const CandidatePath& path, int index) {
  const x509::CertificatePtr* certificate = certificate_of(path, index);
  return certificate == nullptr ? std::string() : std::string(as_text((*certificate)->fingerprint()));
}

std::vector<std::string> identities_of(const CandidatePath& path) {
  std::vector<std::string> identities;
  for (std::size_t i = 0; i < path.certificates.size(); ++i) {
    identities.push_back(identity_of(path, static_cast<int>(i)));
  }
  return identities;
}

using StepKey = std::pair<const Check*, std::string>;

std::map<StepKey, const Step*> steps_of(const CandidatePath& path) {
  std::map<StepKey, const Step*> steps;
  for (const Step& step : path.steps) steps.emplace(StepKey(step.check, identity_of(path, step.certificate)), &step);
  return steps;
}

std::multiset<const Rule*> rules_of(const Step& step) {
  std::multiset<const Rule*> rules;
  for (const Finding& finding : step.findings) rules.insert(finding.rule);
  return rules;
}

bool says_the_same(const Step& a, const Step& b) { return a.outcome == b.outcome && rules_of(a) == rules_of(b); }

x509::CertificatePtr certificate_or_null(const CandidatePath& path, int index) {
  const x509::CertificatePtr* certificate = certificate_of(path, index);
  return certificate == nullptr ? nullptr : *certificate;
}

std::vector<StepChange> compare_steps(const CandidatePath& before, const CandidatePath& after) {
  const std::map<StepKey, const Step*> earlier = steps_of(before);
  const std::map<StepKey, const Step*> later = steps_of(after);
  const std::vector<std::string> ids_before = identities_of(before);
  const std::vector<std::string> ids_after = identities_of(after);
  const auto is_in = [](const std::vector<std::string>& ids, const std::string& id) {
    return id.empty() || std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  std::vector<StepChange> changes;
  for (const Step& step : after.steps) {
    const StepKey key(step.check, identity_of(after, step.certificate));
    if (!is_in(ids_before, key.second)) continue;
    const auto found = earlier.find(key);
    const Step* old = found == earlier.end() ? nullptr : found->second;
    if (old != nullptr && says_the_same(*old, step)) continue;
    changes.push_back({old, &step, certificate_or_null(after, step.certificate)});
  }
  for (const Step& step : before.steps) {
    const StepKey key(step.check, identity_of(before, step.certificate));
    if (!is_in(ids_after, key.second) || later.contains(key)) continue;
    changes.push_back({&step, nullptr, certificate_or_null(before, step.certificate)});
  }
  return changes;
}

bool same_headline(const CandidatePath& before, const CandidatePath& after) {
  const Rule* rule_before = before.headline ? before.headline->rule : nullptr;
  const Rule* rule_after = after.headline ? after.headline->rule : nullptr;
  return rule_before == rule_after &&
         identity_of(before, before.headline_certificate) == identity_of(after, after.headline_certificate);
}

}  // namespace

ReportDifference compare(const Report& before, const Report& after) {
  ReportDifference difference{.verdict = before.accepted != after.accepted};
  const CandidatePath* old = before.best();
  const CandidatePath* now = after.best();
  if (old == nullptr || now == nullptr) {
    difference.best_path = old != now;
    return difference;
  }
  difference.headline = !before.accepted && !after.accepted && !same_headline(*old, *now);
  difference.best_path = old->end != now->end || identities_of(*old) != identities_of(*now);
  difference.steps = compare_steps(*old, *now);
  return difference;
}

}  // namespace pki::path
