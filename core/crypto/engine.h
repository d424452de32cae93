#pragma once
// What the sources of this layer share of mbedTLS, without showing it: start-up and the source of randomness.
// Internal to core/crypto.

#include <cstddef>
#include <cstdint>

#include "crypto/hash.h"

namespace pki::crypto {

/// Starts mbedTLS's PSA Crypto once. That it cannot be started (no memory) is no condition that input can cause.
void start_engine();

/// PSA Crypto's number for a hash (a psa_algorithm_t).
std::uint32_t engine_hash(HashAlgorithm algorithm);

/// A key that PSA Crypto holds; it lets go of it, wiped, when this object goes.
class EngineKey {
 public:
  /// Takes over the key with this number (a psa_key_id_t).
  explicit EngineKey(std::uint32_t id) : id_(id) {}
  ~EngineKey();
  EngineKey(EngineKey&& other) noexcept;
  EngineKey& operator=(EngineKey&&) = delete;

  std::uint32_t id() const { return id_; }

 private:
  std::uint32_t id_;
};

/// Randomness for mbedTLS's older interfaces, which take a function and a pointer: hand in `call` and the address of
/// an object, and look afterwards whether the source failed.
struct RandomCall {
  bool failed = false;

  /// Fills `out`; zero, or an error of mbedTLS where the source failed. `self` is a RandomCall.
  static int call(void* self, unsigned char* out, std::size_t size);
};

}  // namespace pki::crypto
