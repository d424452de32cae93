// The basic fields (RFC 5280 4.1), but for the attributes of names.

#include "path/issuer_rules/field_rules.h"
#include "path/issuer_rules/judges.h"
#include "path/issuer_rules/name_rules.h"

namespace pki::path::issuer_rules {
namespace {

constexpr std::size_t kMaxSerialOctets = 20;
constexpr int kLastUtcTimeYear = 2049;

void judge_time_type(Notes& notes, const std::optional<x509::TimeField>& time, std::string_view field) {
  if (!time || time->element.tag != asn1::tags::kGeneralizedTime) return;
  const int year = to_civil(time->time).year;
  if (year > kLastUtcTimeYear) return;
  notes.add(rules::kGeneralizedTimeEarly, time->element.whole, "tbsCertificate.validity." + std::string(field),
            {{"field", std::string(field)}, {"year", std::to_string(year)}});
}

void judge_unique_id(Notes& notes, const std::optional<asn1::BitString>& id, std::string_view whose,
                     std::string_view field) {
  if (id) notes.add(rules::kUniqueIdentifier, id->octets, field, {{"whose", std::string(whose)}});
}

}  // namespace

void judge_serial(Notes& notes) {
  const asn1::Integer& serial = notes.certificate().serial();
  constexpr std::string_view kField = "tbsCertificate.serialNumber";
  if (serial.negative() || serial.is_zero()) notes.add(rules::kSerialNotPositive, serial.octets, kField);
  if (serial.octets.size() > kMaxSerialOctets) {
    notes.add(rules::kSerialTooLong, serial.octets, kField, {{"octets", std::to_string(serial.octets.size())}});
  }
}

void judge_signature_fields(Notes& notes) {
  const x509::Certificate& certificate = notes.certificate();
  if (certificate.signature().unused_bits != 0) {
    notes.add(rules::kSignatureUnusedBits, certificate.signature().octets, "signatureValue");
  }
  const crypto::SignatureAlgorithm& algorithm = certificate.signature_algorithm();
  if (algorithm.kind != crypto::SignatureKind::RsaPss) return;
  const Bytes place = certificate.outer_algorithm().whole;
  if (algorithm.hash != algorithm.mgf_hash) {
    notes.add(rules::kPssMaskHash, place, "signatureAlgorithm.parameters.maskGenAlgorithm",
              {{"hash", std::string(crypto::hash_name(algorithm.hash))},
               {"mask_hash", std::string(crypto::hash_name(algorithm.mgf_hash))}});
  }
  const std::size_t octets = crypto::hash_size(algorithm.hash);
  if (algorithm.salt_length != octets) {
    notes.add(rules::kPssSaltLength, place, "signatureAlgorithm.parameters.saltLength",
              {{"salt", std::to_string(algorithm.salt_length)}, {"octets", std::to_string(octets)}});
  }
}

void judge_issuer(Notes& notes) {
  const x509::Name& issuer = notes.certificate().issuer();
  if (issuer.empty()) notes.add(rules::kIssuerEmpty, issuer.der(), "tbsCertificate.issuer");
}

void judge_validity(Notes& notes) {
  const auto& from = notes.certificate().not_before();
  const auto& until = notes.certificate().not_after();
  judge_time_type(notes, from, "notBefore");
  judge_time_type(notes, until, "notAfter");
  if (from && until && until->time < from->time) {
    notes.add(rules::kValidityOrder, until->element.whole, "tbsCertificate.validity.notAfter",
              {{"not_before", to_iso8601(from->time)}, {"not_after", to_iso8601(until->time)}});
  }
}

void judge_subject(Notes& notes) {
  const x509::Name& subject = notes.certificate().subject();
  const auto& names = notes.extensions().subject_alt_name;
  constexpr std::string_view kField = "tbsCertificate.subject";
  if (!subject.empty()) return;
  if (notes.is_ca()) return notes.add(rules::kSubjectEmptyCa, subject.der(), kField);
  if (!names.present()) return notes.add(rules::kSubjectEmpty, subject.der(), kField);
  notes.expect_critical(names.extension, true, rules::kSanNotCritical, "subjectAltName");
}

void judge_unique_ids(Notes& notes) {
  judge_unique_id(notes, notes.certificate().issuer_unique_id(), "issuer", "tbsCertificate.issuerUniqueID");
  judge_unique_id(notes, notes.certificate().subject_unique_id(), "subject", "tbsCertificate.subjectUniqueID");
}

}  // namespace pki::path::issuer_rules
