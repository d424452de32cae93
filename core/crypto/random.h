#pragma once
// The one seam through which randomness comes. The system's source is getentropy (in wasm that is
// crypto.getRandomValues); tests put a fixed one in its place, so that native and wasm can be compared octet by
// octet.

#include <cstdint>
#include <span>

#include "base/bytes.h"

namespace pki::crypto {

/// A source of random octets.
class RandomSource {
 public:
  virtual ~RandomSource() = default;
  /// Fills all of `out`; false where the source failed (then nothing may be made from `out`).
  virtual bool fill(std::span<std::uint8_t> out) = 0;
};

/// The operating system's source (getentropy).
RandomSource& system_random();

/// Where random octets come from until this object is gone; then the source before it again. mbedTLS's own
/// randomness (keys, blinding, salts) comes from here too. The workbench is single-threaded; scopes nest.
class ScopedRandom {
 public:
  explicit ScopedRandom(RandomSource& source);
  ~ScopedRandom();
  ScopedRandom(const ScopedRandom&) = delete;
  ScopedRandom& operator=(const ScopedRandom&) = delete;

 private:
  RandomSource* before_;
};

/// Fills `out` from the source in force; false where it failed.
bool random_fill(std::span<std::uint8_t> out);

/// Octets from a 64-bit seed (SplitMix64): the same on every machine, and worthless as a secret. For tests and
/// golden files only.
class FixedRandom final : public RandomSource {
 public:
  explicit FixedRandom(std::uint64_t seed) : state_(seed) {}
  bool fill(std::span<std::uint8_t> out) override;

 private:
  std::uint64_t state_;
};

}  // namespace pki::crypto
