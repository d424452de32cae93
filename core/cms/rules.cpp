#include "cms/rules.h"

#include <array>

namespace pki::cms {

using namespace rules;

RuleList cms_rules() {
  static constexpr std::array kAll = {
      &kMessageTooLarge,  &kMessageOther,       &kMessageBer,         &kMessageTooMany,    &kAttributeRepeated,
      &kAttributeMissing, &kAttributeValues,    &kContentTypeDiffers, &kDigestUnsupported, &kDigestsDiffer,
      &kDigestMismatch,   &kCertificateNoKeyId, &kRecipientKind,      &kRecipientOther,    &kRecipientUnclear,
      &kEnvelopeEmpty,    &kCipherUnsupported,  &kUndecryptable,
  };
  return kAll;
}

}  // namespace pki::cms
