#include "tls/rules.h"

#include <array>

namespace pki::tls {

using namespace rules;

RuleList tls_rules() {
  static constexpr std::array kAll = {
      &kCertificateMissing,   &kCertificateNotLoadable,
      &kCertificatesTooLarge, &kKeyMissing,
      &kKeyMismatch,          &kKeyUnusable,
      &kServerName,           &kAuthoritiesTooLarge,
      &kMessageMalformed,     &kRecordMalformed,
      &kEngineFailed,
  };
  return kAll;
}

}  // namespace pki::tls
