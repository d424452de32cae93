#include "asn1/rules.h"

#include <array>

namespace pki::asn1 {

using namespace rules;

RuleList asn1_rules() {
  static constexpr std::array kAll = {
      &kElementTruncated,  &kElementUnexpected,  &kElementTrailing,    &kTagTruncated,
      &kTagTooLarge,       &kTagNotMinimal,      &kLengthTruncated,    &kLengthTooLarge,
      &kLengthReserved,    &kLengthNotMinimal,   &kLengthIndefinite,   &kLengthIndefinitePrimitive,
      &kBooleanMalformed,  &kBooleanNotDer,      &kIntegerEmpty,       &kIntegerNotMinimal,
      &kIntegerNegative,   &kIntegerTooLarge,    &kNullNotEmpty,       &kOidMalformed,
      &kOidNotMinimal,     &kBitStringMalformed, &kBitStringPadding,   &kBitStringTrailingZeros,
      &kTimeForm,          &kTimeMalformed,      &kStringCharacter,    &kStringMalformed,
      &kStringConstructed, &kDefaultEncoded,     &kSetOrder,           &kTreeTooDeep,
      &kTreeTooLarge,      &kTreeUnclosed,       &kTreeStrayEnd,       &kPemUnterminated,
      &kPemEmpty,          &kPemBeginMalformed,  &kPemEndMalformed,    &kPemStrayEnd,
      &kPemLabelDiffers,   &kPemBase64Character, &kPemBase64Malformed, &kPemEscaped,
      &kPemManyFindings,
  };
  return kAll;
}

}  // namespace pki::asn1
