// What a step of the search costs, and what the search learns of it on its way.
//
// Going up from the target, faults only add up: what one certificate has against another that is below it, or below and
// nearer to the target, it has in every path that goes on from there. So they are charged to a partial path as soon as
// both certificates are in it, and those that concern the target itself to the certificate in all paths.

#include <algorithm>

#include "path/rules.h"
#include "path/search.h"

namespace pki::path {
namespace {

bool has_path_length_fault(const Findings& faults) {
  return std::any_of(faults.begin(), faults.end(),
                     [](const Finding& finding) { return finding.rule == &rules::kPathLength; });
}

// RFC 5280 6.1.4 (m): whether so many intermediate certificates are more than `ca` lets stand below it.
bool limits_path_to_less(const x509::Certificate& ca, std::uint32_t counted) {
  const auto& constraints = ca.extensions().basic_constraints;
  return constraints && constraints->path_length && *constraints->path_length < counted;
}

// Whether a key identifier that is not the issuer's is a fault: a reaction that softens nothing refuses.
bool mismatch_refuses(const CheckReactions& reactions) {
  return find_reaction(reactions, checks::kKeyIdentifier, PathPart::Whole) != nullptr &&
         !is_softened(reactions, checks::kKeyIdentifier, PathPart::Target) &&
         !is_softened(reactions, checks::kKeyIdentifier, PathPart::Cas);
}

// A lack of policies is found at one certificate or at the end of the path, and caused by others: so a reaction for any
// part counts.
bool policies_may_be_let_pass(const CheckReactions& reactions) {
  return is_softened(reactions, checks::kPolicies, PathPart::Target) ||
         is_softened(reactions, checks::kPolicies, PathPart::Cas);
}

}  // namespace

bool demands_policy(const x509::Certificate& certificate) {
  const auto& constraints = certificate.extensions().policy_constraints;
  return constraints && constraints->require_explicit_policy;
}

std::size_t count_policies(const x509::Certificate& certificate) {
  const auto& policies = certificate.extensions().certificate_policies;
  const auto& mappings = certificate.extensions().policy_mappings;
  return (policies ? policies->policies.size() : 0) + (mappings ? mappings->mappings.size() : 0);
}

// What the step from a partial path to a candidate costs, besides what candidate and path cost by themselves.
Cost Search::cost_of_step(const Entry& entry, const Candidate& candidate) const {
  Cost cost = entry.faults;
  if (candidate.facts.key_id == KeyIdMatch::Mismatch) {
    cost += mismatch_refuses(question_.options.reactions) ? kFaultCost : kKeyIdMismatchCost;
  }
  if (entry.postponed) cost += kFaultCost;
  return cost;
}

// Costs are not known for certain: they rise when signatures turn out not to fit, and when paths fail.
Cost Search::cost_of(const Entry& entry, const Candidate& candidate) const {
  Cost cost = nodes_[entry.node].penalty + cost_of_step(entry, candidate);
  for (NodeIndex node = entry.node; nodes_[node].below != kNone; node = nodes_[node].below) {
    cost += distances_.of(nodes_[node].certificate);
  }
  if (candidate.is_anchor()) return cost + distances_.of_anchor(candidate.anchor);
  return cost + distances_.of(candidate.certificate) + distances_.above(candidate.certificate);
}

// Brings the cost of a step up to date; true if it is more than was known, so that others may come first.
bool Search::is_dearer(Entry& entry, const Candidate& candidate) {
  if (!entry.weighed) {
    entry.weighed = true;
    learn_of_target(candidate);
    entry.faults = find_faults_over(entry, candidate);
  } else if (entry.version == distances_.version()) {
    return false;
  }
  entry.version = distances_.version();
  const Cost known = entry.cost;
  entry.cost = std::max(known, cost_of(entry, candidate));
  return entry.cost > known;
}

// What the candidate has against the certificates below it: their number, their policies and their names. What it has
// against the target alone is charged to itself, and so not here.
Cost Search::find_faults_over(Entry& entry, const Candidate& candidate) {
  NodeIndex node = entry.node;
  entry.policy = nodes_[node].policy;
  const x509::Certificate* ca = candidate_certificate(candidate);
  if (ca == nullptr) return 0;
  Cost cost = 0;
  const bool known =
      !candidate.is_anchor() && has_path_length_fault(graph_.certificates()[candidate.certificate].faults);
  const bool length_refuses = !is_softened(question_.options.reactions, checks::kPathLength, PathPart::Cas);
  if (length_refuses && !known && limits_path_to_less(*ca, nodes_[node].counted)) cost += kFaultCost;
  if (entry.policy == PolicyDemand::None && demands_policy(*ca)) entry.policy = PolicyDemand::Stands;
  if (refuses_target_without_policies(*ca)) {
    entry.policy = PolicyDemand::Failed;
  } else if (entry.policy != PolicyDemand::Failed && loses_policies(node, candidate)) {
    entry.policy = PolicyDemand::Failed;
    cost += kFaultCost;
    suspect_all(node);
    if (!candidate.is_anchor()) distances_.suspect(candidate.certificate);
  }
  if (!ca->extensions().name_constraints.present()) return cost;
  if (is_softened(question_.options.reactions, checks::kNameConstraints, PathPart::Cas)) return cost;
  for (; nodes_[node].below != kNone; node = nodes_[node].below) {
    if (names_.refuses(*ca, {*certificate_of(node), Role::Issuer, question_.options})) cost += kFaultCost;
  }
  return cost;
}

// Whether a policy is demanded in the partial path, the candidate on top, and none is left for the target, even if all
// that stands above allows every policy (RFC 5280 6.1.3 (d) to (f), 6.1.4 (b), (h) to (j), 6.1.5 (a), (b)): a longer
// path starts from less.
bool Search::loses_policies(NodeIndex node, const Candidate& candidate) {
  const policy::Inputs& inputs = question_.options.policies;
  if (policies_may_be_let_pass(question_.options.reactions)) return false;
  const x509::Certificate& ca = *candidate_certificate(candidate);
  const bool demanded = nodes_[node].policy != PolicyDemand::None || demands_policy(ca);
  if (!demanded && inputs.explicit_policy != policy::ExplicitPolicy::Required) return false;
  CandidatePath path = path_to(node);
  const std::size_t length = path.certificates.size() + (candidate.is_anchor() ? 0 : 1);
  judgements_ += length;
  policy::State state(static_cast<std::uint32_t>(length), inputs);
  comparisons_ += count_policies(ca);
  if (candidate.is_anchor()) {
    state.honour_anchor(ca, length);
  } else {
    state.process(ca, length - 1);
    state.prepare_next(ca, length - 1);
  }
  for (std::size_t i = path.certificates.size(); i-- > 0;) {
    comparisons_ += count_policies(*path.certificates[i]);
    state.process(*path.certificates[i], i);
    if (i > 0) state.prepare_next(*path.certificates[i], i);
  }
  state.wrap_up(*question_.target);
  return state.refused_at() || (state.explicit_policy().in_force() && state.graph().empty());
}

// Whether the CA demands a policy of everything below it, and the target has none: so it is in every path through the
// CA (RFC 5280 6.1.4 (i)(1), 6.1.3 (e), (f)).
bool Search::refuses_target_without_policies(const x509::Certificate& ca) const {
  if (policies_may_be_let_pass(question_.options.reactions)) return false;
  const auto& constraints = ca.extensions().policy_constraints;
  return constraints && constraints->require_explicit_policy == 0U &&
         !question_.target->extensions().certificate_policies;
}

// What the candidate has against the target: it is in every path.
void Search::learn_of_target(const Candidate& candidate) {
  const x509::Certificate* ca = candidate_certificate(candidate);
  if (ca == nullptr) return;
  const bool is_anchor = candidate.is_anchor();
  std::vector<bool>::reference learned =
      is_anchor ? anchor_learned_[candidate.anchor] : learned_[candidate.certificate];
  if (learned) return;
  learned = true;
  const CheckReactions& reactions = question_.options.reactions;
  const auto charge = [&] {
    is_anchor ? distances_.charge_anchor(candidate.anchor) : distances_.charge(candidate.certificate);
  };
  const bool names_refuse = !is_softened(reactions, checks::kNameConstraints, PathPart::Target);
  if (names_refuse && names_.refuses(*ca, {*question_.target, Role::Target, question_.options})) charge();
  if (refuses_target_without_policies(*ca)) charge();
}

// The certificate whose constraints count in a path through the candidate; null where there is none.
const x509::Certificate* Search::candidate_certificate(const Candidate& candidate) const {
  if (!candidate.is_anchor()) return graph_.certificates()[candidate.certificate].certificate.get();
  if (question_.options.anchor_constraints == AnchorConstraints::Ignore) return nullptr;
  const x509::Certificate* certificate = graph_.anchors()[candidate.anchor].anchor->certificate().get();
  // A target that is its own anchor has nothing below it.
  return certificate == question_.target.get() ? nullptr : certificate;
}

// A complete path failed though nothing was known to be wrong with it: for what only judging tells (revocation,
// policies). Other paths through what it failed for come later; where that is no certificate of an issuer, through all
// of its own. They are still tried.
void Search::learn_from(const CandidatePath& path, NodeIndex node) {
  std::vector<bool> blamed(path.judged, false);
  bool found = false;
  const auto blame = [&](std::size_t place) {
    if (place < 1 || place >= blamed.size()) return;
    blamed[place] = true;
    found = true;
  };
  for (const Step& step : path.steps) {
    if (step.outcome != Outcome::Fail) continue;
    if (step.check == &checks::kPolicies) {
      // Found at one certificate, caused by others.
      if (path.policies.demanded_by) blame(*path.policies.demanded_by);
      if (path.policies.lost_by) blame(*path.policies.lost_by);
    } else if (step.certificate >= 1) {
      blame(static_cast<std::size_t>(step.certificate));
    }
  }
  if (!found) return suspect_all(node);
  for (; nodes_[node].below != kNone; node = nodes_[node].below) {
    if (blamed[nodes_[node].depth]) distances_.suspect(nodes_[node].certificate);
  }
}

void Search::suspect_all(NodeIndex node) {
  for (; nodes_[node].below != kNone; node = nodes_[node].below) distances_.suspect(nodes_[node].certificate);
}

}  // namespace pki::path
