#include "scep/rules.h"

#include <array>

namespace pki::scep {

using namespace rules;

RuleList scep_rules() {
  static constexpr std::array kAll = {
      &kNoSigner,         &kSeveralSigners,      &kNoCertificate,
      &kContentType,      &kSignerKey,           &kNotRsa,
      &kAttributeMissing, &kAttributeMalformed,  &kAttributeString,
      &kTypeUnknown,      &kTypeUnexpected,      &kNonceLength,
      &kNonceDiffers,     &kTransactionEmpty,    &kTransactionDiffers,
      &kStatusUnknown,    &kStatusFailure,       &kStatusPending,
      &kWeakAlgorithm,    &kEnvelopeMissing,     &kContentRequest,
      &kContentPoll,      &kContentCertificates, &kKeyDiffers,
      &kSubjectDiffers,   &kChallengeAbsent,     &kChallengeMissing,
      &kChallengeDiffers, &kRenewalSelfSigned,   &kRenewalIssuer,
      &kRenewalValidity,  &kReplySigner,         &kReplyNoCertificate,
      &kReplyIssuer,      &kCapabilitiesNone,    &kCapabilityUnknown,
      &kCapabilitiesWeak, &kCapabilitiesTooLong, &kCaAnswer,
      &kCaNoEncryption,   &kCaKeyUsage,
  };
  return kAll;
}

}  // namespace pki::scep
