#include "crypto/secret_bytes.h"

#include <mbedtls/platform_util.h>

#include "base/assert.h"

namespace pki::crypto {

void wipe(std::span<std::uint8_t> octets) {
  if (!octets.empty()) mbedtls_platform_zeroize(octets.data(), octets.size());
}

SecretBytes::~SecretBytes() { wipe(octets_); }

SecretBytes::SecretBytes(SecretBytes&& other) noexcept : octets_(std::exchange(other.octets_, ByteVector())) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  if (this != &other) {
    wipe(octets_);
    octets_ = std::exchange(other.octets_, ByteVector());
  }
  return *this;
}

void SecretBytes::truncate(std::size_t size) {
  PKI_ASSERT(size <= octets_.size());
  wipe(writable().subspan(size));
  octets_.resize(size);
}

}  // namespace pki::crypto
