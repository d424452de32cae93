#include "crypto/random.h"

#include <unistd.h>
#if defined(__APPLE__)
#include <sys/random.h>
#endif

#include <algorithm>

namespace pki::crypto {
namespace {

/// getentropy hands out so many octets a call at most (POSIX.1-2024, GETENTROPY_MAX).
constexpr std::size_t kMaxOctetsPerCall = 256;

class SystemRandom final : public RandomSource {
 public:
  bool fill(std::span<std::uint8_t> out) override {
    while (!out.empty()) {
      const std::size_t size = std::min(out.size(), kMaxOctetsPerCall);
      if (getentropy(out.data(), size) != 0) return false;
      out = out.subspan(size);
    }
    return true;
  }
};

RandomSource*& source_in_force() {
  static RandomSource* source = &system_random();
  return source;
}

}  // namespace

RandomSource& system_random() {
  static SystemRandom random;
  return random;
}

ScopedRandom::ScopedRandom(RandomSource& source) : before_(source_in_force()) { source_in_force() = &source; }

ScopedRandom::~ScopedRandom() { source_in_force() = before_; }

bool random_fill(std::span<std::uint8_t> out) { return source_in_force()->fill(out); }

bool FixedRandom::fill(std::span<std::uint8_t> out) {
  // SplitMix64 (Steele, Lea, Flood 2014). Each call begins a new number; its octets come least significant first.
  while (!out.empty()) {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t number = state_;
    number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9u;
    number = (number ^ (number >> 27)) * 0x94D049BB133111EBu;
    number ^= number >> 31;
    const std::size_t size = std::min<std::size_t>(out.size(), 8);
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(number >> (8 * i));
    out = out.subspan(size);
  }
  return true;
}

}  // namespace pki::crypto
