#include "x509/rules.h"

#include <array>

#include "x509/ocsp_rules.h"

namespace pki::x509 {

using namespace rules;

RuleList x509_rules() {
  static constexpr std::array kAll = {
      // Names.
      &kNameEmptyRdn,
      &kNameValueEmpty,
      &kNameValueTooLong,
      &kNameValueMalformed,
      &kNameTextMalformed,
      &kNameAttributeUnknown,
      &kNameCharacter,
      &kNameCountry,
      // General names.
      &kGeneralNameEmpty,
      &kGeneralNameIpLength,
      &kGeneralNameIpMask,
      &kGeneralNameCharacter,
      &kGeneralNameUnknownChoice,
      &kGeneralNameText,
      // The envelope of extensions.
      &kExtensionsEmpty,
      &kExtensionsDuplicate,
      &kExtensionMalformed,
      // Key identifiers.
      &kAuthorityKeyIdentifierIncomplete,
      &kAuthorityKeyIdentifierEmpty,
      // Key usage.
      &kKeyUsageNone,
      &kExtendedKeyUsageEmpty,
      &kExtendedKeyUsageDuplicate,
      // Policies.
      &kCertificatePoliciesEmpty,
      &kCertificatePoliciesDuplicate,
      &kCertificatePoliciesQualifiersEmpty,
      &kCertificatePoliciesQualifier,
      &kPolicyMappingsEmpty,
      &kPolicyMappingsAnyPolicy,
      &kPolicyConstraintsEmpty,
      // Basic constraints and name constraints.
      &kBasicConstraintsPathLengthWithoutCa,
      &kNameConstraintsEmpty,
      &kNameConstraintsMinimumMaximum,
      // Distribution points and access information.
      &kDistributionPointsEmpty,
      &kDistributionPointReasonsOnly,
      &kAccessInfoEmpty,
      // Small extensions.
      &kTlsFeatureEmpty,
      &kSubjectDirectoryAttributesEmpty,
      &kMsSecurityIdentifierForm,
      // Requests.
      &kRequestVersion,
      &kRequestAttributesMissing,
      &kRequestExtensionsTwice,
      &kRequestAttributeValues,
      // CRLs.
      &kCrlVersion,
      &kCrlExtensionsInV1,
      &kCrlEntriesEmpty,
      &kCrlEntryMalformed,
      &kCrlEntrySerial,
      &kCrlEntryIssuerInDirectCrl,
      &kCrlRemoveInComplete,
      &kCrlFindingsLeftOut,
      &kCrlNextUpdateMissing,
      &kCrlUpdateOrder,
      &kCrlExtensionMissing,
      &kCrlCriticality,
      &kCrlFreshestInDelta,
      &kCrlNumberRange,
      &kIssuingDistributionPointEmpty,
      &kIssuingDistributionPointConflict,
      &kReasonCodeUnknown,
      // OCSP responses.
      &kOcspStatusUnknown,
      &kOcspBytes,
      &kOcspVersion,
      &kOcspResponder,
      &kOcspSingleMalformed,
      &kOcspSinglesNone,
      &kOcspExtensionsMalformed,
      &kOcspCertificateMalformed,
      // What a certificate is made from.
      &kSerialNotPositive,
      &kSerialTooLong,
      &kValidityOrder,
  };
  return kAll;
}

}  // namespace pki::x509
