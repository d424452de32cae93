#include <mbedtls/psa_util.h>
#include <mbedtls/rsa.h>

#include "crypto/engine.h"
#include "crypto/pss.h"
#include "crypto/rules.h"
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

/// A limit that a key goes beyond.
struct Excess {
  std::string what;
  std::size_t limit;

  std::string text() const { return what + ", and the limit is " + std::to_string(limit); }
};

std::optional<Excess> find_excess(const PublicKey& key) {
  const std::string modulus = "the modulus has " + std::to_string(key.bits) + " bits";
  if (key.bits < kMinModulusBits) return Excess{modulus, kMinModulusBits};
  if (key.bits > kMaxModulusBits || key.modulus.size() > kMaxModulusBits / 8) return Excess{modulus, kMaxModulusBits};
  if (key.bits > kSmallModulusBits && key.exponent.size() > kMaxExponentBits / 8) {
    return Excess{"the exponent has " + std::to_string(key.exponent.size()) + " octets", kMaxExponentBits / 8};
  }
  return std::nullopt;
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
  if (const auto excess = find_excess(key)) {
    Finding finding = unsupported_signature(algorithm, excess->text());
    finding.params.push_back({"limit", std::to_string(excess->limit)});
    return finding;
  }
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

Finding unsupported_transport(std::string reason) {
  return {&rules::kTransportUnsupported, {}, {{"reason", std::move(reason)}}};
}

Result<ByteVector> encrypt_with_rsa(const PublicKey& key, const KeyTransport& transport, Bytes octets) {
  if (const auto excess = find_excess(key)) return unsupported_transport(excess->text());
  RsaContext context;
  PKI_CHECK(load(context, key));
  ByteVector encrypted(mbedtls_rsa_get_len(&context.rsa));
  const bool oaep = transport.kind == KeyTransportKind::RsaOaep;
  // RFC 8017 7.2.1 step 1 and 7.1.1 step 1 b: what the padding takes.
  const std::size_t padding = oaep ? 2 * hash_size(transport.hash) + 2 : 11;
  if (padding + octets.size() > encrypted.size()) {
    return unsupported_transport("a modulus of " + std::to_string(key.bits) + " bits has no room for it");
  }
  RandomCall random;
  const mbedtls_md_type_t hash =
      oaep ? mbedtls_md_type_from_psa_alg(engine_hash(transport.hash)) : mbedtls_md_type_t{MBEDTLS_MD_NONE};
  PKI_ASSERT(mbedtls_rsa_set_padding(&context.rsa, oaep ? MBEDTLS_RSA_PKCS_V21 : MBEDTLS_RSA_PKCS_V15, hash) == 0);
  const int status = oaep ? mbedtls_rsa_rsaes_oaep_encrypt(&context.rsa, RandomCall::call, &random, nullptr, 0,
                                                           octets.size(), octets.data(), encrypted.data())
                          : mbedtls_rsa_rsaes_pkcs1_v15_encrypt(&context.rsa, RandomCall::call, &random, octets.size(),
                                                                octets.data(), encrypted.data());
  if (status == 0) return encrypted;
  // mbedTLS fails here too where its source gives nothing but zeros.
  return random_failed();
}

}  // namespace pki::crypto
