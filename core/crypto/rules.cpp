#include "crypto/rules.h"

#include <array>

namespace pki::crypto {

RuleList crypto_rules() {
  static constexpr std::array<const Rule*, 14> kAll = {
      &rules::kAlgorithmParameters,  &rules::kPssParameters,     &rules::kKeyMalformed,
      &rules::kKeyUnsupported,       &rules::kKeyPassword,       &rules::kKeyEncryptionUnsupported,
      &rules::kKeyIterations,        &rules::kSignatureInvalid,  &rules::kSignatureUnsupported,
      &rules::kSignatureKeyMismatch, &rules::kSignatureWeakHash, &rules::kTransportKey,
      &rules::kTransportUnsupported, &rules::kRandomFailed,
  };
  return kAll;
}

}  // namespace pki::crypto
