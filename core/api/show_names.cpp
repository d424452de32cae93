#include "api/describe_name.h"
#include "api/show_extension.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"

namespace pki::api {
namespace {

Field subtrees_field(std::string_view label, const std::vector<x509::GeneralSubtree>& subtrees, const Place& place) {
  x509::GeneralNames names;
  for (const x509::GeneralSubtree& subtree : subtrees) names.push_back(subtree.base);
  Field field(label, general_names_text(names));
  field.add(general_name_fields(names, place));
  return field;
}

}  // namespace

Shown show(const x509::AlternativeNames& value, const Place& place) {
  return {general_names_text(value.names), general_name_fields(value.names, place)};
}

Shown show(const x509::NameConstraints& value, const Place& place) {
  Shown shown;
  std::vector<std::string> texts;
  if (!value.permitted.empty()) {
    shown.fields.push_back(subtrees_field("Permitted", value.permitted, place));
    texts.push_back("permitted: " + shown.fields.back().value());
  }
  if (!value.excluded.empty()) {
    shown.fields.push_back(subtrees_field("Excluded", value.excluded, place));
    texts.push_back("excluded: " + shown.fields.back().value());
  }
  shown.text = join(texts, "; ");
  return shown;
}

Shown show(const x509::SubjectDirectoryAttributes& value, const Place& place) {
  Shown shown;
  std::vector<std::string> texts;
  for (const x509::DirectoryAttribute& attribute : value.attributes) {
    std::vector<std::string> values;
    for (const asn1::Element& element : attribute.values) values.push_back(element_text(element));
    Field field(asn1::oid_name(attribute.type), join(values));
    texts.push_back(field.label() + ": " + field.value());
    shown.fields.push_back(field.range(place, attribute.type.content()).oid(attribute.type));
  }
  shown.text = join(texts, "; ");
  return shown;
}

}  // namespace pki::api
