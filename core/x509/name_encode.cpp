// Writing names.

#include <algorithm>
#include <array>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "asn1/values.h"
#include "asn1/writer.h"
#include "base/text.h"
#include "x509/attribute_types.h"
#include "x509/name.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

/// How wide a character is in a string type that is not UTF-8; 0 for those that are (a part of) UTF-8.
std::size_t character_octets(const asn1::Tag& type) {
  if (type == asn1::tags::kTeletexString) return 1;
  if (type == asn1::tags::kBmpString) return 2;
  if (type == asn1::tags::kUniversalString) return 4;
  return 0;
}

/// The octets of `utf8` in a type of `width` octets a character, big endian; nothing where a character is too large.
std::optional<std::string> to_fixed_width(std::string_view utf8, std::size_t width) {
  std::string octets;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto decoded = decode_utf8(utf8, at);
    if (!decoded || (width < 4 && decoded->character >> (8 * width) != 0)) return std::nullopt;
    for (std::size_t left = width; left > 0; --left) {
      octets += static_cast<char>(decoded->character >> (8 * (left - 1)) & 0xFF);
    }
    at += decoded->length;
  }
  return octets;
}

/// The element; nothing where the type cannot hold the text.
std::optional<ByteVector> encode_text(std::string_view utf8, const asn1::Tag& type) {
  const std::size_t width = character_octets(type);
  const auto octets = width == 0 ? std::string(utf8) : to_fixed_width(utf8, width);
  if (!octets || !asn1::is_string_tag(type)) return std::nullopt;
  ByteVector der = asn1::encode_element(type, as_bytes(*octets));
  // The reader knows what a type may hold: what it notes must not be written.
  asn1::Context context(der);
  asn1::Reader reader(der, context);
  const auto element = reader.next();
  if (!element) return std::nullopt;
  const auto read = asn1::read_string(*element, context);
  if (!read || *read != utf8 || !context.findings().empty()) return std::nullopt;
  return der;
}

Finding about(const Rule& rule, const AttributeInput& attribute, std::vector<Param> more) {
  std::vector<Param> params = {{"type", asn1::oid_name(attribute.type.view())}};
  params.insert(params.end(), more.begin(), more.end());
  return {&rule, {}, std::move(params)};
}

bool is_country_code(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  return text.size() == 2 && std::all_of(text.begin(), text.end(), is_letter);
}

Status check_size(const AttributeInput& attribute) {
  if (attribute.text.empty()) return about(rules::kNameValueEmpty, attribute, {});
  const auto limit = attribute_upper_bound(attribute.type.view());
  const std::size_t characters = count_characters(attribute.text);
  if (limit && characters > *limit) {
    return about(rules::kNameValueTooLong, attribute,
                 {{"characters", std::to_string(characters)}, {"limit", std::to_string(*limit)}});
  }
  return {};
}

Result<ByteVector> encode_value(const AttributeInput& attribute) {
  if (!attribute.value_der.empty()) {
    asn1::Context context(attribute.value_der);
    asn1::Reader reader(attribute.value_der, context);
    if (!reader.next() || !reader.at_end()) {
      return about(rules::kNameValueMalformed, attribute, {{"string_type", "DER element"}});
    }
    return attribute.value_der;
  }
  const asn1::Oid type = attribute.type.view();
  if (type == asn1::oids::kCountry && !is_country_code(attribute.text)) {
    return about(rules::kNameCountry, attribute, {{"value", attribute.text}});
  }
  PKI_CHECK(check_size(attribute));
  const asn1::Tag tag = attribute.string_type.value_or(attribute_string_type(type));
  auto der = encode_text(attribute.text, tag);
  if (!der) {
    return about(rules::kNameCharacter, attribute, {{"string_type", asn1::tag_name(tag)}, {"value", attribute.text}});
  }
  return *std::move(der);
}

Status write_rdn(asn1::Writer& writer, const RdnInput& rdn) {
  if (rdn.empty()) return Finding{&rules::kNameEmptyRdn, {}, {}};
  std::vector<ByteVector> values;
  for (const AttributeInput& attribute : rdn) {
    PKI_ASSERT(!attribute.type.view().empty());
    PKI_TRY(ByteVector value, encode_value(attribute));
    values.push_back(std::move(value));
  }
  writer.set_of([&](asn1::Writer& set) {
    for (std::size_t i = 0; i < rdn.size(); ++i) {
      set.sequence([&](asn1::Writer& pair) {
        pair.oid(rdn[i].type.view());
        pair.raw(values[i]);
      });
    }
  });
  return {};
}

}  // namespace

Result<ByteVector> encode_name(const NameInput& input) {
  asn1::Writer rdns;
  for (const RdnInput& rdn : input) PKI_CHECK(write_rdn(rdns, rdn));
  return asn1::encode_element(asn1::tags::kSequence, rdns.view());
}

}  // namespace pki::x509
