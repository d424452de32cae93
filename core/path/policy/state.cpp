#include "path/policy/state.h"

#include <algorithm>

#include "asn1/oids.h"

namespace pki::path::policy {
namespace {

// 6.1.2 (d) to (f): 0 where the relying party says so, else n+1.
Countdown start(bool in_force, std::uint32_t length) { return {.left = in_force ? 0 : length + 1}; }

}  // namespace

void Countdown::limit(std::uint32_t skip, std::size_t certificate) {
  if (skip >= left) return;
  left = skip;
  set_by = certificate;
}

State::State(std::uint32_t length, const Inputs& inputs)
    : explicit_policy_(start(inputs.explicit_policy == ExplicitPolicy::Required, length)),
      mapping_(start(inputs.mapping == PolicyMapping::Inhibited, length)),
      any_policy_(start(inputs.any_policy == AnyPolicy::Inhibited, length)) {}

void State::honour_anchor(const x509::Certificate& anchor, std::size_t index) {
  if (anchor.extensions().certificate_policies) {
    graph_.add(*anchor.extensions().certificate_policies,
               any_policy_.in_force() ? AnyPolicyUse::Ignored : AnyPolicyUse::Counts);
    note_emptied(index);
  }
  map_policies(anchor, index);
  limit(anchor, index);
}

void State::process(const x509::Certificate& certificate, std::size_t index) {
  if (!graph_.empty()) add_level(certificate, index);
  // (f)
  if (explicit_policy_.in_force() && graph_.empty() && !refused_at_) refused_at_ = index;
}

// (d), (e)
void State::add_level(const x509::Certificate& certificate, std::size_t index) {
  if (const auto& policies = certificate.extensions().certificate_policies) {
    // (d)(2): a CA that renews its own certificate is not counted against it.
    const bool self_issued_ca = index > 0 && certificate.self_issued();
    graph_.add(*policies, any_policy_.in_force() && !self_issued_ca ? AnyPolicyUse::Ignored : AnyPolicyUse::Counts);
  } else {
    graph_.add_none();
  }
  note_emptied(index);
}

void State::prepare_next(const x509::Certificate& certificate, std::size_t index) {
  map_policies(certificate, index);
  // (h)
  if (!certificate.self_issued()) {
    explicit_policy_.count();
    mapping_.count();
    any_policy_.count();
  }
  limit(certificate, index);
}

// (b)
void State::map_policies(const x509::Certificate& certificate, std::size_t index) {
  const auto& mappings = certificate.extensions().policy_mappings;
  if (!mappings || graph_.empty()) return;
  if (mapping_.in_force()) {
    graph_.remove_mapped(*mappings);
  } else {
    graph_.map(*mappings);
  }
  note_emptied(index);
}

// (i), (j)
void State::limit(const x509::Certificate& certificate, std::size_t index) {
  if (const auto& constraints = certificate.extensions().policy_constraints) {
    if (constraints->require_explicit_policy) explicit_policy_.limit(*constraints->require_explicit_policy, index);
    if (constraints->inhibit_policy_mapping) mapping_.limit(*constraints->inhibit_policy_mapping, index);
  }
  if (const auto& inhibit = certificate.extensions().inhibit_any_policy) any_policy_.limit(inhibit->skip_certs, index);
}

void State::wrap_up(const x509::Certificate& target) {
  // (a)
  explicit_policy_.count();
  // (b)
  const auto& constraints = target.extensions().policy_constraints;
  if (constraints && constraints->require_explicit_policy == 0U) explicit_policy_.limit(0, 0);
}

void State::note_emptied(std::size_t index) {
  if (graph_.empty() && !emptied_by_) emptied_by_ = index;
}

Outcome State::conclude(const Inputs& inputs) const {
  Outcome outcome;
  const std::vector<asn1::Oid> authority = graph_.authority_constrained();
  outcome.authority_constrained = {authority.begin(), authority.end()};
  const bool all = std::binary_search(authority.begin(), authority.end(), asn1::oids::kAnyPolicy);
  if (inputs.accepts_any()) {
    outcome.user_constrained = outcome.authority_constrained;
    return outcome;
  }
  for (const asn1::OwnedOid& wanted : inputs.acceptable) {
    if (all || std::binary_search(authority.begin(), authority.end(), wanted.view())) {
      outcome.user_constrained.push_back(wanted);
    }
  }
  return outcome;
}

}  // namespace pki::path::policy
