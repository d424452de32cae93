#include "api/crl_fields.h"

#include "api/describe_extensions.h"
#include "api/describe_name.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/encoding.h"

namespace pki::api {
namespace {

namespace oids = asn1::oids;
using x509::Crl;
using x509::CrlEntryExtensions;
using x509::CrlExtensions;
using x509::Extension;

std::string tbs_path(std::string_view name) { return "tbsCertList." + std::string(name); }

Field time_field(std::string_view label, const std::optional<x509::TimeField>& time, const Place& place) {
  if (!time.has_value()) return Field(label, "cannot be read");
  Field field(label, to_iso8601(time->time));
  return field.range(place, time->element.whole).badge(asn1::tag_name(time->element.tag));
}

/// Shows what is in a slot, if it was this extension that filled it.
template <auto kSlot, typename Owner>
std::optional<Shown> show_slot(const Owner& owner, const Extension& extension, const Place& place) {
  const auto& slot = owner.*kSlot;
  if (slot.extension != &extension || slot.malformed()) return std::nullopt;
  return show(*slot, place);
}

template <typename Owner>
struct Row {
  asn1::Oid id;
  std::optional<Shown> (*show)(const Owner&, const Extension&, const Place&);
};

using Known = CrlExtensions;
constexpr Row<Known> kRows[] = {
    {oids::kAuthorityKeyIdentifier, show_slot<&Known::authority_key_identifier>},
    {oids::kIssuerAltName, show_slot<&Known::issuer_alt_name>},
    {oids::kCrlNumber, show_slot<&Known::crl_number>},
    {oids::kDeltaCrlIndicator, show_slot<&Known::delta_crl_indicator>},
    {oids::kIssuingDistributionPoint, show_slot<&Known::issuing_distribution_point>},
    {oids::kFreshestCrl, show_slot<&Known::freshest_crl>},
    {oids::kAuthorityInfoAccess, show_slot<&Known::authority_info_access>},
};
using KnownOfEntry = CrlEntryExtensions;
constexpr Row<KnownOfEntry> kEntryRows[] = {
    {oids::kReasonCode, show_slot<&KnownOfEntry::reason_code>},
    {oids::kInvalidityDate, show_slot<&KnownOfEntry::invalidity_date>},
    {oids::kCertificateIssuer, show_slot<&KnownOfEntry::certificate_issuer>},
    {oids::kHoldInstructionCode, show_slot<&KnownOfEntry::hold_instruction>},
};

template <typename Owner, std::size_t Size>
FieldList fields_of(const Owner& owner, const Row<Owner> (&rows)[Size], const Place& place) {
  FieldList fields;
  for (const Extension& extension : owner.all) {
    std::optional<Shown> shown;
    for (const Row<Owner>& row : rows) {
      if (row.id == extension.id) shown = row.show(owner, extension, place);
    }
    const std::string_view unread = Owner::is_known(extension.id) ? "not read" : "unknown";
    fields.push_back(extension_field(extension, std::move(shown), unread, place));
  }
  return fields;
}

Field entry_field(const x509::CrlEntry& entry, const Place& place) {
  std::string text = serial_text(entry.serial);
  if (entry.revocation_date) text += ", " + to_iso8601(entry.revocation_date->time);
  if (const auto& reason = entry.extensions.reason_code) text += ", " + std::string(x509::crl_reason_name(*reason));
  Field field("Revoked certificate", text);
  field.range(place, entry.whole).path(tbs_path("revokedCertificates[" + std::to_string(entry.index) + "]"));
  field.add(Field("Serial number", serial_text(entry.serial)).range(place, entry.serial.octets));
  field.add(time_field("Revocation date", entry.revocation_date, place));
  return field.add(fields_of(entry.extensions, kEntryRows, place));
}

Field entries_field(const Crl& crl, std::size_t most, const Place& place) {
  Field field("Revoked certificates", std::to_string(crl.entry_count()));
  field.range(place, crl.entries()).path(tbs_path("revokedCertificates"));
  x509::CrlEntryReader entries(crl.entries());
  std::size_t shown = 0;
  while (shown < most) {
    const auto entry = entries.next();
    if (!entry) break;
    field.add(entry_field(*entry, place));
    ++shown;
  }
  if (crl.entry_count() > shown) field.add(Field("Not shown", count_text(crl.entry_count() - shown, "more entry")));
  return field;
}

Field extensions_field(const Crl& crl, const Place& place) {
  Field field("Extensions", count_text(crl.extensions().all.size(), "extension"));
  FieldList fields = fields_of(crl.extensions(), kRows, place);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    fields[i].path(tbs_path("crlExtensions[" + std::to_string(i) + "]"));
  }
  return field.path(tbs_path("crlExtensions")).add(std::move(fields));
}

Field algorithm_field(std::string_view label, const Crl& crl, const crypto::AlgorithmIdentifier& algorithm) {
  Field field(label, crypto::signature_algorithm_name(crl.signature_algorithm(), algorithm));
  return field.range(Place(crl.der()), algorithm.whole).oid(algorithm.oid);
}

}  // namespace

FieldList crl_fields(const Crl& crl, std::size_t entries) {
  const Place place(crl.der());
  FieldList fields;
  fields.push_back(Field("Version", std::to_string(crl.version())).path(tbs_path("version")));
  fields.push_back(algorithm_field("Signature algorithm", crl, crl.inner_algorithm()).path(tbs_path("signature")));
  Field issuer("Issuer", crl.issuer().empty() ? "(empty)" : x509::to_rfc4514(crl.issuer()));
  fields.push_back(
      issuer.range(place, crl.issuer().der()).path(tbs_path("issuer")).add(name_fields(crl.issuer(), place)));
  fields.push_back(time_field("This update", crl.this_update(), place).path(tbs_path("thisUpdate")));
  Field next = crl.next_update() ? time_field("Next update", crl.next_update(), place) : Field("Next update", "none");
  fields.push_back(next.path(tbs_path("nextUpdate")));
  fields.push_back(entries_field(crl, entries, place));
  if (!crl.extensions().all.empty()) fields.push_back(extensions_field(crl, place));
  fields.push_back(algorithm_field("Signature algorithm, outside the signed part", crl, crl.outer_algorithm())
                       .path("signatureAlgorithm"));
  Field signature("Signature", octets_text(crl.signature().octets));
  fields.push_back(signature.range(place, crl.signature().octets).path("signatureValue"));
  return fields;
}

}  // namespace pki::api
