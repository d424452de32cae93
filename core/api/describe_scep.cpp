#include "api/describe_scep.h"

#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "api/describe_name.h"
#include "api/describe_request.h"
#include "api/request_fields.h"
#include "api/scep_fields.h"
#include "base/encoding.h"
#include "base/text.h"
#include "json/reader.h"

namespace pki::api {
namespace {

using json::Json;

Json layer_json(scep::Layer layer, std::string_view title, Bytes der) {
  Json out;
  out["id"] = scep::layer_name(layer);
  out["title"] = title;
  out["der"] = to_base64(der);
  return out;
}

Json signed_layer(const scep::Message& message) {
  const cms::SignedData& data = *message.signed_data;
  Json out = layer_json(scep::Layer::Signed, "SignedData", data.der());
  Findings findings = data.findings();
  findings.insert(findings.end(), message.findings.begin(), message.findings.end());
  out["fields"] = to_json(signed_data_fields(data), findings);
  out["findings"] = describe(findings);
  return out;
}

Json envelope_layer(const cms::EnvelopedData& data) {
  Json out = layer_json(scep::Layer::Envelope, "EnvelopedData", data.der());
  out["fields"] = to_json(enveloped_data_fields(data), data.findings());
  out["findings"] = describe(data.findings());
  return out;
}

Json content_layer(std::string_view title, Bytes der, FieldList fields, const Findings& findings) {
  Json out = layer_json(scep::Layer::Content, title, der);
  out["fields"] = to_json(std::move(fields), findings);
  out["findings"] = describe(findings);
  return out;
}

FieldList poll_fields(const scep::IssuerAndSubject& poll, Bytes content) {
  const Place place(content);
  FieldList fields;
  for (const auto& [label, name] : {std::pair("Issuer", &poll.issuer), std::pair("Subject", &poll.subject)}) {
    Field field(label, name->empty() ? "(empty)" : x509::to_rfc4514(*name));
    fields.push_back(field.range(place, name->der()).add(name_fields(*name, place)));
  }
  return fields;
}

template <typename T>
Json text_or_null(const std::optional<T>& value) {
  if (!value.has_value()) return nullptr;
  return printable(*value);
}

Json hex_or_null(const std::optional<Bytes>& octets) {
  if (!octets.has_value()) return nullptr;
  return octets_text(*octets);
}

/// What the outer layers say, and the layers themselves.
Json describe_message(const scep::Message& message, std::optional<Time> now) {
  const scep::MessageAttributes& found = message.attributes;
  Json out;
  out["kind"] = "scep";
  out["message_type"] = found.type ? Json(scep::message_type_name(*found.type)) : text_or_null(found.type_text);
  out["transaction_id"] = text_or_null(found.transaction_id);
  out["sender_nonce"] = hex_or_null(found.sender_nonce);
  out["recipient_nonce"] = hex_or_null(found.recipient_nonce);
  out["status"] = found.status ? Json(scep::pki_status_name(*found.status)) : text_or_null(found.status_text);
  out["fail_info"] =
      found.fail_info ? Json(scep::fail_info_name(*found.fail_info)) : text_or_null(found.fail_info_text);
  out["explanation"] = text_or_null(found.explanation);
  out["signer"] = message.signer_certificate ? describe(*message.signer_certificate, now) : Json(nullptr);
  Json layers = Json::array({signed_layer(message)});
  if (message.envelope != nullptr) layers.push_back(envelope_layer(*message.envelope));
  out["layers"] = std::move(layers);
  return out;
}

std::string type_text(const scep::Message& message) {
  const auto& type = message.attributes.type;
  return type ? std::string(scep::message_type_name(*type)) : "SCEP message of an unknown type";
}

/// "PKCSReq for «device-1»: all checks passed.", "…: refused by the check «Signature»."
std::string verdict(std::string subject, const std::vector<scep::CheckRow>& checks) {
  const scep::CheckRow* failed = scep::first_failure(checks);
  if (failed != nullptr) return subject + ": the check \u00AB" + std::string(failed->check->title) + "\u00BB failed.";
  for (const scep::CheckRow& row : checks) {
    if (row.outcome == scep::Outcome::Warn) return subject + ": no check failed, and some have remarks.";
  }
  return subject + ": no check failed.";
}

}  // namespace

Json describe(const std::vector<scep::CheckRow>& rows) {
  Json list = Json::array();
  for (const scep::CheckRow& row : rows) {
    Json out;
    out["id"] = row.check->id;
    out["title"] = row.check->title;
    out["question"] = row.check->question;
    out["citation"] = row.check->citation;
    out["layer"] = scep::layer_name(row.check->layer);
    out["outcome"] = scep::outcome_name(row.outcome);
    out["note"] = json::excerpt(row.note, 400);
    out["findings"] = describe(row.findings);
    list.push_back(std::move(out));
  }
  return list;
}

Json describe(const scep::OpenedRequest& opened, std::optional<Time> now) {
  Json out = describe_message(opened.message, now);
  std::string subject = type_text(opened.message);
  if (opened.request != nullptr) {
    subject += " for \u00AB" + request_title(*opened.request) + "\u00BB";
    out["layers"].push_back(content_layer("PKCS #10 request", opened.request->der(), request_fields(*opened.request),
                                          opened.request->findings()));
  } else if (opened.poll) {
    out["layers"].push_back(
        content_layer("Issuer and subject", *opened.content, poll_fields(*opened.poll, *opened.content), {}));
  } else if (opened.content) {
    out["layers"].push_back(content_layer("Content", *opened.content, {}, {}));
  }
  out["title"] = subject;
  out["sentence"] = verdict(subject, opened.checks);
  out["direction"] = "request";
  out["csr"] = opened.request ? describe(*opened.request) : Json(nullptr);
  out["certificates"] = Json::array();
  out["issued"] = nullptr;
  out["checks"] = describe(opened.checks);
  out["acceptable"] = opened.acceptable();
  return out;
}

Json describe(const scep::OpenedReply& opened, std::optional<Time> now) {
  Json out = describe_message(opened.message, now);
  std::string subject = type_text(opened.message);
  if (const auto& status = opened.message.attributes.status)
    subject += " " + std::string(scep::pki_status_name(*status));
  Json certificates = Json::array();
  Json issued = nullptr;
  for (const x509::CertificatePtr& certificate : opened.certificates) {
    if (certificate == opened.issued) issued = certificates.size();
    certificates.push_back(describe(*certificate, now));
  }
  if (opened.issued != nullptr) subject += " for \u00AB" + certificate_title(*opened.issued) + "\u00BB";
  if (opened.bundle != nullptr) {
    out["layers"].push_back(content_layer("Certificates (certs-only SignedData)", opened.bundle->der(),
                                          signed_data_fields(*opened.bundle), opened.bundle->findings()));
  } else if (opened.content) {
    out["layers"].push_back(content_layer("Content", *opened.content, {}, {}));
  }
  out["title"] = subject;
  out["sentence"] = verdict(subject, opened.checks);
  out["direction"] = "reply";
  out["csr"] = nullptr;
  out["certificates"] = std::move(certificates);
  out["issued"] = std::move(issued);
  out["checks"] = describe(opened.checks);
  out["acceptable"] = scep::all_passed(opened.checks);
  return out;
}

Json describe(const scep::Capabilities& capabilities, std::string_view text) {
  Json rows = Json::array();
  for (const scep::CapabilityRow& row : scep::capability_rows()) {
    Json out;
    out["keyword"] = row.keyword;
    out["meaning"] = row.meaning;
    out["announced"] = capabilities.has(row.capability);
    rows.push_back(std::move(out));
  }
  Json out;
  out["text"] = json::excerpt(text, 4096);
  out["rows"] = std::move(rows);
  out["unknown"] = capabilities.unknown;
  out["findings"] = describe(capabilities.findings);
  return out;
}

Json describe(const scep::CaCertificates& answer, std::optional<Time> now) {
  Json certificates = Json::array();
  Json recipient = nullptr;
  for (const x509::CertificatePtr& certificate : answer.certificates) {
    if (certificate == answer.recipient) recipient = certificates.size();
    certificates.push_back(describe(*certificate, now));
  }
  Json out;
  out["form"] = answer.form == scep::CaAnswerForm::Certificate ? "certificate" : "certs-only";
  out["media_type"] = scep::ca_answer_media_type(answer.form);
  out["certificates"] = std::move(certificates);
  out["recipient"] = std::move(recipient);
  out["findings"] = describe(answer.findings);
  return out;
}

}  // namespace pki::api
