#include "ca/planned_extensions.h"

#include "asn1/oids.h"
#include "x509/extensions/extended_key_usage.h"

namespace pki::ca {

namespace oids = asn1::oids;

const x509::ExtensionInput* find_planned(const std::vector<x509::ExtensionInput>& extensions, asn1::Oid id) {
  for (const x509::ExtensionInput& extension : extensions) {
    if (extension.id.view() == id) return &extension;
  }
  return nullptr;
}

PlannedExtensions read_planned(const std::vector<x509::ExtensionInput>& extensions) {
  PlannedExtensions planned;
  if (const auto* found = find_planned(extensions, oids::kBasicConstraints)) {
    asn1::Context context(found->value);
    if (const auto value = x509::read_basic_constraints(found->value, context)) {
      planned.ca = value->ca;
      planned.path_length = value->path_length;
    }
  }
  if (const auto* found = find_planned(extensions, oids::kKeyUsage)) {
    asn1::Context context(found->value);
    if (const auto value = x509::read_key_usage(found->value, context)) planned.key_usage = *value;
  }
  if (const auto* found = find_planned(extensions, oids::kExtendedKeyUsage)) {
    asn1::Context context(found->value);
    if (const auto value = x509::read_extended_key_usage(found->value, context)) {
      for (const asn1::Oid purpose : value->purposes) planned.purposes.emplace_back(purpose);
    }
  }
  planned.has_alternative_name = find_planned(extensions, oids::kSubjectAltName) != nullptr;
  return planned;
}

}  // namespace pki::ca
