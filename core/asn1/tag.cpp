#include "asn1/tag.h"

#include <array>
#include <string_view>

namespace pki::asn1 {
namespace {

/// By number (X.680 8.6, table 1); empty where none is assigned.
constexpr std::array<std::string_view, 31> kUniversalNames = {"end-of-contents",
                                                              "BOOLEAN",
                                                              "INTEGER",
                                                              "BIT STRING",
                                                              "OCTET STRING",
                                                              "NULL",
                                                              "OBJECT IDENTIFIER",
                                                              "ObjectDescriptor",
                                                              "EXTERNAL",
                                                              "REAL",
                                                              "ENUMERATED",
                                                              "EMBEDDED PDV",
                                                              "UTF8String",
                                                              "RELATIVE-OID",
                                                              "TIME",
                                                              "",
                                                              "SEQUENCE",
                                                              "SET",
                                                              "NumericString",
                                                              "PrintableString",
                                                              "TeletexString",
                                                              "VideotexString",
                                                              "IA5String",
                                                              "UTCTime",
                                                              "GeneralizedTime",
                                                              "GraphicString",
                                                              "VisibleString",
                                                              "GeneralString",
                                                              "UniversalString",
                                                              "CHARACTER STRING",
                                                              "BMPString"};

bool is_always_constructed(std::uint32_t number) {
  return number == tags::kSequence.number || number == tags::kSet.number || number == 8 || number == 11 || number == 29;
}

std::string universal_name(const Tag& tag) {
  if (tag.number >= kUniversalNames.size() || kUniversalNames[tag.number].empty()) {
    return "[UNIVERSAL " + std::to_string(tag.number) + "]";
  }
  std::string name(kUniversalNames[tag.number]);
  if (tag.constructed && !is_always_constructed(tag.number)) name += " (constructed)";
  if (!tag.constructed && is_always_constructed(tag.number)) name += " (primitive)";
  return name;
}

}  // namespace

std::string tag_name(const Tag& tag) {
  const std::string number = std::to_string(tag.number);
  switch (tag.tag_class) {
    case TagClass::Universal:
      return universal_name(tag);
    case TagClass::Application:
      return "[APPLICATION " + number + "]";
    case TagClass::Context:
      return "[" + number + "]";
    case TagClass::Private:
      return "[PRIVATE " + number + "]";
  }
  return number;
}

}  // namespace pki::asn1
