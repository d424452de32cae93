#include "path/checks/basic.h"

#include "base/encoding.h"
#include "path/describe.h"
#include "path/rules.h"

namespace pki::path::checks {
namespace {

std::string algorithm_name(const x509::Certificate& certificate) {
  return crypto::signature_algorithm_name(certificate.signature_algorithm(), certificate.outer_algorithm());
}

std::string time_text(const std::optional<x509::TimeField>& field) {
  return field ? to_iso8601(field->time) : "unreadable";
}

// RFC 5280 4.1.2.5: both ends belong to the period.
void add_length(const x509::Certificate& certificate, const CheckOptions& options, Findings& to) {
  if (!options.max_validity_days) return;
  constexpr std::int64_t kDay = 86'400;
  const std::int64_t seconds = certificate.not_after()->time.seconds - certificate.not_before()->time.seconds + 1;
  const std::int64_t most = *options.max_validity_days;
  if (seconds <= most * kDay) return;
  to.push_back(finding_at(rules::kValidityTooLong, certificate, certificate.not_after()->element.whole,
                          "tbsCertificate.validity.notAfter",
                          {{"days", std::to_string((seconds + kDay - 1) / kDay)}, {"most", std::to_string(most)}}));
}

bool is_own_issuer(const Scene& scene) { return scene.path.end == PathEnd::TargetIsAnchor; }

}  // namespace

Judgement judge_signature(const Scene& scene) {
  if (is_own_issuer(scene)) return skipped("the target is the anchor: trust rests on no signature");
  if (scene.state.working_public_key == nullptr) return not_reached("the issuer's key is not known");
  const crypto::PublicKey& key = *scene.state.working_public_key;
  const x509::Certificate& certificate = scene.certificate();
  std::vector<Param> values = {{"algorithm", algorithm_name(certificate)}, {"key", crypto::public_key_name(key)}};
  switch (scene.signatures.check(certificate, key)) {
    case SignatureFit::Fits:
      return passed(std::move(values));
    case SignatureFit::DoesNotFit:
      return failed(finding_at(rules::kSignatureInvalid, certificate, certificate.signature().octets, "signatureValue",
                               {{"issuer", name_text(*scene.state.working_issuer_name)}}),
                    std::move(values));
    case SignatureFit::Unsupported:
      return failed(finding_at(rules::kSignatureUnsupported, certificate, certificate.outer_algorithm().whole,
                               "signatureAlgorithm", values),
                    values);
    case SignatureFit::NotChecked:
      break;
  }
  return failed(finding_at(rules::kSignatureLimit, certificate, certificate.signature().octets, "signatureValue"),
                std::move(values));
}

Judgement judge_validity(const Subject& subject) {
  const x509::Certificate& certificate = subject.certificate;
  const auto& from = certificate.not_before();
  const auto& to = certificate.not_after();
  const Time at = subject.options.at;
  const std::vector<Param> values = {
      {"not_before", time_text(from)}, {"not_after", time_text(to)}, {"at", to_iso8601(at)}};
  Findings findings;
  if (!from) {
    findings.push_back(finding_at(rules::kValidityUnreadable, certificate, {}, "tbsCertificate.validity.notBefore",
                                  {{"field", "notBefore"}}));
  } else if (at < from->time) {
    findings.push_back(
        finding_at(rules::kNotYetValid, certificate, from->element.whole, "tbsCertificate.validity.notBefore", values));
  }
  if (!to) {
    findings.push_back(finding_at(rules::kValidityUnreadable, certificate, {}, "tbsCertificate.validity.notAfter",
                                  {{"field", "notAfter"}}));
  } else if (to->time < at) {
    findings.push_back(
        finding_at(rules::kExpired, certificate, to->element.whole, "tbsCertificate.validity.notAfter", values));
  }
  if (subject.role == Role::Target && from && to) add_length(certificate, subject.options, findings);
  return weighed(std::move(findings), Reaction::Refuse, values);
}

Judgement judge_name_chaining(const Scene& scene) {
  if (is_own_issuer(scene)) return skipped("the target is the anchor: nothing stands above it");
  if (scene.state.working_issuer_key == nullptr) return not_reached("the issuer is not known");
  const x509::Certificate& certificate = scene.certificate();
  if (certificate.issuer_key() == *scene.state.working_issuer_key) return passed();
  return failed(finding_at(
      rules::kNameChaining, certificate, certificate.issuer().der(), "tbsCertificate.issuer",
      {{"issuer", name_text(certificate.issuer())}, {"subject", name_text(*scene.state.working_issuer_name)}}));
}

KeyIdMatch match_key_identifiers(const x509::Certificate& child, const x509::Certificate& issuer) {
  const auto& authority = child.extensions().authority_key_identifier;
  const auto& subject = issuer.extensions().subject_key_identifier;
  if (!authority || !authority->key_identifier || !subject) return KeyIdMatch::Absent;
  return equal(*authority->key_identifier, subject->key_identifier) ? KeyIdMatch::Match : KeyIdMatch::Mismatch;
}

Judgement judge_key_identifier(const Scene& scene) {
  if (is_own_issuer(scene)) return skipped("the target is the anchor: nothing stands above it");
  if (scene.state.issuer == nullptr) return not_reached("the issuer's certificate is not known");
  const x509::Certificate& certificate = scene.certificate();
  const x509::Certificate& issuer = *scene.state.issuer;
  switch (match_key_identifiers(certificate, issuer)) {
    case KeyIdMatch::Match:
      return passed({{"key_identifier", to_hex(issuer.extensions().subject_key_identifier->key_identifier)}});
    case KeyIdMatch::Absent:
      return skipped("one of the two certificates has no key identifier");
    case KeyIdMatch::Mismatch:
      break;
  }
  const Bytes authority = *certificate.extensions().authority_key_identifier->key_identifier;
  const Bytes subject = issuer.extensions().subject_key_identifier->key_identifier;
  Findings findings;
  findings.push_back(finding_at(rules::kKeyIdentifierMismatch, certificate, authority,
                                "authorityKeyIdentifier.keyIdentifier",
                                {{"authority", to_hex(authority)}, {"subject", to_hex(subject)}}));
  return weighed(std::move(findings), Reaction::Warn);
}

}  // namespace pki::path::checks
