#include "api/describe_crl.h"

#include "api/crl_fields.h"
#include "api/describe_finding.h"
#include "api/describe_name.h"
#include "api/texts.h"
#include "asn1/pem.h"
#include "base/encoding.h"

namespace pki::api {
namespace {

using json::Json;
using x509::Crl;

std::optional<Time> time_of(const std::optional<x509::TimeField>& field) {
  return field.has_value() ? std::optional(field->time) : std::nullopt;
}

Json time_json(const std::optional<x509::TimeField>& field) {
  return field.has_value() ? Json(to_iso8601(field->time)) : Json(nullptr);
}

Json number_json(const x509::Slot<x509::CrlNumber>& number) {
  return number ? Json(x509::to_text(*number)) : Json(nullptr);
}

std::string issuer_title(const Crl& crl) { return title(crl.issuer(), nullptr, "no name"); }

bool is_indirect(const Crl& crl) {
  const auto& point = crl.extensions().issuing_distribution_point;
  return point && point->indirect_crl;
}

std::string sentence(const Crl& crl) {
  const auto& base = crl.extensions().delta_crl_indicator;
  std::string text = base.present() ? "Delta CRL" : "CRL";
  if (is_indirect(crl)) text = base.present() ? "Indirect delta CRL" : "Indirect CRL";
  if (const auto& number = crl.extensions().crl_number) text += " " + x509::to_text(*number);
  text += " of \u00AB" + issuer_title(crl) + "\u00BB";
  if (base) text += ", which adds to the CRL " + x509::to_text(*base);
  text += ", with " + (crl.entry_count() == 1 ? "1 entry" : std::to_string(crl.entry_count()) + " entries");
  if (crl.this_update()) text += ", of " + to_iso8601(crl.this_update()->time);
  text += crl.next_update() ? ", to be replaced by " + to_iso8601(crl.next_update()->time)
                            : std::string(", without a time for the next one");
  return text + ".";
}

Json entry_json(const Crl& crl, const x509::CrlEntry& entry) {
  const auto& reason = entry.extensions.reason_code;
  const auto& invalid = entry.extensions.invalidity_date;
  Json issuers = Json::array();
  for (const x509::GeneralName& name : entry.certificate_issuer) issuers.push_back(x509::to_text(name));
  Json out;
  out["index"] = entry.index;
  out["serial"] = serial_text(entry.serial);
  out["revoked_at"] = time_json(entry.revocation_date);
  out["reason"] = reason ? Json(x509::crl_reason_name(*reason)) : Json(nullptr);
  out["invalid_since"] = invalid ? Json(to_iso8601(invalid->time)) : Json(nullptr);
  out["certificate_issuer"] = std::move(issuers);
  out["range"] = range_json(crl.range(entry.whole));
  return out;
}

Json entries_json(const Crl& crl) {
  Json list = Json::array();
  x509::CrlEntryReader entries(crl.entries());
  while (list.size() < kMostCrlEntries) {
    const auto entry = entries.next();
    if (!entry) break;
    list.push_back(entry_json(crl, *entry));
  }
  return list;
}

}  // namespace

std::string crl_title(const Crl& crl) {
  const auto& number = crl.extensions().crl_number;
  return issuer_title(crl) + (number ? " CRL " + x509::to_text(*number) : " CRL");
}

Json describe(const Crl& crl, std::optional<Time> now) {
  const Place place(crl.der());
  const auto from = time_of(crl.this_update());
  // A CRL that says nothing of the next one does not expire.
  const auto until = crl.next_update() ? time_of(crl.next_update()) : std::optional(kNoExpiry);
  Json entries = entries_json(crl);
  Json out;
  out["kind"] = "crl";
  out["title"] = crl_title(crl);
  out["sentence"] = sentence(crl);
  out["issuer"] = describe(crl.issuer(), place);
  out["number"] = number_json(crl.extensions().crl_number);
  out["base_number"] = number_json(crl.extensions().delta_crl_indicator);
  out["delta"] = crl.extensions().delta_crl_indicator.present();
  out["indirect"] = is_indirect(crl);
  out["this_update"] = time_json(crl.this_update());
  out["next_update"] = time_json(crl.next_update());
  out["validity"]["state"] = validity_state(from, until, now);
  out["validity"]["text"] = validity_text(from, until, now);
  out["signature_algorithm"] = crypto::signature_algorithm_name(crl.signature_algorithm(), crl.outer_algorithm());
  out["entry_count"] = crl.entry_count();
  out["entries_left_out"] = crl.entry_count() - entries.size();
  out["entries"] = std::move(entries);
  out["sha256"] = to_hex(crl.fingerprint());
  out["pem"] = asn1::write_pem("X509 CRL", crl.der());
  out["der"] = to_base64(crl.der());
  out["file_stem"] = file_stem(out["title"].get<std::string>(), out["sha256"].get<std::string>());
  out["fields"] = to_json(crl_fields(crl, kMostCrlEntries), crl.findings());
  out["findings"] = describe(crl.findings());
  return out;
}

}  // namespace pki::api
