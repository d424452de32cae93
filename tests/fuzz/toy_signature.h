#pragma once
// Signatures that cost nothing, for the fuzzer of the whole check. A fuzzer that damages a certificate damages its
// signature with it, and then nothing behind the signature is ever reached; and real signatures take most of the time.
// So objects are signed anew after they were damaged, with what is no signature but says which key signed what. The
// fuzzer links verify_signature() to a version that knows these (toy_signature.cpp, CMakeLists.txt); every other
// signature is checked as always.

#include "base/bytes.h"
#include "crypto/public_key.h"
#include "x509/certificate.h"
#include "x509/crl.h"
#include "x509/ocsp_response.h"

namespace pki::test {

/// The toy signature of `key` over `message`; for RSA as long as the key, as its signatures are.
ByteVector toy_signature(const crypto::PublicKey& key, Bytes message);

/// True if `signature` is a toy signature, of whomever.
bool is_toy_signature(Bytes signature);

/// The DER of the object with a toy signature of `key` in place of its own.
ByteVector sign_anew(const x509::Certificate& certificate, const crypto::PublicKey& key);
ByteVector sign_anew(const x509::Crl& crl, const crypto::PublicKey& key);
/// The certificates that came along are kept as they are.
ByteVector sign_anew(const x509::OcspResponse& response, const crypto::PublicKey& key);

}  // namespace pki::test
