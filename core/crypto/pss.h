#pragma once
// The encoding of RSASSA-PSS (RFC 8017 9.1). Internal to core/crypto.
//
// Only the check is here: mbedTLS 3.6 takes one hash for the message's digest and for MGF1, and certificates with two
// exist (OpenSSL long left MGF1 at SHA-1). Signatures are made by mbedTLS.

#include "crypto/algorithm_identifier.h"

namespace pki::crypto {

/// EMSA-PSS-VERIFY (RFC 8017 9.1.2) with the salt length of `algorithm`: whether `encoded`, which is
/// ceil(`encoded_bits` / 8) octets long, is an encoding of `message_digest`.
bool pss_encoding_fits(const SignatureAlgorithm& algorithm, Bytes message_digest, Bytes encoded,
                       std::size_t encoded_bits);

}  // namespace pki::crypto
