#include "x509/name.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/values.h"
#include "base/text.h"
#include "x509/attribute_types.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

/// Notes what is wrong with a value of a string type.
void check_text(const Attribute& attribute, asn1::Context& context) {
  if (!asn1::is_string_tag(attribute.value.tag)) return;
  const std::string type = asn1::oid_name(attribute.type);
  const auto text = asn1::read_string(attribute.value, context);
  if (!text) {
    context.note(rules::kNameValueMalformed, attribute.value.whole,
                 {{"type", type}, {"string_type", asn1::tag_name(attribute.value.tag)}});
    return;
  }
  if (text->empty()) context.note(rules::kNameValueEmpty, attribute.whole, {{"type", type}});
  const auto limit = attribute_upper_bound(attribute.type);
  const std::size_t characters = count_characters(*text);
  if (limit && characters > *limit) {
    context.note(rules::kNameValueTooLong, attribute.value.whole,
                 {{"type", type}, {"characters", std::to_string(characters)}, {"limit", std::to_string(*limit)}});
  }
}

Result<Attribute> read_attribute(asn1::Reader& set) {
  PKI_TRY(const asn1::Element pair, set.expect(asn1::tags::kSequence, "AttributeTypeAndValue"));
  asn1::Reader reader(pair.value, set.context());
  PKI_TRY(const asn1::Element type, reader.expect(asn1::tags::kOid, "AttributeTypeAndValue.type"));
  Attribute attribute;
  PKI_TRY(attribute.type, asn1::read_oid(type, set.context()));
  PKI_TRY(attribute.value, reader.next());
  PKI_CHECK(reader.finish("AttributeTypeAndValue"));
  attribute.whole = pair.whole;
  check_text(attribute, set.context());
  return attribute;
}

/// True where text() writes the same octets again.
bool is_clean_string(const asn1::Element& value) {
  if (!asn1::is_string_tag(value.tag)) return false;
  asn1::Context context(value.whole);
  return asn1::read_string(value, context).ok() && context.findings().empty();
}

AttributeInput to_input(const Attribute& attribute) {
  AttributeInput input{asn1::OwnedOid(attribute.type), attribute.text().value_or("")};
  if (is_clean_string(attribute.value)) {
    input.string_type = attribute.value.tag;
  } else {
    input.value_der = to_vector(attribute.value.whole);
  }
  return input;
}

}  // namespace

std::optional<std::string> Attribute::text() const {
  if (!asn1::is_string_tag(value.tag)) return std::nullopt;
  asn1::Context context(value.whole);
  auto read = asn1::read_string(value, context);
  if (!read) return std::nullopt;
  return std::move(read).value();
}

std::optional<std::string> Name::last(asn1::Oid type) const {
  for (auto rdn = rdns_.rbegin(); rdn != rdns_.rend(); ++rdn) {
    for (auto it = rdn->attributes.rbegin(); it != rdn->attributes.rend(); ++it) {
      if (it->type != type) continue;
      if (auto text = it->text()) return text;
    }
  }
  return std::nullopt;
}

Result<Rdn> read_rdn(const asn1::Element& set, asn1::Context& context) {
  Rdn rdn;
  rdn.whole = set.whole;
  asn1::Reader reader(set.value, context);
  while (!reader.at_end()) {
    PKI_TRY(Attribute attribute, read_attribute(reader));
    rdn.attributes.push_back(attribute);
  }
  if (rdn.attributes.empty()) context.note(rules::kNameEmptyRdn, set.whole);
  PKI_CHECK(asn1::check_set_order(set, context));
  return rdn;
}

Result<Name> read_name(Bytes der, asn1::Context& context) {
  PKI_TRY(const asn1::Element sequence, asn1::read_single(der, asn1::tags::kSequence, "Name", context));
  Name name;
  name.der_ = sequence.whole;
  asn1::Reader reader(sequence.value, context);
  while (!reader.at_end()) {
    PKI_TRY(const asn1::Element set, reader.expect(asn1::tags::kSet, "RelativeDistinguishedName"));
    PKI_TRY(Rdn rdn, read_rdn(set, context));
    name.rdns_.push_back(std::move(rdn));
  }
  return name;
}

NameInput to_input(const Name& name) {
  NameInput input;
  for (const Rdn& rdn : name.rdns()) {
    RdnInput attributes;
    for (const Attribute& attribute : rdn.attributes) attributes.push_back(to_input(attribute));
    input.push_back(std::move(attributes));
  }
  return input;
}

}  // namespace pki::x509
