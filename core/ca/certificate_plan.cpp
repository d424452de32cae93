#include "ca/certificate_plan.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "ca/planned_extensions.h"
#include "ca/rules.h"
#include "ca/subject_names.h"
#include "crypto/factorable.h"
#include "x509/builder.h"

namespace pki::ca {

namespace oids = asn1::oids;
using x509::KeyUsageBit;

namespace {

constexpr int kMonthsPerYear = 12;

void add_all(Findings& to, Findings more) {
  for (Finding& finding : more) to.push_back(std::move(finding));
}

const Finding* first_error(const Findings& findings) {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [](const Finding& finding) { return finding.severity() >= Severity::Error; });
  return found == findings.end() ? nullptr : &*found;
}

Param issuer_param(const x509::Certificate& issuer) { return {"issuer", x509::to_rfc4514(issuer.subject())}; }

// RFC 5280 4.1.2.6: a CA has a subject; a leaf without one has a subject alternative name.
void check_empty_subject(const PlannedExtensions& planned, Findings& findings) {
  if (planned.ca) {
    findings.push_back({&rules::kSubjectEmpty, {}, {{"reason", "a CA must have one"}}});
  } else if (!planned.has_alternative_name) {
    findings.push_back({&rules::kSubjectEmpty, {}, {{"reason", "there is no subject alternative name either"}}});
  }
}

void check_key(Bytes public_key, const Profile& profile, Findings& findings) {
  asn1::Context context(public_key);
  const auto key = crypto::read_public_key(public_key, context);
  const auto way = key ? crypto::find_factorable(*key) : std::nullopt;
  if (way) findings.push_back({&rules::kKeyFactorable, {}, {{"way", std::string(factorable_name(*way))}}});
  const auto spec = key ? key_spec_of(*key) : std::nullopt;
  const auto& supported = profile.key_specs;
  if (spec && std::find(supported.begin(), supported.end(), *spec) != supported.end()) return;
  std::string names;
  for (const crypto::KeySpec one : supported) {
    if (!names.empty()) names += ", ";
    names += crypto::key_spec_name(one);
  }
  findings.push_back({&rules::kKeyNotInProfile,
                      {},
                      {{"key", key ? crypto::public_key_name(*key) : "unreadable"},
                       {"profile", std::string(profile.id)},
                       {"supported", std::move(names)}}});
}

void check_key_usage(const PlannedExtensions& planned, Findings& findings) {
  if (!planned.key_usage) return;
  const bool signs = planned.key_usage->has(KeyUsageBit::KeyCertSign);
  if (signs && !planned.ca) findings.push_back({&rules::kCertSignWithoutCa, {}, {}});
  if (!signs && planned.ca) findings.push_back({&rules::kCaWithoutCertSign, {}, {}});
}

void check_alternative_name(const PlannedExtensions& planned, const Profile& profile, Findings& findings) {
  if (profile.san != SanRule::Required || planned.has_alternative_name) return;
  const bool email = profile.san_source == SanSource::EmailAddress;
  findings.push_back({&rules::kSanMissing, {}, {{"what", email ? "an e-mail address" : "a host name"}}});
}

// RFC 5280 6.1.4 (k): basic constraints present, with cA TRUE.
void check_issuer_is_ca(const x509::Certificate& issuer, Findings& findings) {
  const auto& constraints = issuer.extensions().basic_constraints;
  if (constraints && constraints->ca) return;
  std::string_view reason = "its basic constraints say so";
  if (constraints.malformed()) reason = "its basic constraints cannot be read";
  if (!constraints.present()) reason = "it has no basic constraints";
  findings.push_back({&rules::kIssuerNotCa, {}, {issuer_param(issuer), {"reason", std::string(reason)}}});
}

// RFC 5280 6.1.4 (l), (m): the issuer's limit counts the CAs below it that are not self-issued.
void check_path_length(const CertificatePlan& plan, const PlannedExtensions& planned, const x509::Certificate& issuer,
                       Findings& findings) {
  const auto& constraints = issuer.extensions().basic_constraints;
  if (!planned.ca || !constraints || !constraints->path_length) return;
  const std::uint32_t limit = *constraints->path_length;
  // A certificate that carries its issuer's name is self-issued, and not counted.
  asn1::Context context(plan.subject);
  const auto subject = x509::read_name(plan.subject, context);
  if (subject && x509::comparison_key(*subject) == issuer.subject_key()) return;
  if (limit == 0) {
    findings.push_back({&rules::kIssuerPathLength, {}, {issuer_param(issuer)}});
    return;
  }
  if (!planned.path_length || *planned.path_length < limit) return;
  findings.push_back({&rules::kPathLengthBeyondIssuer,
                      {},
                      {{"path_length", std::to_string(*planned.path_length)},
                       {"issuer_path_length", std::to_string(limit)},
                       {"room", std::to_string(limit - 1)}}});
}

void check_purposes(const PlannedExtensions& planned, const x509::Certificate& issuer, Findings& findings) {
  const auto& bound = issuer.extensions().extended_key_usage;
  if (!bound || bound->has(oids::kAnyExtendedKeyUsage)) return;
  std::string lacking;
  for (const asn1::OwnedOid& purpose : planned.purposes) {
    if (bound->has(purpose.view())) continue;
    if (!lacking.empty()) lacking += ", ";
    lacking += asn1::oid_name_and_dotted(purpose.view());
  }
  if (lacking.empty()) return;
  findings.push_back({&rules::kIssuerPurposes, {}, {{"purposes", std::move(lacking)}}});
}

Status check_signer(const CertificatePlan& plan, const Signer& signer) {
  if (signer.certificate != nullptr) {
    if (signer.certificate->subject().empty()) return Finding{&rules::kIssuerUnnamed, {}, {}};
    if (signer.key.matches(signer.certificate->public_key())) return {};
    return Finding{&rules::kIssuerKeyMismatch, {}, {issuer_param(*signer.certificate)}};
  }
  asn1::Context context(plan.public_key);
  const auto key = crypto::read_public_key(plan.public_key, context);
  if (key && signer.key.matches(*key)) return {};
  return Finding{&rules::kSelfSignedKeyMismatch, {}, {}};
}

}  // namespace

