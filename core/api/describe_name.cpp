#include "api/describe_name.h"

#include "api/describe_finding.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"
#include "base/text.h"

namespace pki::api {
namespace {

using json::Json;

/// The attribute's row, whatever else its OID is used as.
const asn1::OidInfo* attribute_info(asn1::Oid type) {
  const asn1::OidInfo* info = asn1::find_oid(type);
  return info != nullptr && info->use == asn1::OidUse::AttributeType ? info : nullptr;
}

std::string value_text(const x509::Attribute& attribute) {
  const auto text = attribute.text();
  return text.has_value() ? printable(*text) : element_text(attribute.value);
}

Json describe(const x509::Attribute& attribute, const Place& place) {
  const asn1::OidInfo* info = attribute_info(attribute.type);
  const std::string dotted = attribute.type.to_dotted();
  Json out;
  out["oid"] = dotted;
  out["name"] = info != nullptr ? std::string(info->name) : dotted;
  out["short"] = info != nullptr && !info->short_name.empty() ? std::string(info->short_name) : dotted;
  out["value"] = value_text(attribute);
  out["string_type"] = asn1::tag_name(attribute.value.tag);
  out["range"] = range_json(place.of(attribute.whole));
  return out;
}

Field attribute_field(const x509::Attribute& attribute, const Place& place) {
  Field field(asn1::oid_name(attribute.type), value_text(attribute));
  field.range(place, attribute.whole).oid(attribute.type).badge(asn1::tag_name(attribute.value.tag));
  if (const asn1::OidInfo* info = attribute_info(attribute.type)) {
    field.alias(info->short_name).source(info->source);
  }
  return field;
}

}  // namespace

Json describe(const x509::Name& name, const Place& place) {
  Json rdns = Json::array();
  for (const x509::Rdn& rdn : name.rdns()) {
    Json attributes = Json::array();
    for (const x509::Attribute& attribute : rdn.attributes) attributes.push_back(describe(attribute, place));
    rdns.push_back(std::move(attributes));
  }
  Json out;
  out["rfc4514"] = x509::to_rfc4514(name);
  out["openssl"] = x509::to_openssl_oneline(name);
  out["range"] = range_json(place.of(name.der()));
  out["rdns"] = std::move(rdns);
  return out;
}

FieldList rdn_fields(const x509::Rdn& rdn, const Place& place) {
  FieldList fields;
  for (const x509::Attribute& attribute : rdn.attributes) fields.push_back(attribute_field(attribute, place));
  return fields;
}

FieldList name_fields(const x509::Name& name, const Place& place) {
  FieldList fields;
  for (const x509::Rdn& rdn : name.rdns()) {
    for (const x509::Attribute& attribute : rdn.attributes) fields.push_back(attribute_field(attribute, place));
  }
  return fields;
}

FieldList general_name_fields(const x509::GeneralNames& names, const Place& place) {
  FieldList fields;
  for (const x509::GeneralName& name : names) {
    Field field(x509::general_name_kind_name(name.kind), x509::value_text(name));
    field.range(place, name.whole);
    if (!name.type_id.empty()) field.oid(name.type_id);
    if (name.kind == x509::GeneralNameKind::DirectoryName) field.add(name_fields(name.directory_name, place));
    fields.push_back(std::move(field));
  }
  return fields;
}

std::string general_names_text(const x509::GeneralNames& names) {
  std::vector<std::string> texts;
  for (const x509::GeneralName& name : names) texts.push_back(x509::to_text(name));
  return join(texts);
}

}  // namespace pki::api
