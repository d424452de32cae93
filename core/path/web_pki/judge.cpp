#include "path/web_pki/judge.h"

#include "path/web_pki/judges.h"
#include "path/web_pki/rules.h"

namespace pki::path::web_pki {
namespace {

constexpr const Rule* kRules[] = {
    &rules::kValidity,
    &rules::kNamesMissing,
    &rules::kNameForm,
    &rules::kDnsName,
    &rules::kInternalName,
    &rules::kReservedAddress,
    &rules::kCommonName,
    &rules::kOrganizationalUnit,
    &rules::kAttributeTwice,
    &rules::kSubjectForbidden,
    &rules::kSubjectLacks,
    &rules::kValueMeaningless,
    &rules::kPurposesMissing,
    &rules::kServerAuth,
    &rules::kPurposeForbidden,
    &rules::kPurposeUnusual,
    &rules::kPurposesCritical,
    &rules::kLeafBasicConstraints,
    &rules::kLeafKeyUsage,
    &rules::kLeafSigning,
    &rules::kLeafNameConstraints,
    &rules::kLeafKeyId,
    &rules::kPolicyReserved,
    &rules::kPolicyAny,
    &rules::kPoliciesCritical,
    &rules::kAccessMissing,
    &rules::kAccessForm,
    &rules::kRevocationMissing,
    &rules::kCrlPointForm,
    &rules::kSerialShort,
    &rules::kVersion,
    &rules::kKeyKind,
    &rules::kRsaSize,
    &rules::kRsaExponent,
    &rules::kRsaExponentRange,
    &rules::kRsaModulus,
    &rules::kSignatureAlgorithm,
    &rules::kAuthorityKeyId,
    &rules::kCaBasicConstraints,
    &rules::kCaKeyUsage,
    &rules::kCaPolicies,
    &rules::kCaSubject,
    &rules::kCaCrlPoints,
    &rules::kCaNameConstraints,
    &rules::kRootPathLength,
    &rules::kRootPurposes,
    &rules::kRootPolicies,
};

}  // namespace

Findings find_faults(const x509::Certificate& certificate) {
  Notes notes(certificate);
  judge_common(notes);
  if (notes.is_ca()) {
    judge_ca(notes);
  } else {
    judge_subscriber(notes);
    judge_subscriber_names(notes);
  }
  judge_locations(notes);
  return notes.take();
}

RuleList all_rules() { return kRules; }

}  // namespace pki::path::web_pki
