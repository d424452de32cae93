#include "asn1/oids.h"
#include "base/assert.h"
#include "crypto/pss_parameters.h"
#include "crypto/public_key.h"
#include "crypto/rules.h"
#include "crypto/signatures.h"

namespace pki::crypto {
namespace {

Finding key_mismatch(const PublicKey& key, const SignatureAlgorithm& algorithm) {
  return {&rules::kSignatureKeyMismatch,
          {},
          {{"algorithm", signature_algorithm_name(algorithm)}, {"key", public_key_name(key)}}};
}

/// True where the identifier names RSA, EC or DSA, and yet the key could not be read as one.
bool is_malformed(const PublicKey& key) {
  const asn1::Oid oid = key.algorithm.oid;
  return key.kind == KeyKind::Unknown && (oid == asn1::oids::kRsaEncryption || oid == asn1::oids::kRsassaPss ||
                                          oid == asn1::oids::kEcPublicKey || oid == asn1::oids::kDsa);
}

/// The kind of key that makes such signatures.
KeyKind kind_for(SignatureKind kind) {
  switch (kind) {
    case SignatureKind::RsaPkcs1:
    case SignatureKind::RsaPss:
      return KeyKind::Rsa;
    case SignatureKind::Ecdsa:
      return KeyKind::Ec;
    case SignatureKind::Dsa:
      return KeyKind::Dsa;
    case SignatureKind::Unknown:
      break;
  }
  return KeyKind::Unknown;
}

/// RFC 4055 1.2 and 3.3: a key of id-RSASSA-PSS is for that alone; if it has parameters, the hashes must be theirs
/// and the salt no shorter.
Status check_pss_key(const PublicKey& key, const SignatureAlgorithm& algorithm) {
  if (key.algorithm.oid != asn1::oids::kRsassaPss) return {};
  if (algorithm.kind != SignatureKind::RsaPss) return key_mismatch(key, algorithm);
  if (!key.algorithm.parameters) return {};
  asn1::Context context(key.algorithm.whole);
  const auto allowed = read_pss_parameters(key.algorithm, context);
  if (!allowed.ok()) return malformed_key("RSASSA-PSS", allowed.error().param("reason"));
  const bool fits = allowed->kind == SignatureKind::RsaPss && allowed->hash == algorithm.hash &&
                    allowed->mgf_hash == algorithm.mgf_hash && allowed->salt_length <= algorithm.salt_length;
  if (!fits) return key_mismatch(key, algorithm);
  return {};
}

}  // namespace

Finding invalid_signature(const SignatureAlgorithm& algorithm, std::string_view reason) {
  return {&rules::kSignatureInvalid,
          {},
          {{"algorithm", signature_algorithm_name(algorithm)}, {"reason", std::string(reason)}}};
}

Finding unsupported_signature(const SignatureAlgorithm& algorithm, std::string reason) {
  return {&rules::kSignatureUnsupported,
          {},
          {{"algorithm", signature_algorithm_name(algorithm)}, {"reason", std::move(reason)}}};
}

Finding malformed_key(std::string_view key, std::string_view reason) {
  return {&rules::kKeyMalformed, {}, {{"key", std::string(key)}, {"reason", std::string(reason)}}};
}

Finding random_failed() { return {&rules::kRandomFailed, {}, {}}; }

Status check_key_suits(const PublicKey& key, const SignatureAlgorithm& algorithm) {
  if (algorithm.kind == SignatureKind::Unknown) {
    return unsupported_signature(algorithm, "the algorithm is not known here");
  }
  if (is_malformed(key)) return malformed_key("public", "it cannot be read");
  if (key.kind != kind_for(algorithm.kind)) return key_mismatch(key, algorithm);
  return check_pss_key(key, algorithm);
}

Status verify_signature(const PublicKey& key, const SignatureAlgorithm& algorithm, Bytes message, Bytes signature) {
  PKI_CHECK(check_key_suits(key, algorithm));
  switch (key.kind) {
    case KeyKind::Rsa:
      return verify_rsa(key, algorithm, message, signature);
    case KeyKind::Ec:
      return verify_ecdsa(key, algorithm, message, signature);
    case KeyKind::Dsa:
      return verify_dsa(key, algorithm, message, signature);
    case KeyKind::Unknown:
      break;
  }
  PKI_ASSERT(false);  // check_key_suits lets none of these pass
  return {};
}

}  // namespace pki::crypto
