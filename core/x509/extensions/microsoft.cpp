#include "x509/extensions/microsoft.h"

#include <algorithm>

#include "asn1/oids.h"
#include "asn1/values.h"
#include "base/encoding.h"
#include "x509/extensions/policies.h"
#include "x509/general_name.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

// szOID_NTDS_OBJECTSID: the otherName inside the extension 1.3.6.1.4.1.311.25.2.
constexpr asn1::Oid kNtdsObjectSid = asn1::make_oid<1, 3, 6, 1, 4, 1, 311, 25, 2, 1>();

Result<std::optional<std::uint64_t>> take_version(asn1::Reader& reader) {
  PKI_TRY(const auto element, reader.optional(asn1::tags::kInteger));
  if (!element) return std::optional<std::uint64_t>();
  PKI_TRY(const std::uint64_t version, asn1::read_unsigned(*element, reader.context()));
  return std::optional(version);
}

}  // namespace

Result<MsTemplateName> read_ms_template_name(Bytes value, asn1::Context& context) {
  asn1::Reader reader(value, context);
  PKI_TRY(const asn1::Element element, reader.next());
  PKI_CHECK(reader.finish("template name"));
  MsTemplateName name;
  PKI_TRY(name.name, asn1::read_string(element, context));
  return name;
}

Result<MsTemplate> read_ms_template(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "CertificateTemplateOID", context));
  MsTemplate certificate_template;
  PKI_TRY(certificate_template.id, take_oid(reader, "templateID"));
  PKI_TRY(certificate_template.major_version, take_version(reader));
  PKI_TRY(certificate_template.minor_version, take_version(reader));
  PKI_CHECK(reader.finish("CertificateTemplateOID"));
  return certificate_template;
}

Result<MsCaVersion> read_ms_ca_version(Bytes value, asn1::Context& context) {
  PKI_TRY(const asn1::Element element, asn1::read_single(value, asn1::tags::kInteger, "CAVersion", context));
  PKI_TRY(const std::uint32_t version, read_clamped(element, context));
  return MsCaVersion{version & 0xFFFF, version >> 16};
}

Result<MsApplicationPolicies> read_ms_application_policies(Bytes value, asn1::Context& context) {
  PKI_TRY(const CertificatePolicies policies, read_certificate_policies(value, context));
  MsApplicationPolicies purposes;
  for (const PolicyInformation& policy : policies.policies) purposes.purposes.push_back(policy.policy);
  return purposes;
}

Result<MsSecurityIdentifier> read_ms_security_identifier(Bytes value, asn1::Context& context) {
  PKI_TRY(const asn1::Element sequence,
          asn1::read_single(value, asn1::tags::kSequence, "NTDS_CA_SECURITY_EXT", context));
  PKI_TRY(const GeneralNames names, read_general_names(sequence.value, context));
  const auto is_sid = [](const GeneralName& name) {
    return name.kind == GeneralNameKind::OtherName && name.type_id == kNtdsObjectSid &&
           name.other.tag == asn1::tags::kOctetString;
  };
  const auto found = std::find_if(names.begin(), names.end(), is_sid);
  if (found == names.end()) {
    return context.finding(rules::kMsSecurityIdentifierForm, value, {{"value", to_hex(value)}});
  }
  MsSecurityIdentifier identifier{std::string(as_text(found->other.value))};
  if (!identifier.sid.starts_with("S-1-")) {
    context.note(rules::kMsSecurityIdentifierForm, found->whole, {{"value", identifier.sid}});
  }
  return identifier;
}

}  // namespace pki::x509
