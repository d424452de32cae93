#pragma once
// Faults of a chain in the terms that all relying parties share. The rules of path/ are finer: each belongs to one
// fault, or to none (bounds of the search, what is only worth knowing).

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "path/report.h"

namespace pki::relying {

enum class FaultId : std::uint8_t {
  NoIssuer,
  UntrustedRoot,
  SelfSignedLeaf,
  PartialChain,
  Expired,
  NotYetValid,
  BadSignature,
  NotACa,
  PathLength,
  NoKeyCertSign,
  WrongEku,
  WrongName,
  NameConstraints,
  Policy,
  UnknownCritical,
  Revoked,
  RevocationUnknown,
  Weak,
  KeyIdMismatch,
  TooLong,
  ValidityTooLong,
  Malformed,
  IssuerRule,
  WebPki,
};

/// One fault, for its own page.
struct Fault {
  FaultId fault = FaultId::NoIssuer;
  /// "no-issuer": stable and unique.
  std::string_view id;
  std::string_view title;
  /// What is wrong, and why relying parties mind.
  std::string_view meaning;
  std::string_view cure;
  /// How to make it happen in a lab, with this workbench.
  std::string_view lab;
  /// How to see it here: the check that tells, and where.
  std::string_view see;
  /// An example that shows it (the ids of the method `examples`); empty where there is none.
  std::string_view example = {};
};

/// All faults, in the order of FaultId.
std::span<const Fault> all_faults();

/// The row of a fault.
const Fault& fault_info(FaultId fault);

/// The fault with this id, or null.
const Fault* find_fault(std::string_view id);

/// The fault that a rule belongs to, or null: where it is listed as none, and for rules of other layers.
const Fault* fault_of(const Rule& rule);

/// True if the rule is listed as belonging to no fault.
bool is_no_fault(const Rule& rule);

/// The rules of path/ that belong to a fault.
std::vector<const Rule*> rules_of(FaultId fault);

/// The fault that a path is refused for, by its headline; null where it is accepted or the headline belongs to none.
/// Where the rule alone does not tell (a self-signed target that is no anchor), the path does.
const Fault* fault_of(const path::CandidatePath& path);

}  // namespace pki::relying
