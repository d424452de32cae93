#include "path/rules.h"

#include <iterator>
#include <vector>

#include "path/issuer_rules/judge.h"
#include "path/policy/rules.h"
#include "path/revocation/ocsp_rules.h"
#include "path/revocation/rules.h"
#include "path/strength_rules.h"
#include "path/web_pki/judge.h"

namespace pki::path {
namespace {

constexpr const Rule* kRules[] = {
    &rules::kNoIssuer,
    &rules::kIssuerKeyDiffers,
    &rules::kAnchorNotTrusted,
    &rules::kAnchorNotRoot,
    &rules::kTargetNotAnchor,
    &rules::kTooLong,
    &rules::kCircle,
    &rules::kSearchStopped,
    &rules::kNotJudged,
    &rules::kLoop,
    &rules::kAnchorItself,
    &rules::kNameDiffers,
    &rules::kKeyDoesNotFit,
    &rules::kLimitPaths,
    &rules::kLimitJudgements,
    &rules::kLimitComparisons,
    &rules::kLimitSignatures,
    &rules::kLimitCandidates,
    &rules::kLimitCrlEntries,
    &rules::kLimitCrlIssuers,
    &rules::kNoAnchors,
    &rules::kNotDer,
    &rules::kExtensionMalformed,
    &rules::kExtensionDuplicate,
    &rules::kIssuerRule,
    &rules::kVersionExtensions,
    &rules::kVersionUniqueId,
    &rules::kVersionUnknown,
    &rules::kAlgorithmMismatch,
    &rules::kSignatureInvalid,
    &rules::kSignatureUnsupported,
    &rules::kSignatureLimit,
    &rules::kExpired,
    &rules::kNotYetValid,
    &rules::kValidityTooLong,
    &rules::kValidityUnreadable,
    &rules::kNameChaining,
    &rules::kNotCa,
    &rules::kNoBasicConstraints,
    &rules::kNotVersion3,
    &rules::kPathLength,
    &rules::kNoCertSign,
    &rules::kNameExcluded,
    &rules::kNameNotPermitted,
    &rules::kConstrainedNameMalformed,
    &rules::kSubtreeUnusable,
    &rules::kConstrainedFormUnknown,
    &rules::kConstraintsUnreadable,
    &rules::kCriticalUnknown,
    &rules::kPurposeDenied,
    &rules::kPurposeDeniedByIssuer,
    &rules::kPurposeMissing,
    &rules::kPurposeNotAlone,
    &rules::kKeyUsagePurpose,
    &rules::kKeyIdentifierMismatch,
    &rules::kStrengthRsaSize,
    &rules::kStrengthRsaExponent,
    &rules::kStrengthCurve,
    &rules::kStrengthKeyUnknown,
    &rules::kStrengthHash,
    &rules::kStrengthSignatureUnknown,
    &rules::kAnchorExpired,
    &rules::kAnchorNotYetValid,
    &rules::kAnchorNotCa,
    &rules::kAnchorNoCertSign,
    &rules::kIdentityMismatch,
    &rules::kIdentityNone,
    &rules::kIdentityReference,
    &rules::kOcspRevoked,
    &rules::kOcspOnHold,
    &rules::kOcspNotIssued,
    &rules::kOcspNotSuccessful,
    &rules::kOcspType,
    &rules::kOcspMalformed,
    &rules::kOcspOtherIssuer,
    &rules::kOcspHashUnknown,
    &rules::kOcspProducedLater,
    &rules::kOcspProducedBefore,
    &rules::kOcspProducedAfter,
    &rules::kOcspNotYetValid,
    &rules::kOcspExpired,
    &rules::kOcspOld,
    &rules::kOcspTimesOrder,
    &rules::kOcspCriticalUnknown,
    &rules::kOcspWeak,
    &rules::kOcspSignature,
    &rules::kOcspSignatureUnsupported,
    &rules::kOcspSignatureUnchecked,
    &rules::kOcspResponderUnknown,
    &rules::kOcspResponderNotIssued,
    &rules::kOcspResponderPurpose,
    &rules::kOcspResponderFault,
    &rules::kOcspResponderLimit,
    &rules::kOcspStatusUnknown,
    &rules::kOcspOutdated,
    &rules::kRevocationNotJudged,
    &rules::kRevoked,
    &rules::kOnHold,
    &rules::kRevocationUndetermined,
    &rules::kCrlExpiredTolerated,
    &rules::kCrlMalformed,
    &rules::kCrlNotYetValid,
    &rules::kCrlExpired,
    &rules::kCrlSuperseded,
    &rules::kCrlNumberOrder,
    &rules::kCrlAlgorithmMismatch,
    &rules::kCrlWeak,
    &rules::kCrlCriticalUnknown,
    &rules::kCrlNotIndirect,
    &rules::kCrlOtherPoint,
    &rules::kCrlOtherContents,
    &rules::kCrlNoReasons,
    &rules::kCrlIssuerUnknown,
    &rules::kCrlSignature,
    &rules::kCrlSignatureUnchecked,
    &rules::kCrlSignNotAllowed,
    &rules::kCrlIssuerPath,
    &rules::kCrlIssuerLimit,
    &rules::kCrlNotSearched,
    &rules::kDeltaWithoutBase,
    &rules::kDeltaNotUsed,
    &rules::kAnyPolicyMapped,
    &rules::kExplicitPolicyLost,
    &rules::kNoAcceptablePolicy,
    &rules::kNoWantedPolicy,
    &rules::kQualifierUnknown,
};

}  // namespace

RuleList path_rules() {
  // What has a file of its own beside this layer's general rules.
  static const std::vector<const Rule*> all = [] {
    std::vector<const Rule*> list(std::begin(kRules), std::end(kRules));
    for (const RuleList area : {strength_rules(), issuer_rules::all_rules(), web_pki::all_rules()})
      list.insert(list.end(), area.begin(), area.end());
    return list;
  }();
  return all;
}

}  // namespace pki::path