void plan_validity(CertificatePlan& plan, const IssueInput& input, const x509::Certificate* issuer) {
  const ValidityInput& validity = input.validity;
  const CalendarSpan span = validity.duration.value_or(input.profile->validity);
  plan.not_before = validity.not_before.value_or(validity.now);
  plan.not_after =
      validity.not_after.value_or(add_calendar(plan.not_before, span.years * kMonthsPerYear + span.months, span.days));
  if (issuer == nullptr || !issuer->not_before() || !issuer->not_after()) return;

  const Time issuer_begins = issuer->not_before()->time;
  const Time issuer_ends = issuer->not_after()->time;
  if (validity.now < issuer_begins || issuer_ends < validity.now) {
    plan.findings.push_back({&rules::kIssuerNotValidNow,
                             {},
                             {{"now", to_iso8601(validity.now)},
                              {"not_before", to_iso8601(issuer_begins)},
                              {"not_after", to_iso8601(issuer_ends)}}});
  }
  if (plan.not_before < issuer_begins) {
    plan.findings.push_back(
        {&rules::kBeforeIssuer,
         {},
         {{"not_before", to_iso8601(plan.not_before)}, {"issuer_not_before", to_iso8601(issuer_begins)}}});
  }
  if (plan.not_after <= issuer_ends) return;
  const bool clip = validity.beyond_issuer == BeyondIssuer::Clip;
  plan.findings.push_back({clip ? &rules::kClipped : &rules::kOutlivesIssuer,
                           {},
                           {{"not_after", to_iso8601(plan.not_after)}, {"issuer_not_after", to_iso8601(issuer_ends)}}});
  if (clip) plan.not_after = issuer_ends;
}

Findings check_plan(const CertificatePlan& plan, const Profile& profile) {
  Findings findings;
  const PlannedExtensions planned = read_planned(plan.extensions);
  asn1::Context context(plan.subject);
  const auto subject = x509::read_name(plan.subject, context);
  if (!subject) {
    findings.push_back(subject.error());
  } else if (subject->empty()) {
    check_empty_subject(planned, findings);
  } else {
    add_all(findings, check_subject(profile, *subject));
  }
  check_key(plan.public_key, profile, findings);
  check_key_usage(planned, findings);
  check_alternative_name(planned, profile, findings);
  if (planned.ca && !profile.ca) {
    findings.push_back({&rules::kCaUnderLeafProfile, {}, {{"profile", std::string(profile.id)}}});
  }
  return findings;
}

Findings check_issuer(const CertificatePlan& plan, const x509::Certificate& issuer) {
  Findings findings;
  const PlannedExtensions planned = read_planned(plan.extensions);
  check_issuer_is_ca(issuer, findings);
  const auto& usage = issuer.extensions().key_usage;
  // RFC 5280 6.1.4 (n): if a key usage extension is present.
  if (usage.present() && !(usage && usage->has(KeyUsageBit::KeyCertSign))) {
    findings.push_back({&rules::kIssuerKeyCertSign, {}, {issuer_param(issuer)}});
  }
  check_path_length(plan, planned, issuer, findings);
  check_purposes(planned, issuer, findings);
  if (!issuer.extensions().subject_key_identifier) {
    findings.push_back({&rules::kIssuerKeyIdentifier, {}, {}});
  }
  return findings;
}

Result<IssuedCertificate> sign_plan(CertificatePlan plan, const IssueInput& input, const Signer& signer) {
  PKI_CHECK(check_signer(plan, signer));
  add_all(plan.findings, check_plan(plan, *input.profile));
  if (const Finding* error = first_error(plan.findings)) return *error;
  if (signer.certificate != nullptr) {
    Findings of_issuer = check_issuer(plan, *signer.certificate);
    const Finding* error = first_error(of_issuer);
    if (error != nullptr && input.issuer_faults == IssuerFaults::Refuse) return *error;
    add_all(plan.findings, std::move(of_issuer));
  }

  ByteVector serial = input.serial;
  if (serial.empty()) {
    PKI_TRY(serial, x509::random_serial());
  }
  const Bytes issuer_name = signer.certificate != nullptr ? signer.certificate->subject().der() : Bytes(plan.subject);
  const x509::CertificateInput certificate{.serial = std::move(serial),
                                           .issuer = to_vector(issuer_name),
                                           .not_before = plan.not_before,
                                           .not_after = plan.not_after,
                                           .subject = plan.subject,
                                           .public_key = plan.public_key,
                                           .extensions = std::move(plan.extensions)};
  const crypto::SignatureAlgorithm algorithm = input.algorithm.value_or(signer.key.default_signature_algorithm());
  PKI_TRY(ByteVector der, x509::sign_certificate(certificate, signer.key, algorithm));
  return IssuedCertificate{.der = std::move(der), .findings = std::move(plan.findings)};
}

}  // namespace pki::ca
