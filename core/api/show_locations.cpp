#include <array>

#include "api/describe_name.h"
#include "api/show_extension.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"

namespace pki::api {
namespace {

// ReasonFlags (RFC 5280 4.2.1.13), by bit.
constexpr std::array<std::string_view, 9> kReasons = {
    "unused",          "keyCompromise",      "cACompromise", "affiliationChanged", "superseded", "cessationOfOperation",
    "certificateHold", "privilegeWithdrawn", "aACompromise"};

std::string reasons_text(const asn1::BitString& reasons) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    if (reasons.bit(i)) names.push_back(kReasons[i]);
  }
  return names.empty() ? "none" : join(names);
}

std::string values_text(const x509::GeneralNames& names) {
  std::vector<std::string> texts;
  for (const x509::GeneralName& name : names) texts.push_back(x509::value_text(name));
  return join(texts);
}

std::string point_text(const x509::DistributionPoint& point) {
  if (!point.full_name.empty()) return values_text(point.full_name);
  if (point.relative_name.has_value()) return "relative to the name of the CRL's issuer";
  if (!point.crl_issuer.empty()) return "in the directory, under " + values_text(point.crl_issuer);
  return "without a name";
}

Field point_field(const x509::DistributionPoint& point, const Place& place) {
  Field field("Distribution point", point_text(point));
  if (!point.full_name.empty()) {
    field.add(Field("Full name", values_text(point.full_name)).add(general_name_fields(point.full_name, place)));
  }
  if (point.relative_name.has_value()) {
    field.add(Field("Name relative to the issuer").add(rdn_fields(*point.relative_name, place)));
  }
  if (point.reasons.has_value()) {
    field.add(Field("Only for the reasons", reasons_text(*point.reasons)).range(place, point.reasons->octets));
  }
  if (!point.crl_issuer.empty()) {
    field.add(
        Field("Issuer of the CRL", values_text(point.crl_issuer)).add(general_name_fields(point.crl_issuer, place)));
  }
  return field;
}

}  // namespace

Shown show(const x509::DistributionPoints& value, const Place& place) {
  Shown shown;
  std::vector<std::string> texts;
  for (const x509::DistributionPoint& point : value.points) {
    texts.push_back(point_text(point));
    shown.fields.push_back(point_field(point, place));
  }
  shown.text = join(texts);
  return shown;
}

Shown show(const x509::IssuingDistributionPoint& value, const Place& place) {
  Shown shown;
  std::vector<std::string> texts;
  if (value.name || value.only_some_reasons) {
    x509::DistributionPoint point{
        .full_name = {}, .relative_name = {}, .reasons = value.only_some_reasons, .crl_issuer = {}};
    if (value.name) {
      point.full_name = value.name->full_name;
      point.relative_name = value.name->relative_name;
      texts.push_back(point_text(point));
    }
    if (value.only_some_reasons) texts.push_back("only for the reasons " + reasons_text(*value.only_some_reasons));
    shown.fields.push_back(point_field(point, place));
  }
  if (value.only_contains_user_certs) texts.push_back("only certificates of users");
  if (value.only_contains_ca_certs) texts.push_back("only certificates of CAs");
  if (value.only_contains_attribute_certs) texts.push_back("only attribute certificates");
  if (value.indirect_crl) texts.push_back("also certificates of other issuers (indirect CRL)");
  shown.text = join(texts);
  return shown;
}

Shown show(const x509::AccessInfo& value, const Place& place) {
  Shown shown;
  std::vector<std::string> texts;
  for (const x509::AccessDescription& description : value.descriptions) {
    Field field(asn1::oid_name(description.method), x509::value_text(description.location));
    texts.push_back(field.label() + " " + field.value());
    field.range(place, description.location.whole).oid(description.method);
    shown.fields.push_back(std::move(field));
  }
  shown.text = join(texts);
  return shown;
}

}  // namespace pki::api
