// Comparing names (RFC 5280 7.1). Every comparison compares keys, so that a key and a comparison cannot disagree.

#include <algorithm>
#include <array>

#include "x509/name.h"
#include "x509/rdn_key.h"
#include "x509/string_prep.h"

namespace pki::x509 {
namespace {

// Each of these can hold the same text: which one was chosen does not matter (RFC 4518 2.1).
constexpr std::array kComparedTypes = {
    asn1::tags::kUtf8String, asn1::tags::kPrintableString, asn1::tags::kIa5String,
    asn1::tags::kBmpString,  asn1::tags::kTeletexString,   asn1::tags::kUniversalString,
};

bool is_compared_as_text(const asn1::Tag& tag) {
  return std::find(kComparedTypes.begin(), kComparedTypes.end(), tag) != kComparedTypes.end();
}

/// Four octets of length and then the octets: no two lists of parts have the same key.
void append_part(std::string& key, std::string_view part) {
  const auto length = static_cast<std::uint32_t>(part.size());
  for (const int shift : {24, 16, 8, 0}) key += static_cast<char>(length >> shift & 0xFFU);
  key += part;
}

std::string attribute_key(const Attribute& attribute) {
  std::string key;
  append_part(key, as_text(attribute.type.content()));
  const auto text = is_compared_as_text(attribute.value.tag) ? attribute.text() : std::optional<std::string>();
  if (text) {
    key += 't';
    append_part(key, prepare_string(*text));
  } else {
    key += 'o';
    append_part(key, as_text(attribute.value.whole));
  }
  return key;
}

}  // namespace

// The attributes' keys in order: an RDN is a set.
std::string comparison_key(const Rdn& rdn) {
  std::vector<std::string> parts;
  parts.reserve(rdn.attributes.size());
  for (const Attribute& attribute : rdn.attributes) parts.push_back(attribute_key(attribute));
  std::sort(parts.begin(), parts.end());
  std::string key;
  for (const std::string& part : parts) append_part(key, part);
  return key;
}

bool rdns_match(const Rdn& a, const Rdn& b) {
  if (equal(a.whole, b.whole)) return true;
  return a.attributes.size() == b.attributes.size() && comparison_key(a) == comparison_key(b);
}

bool names_match(const Name& a, const Name& b) { return a.rdns().size() == b.rdns().size() && is_within(a, b); }

bool is_within(const Name& name, const Name& base) {
  return name.rdns().size() >= base.rdns().size() &&
         std::equal(base.rdns().begin(), base.rdns().end(), name.rdns().begin(), rdns_match);
}

std::string comparison_key(const Name& name) {
  std::string key;
  for (const Rdn& rdn : name.rdns()) append_part(key, comparison_key(rdn));
  return key;
}

}  // namespace pki::x509
