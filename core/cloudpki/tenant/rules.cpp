#include "cloudpki/tenant/rules.h"

namespace pki::cloudpki::tenant {

RuleList tenant_rules() {
  using namespace rules;
  static constexpr const Rule* kAll[] = {
      &kDamaged,          &kNotPermitted,
      &kNoSuchCa,         &kNoSuchVersion,
      &kNoSuchLeaf,       &kCap,
      &kNameMissing,      &kCommonNameMissing,
      &kCountry,          &kRootValidity,
      &kIssuingValidity,  &kBeyondRoot,
      &kNoValidityHere,   &kNoKeyHere,
      &kKeySize,          &kKeyMismatch,
      &kPurposeMissing,   &kAnyPurpose,
      &kPurposeTwice,     &kPurposeNotOnRoot,
      &kNoRootYet,        &kNotARoot,
      &kSameSubject,      &kTrialKey,
      &kNothingToEdit,    &kRootHasNoPause,
      &kNotActive,        &kNotPaused,
      &kActiveLeaves,     &kNotRevoked,
      &kRootInUse,        &kPrivateCaMustRevoke,
      &kNotByoca,         &kNothingToSign,
      &kUploadRefused,    &kSignedBoxKind,
      &kNotRenewable,     &kTooEarly,
      &kRenewalUnderWay,  &kNotRenewableNow,
      &kNotStaged,        &kNewKey,
      &kRootDoesNotIssue, &kDoesNotIssue,
      &kStagedFull,       &kAlreadyRevoked,
      &kLeafExpired,      &kCachedCrl,
      &kClockBack,        &kCrlPublished,
      &kCrlsPublished,    &kLeafEnded,
      &kCaEnded,          &kBanner,
      &kLapsed,           &kDropped,
  };
  return kAll;
}

}  // namespace pki::cloudpki::tenant
