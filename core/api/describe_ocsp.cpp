#include "api/describe_ocsp.h"

#include <algorithm>

#include "api/describe_extensions.h"
#include "api/describe_finding.h"
#include "api/describe_name.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"
#include "base/encoding.h"
#include "x509/extensions/crl_entry.h"

namespace pki::api {
namespace {

using json::Json;
using x509::OcspResponse;
using x509::OcspSingleResponse;

Json time_json(const std::optional<x509::TimeField>& field) {
  return field.has_value() ? Json(to_iso8601(field->time)) : Json(nullptr);
}

std::optional<Time> until_of(const OcspSingleResponse& single) {
  return single.next_update ? std::optional(single.next_update->time) : std::optional(kNoExpiry);
}

std::string responder_text(const OcspResponse& response) {
  if (response.responder_name()) return title(*response.responder_name(), nullptr, "no name");
  return "key " + to_hex(response.responder_key_hash());
}

std::string status_text(const OcspSingleResponse& single) {
  std::string text(x509::ocsp_cert_status_name(single.status));
  if (single.revocation_time) text += " at " + to_iso8601(single.revocation_time->time);
  if (single.reason) text += " (" + std::string(x509::crl_reason_name(*single.reason)) + ")";
  return text;
}

std::string hash_text(const x509::OcspCertId& id) {
  return id.hash_algorithm ? std::string(crypto::hash_name(*id.hash_algorithm))
                           : asn1::oid_name_and_dotted(id.hash.oid);
}

std::string sentence(const OcspResponse& response) {
  if (!response.is_basic()) {
    return "OCSP response without an answer: " + std::string(x509::ocsp_response_status_name(response.status())) + ".";
  }
  std::string text = "OCSP response of \u00AB" + responder_text(response) + "\u00BB";
  if (response.produced_at()) text += ", made at " + to_iso8601(response.produced_at()->time);
  if (response.singles().size() != 1) return text + ", with " + count_text(response.singles().size(), "answer") + ".";
  const OcspSingleResponse& single = response.singles().front();
  return text + ": the certificate with the serial number " + serial_text(single.id.serial) + " is " +
         status_text(single) + ".";
}

Json answer_json(const OcspResponse& response, const OcspSingleResponse& single, std::optional<Time> now) {
  Json out;
  out["serial"] = serial_text(single.id.serial);
  out["hash"] = hash_text(single.id);
  out["issuer_name_hash"] = to_hex(single.id.issuer_name_hash);
  out["issuer_key_hash"] = to_hex(single.id.issuer_key_hash);
  out["status"] = x509::ocsp_cert_status_name(single.status);
  out["revoked_at"] = time_json(single.revocation_time);
  out["reason"] = single.reason ? Json(x509::crl_reason_name(*single.reason)) : Json(nullptr);
  out["this_update"] = to_iso8601(single.this_update.time);
  out["next_update"] = time_json(single.next_update);
  out["validity"]["state"] = validity_state(single.this_update.time, until_of(single), now);
  out["validity"]["text"] = validity_text(single.this_update.time, until_of(single), now);
  out["archive_cutoff"] = single.archive_cutoff ? Json(to_iso8601(*single.archive_cutoff)) : Json(nullptr);
  out["range"] = range_json(response.range(single.whole));
  return out;
}

Field time_field(std::string_view label, const x509::TimeField& time, const Place& place) {
  return Field(label, to_iso8601(time.time)).range(place, time.element.whole);
}

FieldList extension_list(const std::vector<x509::Extension>& extensions, const Place& place) {
  FieldList fields;
  for (const x509::Extension& extension : extensions) {
    fields.push_back(extension_field(extension, std::nullopt, "not read", place));
  }
  return fields;
}

Field answer_field(const OcspSingleResponse& single, std::size_t index, const Place& place) {
  Field field("Answer", serial_text(single.id.serial) + ": " + status_text(single));
  field.range(place, single.whole).path("tbsResponseData.responses[" + std::to_string(index) + "]");
  Field id("Certificate", serial_text(single.id.serial));
  id.range(place, single.id.whole);
  id.add(Field("Hash", hash_text(single.id)).range(place, single.id.hash.whole));
  id.add(Field("Issuer name hash", to_hex(single.id.issuer_name_hash)).range(place, single.id.issuer_name_hash));
  id.add(Field("Issuer key hash", to_hex(single.id.issuer_key_hash)).range(place, single.id.issuer_key_hash));
  id.add(Field("Serial number", serial_text(single.id.serial)).range(place, single.id.serial.octets));
  field.add(std::move(id));
  field.add(time_field("This update", single.this_update, place));
  if (single.next_update) field.add(time_field("Next update", *single.next_update, place));
  return field.add(extension_list(single.extensions, place));
}

FieldList fields_of(const OcspResponse& response) {
  const Place place(response.der());
  FieldList fields;
  const std::string status = std::string(x509::ocsp_response_status_name(response.status())) + " (" +
                             std::to_string(response.status_number()) + ")";
  fields.push_back(Field("Status", status).path("responseStatus"));
  if (!response.is_basic()) return fields;
  fields.push_back(Field("Version", std::to_string(response.version())).path("tbsResponseData.version"));
  Field responder("Responder",
                  response.responder_name() ? x509::to_rfc4514(*response.responder_name()) : responder_text(response));
  responder.range(place, response.responder()).path("tbsResponseData.responderID");
  if (response.responder_name()) responder.add(name_fields(*response.responder_name(), place));
  fields.push_back(std::move(responder));
  if (response.produced_at()) {
    fields.push_back(time_field("Produced at", *response.produced_at(), place).path("tbsResponseData.producedAt"));
  }
  const std::size_t shown = std::min(response.singles().size(), kMostOcspAnswers);
  for (std::size_t i = 0; i < shown; ++i) fields.push_back(answer_field(response.singles()[i], i, place));
  if (!response.extensions().empty()) {
    Field extensions("Extensions", count_text(response.extensions().size(), "extension"));
    extensions.path("tbsResponseData.responseExtensions").add(extension_list(response.extensions(), place));
    fields.push_back(std::move(extensions));
  }
  Field algorithm("Signature algorithm",
                  crypto::signature_algorithm_name(response.signature_algorithm(), response.algorithm()));
  fields.push_back(algorithm.range(place, response.algorithm().whole).path("signatureAlgorithm"));
  Field signature("Signature", octets_text(response.signature().octets));
  fields.push_back(signature.range(place, response.signature().octets).path("signature"));
  for (const x509::CertificatePtr& certificate : response.certificates()) {
    fields.push_back(Field("Certificate", title(certificate->subject(), nullptr, "no name")));
  }
  return fields;
}

}  // namespace

std::string ocsp_response_title(const OcspResponse& response) {
  if (!response.is_basic()) {
    return "OCSP response: " + std::string(x509::ocsp_response_status_name(response.status()));
  }
  return "OCSP response of " + responder_text(response);
}

Json describe(const OcspResponse& response, std::optional<Time> now) {
  Json answers = Json::array();
  const std::size_t shown = std::min(response.singles().size(), kMostOcspAnswers);
  for (std::size_t i = 0; i < shown; ++i) answers.push_back(answer_json(response, response.singles()[i], now));
  Json extensions = Json::array();
  for (const x509::Extension& extension : response.extensions()) {
    extensions.push_back(asn1::oid_name_and_dotted(extension.id));
  }
  Json certificates = Json::array();
  for (const x509::CertificatePtr& certificate : response.certificates()) {
    certificates.push_back(to_base64(certificate->der()));
  }
  Json out;
  out["kind"] = "ocsp-response";
  out["title"] = ocsp_response_title(response);
  out["sentence"] = sentence(response);
  out["status"] = x509::ocsp_response_status_name(response.status());
  out["responder"] = response.is_basic() ? Json(responder_text(response)) : Json(nullptr);
  out["produced_at"] = time_json(response.produced_at());
  out["answers"] = std::move(answers);
  out["answers_left_out"] = response.singles().size() - shown;
  out["extensions"] = std::move(extensions);
  out["certificates"] = std::move(certificates);
  out["sha256"] = to_hex(response.fingerprint());
  out["der"] = to_base64(response.der());
  out["file_stem"] = file_stem(out["title"].get<std::string>(), out["sha256"].get<std::string>());
  out["fields"] = to_json(fields_of(response), response.findings());
  out["findings"] = describe(response.findings());
  return out;
}

}  // namespace pki::api
