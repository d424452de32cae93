#include "x509/known_extensions.h"

#include <algorithm>
#include <array>

#include "asn1/oids.h"
#include "x509/extension_slots.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;

struct Row {
  asn1::Oid id;
  void (*parse)(KnownExtensions&, const Extension&, asn1::Context&);
};

using Known = KnownExtensions;

constexpr std::array<Row, 24> kRows = {{
    {oids::kAuthorityKeyIdentifier, read_into<&Known::authority_key_identifier, read_authority_key_identifier>},
    {oids::kSubjectKeyIdentifier, read_into<&Known::subject_key_identifier, read_subject_key_identifier>},
    {oids::kKeyUsage, read_into<&Known::key_usage, read_key_usage>},
    {oids::kCertificatePolicies, read_into<&Known::certificate_policies, read_certificate_policies>},
    {oids::kPolicyMappings, read_into<&Known::policy_mappings, read_policy_mappings>},
    {oids::kSubjectAltName, read_into<&Known::subject_alt_name, read_alternative_names>},
    {oids::kIssuerAltName, read_into<&Known::issuer_alt_name, read_alternative_names>},
    {oids::kSubjectDirectoryAttributes,
     read_into<&Known::subject_directory_attributes, read_subject_directory_attributes>},
    {oids::kBasicConstraints, read_into<&Known::basic_constraints, read_basic_constraints>},
    {oids::kNameConstraints, read_into<&Known::name_constraints, read_name_constraints>},
    {oids::kPolicyConstraints, read_into<&Known::policy_constraints, read_policy_constraints>},
    {oids::kExtendedKeyUsage, read_into<&Known::extended_key_usage, read_extended_key_usage>},
    {oids::kCrlDistributionPoints, read_into<&Known::crl_distribution_points, read_distribution_points>},
    {oids::kInhibitAnyPolicy, read_into<&Known::inhibit_any_policy, read_inhibit_any_policy>},
    {oids::kFreshestCrl, read_into<&Known::freshest_crl, read_distribution_points>},
    {oids::kAuthorityInfoAccess, read_into<&Known::authority_info_access, read_access_info>},
    {oids::kSubjectInfoAccess, read_into<&Known::subject_info_access, read_access_info>},
    {oids::kTlsFeature, read_into<&Known::tls_feature, read_tls_feature>},
    {oids::kOcspNoCheck, read_into<&Known::ocsp_no_check, read_ocsp_no_check>},
    {oids::kMsCertificateTemplateName, read_into<&Known::ms_template_name, read_ms_template_name>},
    {oids::kMsCertificateTemplate, read_into<&Known::ms_template, read_ms_template>},
    {oids::kMsCaVersion, read_into<&Known::ms_ca_version, read_ms_ca_version>},
    {oids::kMsApplicationPolicies, read_into<&Known::ms_application_policies, read_ms_application_policies>},
    {oids::kMsNtdsCaSecurity, read_into<&Known::ms_security_identifier, read_ms_security_identifier>},
}};

const Row* find_row(asn1::Oid id) {
  const auto found = std::find_if(kRows.begin(), kRows.end(), [&](const Row& row) { return row.id == id; });
  return found == kRows.end() ? nullptr : &*found;
}

}  // namespace

bool KnownExtensions::is_known(asn1::Oid id) { return find_row(id) != nullptr; }

KnownExtensions parse_known_extensions(std::vector<Extension> extensions, asn1::Context& context) {
  KnownExtensions known;
  known.all = std::move(extensions);
  for (const Extension& extension : known.all) {
    if (const Row* row = find_row(extension.id)) row->parse(known, extension, context);
  }
  return known;
}

}  // namespace pki::x509
