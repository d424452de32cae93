#include "api/describe_extensions.h"

#include "api/help.h"
#include "asn1/oid_registry.h"
#include "asn1/oids.h"

namespace pki::api {
namespace {

namespace oids = asn1::oids;
using x509::Extension;
using x509::KnownExtensions;

using Show = std::optional<Shown> (*)(const KnownExtensions&, const Extension&, const Place&);

/// Shows what is in a slot, if it was this extension that filled it (of duplicates only the first does).
template <auto Slot>
std::optional<Shown> show_slot(const KnownExtensions& extensions, const Extension& extension, const Place& place) {
  const auto& slot = extensions.*Slot;
  if (slot.extension != &extension || slot.malformed()) return std::nullopt;
  return show(*slot, place);
}

struct Row {
  asn1::Oid id;
  Show show;
};
constexpr Row kRows[] = {
    {oids::kAuthorityKeyIdentifier, show_slot<&KnownExtensions::authority_key_identifier>},
    {oids::kSubjectKeyIdentifier, show_slot<&KnownExtensions::subject_key_identifier>},
    {oids::kKeyUsage, show_slot<&KnownExtensions::key_usage>},
    {oids::kCertificatePolicies, show_slot<&KnownExtensions::certificate_policies>},
    {oids::kPolicyMappings, show_slot<&KnownExtensions::policy_mappings>},
    {oids::kSubjectAltName, show_slot<&KnownExtensions::subject_alt_name>},
    {oids::kIssuerAltName, show_slot<&KnownExtensions::issuer_alt_name>},
    {oids::kSubjectDirectoryAttributes, show_slot<&KnownExtensions::subject_directory_attributes>},
    {oids::kBasicConstraints, show_slot<&KnownExtensions::basic_constraints>},
    {oids::kNameConstraints, show_slot<&KnownExtensions::name_constraints>},
    {oids::kPolicyConstraints, show_slot<&KnownExtensions::policy_constraints>},
    {oids::kExtendedKeyUsage, show_slot<&KnownExtensions::extended_key_usage>},
    {oids::kCrlDistributionPoints, show_slot<&KnownExtensions::crl_distribution_points>},
    {oids::kInhibitAnyPolicy, show_slot<&KnownExtensions::inhibit_any_policy>},
    {oids::kFreshestCrl, show_slot<&KnownExtensions::freshest_crl>},
    {oids::kAuthorityInfoAccess, show_slot<&KnownExtensions::authority_info_access>},
    {oids::kSubjectInfoAccess, show_slot<&KnownExtensions::subject_info_access>},
    {oids::kTlsFeature, show_slot<&KnownExtensions::tls_feature>},
    {oids::kOcspNoCheck, show_slot<&KnownExtensions::ocsp_no_check>},
    {oids::kMsCertificateTemplateName, show_slot<&KnownExtensions::ms_template_name>},
    {oids::kMsCertificateTemplate, show_slot<&KnownExtensions::ms_template>},
    {oids::kMsCaVersion, show_slot<&KnownExtensions::ms_ca_version>},
    {oids::kMsApplicationPolicies, show_slot<&KnownExtensions::ms_application_policies>},
    {oids::kMsNtdsCaSecurity, show_slot<&KnownExtensions::ms_security_identifier>},
};

/// What is known of the value; nothing where it is unknown, malformed, or a duplicate.
std::optional<Shown> show_value(const KnownExtensions& extensions, const Extension& extension, const Place& place) {
  for (const Row& row : kRows) {
    if (row.id == extension.id) return row.show(extensions, extension, place);
  }
  return std::nullopt;
}

}  // namespace

std::string extension_label(asn1::Oid id) {
  const HelpRow* help = find_help(id.to_dotted());
  return help != nullptr ? std::string(help->label) : asn1::oid_name(id);
}

Field extension_field(const Extension& extension, std::optional<Shown> shown, std::string_view unread,
                      const Place& place) {
  Field field(extension_label(extension.id), shown.has_value() ? shown->text : octets_text(extension.value));
  field.range(place, extension.whole).oid(extension.id);
  if (extension.critical) field.badge("critical");
  if (!shown.has_value()) field.badge(unread);
  if (const asn1::OidInfo* info = asn1::find_oid(extension.id)) {
    field.alias(info->name).alias(info->openssl_name).alias(info->microsoft_name).source(info->source);
  }
  field.help(extension.id.to_dotted());
  if (shown.has_value()) field.add(std::move(shown->fields));
  return field;
}

std::string extension_text(const KnownExtensions& extensions, const Extension& extension) {
  const std::optional<Shown> shown = show_value(extensions, extension, Place({}));
  return shown.has_value() ? shown->text : octets_text(extension.value);
}

FieldList extension_fields(const KnownExtensions& extensions, const Place& place, std::string_view path) {
  FieldList fields;
  for (const Extension& extension : extensions.all) {
    const std::string_view unread = KnownExtensions::is_known(extension.id) ? "not read" : "unknown";
    fields.push_back(extension_field(extension, show_value(extensions, extension, place), unread, place));
    fields.back().path(std::string(path) + "[" + std::to_string(fields.size() - 1) + "]");
  }
  return fields;
}

}  // namespace pki::api
