#include "api/describe_certificate.h"

#include "api/certificate_fields.h"
#include "api/describe_finding.h"
#include "api/describe_key.h"
#include "api/describe_name.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"
#include "asn1/pem.h"
#include "base/encoding.h"
#include "crypto/hash.h"

namespace pki::api {
namespace {

using json::Json;
using x509::Certificate;

std::optional<Time> time_of(const std::optional<x509::TimeField>& field) {
  if (!field.has_value()) return std::nullopt;
  return field->time;
}

Json time_json(const std::optional<Time>& time) {
  if (!time.has_value()) return nullptr;
  return to_iso8601(*time);
}

std::string date_text(std::optional<Time> time) {
  return time.has_value() ? to_iso8601(*time).substr(0, 10) : "an unreadable date";
}

bool is_ca(const Certificate& certificate) {
  const auto& constraints = certificate.extensions().basic_constraints;
  return constraints && constraints->ca;
}

Json path_length_json(const Certificate& certificate) {
  const auto& constraints = certificate.extensions().basic_constraints;
  if (!constraints || !constraints->path_length.has_value()) return nullptr;
  return *constraints->path_length;
}

Json alternative_names_json(const Certificate& certificate) {
  Json list = Json::array();
  if (const auto& names = certificate.extensions().subject_alt_name) {
    for (const x509::GeneralName& name : names->names) list.push_back(x509::to_text(name));
  }
  return list;
}

Json key_usage_json(const Certificate& certificate) {
  Json list = Json::array();
  if (const auto& usage = certificate.extensions().key_usage) {
    for (const x509::KeyUsageBit bit : usage->list()) list.push_back(x509::key_usage_name(bit));
  }
  return list;
}

Json purposes_json(const Certificate& certificate) {
  Json list = Json::array();
  if (const auto& usage = certificate.extensions().extended_key_usage) {
    for (const asn1::Oid purpose : usage->purposes) list.push_back(asn1::oid_name(purpose));
  }
  return list;
}

Json subject_key_id_json(const Certificate& certificate) {
  const auto& identifier = certificate.extensions().subject_key_identifier;
  if (!identifier) return nullptr;
  return to_hex(identifier->key_identifier);
}

Json authority_key_id_json(const Certificate& certificate) {
  const auto& identifier = certificate.extensions().authority_key_identifier;
  if (!identifier || !identifier->key_identifier.has_value()) return nullptr;
  return to_hex(*identifier->key_identifier);
}

std::string_view role_of(const Certificate& certificate, bool self_signed) {
  if (!is_ca(certificate)) return "leaf";
  if (self_signed) return "root CA";
  const auto& path_length = certificate.extensions().basic_constraints->path_length;
  return path_length.has_value() && *path_length == 0 ? "issuing CA" : "intermediate CA";
}

std::string validity_phrase(const Certificate& certificate, std::optional<Time> now) {
  const auto from = time_of(certificate.not_before());
  const auto to = time_of(certificate.not_after());
  const std::string_view state = validity_state(from, to, now);
  if (state == "expired") return "expired on " + date_text(to);
  if (state == "not yet valid") return "not valid before " + date_text(from);
  const std::string until = to == kNoExpiry ? "without a well-defined end" : "until " + date_text(to);
  if (state == "valid") return "valid " + until;
  return "valid from " + date_text(from) + " " + until;
}

std::string sentence(const Certificate& certificate, std::optional<Time> now, bool self_signed) {
  std::string role(role_of(certificate, self_signed));
  role[0] = static_cast<char>(role[0] - 'a' + 'A');  // all roles begin with a small letter
  const std::string origin =
      self_signed ? "self-signed" : "issued by \u00AB" + title(certificate.issuer(), nullptr, "no name") + "\u00BB";
  return role + " \u00AB" + certificate_title(certificate) + "\u00BB (" +
         crypto::public_key_name(certificate.public_key()) + "), " + origin + ", " + validity_phrase(certificate, now) +
         ".";
}

}  // namespace

std::string certificate_title(const Certificate& certificate) {
  const auto& names = certificate.extensions().subject_alt_name;
  return title(certificate.subject(), names ? &names->names : nullptr,
               "serial number " + serial_text(certificate.serial()));
}

std::string_view certificate_role(const Certificate& certificate) {
  return role_of(certificate, x509::is_self_signed(certificate));
}

std::string certificate_sentence(const Certificate& certificate, std::optional<Time> now) {
  return sentence(certificate, now, x509::is_self_signed(certificate));
}

Json describe(const Certificate& certificate, std::optional<Time> now) {
  const Place place(certificate.der());
  const bool self_signed = x509::is_self_signed(certificate);
  const auto from = time_of(certificate.not_before());
  const auto to = time_of(certificate.not_after());
  const std::string serial = serial_text(certificate.serial());
  Json out;
  out["kind"] = "certificate";
  out["title"] = certificate_title(certificate);
  out["role"] = role_of(certificate, self_signed);
  out["sentence"] = sentence(certificate, now, self_signed);
  out["subject"] = describe(certificate.subject(), place);
  out["issuer"] = describe(certificate.issuer(), place);
  out["serial"] = serial;
  out["not_before"] = time_json(from);
  out["not_after"] = time_json(to);
  out["validity"]["state"] = validity_state(from, to, now);
  out["validity"]["text"] = validity_text(from, to, now);
  out["ca"] = is_ca(certificate);
  out["path_length"] = path_length_json(certificate);
  out["self_issued"] = certificate.self_issued();
  out["self_signed"] = self_signed;
  out["key"] = crypto::public_key_name(certificate.public_key());
  out["signature_algorithm"] =
      crypto::signature_algorithm_name(certificate.signature_algorithm(), certificate.outer_algorithm());
  out["san"] = alternative_names_json(certificate);
  out["key_usage"] = key_usage_json(certificate);
  out["extended_key_usage"] = purposes_json(certificate);
  out["subject_key_id"] = subject_key_id_json(certificate);
  out["authority_key_id"] = authority_key_id_json(certificate);
  out["sha256"] = to_hex(certificate.fingerprint());
  out["sha1"] = to_hex(crypto::digest(crypto::HashAlgorithm::Sha1, certificate.der()));
  out["spki_sha256"] = spki_sha256(certificate.public_key());
  out["der"] = to_base64(certificate.der());
  out["pem"] = asn1::write_pem("CERTIFICATE", certificate.der());
  out["file_stem"] = file_stem(out["title"].get<std::string>(), to_hex(certificate.serial().magnitude()));
  out["fields"] = to_json(certificate_fields(certificate, now), certificate.findings());
  out["findings"] = describe(certificate.findings());
  return out;
}

}  // namespace pki::api
