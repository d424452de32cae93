#include "crypto/engine.h"

#include <mbedtls/entropy.h>
#include <psa/crypto.h>

#include <utility>

#include "base/assert.h"
#include "crypto/random.h"

namespace pki::crypto {

void start_engine() {
  static bool started = false;
  if (started) return;
  PKI_ASSERT(psa_crypto_init() == PSA_SUCCESS);
  started = true;
}

EngineKey::~EngineKey() {
  if (id_ != PSA_KEY_ID_NULL) PKI_ASSERT(psa_destroy_key(id_) == PSA_SUCCESS);
}

EngineKey::EngineKey(EngineKey&& other) noexcept : id_(std::exchange(other.id_, std::uint32_t{PSA_KEY_ID_NULL})) {}

int RandomCall::call(void* self, unsigned char* out, std::size_t size) {
  if (random_fill(std::span<std::uint8_t>(out, size))) return 0;
  static_cast<RandomCall*>(self)->failed = true;
  return MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
}

}  // namespace pki::crypto

/// MBEDTLS_PSA_CRYPTO_EXTERNAL_RNG: all randomness of PSA Crypto, and with it of mbedTLS's TLS, comes from here.
extern "C" psa_status_t mbedtls_psa_external_get_random(mbedtls_psa_external_random_context_t*, uint8_t* output,
                                                        size_t output_size, size_t* output_length) {
  *output_length = 0;
  if (!pki::crypto::random_fill(std::span<std::uint8_t>(output, output_size))) {
    return PSA_ERROR_INSUFFICIENT_ENTROPY;
  }
  *output_length = output_size;
  return PSA_SUCCESS;
}
