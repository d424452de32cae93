#pragma once
// The certificate that came back: is it the answer to this request, for this key, and what became of what was asked
// for.

#include "x509/certificate.h"
#include "x509/request.h"

namespace pki::ca {

/// What the certificate shall be. AsRequested: a CA where the request asks to be one.
enum class Expected : std::uint8_t { AsRequested, Ca };

/// Compares the certificate with the request: key, subject, being a CA, and every extension. Empty where it is what was
/// asked for, and nothing more. Errors: it is no answer to this request. Rules: ca.match.*.
Findings match_request(const x509::Request& request, const x509::Certificate& certificate,
                       Expected expected = Expected::AsRequested);

/// The same where only the key is at hand: the key, and being a CA if that is expected.
Findings match_key(const crypto::PublicKey& key, const x509::Certificate& certificate,
                   Expected expected = Expected::AsRequested);

}  // namespace pki::ca
