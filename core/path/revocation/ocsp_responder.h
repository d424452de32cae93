#pragma once
// Who signed an OCSP response, and whether they may answer for a CA (RFC 6960 4.2.2.2): the CA itself, or a delegate to
// whom the CA issued a certificate with OCSPSigning, directly and with the key that signed the certificate in question.
//
// Deviations: a responder that the relying party trusts by its own configuration (4.2.2.2, first alternative) is not
// provided for; whether the delegate's certificate was revoked is not looked up (4.2.2.2.1): it is reported whether the
// CA says that one need not (ocsp-nocheck). Name constraints of CAs are not asked of the delegate.

#include <optional>

#include "path/options.h"
#include "path/revocation/ocsp_record.h"
#include "path/signature_cache.h"
#include "x509/certificate.h"

namespace pki::path {

/// For whom a responder is to speak. All must outlive the call.
struct OcspIssuer {
  /// The issuer's name as the certificate in question has it, and the key with which it was signed.
  const x509::Name& name;
  const crypto::PublicKey& key;
  const CheckOptions& options;
  SignatureCache& signatures;
};

/// The outcome: a signer that may answer, or why there is none.
struct OcspResponder {
  /// Set where there is none. Rules: path.revocation.ocsp_responder_*, .ocsp_signature*.
  std::optional<Finding> fault = {};
  /// The delegate; null where the CA itself signed.
  x509::CertificatePtr delegate = {};
};

/// At most so many certificates that come with a response and fit its responder are tried.
inline constexpr std::size_t kMostOcspDelegates = 8;

/// Finds the signer of a response that is basic and can be read.
OcspResponder find_responder(const OcspRecord& record, const OcspIssuer& issuer);

}  // namespace pki::path
