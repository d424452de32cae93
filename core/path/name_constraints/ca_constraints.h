#pragma once
// The constraints that are in force at a place of a path: those of each CA above (RFC 5280 6.1.2 (b), (c)).

#include <memory>
#include <vector>

#include "path/name_constraints/constraint_set.h"
#include "x509/certificate.h"

namespace pki::path::name_constraints {

struct CaConstraints {
  const x509::Certificate* ca = nullptr;
  /// Index into CandidatePath::certificates.
  std::size_t index = 0;
  /// Null where the extension cannot be read.
  std::shared_ptr<const ConstraintSet> set = {};

  bool critical() const { return ca->extensions().name_constraints.critical(); }
};

/// From the anchor downwards.
using ConstraintsInForce = std::vector<CaConstraints>;

/// RFC 5280 6.1.4 (g), RFC 5937 3: adds the constraints of `ca`, if it has any.
void add_constraints(ConstraintsInForce& constraints, const x509::Certificate& ca, std::size_t index);

}  // namespace pki::path::name_constraints
