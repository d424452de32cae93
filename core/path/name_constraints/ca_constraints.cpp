#include "path/name_constraints/ca_constraints.h"

namespace pki::path::name_constraints {

void add_constraints(ConstraintsInForce& constraints, const x509::Certificate& ca, std::size_t index) {
  const auto& extension = ca.extensions().name_constraints;
  if (!extension.present()) return;
  std::shared_ptr<const ConstraintSet> set;
  if (extension) set = std::make_shared<const ConstraintSet>(*extension);
  constraints.push_back({&ca, index, std::move(set)});
}

}  // namespace pki::path::name_constraints
