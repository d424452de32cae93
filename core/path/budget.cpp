#include "path/budget.h"

#include <algorithm>

#include "asn1/oids.h"

namespace pki::path {
namespace {

bool says_ca(const x509::Certificate& certificate) {
  const auto& constraints = certificate.extensions().basic_constraints;
  return constraints && constraints->ca;
}

// RFC 5280 6.1.4 (l): a certificate uses up one of those that are left, unless it is self-issued.
void take_place(Budget& budget, const x509::Certificate& certificate) {
  budget.beyond = false;
  if (certificate.self_issued() || !budget.further_cas) return;
  budget.beyond = *budget.further_cas == 0;
  if (!budget.beyond) --*budget.further_cas;
}

// (m)
void limit_length(Budget& budget, const x509::Certificate& certificate, std::size_t index) {
  const auto& constraints = certificate.extensions().basic_constraints;
  if (!constraints || !constraints->path_length) return;
  if (budget.further_cas && *budget.further_cas <= *constraints->path_length) return;
  budget.further_cas = *constraints->path_length;
  budget.further_cas_set_by = index;
}

void limit_purposes(Budget& budget, const x509::Certificate& certificate, std::size_t index) {
  const auto& usage = certificate.extensions().extended_key_usage;
  if (!usage || usage->has(asn1::oids::kAnyExtendedKeyUsage)) return;
  if (!budget.purposes) {
    budget.purposes = usage->purposes;
    budget.purposes_set_by = index;
    return;
  }
  const std::size_t removed =
      std::erase_if(*budget.purposes, [&](const asn1::Oid& purpose) { return !usage->has(purpose); });
  if (removed > 0) budget.purposes_set_by = index;
}

}  // namespace

std::vector<Budget> budgets_of(const CandidatePath& path, const CheckOptions& options) {
  std::vector<Budget> budgets;
  Budget budget;
  for (std::size_t i = path.certificates.size(); i-- > 0;) {
    const x509::Certificate& certificate = *path.certificates[i];
    const bool is_anchor = i >= path.judged;
    take_place(budget, certificate);  // the anchor takes none: nothing is limited before it
    if (!is_anchor || options.anchor_constraints == AnchorConstraints::Honour) limit_length(budget, certificate, i);
    if (options.eku_nesting == EkuNesting::IncludingAnchor ||
        (!is_anchor && options.eku_nesting == EkuNesting::Intermediates)) {
      limit_purposes(budget, certificate, i);
    }
    if (!says_ca(certificate)) continue;
    budget.certificate = i;
    budgets.push_back(budget);
  }
  return budgets;
}

}  // namespace pki::path
