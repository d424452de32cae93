#include "x509/extensions/crl_entry.h"

#include <algorithm>
#include <iterator>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "asn1/values.h"
#include "asn1/writer.h"
#include "base/encoding.h"
#include "base/text.h"
#include "x509/extension_slots.h"
#include "x509/reading.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;

struct ReasonName {
  CrlReason reason;
  std::string_view name;
};

constexpr ReasonName kReasonNames[] = {
    {CrlReason::Unspecified, "unspecified"},
    {CrlReason::KeyCompromise, "keyCompromise"},
    {CrlReason::CaCompromise, "cACompromise"},
    {CrlReason::AffiliationChanged, "affiliationChanged"},
    {CrlReason::Superseded, "superseded"},
    {CrlReason::CessationOfOperation, "cessationOfOperation"},
    {CrlReason::CertificateHold, "certificateHold"},
    {CrlReason::RemoveFromCrl, "removeFromCRL"},
    {CrlReason::PrivilegeWithdrawn, "privilegeWithdrawn"},
    {CrlReason::AaCompromise, "aACompromise"},
};

struct Row {
  asn1::Oid id;
  Criticality criticality;
  void (*read)(CrlEntryExtensions&, const Extension&, asn1::Context&);
  /// Reads the value and drops it.
  Status (*check)(Bytes, asn1::Context&);
};

template <auto kRead>
Status check_value(Bytes value, asn1::Context& context) {
  PKI_CHECK(kRead(value, context));
  return {};
}

using Known = CrlEntryExtensions;

constexpr Row kRows[] = {
    {oids::kReasonCode, Criticality::NotCritical, read_into<&Known::reason_code, read_reason_code>,
     check_value<read_reason_code>},
    {oids::kInvalidityDate, Criticality::NotCritical, read_into<&Known::invalidity_date, read_invalidity_date>,
     check_value<read_invalidity_date>},
    {oids::kCertificateIssuer, Criticality::Critical, read_into<&Known::certificate_issuer, read_certificate_issuer>,
     check_value<read_certificate_issuer>},
    {oids::kHoldInstructionCode, Criticality::NotCritical, read_into<&Known::hold_instruction, read_hold_instruction>,
     check_value<read_hold_instruction>},
};

const Row* find_row(asn1::Oid id) {
  const Row* found = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& row) { return row.id == id; });
  return found == std::end(kRows) ? nullptr : found;
}

}  // namespace

std::string_view crl_reason_name(CrlReason reason) {
  const auto* found = std::find_if(std::begin(kReasonNames), std::end(kReasonNames),
                                   [&](const ReasonName& row) { return row.reason == reason; });
  PKI_ASSERT(found != std::end(kReasonNames));
  return found->name;
}

std::optional<CrlReason> crl_reason_from_name(std::string_view name) {
  for (const ReasonName& row : kReasonNames) {
    if (equal_ignoring_ascii_case(row.name, name)) return row.reason;
  }
  return std::nullopt;
}

Result<CrlReason> read_reason_code(Bytes value, asn1::Context& context) {
  PKI_TRY(const asn1::Element element, asn1::read_single(value, asn1::tags::kEnumerated, "CRLReason", context));
  PKI_TRY(const asn1::Integer integer, asn1::read_integer(element, context));
  const Bytes octets = significant_octets(integer.octets);
  for (const ReasonName& row : kReasonNames) {
    if (octets.size() == 1 && octets[0] == static_cast<std::uint8_t>(row.reason)) return row.reason;
  }
  constexpr std::size_t kShown = 8;
  return context.finding(rules::kReasonCodeUnknown, element.whole,
                         {{"value", "0x" + to_hex(octets.first(std::min(octets.size(), kShown)))}});
}

ByteVector encode_reason_code(CrlReason reason) {
  const std::uint8_t octet[] = {static_cast<std::uint8_t>(reason)};
  return asn1::encode_element(asn1::tags::kEnumerated, octet);
}

Result<InvalidityDate> read_invalidity_date(Bytes value, asn1::Context& context) {
  PKI_TRY(const asn1::Element element,
          asn1::read_single(value, asn1::tags::kGeneralizedTime, "InvalidityDate", context));
  PKI_TRY(const Time time, asn1::read_time(element, context));
  return InvalidityDate{time};
}

ByteVector encode_invalidity_date(Time time) {
  asn1::Writer writer;
  writer.generalized_time(time);
  return writer.take();
}

Result<CertificateIssuer> read_certificate_issuer(Bytes value, asn1::Context& context) {
  PKI_TRY(const asn1::Element names, asn1::read_single(value, asn1::tags::kSequence, "CertificateIssuer", context));
  CertificateIssuer issuer;
  PKI_TRY(issuer.names, read_general_names(names.value, context));
  return issuer;
}

Result<HoldInstruction> read_hold_instruction(Bytes value, asn1::Context& context) {
  PKI_TRY(const asn1::Element element, asn1::read_single(value, asn1::tags::kOid, "HoldInstructionCode", context));
  PKI_TRY(const asn1::Oid code, asn1::read_oid(element, context));
  return HoldInstruction{code};
}

ByteVector encode_hold_instruction(asn1::Oid code) {
  asn1::Writer writer;
  writer.oid(code);
  return writer.take();
}

bool CrlEntryExtensions::is_known(asn1::Oid id) { return find_row(id) != nullptr; }

CrlEntryExtensions parse_crl_entry_extensions(std::vector<Extension> extensions, asn1::Context& context) {
  CrlEntryExtensions known;
  known.all = std::move(extensions);
  for (const Extension& extension : known.all) {
    const Row* row = find_row(extension.id);
    if (row == nullptr) continue;
    note_criticality(extension, row->criticality, context);
    row->read(known, extension, context);
  }
  return known;
}

void check_crl_entry_extension(const Extension& extension, asn1::Context& context) {
  const Row* row = find_row(extension.id);
  if (row == nullptr) return;
  note_criticality(extension, row->criticality, context);
  const Status status = row->check(extension.value, context);
  if (!status) note_malformed(extension, status.error(), context);
}

void note_criticality(const Extension& extension, Criticality expected, asn1::Context& context) {
  if (extension.critical == (expected == Criticality::Critical)) return;
  constexpr std::string_view kWords[] = {"not critical", "critical"};
  context.note(rules::kCrlCriticality, extension.whole,
               {{"extension", asn1::oid_name(extension.id)},
                {"found", std::string(kWords[extension.critical ? 1 : 0])},
                {"expected", std::string(kWords[extension.critical ? 0 : 1])}});
}

Bytes significant_octets(Bytes twos_complement) {
  Bytes octets = twos_complement;
  while (octets.size() > 1 && ((octets[0] == 0x00 && octets[1] < 0x80) || (octets[0] == 0xFF && octets[1] >= 0x80))) {
    octets = octets.subspan(1);
  }
  return octets;
}

}  // namespace pki::x509
