// Which rules of path/ belong to which fault.

#include <iterator>
#include <optional>

#include "path/rules.h"
#include "relying/fault.h"

namespace pki::relying {
namespace {

// A rule's id, or the beginning of many ids (it then ends with a dot). The longest row that fits counts.
struct RuleRow {
  std::string_view id;
  std::optional<FaultId> fault;
};

constexpr RuleRow kRows[] = {
    {"path.build.no_issuer", FaultId::NoIssuer},
    {"path.build.issuer_key_differs", FaultId::NoIssuer},
    {"path.build.circle", FaultId::NoIssuer},
    {"path.name_chaining.", FaultId::NoIssuer},
    {"path.build.anchor_not_trusted", FaultId::UntrustedRoot},
    {"path.build.target_is_anchor", FaultId::SelfSignedLeaf},
    {"path.build.anchor_not_self_signed", FaultId::PartialChain},
    {"path.build.too_long", FaultId::TooLong},
    {"path.validity.expired", FaultId::Expired},
    {"path.anchor.expired", FaultId::Expired},
    {"path.validity.not_yet_valid", FaultId::NotYetValid},
    {"path.anchor.not_yet_valid", FaultId::NotYetValid},
    {"path.validity.too_long", FaultId::ValidityTooLong},
    {"path.validity.unreadable", FaultId::Malformed},
    {"path.signature.invalid", FaultId::BadSignature},
    {"path.signature.unsupported", FaultId::Weak},
    {"path.basic_constraints.", FaultId::NotACa},
    {"path.anchor.not_ca", FaultId::NotACa},
    {"path.path_length.", FaultId::PathLength},
    {"path.key_usage.no_cert_sign", FaultId::NoKeyCertSign},
    {"path.anchor.no_cert_sign", FaultId::NoKeyCertSign},
    {"path.key_usage.purpose", FaultId::WrongEku},
    {"path.extended_key_usage.", FaultId::WrongEku},
    {"path.identity.", FaultId::WrongName},
    {"path.name_constraints.", FaultId::NameConstraints},
    {"path.policies.", FaultId::Policy},
    {"path.critical_extension.", FaultId::UnknownCritical},
    {"path.revocation.", FaultId::RevocationUnknown},
    {"path.revocation.revoked", FaultId::Revoked},
    {"path.revocation.on_hold", FaultId::Revoked},
    {"path.revocation.ocsp_revoked", FaultId::Revoked},
    {"path.revocation.ocsp_on_hold", FaultId::Revoked},
    {"path.revocation.ocsp_not_issued", FaultId::Revoked},
    {"path.strength.", FaultId::Weak},
    {"path.key_identifier.", FaultId::KeyIdMismatch},
    {"path.encoding.", FaultId::Malformed},
    {"path.version.", FaultId::Malformed},
    {"path.algorithm.", FaultId::Malformed},
    {"path.issuer_rules.", FaultId::IssuerRule},
    {"path.web_pki.", FaultId::WebPki},
    // What only tells how the search went, or that a bound of it was hit.
    {"path.build.search_stopped", std::nullopt},
    {"path.not_judged", std::nullopt},
    {"path.build.loop", std::nullopt},
    {"path.build.same_as_anchor", std::nullopt},
    {"path.build.name_differs", std::nullopt},
    {"path.build.key_does_not_fit", std::nullopt},
    {"path.signature.limit", std::nullopt},
    {"path.limit.", std::nullopt},
    {"path.input.", std::nullopt},
    // What was asked for could not be read, or was not asked for.
    {"path.identity.reference", std::nullopt},
    {"path.revocation.not_judged", std::nullopt},
    {"path.revocation.crl_expired_tolerated", std::nullopt},
};

const RuleRow* find_row(std::string_view id) {
  const RuleRow* best = nullptr;
  for (const RuleRow& row : kRows) {
    const bool fits = row.id.ends_with('.') ? id.starts_with(row.id) : id == row.id;
    if (fits && (best == nullptr || row.id.size() > best->id.size())) best = &row;
  }
  return best;
}

}  // namespace

const Fault* fault_of(const Rule& rule) {
  const RuleRow* row = find_row(rule.id);
  return row == nullptr || !row->fault ? nullptr : &fault_info(*row->fault);
}

bool is_no_fault(const Rule& rule) {
  const RuleRow* row = find_row(rule.id);
  return row != nullptr && !row->fault;
}

std::vector<const Rule*> rules_of(FaultId fault) {
  std::vector<const Rule*> rules;
  for (const Rule* rule : path::path_rules()) {
    const Fault* found = fault_of(*rule);
    if (found != nullptr && found->fault == fault) rules.push_back(rule);
  }
  return rules;
}

const Fault* fault_of(const path::CandidatePath& path) {
  if (!path.headline) return nullptr;
  // The root at which the path ends is the target itself.
  const bool alone = path.certificates.size() == 1;
  if (alone && path.headline->rule == &path::rules::kAnchorNotTrusted) return &fault_info(FaultId::SelfSignedLeaf);
  return fault_of(*path.headline->rule);
}

}  // namespace pki::relying
