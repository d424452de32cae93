#pragma once
// All extensions that the workbench reads, parsed once, of a certificate or of a request.

#include <vector>

#include "x509/extension.h"
#include "x509/extensions/access_info.h"
#include "x509/extensions/alternative_names.h"
#include "x509/extensions/basic_constraints.h"
#include "x509/extensions/distribution_points.h"
#include "x509/extensions/extended_key_usage.h"
#include "x509/extensions/key_identifiers.h"
#include "x509/extensions/key_usage.h"
#include "x509/extensions/microsoft.h"
#include "x509/extensions/name_constraints.h"
#include "x509/extensions/other.h"
#include "x509/extensions/policies.h"

namespace pki::x509 {

/// The extensions as found, and a slot for each that is known. Slots point into `all`, so the object is not copied.
class KnownExtensions {
 public:
  KnownExtensions() = default;
  KnownExtensions(const KnownExtensions&) = delete;
  KnownExtensions& operator=(const KnownExtensions&) = delete;
  KnownExtensions(KnownExtensions&&) = default;
  KnownExtensions& operator=(KnownExtensions&&) = default;

  std::vector<Extension> all;

  Slot<AuthorityKeyIdentifier> authority_key_identifier;
  Slot<SubjectKeyIdentifier> subject_key_identifier;
  Slot<KeyUsage> key_usage;
  Slot<CertificatePolicies> certificate_policies;
  Slot<PolicyMappings> policy_mappings;
  Slot<AlternativeNames> subject_alt_name;
  Slot<AlternativeNames> issuer_alt_name;
  Slot<SubjectDirectoryAttributes> subject_directory_attributes;
  Slot<BasicConstraints> basic_constraints;
  Slot<NameConstraints> name_constraints;
  Slot<PolicyConstraints> policy_constraints;
  Slot<ExtendedKeyUsage> extended_key_usage;
  Slot<DistributionPoints> crl_distribution_points;
  Slot<InhibitAnyPolicy> inhibit_any_policy;
  Slot<DistributionPoints> freshest_crl;
  Slot<AccessInfo> authority_info_access;
  Slot<AccessInfo> subject_info_access;
  Slot<TlsFeature> tls_feature;
  Slot<OcspNoCheck> ocsp_no_check;
  Slot<MsTemplateName> ms_template_name;
  Slot<MsTemplate> ms_template;
  Slot<MsCaVersion> ms_ca_version;
  Slot<MsApplicationPolicies> ms_application_policies;
  Slot<MsSecurityIdentifier> ms_security_identifier;

  /// True if the workbench parses this extension (whether or not it is there).
  static bool is_known(asn1::Oid id);
};

/// Parses the value of every known extension in `extensions`. A value that is malformed leaves its slot without a value
/// and x509.extension.malformed in the context (its parameter `rule` is the id of what stopped the reading, its range
/// that of the octets in question); the others go on. Of duplicates the first counts. What the readers note is there
/// too.
KnownExtensions parse_known_extensions(std::vector<Extension> extensions, asn1::Context& context);

}  // namespace pki::x509
