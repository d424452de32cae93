#include "x509/attribute_types.h"

#include <algorithm>
#include <array>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/text.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;

struct UpperBound {
  asn1::Oid type;
  std::size_t characters;
};

// RFC 5280 Appendix A.1, ub-name and those after it.
constexpr std::array<UpperBound, 15> kUpperBounds = {{
    {oids::kName, 32768},
    {oids::kSurname, 32768},
    {oids::kGivenName, 32768},
    {oids::kInitials, 32768},
    {oids::kGenerationQualifier, 32768},
    {oids::kCommonName, 64},
    {oids::kLocality, 128},
    {oids::kState, 128},
    {oids::kOrganization, 64},
    {oids::kOrganizationalUnit, 64},
    {oids::kTitle, 64},
    {oids::kCountry, 2},
    {oids::kSerialNumber, 64},
    {oids::kPseudonym, 128},
    {oids::kEmailAddress, 255},
}};

struct StringType {
  asn1::Oid type;
  asn1::Tag tag;
};

constexpr std::array<StringType, 5> kStringTypes = {{
    {oids::kCountry, asn1::tags::kPrintableString},
    {oids::kSerialNumber, asn1::tags::kPrintableString},
    {oids::kDnQualifier, asn1::tags::kPrintableString},
    {oids::kDomainComponent, asn1::tags::kIa5String},
    {oids::kEmailAddress, asn1::tags::kIa5String},
}};

struct Alias {
  std::string_view keyword;
  asn1::Oid type;
};

// What older programs write; the registry has Windows' E, S, G ...
constexpr std::array<Alias, 2> kAliases = {{
    {"email", oids::kEmailAddress},
    {"SP", oids::kState},
}};

template <typename Table>
const typename Table::value_type* find_row(const Table& table, asn1::Oid type) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.type == type; });
  return found == table.end() ? nullptr : &*found;
}

bool is_named(const asn1::OidInfo& row, std::string_view name) {
  return equal_ignoring_ascii_case(row.short_name, name) || equal_ignoring_ascii_case(row.name, name) ||
         equal_ignoring_ascii_case(row.openssl_name, name) || equal_ignoring_ascii_case(row.microsoft_name, name);
}

std::optional<asn1::OwnedOid> find_keyword(std::string_view text) {
  for (const asn1::OidInfo& row : asn1::oid_registry()) {
    if (row.use == asn1::OidUse::AttributeType && is_named(row, text)) return asn1::OwnedOid(row.oid);
  }
  for (const Alias& alias : kAliases) {
    if (equal_ignoring_ascii_case(alias.keyword, text)) return asn1::OwnedOid(alias.type);
  }
  return std::nullopt;
}

}  // namespace

std::size_t count_characters(std::string_view utf8) {
  const auto begins_character = [](char c) { return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), begins_character));
}

std::optional<std::size_t> attribute_upper_bound(asn1::Oid type) {
  const UpperBound* row = find_row(kUpperBounds, type);
  return row == nullptr ? std::nullopt : std::optional(row->characters);
}

asn1::Tag attribute_string_type(asn1::Oid type) {
  const StringType* row = find_row(kStringTypes, type);
  return row == nullptr ? asn1::tags::kUtf8String : row->tag;
}

std::string_view attribute_keyword(asn1::Oid type) {
  const asn1::OidInfo* row = asn1::find_oid(type);
  if (row == nullptr || row->use != asn1::OidUse::AttributeType) return {};
  return row->short_name.empty() ? row->name : row->short_name;
}

std::optional<asn1::OwnedOid> parse_attribute_type(std::string_view text) {
  constexpr std::string_view kPrefix = "OID.";
  if (text.empty()) return std::nullopt;
  if (equal_ignoring_ascii_case(text.substr(0, kPrefix.size()), kPrefix)) {
    return asn1::OwnedOid::from_dotted(text.substr(kPrefix.size()));
  }
  if (text[0] >= '0' && text[0] <= '9') return asn1::OwnedOid::from_dotted(text);
  return find_keyword(text);
}

}  // namespace pki::x509
