#include "api/show_extension.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"
#include "base/text.h"

namespace pki::api {
namespace {

Field qualifier_field(const x509::PolicyQualifier& qualifier, const Place& place) {
  Field field(asn1::oid_name(qualifier.id),
              qualifier.text.empty() ? element_text(qualifier.value) : printable(qualifier.text));
  field.range(place, qualifier.value.whole).oid(qualifier.id);
  return field;
}

std::string certificates_text(std::uint32_t count) {
  return count == 0 ? "from here on" : "after " + count_text(count, "more certificate");
}

}  // namespace

Shown show(const x509::CertificatePolicies& value, const Place& place) {
  Shown shown;
  std::vector<std::string> texts;
  for (const x509::PolicyInformation& information : value.policies) {
    texts.push_back(asn1::oid_name(information.policy));
    Field field("Policy", asn1::oid_name_and_dotted(information.policy));
    field.range(place, information.policy.content()).oid(information.policy);
    for (const x509::PolicyQualifier& qualifier : information.qualifiers) field.add(qualifier_field(qualifier, place));
    shown.fields.push_back(std::move(field));
  }
  shown.text = join(texts);
  return shown;
}

Shown show(const x509::PolicyMappings& value, const Place& place) {
  Shown shown;
  std::vector<std::string> texts;
  for (const x509::PolicyMapping& mapping : value.mappings) {
    texts.push_back(asn1::oid_name(mapping.issuer_domain) + " is " + asn1::oid_name(mapping.subject_domain));
    Field field("Mapping", texts.back());
    field.add(Field("Policy of the issuer", asn1::oid_name_and_dotted(mapping.issuer_domain))
                  .range(place, mapping.issuer_domain.content()));
    field.add(Field("Counts as policy of the subject", asn1::oid_name_and_dotted(mapping.subject_domain))
                  .range(place, mapping.subject_domain.content()));
    shown.fields.push_back(std::move(field));
  }
  shown.text = join(texts, "; ");
  return shown;
}

Shown show(const x509::PolicyConstraints& value, const Place&) {
  Shown shown;
  std::vector<std::string> texts;
  if (value.require_explicit_policy.has_value()) {
    shown.fields.push_back(Field("A policy must be named", certificates_text(*value.require_explicit_policy))
                               .alias("requireExplicitPolicy"));
    texts.push_back("a policy must be named " + shown.fields.back().value());
  }
  if (value.inhibit_policy_mapping.has_value()) {
    shown.fields.push_back(Field("Policies must not be mapped", certificates_text(*value.inhibit_policy_mapping))
                               .alias("inhibitPolicyMapping"));
    texts.push_back("policies must not be mapped " + shown.fields.back().value());
  }
  shown.text = join(texts);
  return shown;
}

Shown show(const x509::InhibitAnyPolicy& value, const Place&) {
  return {"anyPolicy counts for nothing " + certificates_text(value.skip_certs), {}};
}

}  // namespace pki::api
