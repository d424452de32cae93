#include "cloudpki/rules.h"

#include "cloudpki/ground.h"

namespace pki::cloudpki {

std::string_view ground_name(Ground ground) {
  switch (ground) {
    case Ground::Documented:
      return "documented";
    case Ground::Rfc:
      return "rfc";
    case Ground::Measured:
      return "measured";
    case Ground::Sense:
      break;
  }
  return "sense";
}

RuleList cloudpki_rules() {
  using namespace rules;
  static constexpr const Rule* kAll[] = {
      &kSeveralRequests,
      &kProofOfPossession,
      &kRequestKey,
      &kRequestNotCa,
      &kAttributeUnsupported,
      &kNoAnswer,
      &kSeveralAnswers,
      &kOtherKey,
      &kOtherSubject,
      &kSubjectEncoding,
      &kNotCa,
      &kNoCertSign,
      &kNoCrlSign,
      &kPurposesLost,
      &kPurposesNarrowed,
      &kPurposesWidened,
      &kAnyPurpose,
      &kPurposesNotEnough,
      &kAnswerKey,
      &kAnswerHash,
      &kNoSubjectKeyId,
      &kNoAuthorityKeyId,
      &kNoIssuerUrl,
      &kIssuerUrlNotHttp,
      &kNoCrlUrl,
      &kCrlUrlNotHttp,
      &kNoRoot,
      &kNoRoomBelow,
      &kPurposeNotNested,
      &kOutlivesParent,
      &kStray,
      &kDuplicate,
      &kSignedBox,
      &kChainBox,
      &kNothing,
  };
  return kAll;
}

}  // namespace pki::cloudpki
