#include "api/certificate_fields.h"

#include "api/describe_extensions.h"
#include "api/describe_key.h"
#include "api/describe_name.h"
#include "api/texts.h"
#include "base/encoding.h"
#include "crypto/hash.h"

namespace pki::api {
namespace {

using x509::Certificate;

std::string tbs_path(std::string_view name) { return "tbsCertificate." + std::string(name); }

Field version_field(const Certificate& certificate) {
  Field field("Version", std::to_string(certificate.version()));
  return field.path(tbs_path("version")).help("certificate.version");
}

Field serial_field(const Certificate& certificate, const Place& place) {
  const asn1::Integer& serial = certificate.serial();
  Field field("Serial number", serial_text(serial));
  field.range(place, serial.octets).path(tbs_path("serialNumber")).help("certificate.serial");
  if (const std::string decimal = decimal_text(serial); !decimal.empty()) field.add(Field("In decimal", decimal));
  return field;
}

Field algorithm_field(const Certificate& certificate, const Place& place) {
  Field field("Signature algorithm",
              crypto::signature_algorithm_name(certificate.signature_algorithm(), certificate.inner_algorithm()));
  return field.range(place, certificate.inner_algorithm().whole)
      .oid(certificate.inner_algorithm().oid)
      .path(tbs_path("signature"))
      .help("certificate.signature_algorithm");
}

Field name_field(std::string_view label, const x509::Name& name, const Place& place) {
  Field field(label, name.empty() ? "(empty)" : x509::to_rfc4514(name));
  return field.range(place, name.der()).add(name_fields(name, place));
}

Field time_field(std::string_view label, const std::optional<x509::TimeField>& time, const Place& place) {
  if (!time.has_value()) return Field(label, "cannot be read");
  Field field(label, to_iso8601(time->time));
  return field.range(place, time->element.whole).badge(asn1::tag_name(time->element.tag));
}

Field validity_field(const Certificate& certificate, std::optional<Time> now, const Place& place) {
  Field from = time_field("Not before", certificate.not_before(), place);
  Field to = time_field("Not after", certificate.not_after(), place);
  Field field("Validity", from.value() + " to " + to.value());
  field.path(tbs_path("validity")).help("certificate.validity");
  if (certificate.not_before().has_value() && certificate.not_after().has_value()) {
    const Time not_before = certificate.not_before()->time;
    const Time not_after = certificate.not_after()->time;
    const std::string_view state = validity_state(not_before, not_after, now);
    if (state != "unknown") field.badge(state);
    // From the first second to the one after the last: both ends are included.
    if (not_before <= not_after && not_after != kNoExpiry) {
      field.add(Field("Duration", span_text(not_before, {not_after.seconds + 1})));
    }
  }
  field.add(from.path(tbs_path("validity.notBefore")).help("certificate.not_before"));
  field.add(to.path(tbs_path("validity.notAfter")).help("certificate.not_after"));
  return field;
}

Field key_field(const Certificate& certificate, const Place& place) {
  const crypto::PublicKey& key = certificate.public_key();
  Field field("Subject public key", crypto::public_key_name(key));
  return field.range(place, key.whole)
      .path(tbs_path("subjectPublicKeyInfo"))
      .help("certificate.public_key")
      .add(public_key_fields(key, place));
}

Field unique_id_field(std::string_view label, const asn1::BitString& id, const Place& place) {
  Field field(label, octets_text(id.octets));
  return field.range(place, id.octets).help("certificate.unique_id");
}

Field extensions_field(const Certificate& certificate, const Place& place) {
  const x509::KnownExtensions& extensions = certificate.extensions();
  Field field("Extensions", count_text(extensions.all.size(), "extension"));
  return field.path(tbs_path("extensions"))
      .help("certificate.extensions")
      .add(extension_fields(extensions, place, tbs_path("extensions")));
}

Field signature_field(const Certificate& certificate, const Place& place) {
  Field field("Signature", octets_text(certificate.signature().octets));
  field.range(place, certificate.signature().octets).path("signatureValue").help("certificate.signature");
  return field.add(Field("Signed part", count_text(certificate.tbs().size(), "octet")).range(place, certificate.tbs()));
}

Field outer_algorithm_field(const Certificate& certificate, const Place& place) {
  Field field("Signature algorithm, outside the signed part",
              crypto::signature_algorithm_name(certificate.signature_algorithm(), certificate.outer_algorithm()));
  return field.range(place, certificate.outer_algorithm().whole)
      .oid(certificate.outer_algorithm().oid)
      .path("signatureAlgorithm")
      .help("certificate.outer_algorithm");
}

Field fingerprints_field(const Certificate& certificate) {
  Field field("Fingerprints");
  field.help("certificate.fingerprints");
  field.add(Field("SHA-256", to_hex(certificate.fingerprint())));
  field.add(Field("SHA-1", to_hex(crypto::digest(crypto::HashAlgorithm::Sha1, certificate.der()))).alias("Thumbprint"));
  return field;
}

}  // namespace

FieldList certificate_fields(const Certificate& certificate, std::optional<Time> now) {
  const Place place(certificate.der());
  FieldList fields;
  fields.push_back(version_field(certificate));
  fields.push_back(serial_field(certificate, place));
  fields.push_back(algorithm_field(certificate, place));
  fields.push_back(
      name_field("Issuer", certificate.issuer(), place).path(tbs_path("issuer")).help("certificate.issuer"));
  fields.push_back(validity_field(certificate, now, place));
  fields.push_back(
      name_field("Subject", certificate.subject(), place).path(tbs_path("subject")).help("certificate.subject"));
  fields.push_back(key_field(certificate, place));
  if (const auto& id = certificate.issuer_unique_id()) {
    fields.push_back(unique_id_field("Issuer unique identifier", *id, place).path(tbs_path("issuerUniqueID")));
  }
  if (const auto& id = certificate.subject_unique_id()) {
    fields.push_back(unique_id_field("Subject unique identifier", *id, place).path(tbs_path("subjectUniqueID")));
  }
  if (!certificate.extensions().all.empty()) fields.push_back(extensions_field(certificate, place));
  fields.push_back(outer_algorithm_field(certificate, place));
  fields.push_back(signature_field(certificate, place));
  fields.push_back(fingerprints_field(certificate));
  return fields;
}

}  // namespace pki::api
