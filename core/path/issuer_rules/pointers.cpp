// Where CRLs and other things are: distribution points and access information (RFC 5280 4.2.1.13, 4.2.1.15, 4.2.2).

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/text.h"
#include "path/issuer_rules/judges.h"
#include "path/issuer_rules/name_rules.h"

namespace pki::path::issuer_rules {
namespace {

// HTTP or LDAP, as RFC 5280 wants them; with TLS too, though that is of no use there.
bool is_fetchable(const x509::GeneralName& name) {
  if (name.kind != x509::GeneralNameKind::Uri) return false;
  const std::string text = to_lower_ascii(as_text(name.value));
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("ldap://") ||
         text.starts_with("ldaps://");
}

void judge_points(Notes& notes, const x509::Slot<x509::DistributionPoints>& points, std::string_view field) {
  if (!points) return;
  for (const x509::DistributionPoint& point : points->points) {
    for (const x509::GeneralName& name : point.crl_issuer) {
      if (name.kind != x509::GeneralNameKind::DirectoryName) continue;
      if (x509::comparison_key(name.directory_name) != notes.certificate().issuer_key()) continue;
      notes.add(rules::kCrlIssuerItself, name.whole, field);
    }
    if (point.relative_name) notes.add(rules::kRelativeName, point.relative_name->whole, field);
    if (point.full_name.empty()) continue;
    if (std::any_of(point.full_name.begin(), point.full_name.end(), is_fetchable)) continue;
    notes.add(rules::kCrlPointUnreachable, point.full_name.front().whole, field);
  }
}

void judge_access(Notes& notes, const x509::Extension* extension, std::string_view field) {
  if (extension == nullptr || !extension->critical) return;
  notes.add(rules::kAccessInfoCritical, extension->whole, field, {{"extension", asn1::oid_name(extension->id)}});
}

}  // namespace

void judge_distribution_points(Notes& notes) {
  const auto& points = notes.extensions().crl_distribution_points;
  const auto& freshest = notes.extensions().freshest_crl;
  notes.expect_critical(points.extension, false, rules::kCrlPointsCritical, "cRLDistributionPoints");
  notes.expect_critical(freshest.extension, false, rules::kFreshestCrlCritical, "freshestCRL");
  judge_points(notes, points, "cRLDistributionPoints");
  judge_points(notes, freshest, "freshestCRL");
}

void judge_access_info(Notes& notes) {
  const auto& authority = notes.extensions().authority_info_access;
  constexpr std::string_view kField = "authorityInfoAccess";
  judge_access(notes, authority.extension, kField);
  judge_access(notes, notes.extensions().subject_info_access.extension, "subjectInfoAccess");
  if (!authority) return;
  const x509::AccessDescription* first = nullptr;
  for (const x509::AccessDescription& description : authority->descriptions) {
    if (description.method != asn1::oids::kCaIssuers) continue;
    if (is_fetchable(description.location)) return;
    if (first == nullptr) first = &description;
  }
  if (first != nullptr) notes.add(rules::kCaIssuersUnreachable, first->location.whole, kField);
}

}  // namespace pki::path::issuer_rules
