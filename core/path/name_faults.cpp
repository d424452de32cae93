#include "path/name_faults.h"

#include <algorithm>

#include "path/checks/name_constraints.h"

namespace pki::path {

namespace nc = name_constraints;

const nc::CaConstraints& NameFaults::constraints_of(const x509::Certificate& ca) {
  const auto [place, fresh] = constraints_.try_emplace(&ca);
  if (!fresh) return place->second;
  nc::ConstraintsInForce one;
  nc::add_constraints(one, ca, 0);
  if (!one.empty()) place->second = std::move(one.front());
  if (place->second.set != nullptr) work_ += place->second.set->size();
  return place->second;
}

const NameFaults::Names& NameFaults::names_of(const Subject& subject) {
  const auto [place, fresh] = names_.try_emplace(&subject.certificate);
  if (fresh) place->second = checks::names_to_judge(subject);
  return place->second;
}

bool NameFaults::refuses(const x509::Certificate& ca, const Subject& below) {
  if (!ca.extensions().name_constraints.present()) return false;
  const auto [place, fresh] = known_.try_emplace({&ca, &below.certificate}, false);
  if (!fresh) return place->second;
  const nc::CaConstraints& constraints = constraints_of(ca);
  if (constraints.set == nullptr) return false;
  const Names& names = names_of(below);
  place->second = std::any_of(names.begin(), names.end(), [&](const nc::CertifiedName& name) {
    return checks::refuses_name(constraints, constraints.set->judge(name.point, name.form, work_).verdict);
  });
  return place->second;
}

}  // namespace pki::path
