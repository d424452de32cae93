#include "x509/extensions/crl.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "asn1/writer.h"
#include "base/encoding.h"
#include "x509/extension_slots.h"
#include "x509/extensions/crl_entry.h"
#include "x509/reading.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;
using asn1::tags::context;

// RFC 5280 5.2.3: "CRL verifiers MUST be able to handle CRLNumber values up to 20 octets."
constexpr std::size_t kMaxNumberOctets = 20;

constexpr asn1::Tag kName = asn1::tags::context_constructed(0);
constexpr std::uint32_t kOnlyUserCerts = 1;
constexpr std::uint32_t kOnlyCaCerts = 2;
constexpr std::uint32_t kOnlySomeReasons = 3;
constexpr std::uint32_t kIndirectCrl = 4;
constexpr std::uint32_t kOnlyAttributeCerts = 5;

// [n] IMPLICIT BOOLEAN DEFAULT FALSE
Result<bool> take_flag(asn1::Reader& reader, std::uint32_t number) {
  PKI_TRY(const auto element, reader.optional(context(number)));
  if (!element) return false;
  return asn1::read_boolean(*element, reader.context());
}

void write_flag(asn1::Writer& writer, std::uint32_t number) {
  constexpr std::uint8_t kTrue[] = {0xFF};
  writer.element(context(number), kTrue);
}

struct Row {
  asn1::Oid id;
  Criticality criticality;
  void (*read)(CrlExtensions&, const Extension&, asn1::Context&);
};

using Known = CrlExtensions;

constexpr Row kRows[] = {
    {oids::kAuthorityKeyIdentifier, Criticality::NotCritical,
     read_into<&Known::authority_key_identifier, read_authority_key_identifier>},
    {oids::kIssuerAltName, Criticality::NotCritical, read_into<&Known::issuer_alt_name, read_alternative_names>},
    {oids::kCrlNumber, Criticality::NotCritical, read_into<&Known::crl_number, read_crl_number>},
    {oids::kDeltaCrlIndicator, Criticality::Critical, read_into<&Known::delta_crl_indicator, read_crl_number>},
    {oids::kIssuingDistributionPoint, Criticality::Critical,
     read_into<&Known::issuing_distribution_point, read_issuing_distribution_point>},
    {oids::kFreshestCrl, Criticality::NotCritical, read_into<&Known::freshest_crl, read_distribution_points>},
    {oids::kAuthorityInfoAccess, Criticality::NotCritical, read_into<&Known::authority_info_access, read_access_info>},
};

const Row* find_row(asn1::Oid id) {
  const Row* found = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& row) { return row.id == id; });
  return found == std::end(kRows) ? nullptr : found;
}

}  // namespace

Result<CrlNumber> read_crl_number(Bytes value, asn1::Context& context) {
  PKI_TRY(const asn1::Element element, asn1::read_single(value, asn1::tags::kInteger, "CRLNumber", context));
  PKI_TRY(const asn1::Integer integer, asn1::read_integer(element, context));
  if (integer.negative()) {
    context.note(rules::kCrlNumberRange, element.whole, {{"form", "negative"}});
  } else if (integer.magnitude().size() > kMaxNumberOctets) {
    context.note(rules::kCrlNumberRange, element.whole,
                 {{"form", std::to_string(integer.magnitude().size()) + " octets long"}});
  }
  return CrlNumber{integer};
}

ByteVector encode_crl_number(std::uint64_t number) {
  asn1::Writer writer;
  writer.integer(number);
  return writer.take();
}

int compare(const CrlNumber& a, const CrlNumber& b) {
  const bool a_negative = a.value.negative();
  if (a_negative != b.value.negative()) return a_negative ? -1 : 1;
  const Bytes left = significant_octets(a.value.octets);
  const Bytes right = significant_octets(b.value.octets);
  if (left.size() != right.size()) return (left.size() < right.size()) != a_negative ? -1 : 1;
  return pki::compare(left, right);
}

std::string to_text(const CrlNumber& number) {
  const Bytes magnitude = number.value.magnitude();
  if (number.value.negative() || magnitude.size() > sizeof(std::uint64_t)) return "0x" + to_hex(number.value.octets);
  std::uint64_t value = 0;
  for (const std::uint8_t octet : magnitude) value = value << 8 | octet;
  return std::to_string(value);
}

Result<IssuingDistributionPoint> read_issuing_distribution_point(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "IssuingDistributionPoint", context));
  if (reader.at_end()) context.note(rules::kIssuingDistributionPointEmpty, value);
  IssuingDistributionPoint point;
  PKI_TRY(const auto name, reader.optional(kName));
  if (name) {
    PKI_TRY(point.name, read_distribution_point_name(asn1::Reader(name->value, context)));
  }
  PKI_TRY(point.only_contains_user_certs, take_flag(reader, kOnlyUserCerts));
  PKI_TRY(point.only_contains_ca_certs, take_flag(reader, kOnlyCaCerts));
  PKI_TRY(const auto reasons, reader.optional(asn1::tags::context(kOnlySomeReasons)));
  if (reasons) {
    PKI_TRY(point.only_some_reasons, asn1::read_named_bits(*reasons, context));
  }
  PKI_TRY(point.indirect_crl, take_flag(reader, kIndirectCrl));
  PKI_TRY(point.only_contains_attribute_certs, take_flag(reader, kOnlyAttributeCerts));
  PKI_CHECK(reader.finish("IssuingDistributionPoint"));
  const int limits = int{point.only_contains_user_certs} + int{point.only_contains_ca_certs} +
                     int{point.only_contains_attribute_certs};
  if (limits > 1) context.note(rules::kIssuingDistributionPointConflict, value);
  return point;
}

Result<ByteVector> encode_issuing_distribution_point(const IssuingDistributionPointInput& point) {
  asn1::Writer contents;
  if (!point.name.empty()) {
    asn1::Writer name;
    PKI_CHECK(write_distribution_point_name(name, point.name));
    contents.element(kName, name.view());
  }
  if (point.contents == CrlContents::UserCerts) write_flag(contents, kOnlyUserCerts);
  if (point.contents == CrlContents::CaCerts) write_flag(contents, kOnlyCaCerts);
  if (point.reasons != 0) contents.named_bits(point.reasons, context(kOnlySomeReasons));
  if (point.kind == CrlKind::Indirect) write_flag(contents, kIndirectCrl);
  if (point.contents == CrlContents::AttributeCerts) write_flag(contents, kOnlyAttributeCerts);
  if (contents.view().empty()) return Finding{&rules::kIssuingDistributionPointEmpty, {}, {}};
  return asn1::encode_element(asn1::tags::kSequence, contents.view());
}

bool CrlExtensions::is_known(asn1::Oid id) { return find_row(id) != nullptr; }

CrlExtensions parse_crl_extensions(std::vector<Extension> extensions, asn1::Context& context) {
  CrlExtensions known;
  known.all = std::move(extensions);
  for (const Extension& extension : known.all) {
    const Row* row = find_row(extension.id);
    if (row == nullptr) continue;
    note_criticality(extension, row->criticality, context);
    row->read(known, extension, context);
  }
  return known;
}

}  // namespace pki::x509
