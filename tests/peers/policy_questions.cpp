#include "questions.h"

#include "support/constraint_extensions.h"
#include "x509/extensions/policies.h"

namespace pki::peers {
namespace {

using namespace pki::test;
using path::policy::AnyPolicy;
using path::policy::ExplicitPolicy;
using path::policy::PolicyMapping;

enum class Style : std::uint8_t {
  Alike,     // all assert the policy that is wanted
  UnderAny,  // the CAs say anyPolicy
  Mapped,    // a CA maps the policy that is wanted to one of its own
  Demanded,  // the relying party asks for nothing, the topmost CA does
};

const asn1::OwnedOid kWanted(asn1::make_oid<1, 3, 6, 1, 4, 1, 55555, 3, 1>());
const asn1::OwnedOid kOfTheCa(asn1::make_oid<1, 3, 6, 1, 4, 1, 55555, 3, 2>());
const asn1::OwnedOid kStrange(asn1::make_oid<1, 3, 6, 1, 4, 1, 55555, 3, 3>());
const asn1::OwnedOid kAny(asn1::oids::kAnyPolicy);

// The policies of each certificate of the trunk; empty: no extension.
struct Plan {
  std::vector<std::vector<asn1::OwnedOid>> policies;
  path::policy::Inputs inputs;
};

struct Fault {
  const char* name;
  // Where it fits: in one style, or in all. Those of one style are the relying party's and have no place.
  std::optional<Style> style;
  void (*plant)(Plan&, std::size_t place);
};

constexpr Fault kFaults[] = {
    {"a certificate without policies", std::nullopt,
     [](Plan& plan, std::size_t place) { plan.policies[place].clear(); }},
    {"a certificate of another policy", std::nullopt,
     [](Plan& plan, std::size_t place) { plan.policies[place] = {kStrange}; }},
    {"another policy is wanted", Style::Alike, [](Plan& plan, std::size_t) { plan.inputs.acceptable = {kStrange}; }},
    {"anyPolicy is inhibited", Style::UnderAny,
     [](Plan& plan, std::size_t) { plan.inputs.any_policy = AnyPolicy::Inhibited; }},
    {"mapping is inhibited", Style::Mapped,
     [](Plan& plan, std::size_t) { plan.inputs.mapping = PolicyMapping::Inhibited; }},
    {"the policy of the CA is wanted, which it maps from another", Style::Mapped,
     [](Plan& plan, std::size_t) { plan.inputs.acceptable = {kOfTheCa}; }},
};

std::string plant(RandomHierarchy& hierarchy, Style style, Plan& plan) {
  std::vector<const Fault*> fitting;
  for (const Fault& fault : kFaults) {
    if (!fault.style || fault.style == style) fitting.push_back(&fault);
  }
  const Fault& fault = *fitting[hierarchy.choose(fitting.size())];
  const std::size_t place = hierarchy.choose(hierarchy.cas() + 1);
  fault.plant(plan, place);
  return fault.name + (fault.style ? std::string() : place_text(place));
}

x509::ExtensionInput to_extension(const std::vector<asn1::OwnedOid>& policies) {
  std::vector<x509::PolicyInput> inputs;
  for (const asn1::OwnedOid& policy : policies) inputs.push_back({.policy = policy, .cps_uri = {}});
  return make_extension(asn1::oids::kCertificatePolicies, false, x509::encode_certificate_policies(inputs));
}

std::string to_words(const path::policy::Inputs& inputs) {
  std::string words = inputs.explicit_policy == ExplicitPolicy::Required ? "explicit-policy" : "policy-check";
  for (const asn1::OwnedOid& policy : inputs.acceptable) words += " policy=" + policy.view().to_dotted();
  if (inputs.mapping == PolicyMapping::Inhibited) words += " inhibit-mapping";
  if (inputs.any_policy == AnyPolicy::Inhibited) words += " inhibit-any";
  return words;
}

}  // namespace

std::string place_text(std::size_t place) { return place == 0 ? ", target" : ", CA"; }

Question ask_for_policies(RandomHierarchy& hierarchy, Planting planting) {
  const auto style = static_cast<Style>(hierarchy.choose(4));
  const std::size_t top = hierarchy.cas();
  Plan plan{.policies = std::vector(top + 1, std::vector{kWanted}), .inputs = {}};
  if (style == Style::UnderAny) {
    for (std::size_t place = 1; place <= top; ++place) plan.policies[place] = {kAny};
  }
  if (style == Style::Mapped) {
    const std::size_t mapping = 1 + hierarchy.choose(top);
    for (std::size_t place = 0; place < mapping; ++place) plan.policies[place] = {kOfTheCa};
    hierarchy.trunk(mapping).more.push_back(
        make_extension(asn1::oids::kPolicyMappings, true, x509::encode_policy_mappings({{kWanted, kOfTheCa}})));
  }
  if (style == Style::Demanded) {
    hierarchy.trunk(top).more.push_back(require_explicit_policy(0));
  } else {
    plan.inputs.acceptable = {kWanted};
    plan.inputs.explicit_policy = ExplicitPolicy::Required;
  }
  Question question;
  if (planting == Planting::One) question.fault = plant(hierarchy, style, plan);
  for (std::size_t place = 0; place <= top; ++place) {
    if (!plan.policies[place].empty()) hierarchy.trunk(place).more.push_back(to_extension(plan.policies[place]));
  }
  question.words = to_words(plan.inputs);
  question.options.policies = std::move(plan.inputs);
  return question;
}

}  // namespace pki::peers
