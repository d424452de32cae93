#include "path/checks/policies.h"

#include <algorithm>

#include "asn1/oids.h"
#include "path/describe.h"
#include "path/policy/rules.h"

namespace pki::path::checks {
namespace {

using asn1::Oid;

// What a sentence tells; the rest is counted.
constexpr std::size_t kMostListed = 8;
constexpr std::string_view kField = "certificatePolicies";

// "1.2.3 (name), ...", or "none".
template <typename Range, typename Text>
std::string list_text(const Range& range, Text text_of) {
  std::string text;
  std::size_t count = 0;
  for (const auto& item : range) {
    if (++count > kMostListed) continue;
    text += (text.empty() ? "" : ", ") + text_of(item);
  }
  if (count > kMostListed) text += " and " + std::to_string(count - kMostListed) + " more";
  return text.empty() ? "none" : text;
}

std::string oid_text(Oid oid) { return oids_text({oid}); }

std::string level_text(const policy::Level& level) {
  return list_text(level, [](const policy::Node& node) {
    const bool mapped = node.expected.size() != 1 || !(node.expected.front() == node.policy);
    return oid_text(node.policy) + (mapped ? " as " + list_text(node.expected, oid_text) : "");
  });
}

std::string oids_list(const std::vector<asn1::OwnedOid>& oids) {
  return list_text(oids, [](const asn1::OwnedOid& oid) { return oid_text(oid.view()); });
}

std::string asserted_text(const x509::Certificate& certificate) {
  const auto& policies = certificate.extensions().certificate_policies;
  if (!policies) return "none";
  return list_text(policies->policies, [](const x509::PolicyInformation& item) { return oid_text(item.policy); });
}

std::string mappings_text(const x509::PolicyMappings& mappings) {
  return list_text(mappings.mappings, [](const x509::PolicyMapping& mapping) {
    return oid_text(mapping.issuer_domain) + " to " + oid_text(mapping.subject_domain);
  });
}

std::string title_at(const CandidatePath& path, const std::optional<std::size_t>& index) {
  return index ? title(*path.certificates[*index]) : "the relying party";
}

// "in force since X", "after 2 certificates, by X", "no".
std::string countdown_text(const CandidatePath& path, const policy::Countdown& countdown) {
  if (!countdown.set_by && !countdown.in_force()) return "no";
  const std::string who = title_at(path, countdown.set_by);
  if (countdown.in_force()) return "in force, by " + who;
  return "in " + std::to_string(countdown.left) + " certificates, by " + who;
}

bool maps_any(const x509::PolicyMappings& mappings) {
  return std::any_of(mappings.mappings.begin(), mappings.mappings.end(), [](const x509::PolicyMapping& mapping) {
    return mapping.issuer_domain == asn1::oids::kAnyPolicy || mapping.subject_domain == asn1::oids::kAnyPolicy;
  });
}

// 6.1.4 (a): only what a CA maps counts.
void find_any_mapped(const Scene& scene, Findings& findings) {
  const auto& mappings = scene.certificate().extensions().policy_mappings;
  if (scene.subject.role == Role::Target || !mappings || !maps_any(*mappings)) return;
  findings.push_back(finding_at(rules::kAnyPolicyMapped, scene.certificate(), mappings.extension->whole,
                                "policyMappings",
                                {{"subject", title(scene.certificate())}, {"mappings", mappings_text(*mappings)}}));
}

// 4.2.1.4: whoever makes the extension critical asks that all of it is understood.
void find_unknown_qualifier(const x509::Certificate& certificate, Findings& findings) {
  const auto& policies = certificate.extensions().certificate_policies;
  if (!policies || !policies.critical()) return;
  for (const x509::PolicyInformation& information : policies->policies) {
    for (const x509::PolicyQualifier& qualifier : information.qualifiers) {
      if (qualifier.id == asn1::oids::kCpsQualifier || qualifier.id == asn1::oids::kUserNoticeQualifier) continue;
      findings.push_back(finding_at(rules::kQualifierUnknown, certificate, qualifier.value.whole, kField,
                                    {{"qualifier", oid_text(qualifier.id)}, {"policy", oid_text(information.policy)}}));
      return;
    }
  }
}

std::string why_lost(const x509::Certificate& certificate, const policy::State& state) {
  if (!certificate.extensions().certificate_policies) return "has no certificate policies";
  const auto& mappings = certificate.extensions().policy_mappings;
  if (mappings && state.mapping().in_force()) return "maps its policies though mapping is inhibited";
  return "has none that the CAs above allow (" + asserted_text(certificate) + ")";
}

Finding explicit_policy_lost(const Scene& scene) {
  const policy::State& state = scene.state.policies;
  const std::size_t lost_at = state.emptied_by().value_or(0);
  const x509::Certificate& lost_by = *scene.path.certificates[lost_at];
  return finding_at(rules::kExplicitPolicyLost, scene.certificate(), {}, kField,
                    {{"demanded_by", title_at(scene.path, state.explicit_policy().set_by)},
                     {"lost_by", title(lost_by)},
                     {"lost_by_certificate", std::to_string(lost_at)},
                     {"why", why_lost(lost_by, state)}});
}

std::vector<Param> values_of(const Scene& scene) {
  const policy::State& state = scene.state.policies;
  std::vector<Param> values = {{"asserted", asserted_text(scene.certificate())},
                               {"valid", level_text(state.graph().levels().back())},
                               {"explicit_policy", countdown_text(scene.path, state.explicit_policy())},
                               {"any_policy_inhibited", countdown_text(scene.path, state.any_policy())},
                               {"mapping_inhibited", countdown_text(scene.path, state.mapping())}};
  if (const auto& mappings = scene.certificate().extensions().policy_mappings) {
    values.push_back({"maps", mappings_text(*mappings)});
  }
  return values;
}

}  // namespace

Judgement judge_policies(const Scene& scene) {
  const auto& extensions = scene.certificate().extensions();
  if (extensions.certificate_policies.malformed() || extensions.policy_mappings.malformed() ||
      extensions.policy_constraints.malformed() || extensions.inhibit_any_policy.malformed()) {
    return not_reached("what the certificate says of policies cannot be read");
  }
  Findings findings;
  find_any_mapped(scene, findings);
  find_unknown_qualifier(scene.certificate(), findings);
  const policy::State& state = scene.state.policies;
  const std::optional<std::size_t> refused = state.refused_at();
  if (refused == scene.index) findings.push_back(explicit_policy_lost(scene));
  if (findings.empty() && refused && *refused > scene.index) return not_reached("no valid policy was left above");
  return weighed(std::move(findings), Reaction::Refuse, values_of(scene));
}

Judgement judge_policy_outcome(const CandidatePath& path, const policy::State& state, const CheckOptions& options) {
  if (state.refused_at()) return not_reached("no valid policy was left");
  const policy::Outcome& outcome = path.policies.outcome;
  const std::string wanted = options.policies.accepts_any() ? "any policy" : oids_list(options.policies.acceptable);
  std::vector<Param> values = {{"authority", oids_list(outcome.authority_constrained)},
                               {"wanted", wanted},
                               {"user", oids_list(outcome.user_constrained)},
                               {"explicit_policy", countdown_text(path, state.explicit_policy())}};
  if (!outcome.user_constrained.empty()) return passed(std::move(values));
  if (state.explicit_policy().in_force()) {
    std::vector<Param> params = values;
    params.push_back({"demanded_by", title_at(path, state.explicit_policy().set_by)});
    return failed(
        {.rule = &rules::kNoAcceptablePolicy, .where = {.field = std::string(kField)}, .params = std::move(params)},
        std::move(values));
  }
  if (options.policies.accepts_any()) return passed(std::move(values));
  Finding finding{.rule = &rules::kNoWantedPolicy, .where = {.field = std::string(kField)}, .params = values};
  return weighed({std::move(finding)}, Reaction::Warn, std::move(values));
}

}  // namespace pki::path::checks
