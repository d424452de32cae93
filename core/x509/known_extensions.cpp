#include "x509/known_extensions.h"

#include <algorithm>
#include <array>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;

void note_malformed(const Extension& extension, const Finding& why, asn1::Context& context) {
  Finding finding{
      &rules::kExtensionMalformed,
      why.where,
      {{"extension", asn1::oid_name(extension.id)}, {"rule", std::string(why.id())}, {"reason", render_summary(why)}}};
  // A finding about what is missing has no octets, or none: then it is about the whole extension.
  if (!finding.where.range || finding.where.range->length == 0) {
    finding.where = context.where(extension.whole, why.where.field);
  }
  context.note(std::move(finding));
}

/// Reads one extension into its slot; of several the first counts.
template <auto kSlot, auto kRead>
void parse_into(KnownExtensions& known, const Extension& extension, asn1::Context& context) {
  auto& slot = known.*kSlot;
  if (slot.present()) return;
  slot.extension = &extension;
  auto read = kRead(extension.value, context);
  if (read) {
    slot.value = std::move(read).value();
  } else {
    note_malformed(extension, read.error(), context);
  }
}

struct Row {
  asn1::Oid id;
  void (*parse)(KnownExtensions&, const Extension&, asn1::Context&);
};

using Known = KnownExtensions;

constexpr std::array<Row, 24> kRows = {{
    {oids::kAuthorityKeyIdentifier, parse_into<&Known::authority_key_identifier, read_authority_key_identifier>},
    {oids::kSubjectKeyIdentifier, parse_into<&Known::subject_key_identifier, read_subject_key_identifier>},
    {oids::kKeyUsage, parse_into<&Known::key_usage, read_key_usage>},
    {oids::kCertificatePolicies, parse_into<&Known::certificate_policies, read_certificate_policies>},
    {oids::kPolicyMappings, parse_into<&Known::policy_mappings, read_policy_mappings>},
    {oids::kSubjectAltName, parse_into<&Known::subject_alt_name, read_alternative_names>},
    {oids::kIssuerAltName, parse_into<&Known::issuer_alt_name, read_alternative_names>},
    {oids::kSubjectDirectoryAttributes,
     parse_into<&Known::subject_directory_attributes, read_subject_directory_attributes>},
    {oids::kBasicConstraints, parse_into<&Known::basic_constraints, read_basic_constraints>},
    {oids::kNameConstraints, parse_into<&Known::name_constraints, read_name_constraints>},
    {oids::kPolicyConstraints, parse_into<&Known::policy_constraints, read_policy_constraints>},
    {oids::kExtendedKeyUsage, parse_into<&Known::extended_key_usage, read_extended_key_usage>},
    {oids::kCrlDistributionPoints, parse_into<&Known::crl_distribution_points, read_distribution_points>},
    {oids::kInhibitAnyPolicy, parse_into<&Known::inhibit_any_policy, read_inhibit_any_policy>},
    {oids::kFreshestCrl, parse_into<&Known::freshest_crl, read_distribution_points>},
    {oids::kAuthorityInfoAccess, parse_into<&Known::authority_info_access, read_access_info>},
    {oids::kSubjectInfoAccess, parse_into<&Known::subject_info_access, read_access_info>},
    {oids::kTlsFeature, parse_into<&Known::tls_feature, read_tls_feature>},
    {oids::kOcspNoCheck, parse_into<&Known::ocsp_no_check, read_ocsp_no_check>},
    {oids::kMsCertificateTemplateName, parse_into<&Known::ms_template_name, read_ms_template_name>},
    {oids::kMsCertificateTemplate, parse_into<&Known::ms_template, read_ms_template>},
    {oids::kMsCaVersion, parse_into<&Known::ms_ca_version, read_ms_ca_version>},
    {oids::kMsApplicationPolicies, parse_into<&Known::ms_application_policies, read_ms_application_policies>},
    {oids::kMsNtdsCaSecurity, parse_into<&Known::ms_security_identifier, read_ms_security_identifier>},
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
