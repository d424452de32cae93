#include "cloudpki/fleet/rules.h"

namespace pki::cloudpki::fleet {

RuleList fleet_rules() {
  using namespace rules;
  static constexpr const Rule* kAll[] = {
      &kNoSuch,
      &kNameTaken,
      &kNameMissing,
      &kDamaged,
      &kTrustedNotCa,
      &kTrustedRootStore,
      &kTrustedIntermediateStore,
      &kVariableUnknown,
      &kVariableOpen,
      &kVariableOfUser,
      &kVariableUriOnly,
      &kSidOfDevice,
      &kVariablePlatform,
      &kVariableFollowed,
      &kVariableEmpty,
      &kIdentityByHolder,
      &kDeviceIdOnWindows,
      &kSubjectMalformed,
      &kSubjectBackslash,
      &kSanMalformed,
      &kValidityTooLong,
      &kValidityTooShort,
      &kValidityNone,
      &kValidityBeyondCa,
      &kKeyUsageNone,
      &kKeySizeNotOffered,
      &kKeySizeSmall,
      &kKeySizeAboveCa,
      &kKeySizeStorage,
      &kHashSha1,
      &kPurposeNone,
      &kAnyPurpose,
      &kPurposeNotOnCa,
      &kUrlNone,
      &kUrlMixed,
      &kUrlSeveralCas,
      &kUrlUnknown,
      &kUrlHttps,
      &kUrlReplaced,
      &kRootNone,
      &kRootPlatform,
      &kRootWrong,
      &kChannelType,
      &kThreshold,
      &kNotAssigned,
      &kRootNotDelivered,
      &kAssignmentMixed,
      &kNoUser,
      &kNoTpm,
      &kStaysExpired,
      &kNoReply,
      &kChallengeMismatch,
  };
  return kAll;
}

}  // namespace pki::cloudpki::fleet
