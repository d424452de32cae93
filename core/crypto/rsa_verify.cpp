#include <mbedtls/psa_util.h>
#include <mbedtls/rsa.h>

#include "crypto/engine.h"
#include "crypto/pss.h"
#include "crypto/signatures.h"

namespace pki::crypto {
namespace {

// What a signature may cost: a hostile key must not hang whoever checks it. OpenSSL has the same upper limits
// (OPENSSL_RSA_MAX_MODULUS_BITS, OPENSSL_RSA_SMALL_MODULUS_BITS, OPENSSL_RSA_MAX_PUBEXP_BITS).
constexpr std::size_t kMinModulusBits = 512;
constexpr std::size_t kMaxModulusBits = 16384;
constexpr std::size_t kSmallModulusBits = 3072;
constexpr std::size_t kMaxExponentBits = 64;  // above kSmallModulusBits

struct RsaContext {
  RsaContext() { mbedtls_rsa_init(&rsa); }
  ~RsaContext() { mbedtls_rsa_free(&rsa); }
  RsaContext(const RsaContext&) = delete;
  RsaContext& operator=(const RsaContext&) = delete;

  mbedtls_rsa_context rsa;
};

Finding beyond_limit(const SignatureAlgorithm& algorithm, std::string what, std::size_t limit) {
  what += ", and the limit is " + std::to_string(limit);
  Finding finding = unsupported_signature(algorithm, std::move(what));
  finding.params.push_back({"limit", std::to_string(limit)});
  return finding;
}

Status check_limits(const PublicKey& key, const SignatureAlgorithm& algorithm) {
  const std::string modulus = "the modulus has " + std::to_string(key.bits) + " bits";
  if (key.bits < kMinModulusBits) return beyond_limit(algorithm, modulus, kMinModulusBits);
  if (key.bits > kMaxModulusBits || key.modulus.size() > kMaxModulusBits / 8) {
    return beyond_limit(algorithm, modulus, kMaxModulusBits);
  }
  if (key.bits > kSmallModulusBits && key.exponent.size() > kMaxExponentBits / 8) {
    const std::string octets = std::to_string(key.exponent.size());
    return beyond_limit(algorithm, "the exponent has " + octets + " octets", kMaxExponentBits / 8);
  }
  return {};
}

Status load(RsaContext& context, const PublicKey& key) {
  const bool loaded = mbedtls_rsa_import_raw(&context.rsa, key.modulus.data(), key.modulus.size(), nullptr, 0, nullptr,
                                             0, nullptr, 0, key.exponent.data(), key.exponent.size()) == 0 &&
                      mbedtls_rsa_complete(&context.rsa) == 0 && mbedtls_rsa_check_pubkey(&context.rsa) == 0;
  if (loaded) return {};
  // RFC 8017 3.1: the modulus is odd, the exponent odd and between 3 and the modulus.
  return malformed_key("RSA", "its modulus or its exponent is even or out of range");
}

bool pkcs1_fits(RsaContext& context, HashAlgorithm hash, Bytes message_digest, Bytes signature) {
  return mbedtls_rsa_rsassa_pkcs1_v15_verify(&context.rsa, mbedtls_md_type_from_psa_alg(engine_hash(hash)),
                                             static_cast<unsigned>(message_digest.size()), message_digest.data(),
                                             signature.data()) == 0;
}

bool pss_fits(RsaContext& context, const SignatureAlgorithm& algorithm, Bytes message_digest, Bytes signature) {
  ByteVector message(signature.size());
  if (mbedtls_rsa_public(&context.rsa, signature.data(), message.data()) != 0) return false;
  // RFC 8017 8.1.2: the encoding is one bit shorter than the modulus, which can be an octet less.
  const std::size_t encoded_bits = mbedtls_rsa_get_bitlen(&context.rsa) - 1;
  Bytes encoded = message;
  if (encoded_bits % 8 == 0) {
    if (encoded[0] != 0) return false;
    encoded = encoded.subspan(1);
  }
  return pss_encoding_fits(algorithm, message_digest, encoded, encoded_bits);
}

}  // namespace

Status verify_rsa(const PublicKey& key, const SignatureAlgorithm& algorithm, Bytes message, Bytes signature) {
  PKI_CHECK(check_limits(key, algorithm));
  RsaContext context;
  PKI_CHECK(load(context, key));
  // RFC 8017 8.1.2 and 8.2.2, step 1.
  if (signature.size() != mbedtls_rsa_get_len(&context.rsa)) {
    return invalid_signature(algorithm, "it is not as long as the modulus");
  }
  const ByteVector message_digest = digest(algorithm.hash, message);
  const bool fits = algorithm.kind == SignatureKind::RsaPss
                        ? pss_fits(context, algorithm, message_digest, signature)
                        : pkcs1_fits(context, algorithm.hash, message_digest, signature);
  if (!fits) return invalid_signature(algorithm, "made with another key, or over other octets");
  return {};
}

}  // namespace pki::crypto
