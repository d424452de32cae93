// The attributes of names (RFC 5280 4.1.2.4, 4.1.2.6, Appendix A).

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "path/issuer_rules/field_rules.h"
#include "path/issuer_rules/judges.h"

namespace pki::path::issuer_rules {
namespace {

namespace oids = asn1::oids;
namespace tags = asn1::tags;

// Attributes that are no DirectoryString (RFC 5280 Appendix A.1).
struct FixedType {
  asn1::Oid attribute;
  asn1::Tag type;
};
constexpr FixedType kFixedTypes[] = {
    {oids::kCountry, tags::kPrintableString},     {oids::kSerialNumber, tags::kPrintableString},
    {oids::kDnQualifier, tags::kPrintableString}, {oids::kEmailAddress, tags::kIa5String},
    {oids::kDomainComponent, tags::kIa5String},
};

// DirectoryStrings (the same, and RFC 4519).
constexpr asn1::Oid kDirectoryStrings[] = {
    oids::kCommonName,
    oids::kSurname,
    oids::kLocality,
    oids::kState,
    oids::kStreet,
    oids::kTitle,
    oids::kPostalCode,
    oids::kName,
    oids::kGivenName,
    oids::kInitials,
    oids::kPseudonym,
    oids::kUserId,
    oids::kOrganization,
    oids::kOrganizationalUnit,
    oids::kGenerationQualifier,
    oids::kOrganizationIdentifier,
};

bool is_old_type(const asn1::Tag& tag) {
  return tag == tags::kTeletexString || tag == tags::kBmpString || tag == tags::kUniversalString;
}

bool is_country_code(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  return text.size() == 2 && std::all_of(text.begin(), text.end(), is_letter);
}

void judge_attribute(Notes& notes, const x509::Attribute& attribute, std::string_view field) {
  const std::string name = asn1::oid_name(attribute.type);
  const auto* fixed = std::find_if(std::begin(kFixedTypes), std::end(kFixedTypes),
                                   [&](const FixedType& row) { return row.attribute == attribute.type; });
  if (fixed != std::end(kFixedTypes)) {
    if (attribute.value.tag != fixed->type) {
      notes.add(rules::kAttributeStringType, attribute.whole, field,
                {{"attribute", name},
                 {"found", asn1::tag_name(attribute.value.tag)},
                 {"expected", asn1::tag_name(fixed->type)}});
    }
    const std::string value = attribute.text().value_or("");
    if (attribute.type == oids::kCountry && !is_country_code(value)) {
      notes.add(rules::kCountryForm, attribute.whole, field, {{"value", value}});
    }
    return;
  }
  const bool directory_string = std::find(std::begin(kDirectoryStrings), std::end(kDirectoryStrings), attribute.type) !=
                                std::end(kDirectoryStrings);
  if (!directory_string) return;
  // RFC 5280 4.1.2.4: new certificates have PrintableString or UTF8String.
  const asn1::Tag& found = attribute.value.tag;
  if (found == tags::kPrintableString || found == tags::kUtf8String) return;
  const bool old = is_old_type(found);
  notes.add(old ? rules::kDirectoryStringType : rules::kAttributeStringType, attribute.whole, field,
            {{"attribute", name}, {"found", asn1::tag_name(found)}, {"expected", "UTF8String"}});
}

// The attributes of a name; true if one is an e-mail address.
bool judge_name(Notes& notes, const x509::Name& name, std::string_view field) {
  bool has_email = false;
  for (const x509::Rdn& rdn : name.rdns()) {
    for (const x509::Attribute& attribute : rdn.attributes) {
      judge_attribute(notes, attribute, field);
      has_email = has_email || attribute.type == oids::kEmailAddress;
    }
  }
  return has_email;
}

bool names_mailbox(const x509::GeneralName& name) {
  return name.kind == x509::GeneralNameKind::Email ||
         (name.kind == x509::GeneralNameKind::OtherName && name.type_id == oids::kSmtpUtf8Mailbox);
}

}  // namespace

void judge_name_attributes(Notes& notes) {
  const x509::Certificate& certificate = notes.certificate();
  // A self-issued certificate has one name twice.
  if (!equal(certificate.issuer().der(), certificate.subject().der())) {
    judge_name(notes, certificate.issuer(), "tbsCertificate.issuer");
  }
  const bool has_email = judge_name(notes, certificate.subject(), "tbsCertificate.subject");
  if (!has_email) return;
  const auto& names = notes.extensions().subject_alt_name;
  if (names && std::any_of(names->names.begin(), names->names.end(), names_mailbox)) return;
  notes.add(rules::kEmailOnlyInSubject, certificate.subject().der(), "tbsCertificate.subject");
}

}  // namespace pki::path::issuer_rules
