#include <psa/crypto.h>

#include "crypto/ec_key.h"
#include "crypto/ecdsa_signature.h"
#include "crypto/engine.h"
#include "crypto/signatures.h"

namespace pki::crypto {

Status verify_ecdsa(const PublicKey& key, const SignatureAlgorithm& algorithm, Bytes message, Bytes signature) {
  const CurveInfo* curve = find_curve(key.curve);
  if (curve == nullptr) {
    return unsupported_signature(algorithm, "the key's curve is not known here");
  }
  const auto point = uncompressed_point(*curve, key.key_bits);
  if (!point) return malformed_key(curve->name, "its point is not on the curve");
  const auto engine_key = import_ec_public(*curve, *point);
  if (!engine_key) return malformed_key(curve->name, "its point is not on the curve");

  const auto raw = ecdsa_signature_from_der(signature, curve->octets());
  if (!raw) return invalid_signature(algorithm, "it is no DER of two positive numbers in range");
  const ByteVector message_digest = digest(algorithm.hash, message);
  const psa_status_t status = psa_verify_hash(engine_key->id(), PSA_ALG_ECDSA(engine_hash(algorithm.hash)),
                                              message_digest.data(), message_digest.size(), raw->data(), raw->size());
  if (status == PSA_SUCCESS) return {};
  if (status == PSA_ERROR_INVALID_SIGNATURE) {
    return invalid_signature(algorithm, "made with another key, or over other octets");
  }
  if (status == PSA_ERROR_INSUFFICIENT_ENTROPY) return random_failed();
  return unsupported_signature(algorithm, "it cannot be computed");
}

}  // namespace pki::crypto
