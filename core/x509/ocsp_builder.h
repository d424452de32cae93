#pragma once
// Writing OCSP responses (RFC 6960 4.2).

#include <cstdint>
#include <optional>
#include <vector>

#include "crypto/private_key.h"
#include "x509/extension.h"
#include "x509/ocsp_response.h"

namespace pki::x509 {

/// CertID to be written.
struct OcspCertIdInput {
  crypto::HashAlgorithm hash = crypto::HashAlgorithm::Sha1;
  ByteVector issuer_name_hash;
  ByteVector issuer_key_hash;
  ByteVector serial;  // contents octets of the INTEGER, as in the certificate; at least one
};

/// The CertID of a certificate with this serial number (contents octets) of an issuer with this name (DER) and key.
OcspCertIdInput make_cert_id(crypto::HashAlgorithm hash, Bytes issuer_name, const crypto::PublicKey& issuer_key,
                             Bytes serial);

/// An answer to be written.
struct OcspSingleInput {
  OcspCertIdInput id;
  OcspCertStatus status = OcspCertStatus::Good;
  Time revocation_time = {};             // Revoked only
  std::optional<CrlReason> reason = {};  // Revoked only
  Time this_update = {};
  std::optional<Time> next_update = {};
  std::vector<ExtensionInput> extensions = {};
};

/// Everything of a basic response but the signature.
struct OcspResponseInput {
  /// DER of the responder's Name; empty: the responder is known by `responder_key_hash`.
  ByteVector responder_name;
  ByteVector responder_key_hash;
  Time produced_at = {};
  std::vector<OcspSingleInput> singles;
  std::vector<ExtensionInput> extensions = {};
  std::vector<ByteVector> certificates = {};  // DER
};

/// The DER of a successful OCSPResponse with a BasicOCSPResponse, signed by `key`. Rules: crypto.*.
Result<ByteVector> sign_ocsp_response(const OcspResponseInput& input, const crypto::PrivateKey& key,
                                      const crypto::SignatureAlgorithm& algorithm);

/// The DER of an OCSPResponse that says why there is no answer (RFC 6960 2.3). Not for Successful.
ByteVector encode_ocsp_error(OcspResponseStatus status);

}  // namespace pki::x509
