#include "ca/rules.h"

#include <array>

namespace pki::ca {

RuleList ca_rules() {
  using namespace rules;  // NOLINT: the list is this namespace
  static constexpr std::array kAll = {
      // The subject, its key, its names.
      &kSubjectEmpty,
      &kSubjectAttributeMissing,
      &kSubjectAttributeUnsupported,
      &kKeyNotInProfile,
      &kKeyFactorable,
      &kSanCopied,
      &kSanMissing,
      // Extensions.
      &kExtensionReplaced,
      &kExtensionTwice,
      &kExtensionCaOnly,
      &kCertSignWithoutCa,
      &kCaWithoutCertSign,
      &kPathLengthBeyondIssuer,
      // Validity.
      &kOutlivesIssuer,
      &kClipped,
      &kBeforeIssuer,
      &kIssuerNotValidNow,
      // The issuer.
      &kIssuerMissing,
      &kIssuerKeyMismatch,
      &kSelfSignedKeyMismatch,
      &kIssuerUnnamed,
      &kIssuerNotCa,
      &kIssuerKeyCertSign,
      &kIssuerPathLength,
      &kIssuerPurposes,
      &kIssuerKeyIdentifier,
      // Requests.
      &kProofOfPossession,
      &kRequestAsksForCa,
      &kCaUnderLeafProfile,
      &kRequestExtensionDiffers,
      &kRequestExtensionNotDer,
      &kRequestExtensionNotInProfile,
      &kRequestExtensionUnknown,
      &kChallengePassword,
      // Choices.
      &kChoiceMissing,
      &kChoiceNotAllowed,
      &kChoiceUnknown,
      &kChoiceTwice,
      // Revocation lists.
      &kCrlIssuerMissing,
      &kCrlIssuerMayNot,
      &kCrlTimes,
      &kCrlSerial,
      &kCrlSerialTwice,
      &kCrlReason,
      &kCrlDateAhead,
      &kCrlLastForeign,
      &kCrlLastPartial,
      &kCrlLastUnreadable,
      &kCrlNotListed,
      &kCrlNotOnHold,
      &kCrlRevokedAgain,
      &kCrlNotIssued,
      // What came back.
      &kMatchKey,
      &kMatchSubject,
      &kMatchSubjectEncoding,
      &kMatchNotCa,
      &kMatchKeyUsage,
      &kMatchCrlSign,
      &kMatchPurposes,
      &kMatchExtensionLost,
      &kMatchExtensionChanged,
      &kMatchCriticalChanged,
      &kMatchExtensionAdded,
  };
  return kAll;
}

}  // namespace pki::ca
