#include "api/describe_name.h"
#include "api/show_extension.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"

namespace pki::api {
namespace {

Field purpose_field(asn1::Oid purpose, const Place& place) {
  Field field(asn1::oid_name(purpose), purpose.to_dotted());
  field.range(place, purpose.content()).oid(purpose);
  if (const asn1::OidInfo* info = asn1::find_oid(purpose)) {
    field.alias(info->openssl_name).alias(info->microsoft_name).source(info->source);
  }
  return field;
}

Shown show_purposes(const std::vector<asn1::Oid>& purposes, const Place& place) {
  Shown shown;
  std::vector<std::string> names;
  for (const asn1::Oid purpose : purposes) {
    names.push_back(asn1::oid_name(purpose));
    shown.fields.push_back(purpose_field(purpose, place));
  }
  shown.text = join(names);
  return shown;
}

}  // namespace

Shown show(const x509::AuthorityKeyIdentifier& value, const Place& place) {
  Shown shown;
  std::vector<std::string> texts;
  if (value.key_identifier.has_value()) {
    texts.push_back(octets_text(*value.key_identifier));
    shown.fields.push_back(Field("Key identifier", texts.back()).range(place, *value.key_identifier));
  }
  if (!value.issuer.empty()) {
    texts.push_back(general_names_text(value.issuer));
    shown.fields.push_back(Field("Issuer of the issuer's certificate", texts.back())
                               .alias("authorityCertIssuer")
                               .add(general_name_fields(value.issuer, place)));
  }
  if (value.serial.has_value()) {
    texts.push_back("serial " + serial_text(*value.serial));
    shown.fields.push_back(Field("Serial number of the issuer's certificate", serial_text(*value.serial))
                               .alias("authorityCertSerialNumber")
                               .range(place, value.serial->octets));
  }
  shown.text = join(texts);
  return shown;
}

Shown show(const x509::SubjectKeyIdentifier& value, const Place&) { return {octets_text(value.key_identifier), {}}; }

Shown show(const x509::KeyUsage& value, const Place&) {
  Shown shown;
  std::vector<std::string_view> names;
  for (const x509::KeyUsageBit bit : value.list()) {
    names.push_back(x509::key_usage_name(bit));
    Field field(names.back(), "bit " + std::to_string(static_cast<unsigned>(bit)));
    shown.fields.push_back(field.help("key_usage." + std::string(names.back())));
  }
  shown.text = names.empty() ? "none" : join(names);
  return shown;
}

Shown show(const x509::BasicConstraints& value, const Place&) {
  Shown shown;
  shown.text = value.ca ? "CA: yes" : "CA: no";
  shown.fields.push_back(Field("CA", value.ca ? "yes" : "no").alias("cA"));
  if (value.path_length.has_value()) {
    shown.text += ", path length " + std::to_string(*value.path_length);
    shown.fields.push_back(
        Field("Path length", std::to_string(*value.path_length)).alias("pathLenConstraint").help("path_length"));
  }
  return shown;
}

Shown show(const x509::ExtendedKeyUsage& value, const Place& place) { return show_purposes(value.purposes, place); }

Shown show(const x509::MsApplicationPolicies& value, const Place& place) {
  return show_purposes(value.purposes, place);
}

}  // namespace pki::api
