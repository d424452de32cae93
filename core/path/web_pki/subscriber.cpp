// Subscribers' certificates (BR 7.1.2.7): validity, purposes, policies, pointers. names.cpp has their names.

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "path/web_pki/judge.h"
#include "path/web_pki/judges.h"
#include "path/web_pki/rules.h"

namespace pki::path::web_pki {
namespace {

namespace oids = asn1::oids;
using x509::KeyUsageBit;

// BR 6.3.2 and its predecessors: from that day on so many days.
struct Step {
  CivilTime from;
  int days;
};
constexpr Step kValidity[] = {
    {{2029, 3, 15, 0, 0, 0}, 47}, {{2027, 3, 15, 0, 0, 0}, 100}, {{2026, 3, 15, 0, 0, 0}, 200},
    {{2020, 9, 1, 0, 0, 0}, 398}, {{2018, 3, 1, 0, 0, 0}, 825},  {{2015, 4, 1, 0, 0, 0}, 1188},  // 39 months
    {{0, 1, 1, 0, 0, 0}, 1827},                                                                  // 60 months
};

// BR 1.6.1, "Short-lived Subscriber Certificate".
constexpr CivilTime kShorterLived = {2026, 3, 15, 0, 0, 0};
constexpr int kShortLivedDays = 7;
constexpr int kShortLivedDaysBefore = 10;

// BR 7.1.6.1, and the Extended Validation Guidelines'.
constexpr asn1::Oid kReservedPolicies[] = {
    asn1::make_oid<2, 23, 140, 1, 1>(),     // extended validation
    asn1::make_oid<2, 23, 140, 1, 2, 1>(),  // domain validated
    asn1::make_oid<2, 23, 140, 1, 2, 2>(),  // organization validated
    asn1::make_oid<2, 23, 140, 1, 2, 3>(),  // individual validated
};

// BR 7.1.2.7.10, 7.1.2.10.6.
constexpr asn1::Oid kForbiddenPurposes[] = {
    oids::kAnyExtendedKeyUsage, oids::kCodeSigning, oids::kEmailProtection,
    oids::kTimeStamping,        oids::kOcspSigning, asn1::make_oid<1, 3, 6, 1, 4, 1, 11129, 2, 4, 4>(),
};

template <std::size_t Size>
bool contains(const asn1::Oid (&list)[Size], const asn1::Oid& oid) {
  return std::find(std::begin(list), std::end(list), oid) != std::end(list);
}

// BR 1.6.1, "Validity Period": both ends belong to it.
std::int64_t validity_seconds(const x509::Certificate& certificate) {
  const auto& from = certificate.not_before();
  const auto& until = certificate.not_after();
  return from && until ? until->time.seconds - from->time.seconds + 1 : 0;
}

void judge_validity(Notes& notes) {
  const x509::Certificate& certificate = notes.certificate();
  if (!certificate.not_before() || !certificate.not_after()) return;
  const int most = max_validity_days(certificate.not_before()->time);
  const std::int64_t seconds = validity_seconds(certificate);
  if (seconds <= most * kSecondsPerDay) return;
  notes.add(rules::kValidity, certificate.not_after()->element.whole, "tbsCertificate.validity.notAfter",
            {{"days", std::to_string((seconds + kSecondsPerDay - 1) / kSecondsPerDay)},
             {"issued", to_iso8601(certificate.not_before()->time)},
             {"most", std::to_string(most)}});
}

void judge_key_usage(Notes& notes) {
  const auto& usage = notes.extensions().key_usage;
  if (!usage) return;
  constexpr auto bit = [](KeyUsageBit b) { return 1U << static_cast<unsigned>(b); };
  const bool rsa = notes.certificate().public_key().kind == crypto::KeyKind::Rsa;
  const std::uint32_t allowed =
      bit(KeyUsageBit::DigitalSignature) |
      (rsa ? bit(KeyUsageBit::KeyEncipherment) | bit(KeyUsageBit::DataEncipherment) : bit(KeyUsageBit::KeyAgreement));
  if (!rsa && !usage->has(KeyUsageBit::DigitalSignature)) {
    notes.add(rules::kLeafSigning, usage.extension->whole, "keyUsage");
  }
  if ((usage->bits & ~allowed) == 0) return;
  notes.add(rules::kLeafKeyUsage, usage.extension->whole, "keyUsage",
            {{"key_usage", key_usage_text(usage->bits & ~allowed)}, {"key", rsa ? "RSA" : "EC"}});
}

void judge_policies(Notes& notes) {
  const auto& policies = notes.extensions().certificate_policies;
  constexpr std::string_view kField = "certificatePolicies";
  if (policies.malformed()) return;
  bool reserved = false;
  bool any = false;
  if (policies) {
    for (const x509::PolicyInformation& policy : policies->policies) {
      reserved = reserved || contains(kReservedPolicies, policy.policy);
      any = any || policy.policy == oids::kAnyPolicy;
    }
  }
  const Bytes place = policies.present() ? policies.extension->whole : Bytes();
  if (!reserved) notes.add(rules::kPolicyReserved, place, kField);
  if (any) notes.add(rules::kPolicyAny, place, kField);
}

bool has_ocsp(Notes& notes) {
  const auto& access = notes.extensions().authority_info_access;
  return access && std::any_of(access->descriptions.begin(), access->descriptions.end(),
                               [](const auto& description) { return description.method == oids::kOcsp; });
}

void judge_revocation_pointers(Notes& notes) {
  if (!notes.extensions().authority_info_access.present()) {
    notes.add(rules::kAccessMissing, {}, "authorityInfoAccess");
  }
  if (notes.extensions().crl_distribution_points.present() || has_ocsp(notes)) return;
  const auto& issued = notes.certificate().not_before();
  const bool shorter = issued && issued->time >= *to_time(kShorterLived);
  const int days = shorter ? kShortLivedDays : kShortLivedDaysBefore;
  if (validity_seconds(notes.certificate()) <= days * kSecondsPerDay) return;
  notes.add(rules::kRevocationMissing, {}, "cRLDistributionPoints");
}

}  // namespace

int max_validity_days(Time issued) {
  for (const Step& step : kValidity) {
    if (issued >= *to_time(step.from)) return step.days;
  }
  return std::end(kValidity)[-1].days;
}

void judge_purposes(Notes& notes) {
  const auto& purposes = notes.extensions().extended_key_usage;
  constexpr std::string_view kField = "extKeyUsage";
  if (!purposes.present()) return notes.add(rules::kPurposesMissing, {}, kField);
  notes.expect_critical(purposes.extension, false, rules::kPurposesCritical, kField);
  if (!purposes) return;
  const Bytes place = purposes.extension->whole;
  if (!purposes->has(oids::kServerAuth)) notes.add(rules::kServerAuth, place, kField);
  for (const asn1::Oid& purpose : purposes->purposes) {
    const std::vector<Param> params = {{"purpose", asn1::oid_name_and_dotted(purpose)}};
    if (contains(kForbiddenPurposes, purpose)) {
      notes.add(rules::kPurposeForbidden, place, kField, params);
    } else if (purpose != oids::kServerAuth && purpose != oids::kClientAuth) {
      notes.add(rules::kPurposeUnusual, place, kField, params);
    }
  }
}

void judge_subscriber(Notes& notes) {
  judge_validity(notes);
  judge_purposes(notes);
  judge_key_usage(notes);
  judge_policies(notes);
  judge_revocation_pointers(notes);
  const auto& constraints = notes.extensions().basic_constraints;
  // A leaf's basic constraints, where there are any, are critical.
  notes.expect_critical(constraints.extension, true, rules::kLeafBasicConstraints, "basicConstraints");
  notes.expect_critical(notes.extensions().certificate_policies.extension, false, rules::kPoliciesCritical,
                        "certificatePolicies");
  if (const x509::Extension* extension = notes.extensions().name_constraints.extension) {
    notes.add(rules::kLeafNameConstraints, extension->whole, "nameConstraints");
  }
  if (const x509::Extension* extension = notes.extensions().subject_key_identifier.extension) {
    notes.add(rules::kLeafKeyId, extension->whole, "subjectKeyIdentifier");
  }
}

}  // namespace pki::path::web_pki
