#include "path/name_constraints/certified_names.h"

#include <algorithm>

#include "asn1/oids.h"
#include "asn1/tag.h"
#include "base/text.h"
#include "x509/ip_address.h"

namespace pki::path::name_constraints {
namespace {

using x509::GeneralName;
using x509::GeneralNameKind;

constexpr std::string_view kSubjectField = "tbsCertificate.subject";
constexpr std::string_view kAlternativeField = "subjectAltName";
constexpr std::string_view kEmailAddress = "emailAddress";
constexpr std::string_view kCommonName = "CN";
constexpr std::size_t kLongestText = 200;

std::string key_of(GeneralNameKind kind) {
  GeneralName name;
  name.kind = kind;
  return form_key(name);
}

// Does not end inside a character.
std::string shortened(std::string text) {
  if (text.size() <= kLongestText) return text;
  std::size_t end = kLongestText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  text.resize(end);
  return text + "...";
}

void add_alternative_names(const x509::GeneralNames& names, std::vector<CertifiedName>& found) {
  for (const GeneralName& name : names) {
    Point point = to_point(name);
    const bool smtp_utf8 = point.form == Form::Email && name.kind == GeneralNameKind::OtherName;
    std::string form = smtp_utf8 ? key_of(GeneralNameKind::Email) : form_key(name);
    found.push_back({std::move(point), std::move(form), name.whole, kAlternativeField, &name});
    if (smtp_utf8) found.push_back({Point{}, form_key(name), name.whole, kAlternativeField, &name});
  }
}

// RFC 5280 4.1.2.6: emailAddress is an IA5String; UTF8String is in use.
Point email_attribute_point(const x509::Attribute& attribute) {
  const bool is_text = attribute.value.tag == asn1::tags::kIa5String || attribute.value.tag == asn1::tags::kUtf8String;
  Point point = email_point(is_text ? as_text(attribute.value.value) : std::string_view());
  point.any_case = true;
  return point;
}

void add_email_addresses(const x509::Name& subject, std::vector<CertifiedName>& found) {
  for (const x509::Rdn& rdn : subject.rdns()) {
    for (const x509::Attribute& attribute : rdn.attributes) {
      if (attribute.type != asn1::oids::kEmailAddress) continue;
      found.push_back({email_attribute_point(attribute), key_of(GeneralNameKind::Email), attribute.whole, kSubjectField,
                       nullptr, &attribute, kEmailAddress});
    }
  }
}

// The attribute that Name::last() takes the text of.
const x509::Attribute* find_last(const x509::Name& name, asn1::Oid type) {
  const x509::Attribute* last = nullptr;
  for (const x509::Rdn& rdn : name.rdns()) {
    for (const x509::Attribute& attribute : rdn.attributes) {
      if (attribute.type == type) last = &attribute;
    }
  }
  return last;
}

void add_common_name(const x509::Name& subject, std::vector<CertifiedName>& found) {
  const x509::Attribute* attribute = find_last(subject, asn1::oids::kCommonName);
  const std::optional<std::string> text = attribute != nullptr ? attribute->text() : std::nullopt;
  if (!text) return;
  if (const std::optional<ByteVector> octets = x509::parse_ip_address(*text)) {
    Point point{.form = Form::IpAddress, .address = Address{*octets, octets->size() * 8}};
    found.push_back({std::move(point), key_of(GeneralNameKind::IpAddress), attribute->whole, kSubjectField, nullptr,
                     attribute, kCommonName});
    return;
  }
  Point point = dns_point(*text);
  // What is no host name, and so has no labels, is never taken for one.
  if (point.parts.empty()) return;
  found.push_back({std::move(point), key_of(GeneralNameKind::Dns), attribute->whole, kSubjectField, nullptr, attribute,
                   kCommonName});
}

bool has_form(const std::vector<CertifiedName>& names, Form form) {
  return std::any_of(names.begin(), names.end(), [form](const auto& name) { return name.point.form == form; });
}

}  // namespace

std::vector<CertifiedName> find_certified_names(const x509::Certificate& certificate, CommonNameUse common_name) {
  std::vector<CertifiedName> found;
  const auto& alternative_names = certificate.extensions().subject_alt_name;
  if (alternative_names) add_alternative_names(alternative_names->names, found);
  const x509::Name& subject = certificate.subject();
  if (!has_form(found, Form::Email)) add_email_addresses(subject, found);
  if (common_name != CommonNameUse::Never && !has_form(found, Form::Dns) && !has_form(found, Form::IpAddress)) {
    add_common_name(subject, found);
  }
  if (!subject.empty()) {
    found.push_back({directory_point(subject), key_of(GeneralNameKind::DirectoryName), subject.der(), kSubjectField});
  }
  return found;
}

std::string text_of(const CertifiedName& name, const x509::Certificate& certificate) {
  if (name.general != nullptr) return shortened(x509::to_text(*name.general));
  if (name.attribute == nullptr) return shortened("DirName:" + x509::to_rfc4514(certificate.subject()));
  return shortened(std::string(name.source) + ":" + printable(name.attribute->text().value_or("")));
}

std::string text_of(const x509::GeneralSubtree& subtree) { return shortened(x509::to_text(subtree.base)); }

}  // namespace pki::path::name_constraints
