#include "path/checks/not_made.h"

#include <algorithm>

#include "asn1/oids.h"
#include "path/describe.h"
#include "path/rules.h"

namespace pki::path::checks {
namespace {

Judgement not_judged(const Rule& rule) {
  Judgement judgement{.outcome = Outcome::Skipped};
  judgement.findings.push_back({.rule = &rule});
  return judgement;
}

// The certificate whose demand for an explicit policy comes to bear; null where none does. RFC 5280 6.1.2 (d),
// 6.1.3 (f), 6.1.4 (h) and (i), 6.1.5 (a) and (b).
const x509::Certificate* find_explicit_policy(const CandidatePath& path) {
  std::uint32_t explicit_policy = static_cast<std::uint32_t>(path.judged) + 1;
  const x509::Certificate* demands = nullptr;
  for (std::size_t i = path.judged; i-- > 0;) {
    const x509::Certificate& certificate = *path.certificates[i];
    if (explicit_policy == 0) return demands;
    const auto& constraints = certificate.extensions().policy_constraints;
    const auto required = constraints ? constraints->require_explicit_policy : std::nullopt;
    const bool target = i == 0;
    if (target || !certificate.self_issued()) --explicit_policy;
    if (required && (target ? *required == 0 : *required < explicit_policy)) {
      explicit_policy = *required;
      demands = &certificate;
    }
  }
  return explicit_policy == 0 ? demands : nullptr;
}

// RFC 5280 6.1.4 (a): certificates 1 to n-1 must not map anyPolicy.
const x509::Certificate* find_any_policy_mapped(const CandidatePath& path) {
  const auto is_any = [](const x509::PolicyMapping& mapping) {
    return mapping.issuer_domain == asn1::oids::kAnyPolicy || mapping.subject_domain == asn1::oids::kAnyPolicy;
  };
  for (std::size_t i = path.judged; i-- > 1;) {
    const auto& mappings = path.certificates[i]->extensions().policy_mappings;
    if (mappings && std::any_of(mappings->mappings.begin(), mappings->mappings.end(), is_any)) {
      return path.certificates[i].get();
    }
  }
  return nullptr;
}

int index_of(const CandidatePath& path, const x509::Certificate* certificate) {
  const auto found = std::find_if(path.certificates.begin(), path.certificates.end(),
                                  [&](const auto& other) { return other.get() == certificate; });
  return static_cast<int>(found - path.certificates.begin());
}

}  // namespace

Judgement judge_policies(const CandidatePath& path) {
  if (const x509::Certificate* culprit = find_any_policy_mapped(path)) {
    return failed({.rule = &rules::kAnyPolicyMapped,
                   .where = {.field = "policyMappings"},
                   .params = {{"subject", title(*culprit)}, {"certificate", std::to_string(index_of(path, culprit))}}});
  }
  const x509::Certificate* demands = find_explicit_policy(path);
  if (demands == nullptr) return not_judged(rules::kPoliciesNotJudged);
  return failed({.rule = &rules::kExplicitPolicyNotJudged,
                 .where = {.field = "policyConstraints"},
                 .params = {{"subject", title(*demands)}, {"certificate", std::to_string(index_of(path, demands))}}});
}

}  // namespace pki::path::checks
