#pragma once
// What the CAs of a path leave to those below: how many more CAs may follow, and what a leaf may still be for.

#include <cstdint>
#include <optional>
#include <vector>

#include "path/options.h"
#include "path/report.h"

namespace pki::path {

/// What may stand below one CA of a path, by its own certificate and by those above it. Constraints of an anchor's
/// certificate count where the options say so.
struct Budget {
  /// The CA: index into CandidatePath::certificates.
  std::size_t certificate = 0;
  /// How many CAs that are not self-issued may follow between it and a leaf (RFC 5280 4.2.1.9, 6.1.4 (l), (m)); nothing
  /// where no constraint says how many.
  std::optional<std::uint32_t> further_cas = {};
  /// Whose constraint that is.
  std::optional<std::size_t> further_cas_set_by = {};
  /// True where the CAs above left no room for this one: it may not be here at all.
  bool beyond = false;
  /// The key purposes that every CA down to here allows (RFC 5280 4.2.1.12, with CheckOptions::eku_nesting); nothing
  /// where any is allowed. They alias the path's certificates.
  std::optional<std::vector<asn1::Oid>> purposes = {};
  /// The CA nearest to this one that took a purpose away.
  std::optional<std::size_t> purposes_set_by = {};
};

/// A budget for each certificate of the path that says it is a CA's, from the one nearest to the anchor down.
std::vector<Budget> budgets_of(const CandidatePath& path, const CheckOptions& options);

}  // namespace pki::path
