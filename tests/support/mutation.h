#pragma once
// Octets with faults in them: the same faults on every machine.

#include <cstdint>

#include "base/bytes.h"

namespace pki::test {

/// Makes one damaged copy of `original` after another: octets flipped, set, removed, doubled, inserted, the end cut
/// off.
class Mutator {
 public:
  explicit Mutator(Bytes original, std::uint64_t seed = 1) : original_(to_vector(original)), state_(seed) {}

  ByteVector next() {
    ByteVector copy = original_;
    for (std::uint64_t faults = 1 + below(3); faults > 0 && !copy.empty(); --faults) damage(copy);
    return copy;
  }

 private:
  void damage(ByteVector& octets) {
    const auto at = static_cast<std::ptrdiff_t>(below(octets.size()));
    const auto octet = octets.begin() + at;
    const auto left = static_cast<std::uint64_t>(octets.end() - octet);
    const auto run = static_cast<std::ptrdiff_t>(1 + below(left < 8 ? left : 8));
    switch (below(6)) {
      case 0:
        *octet = static_cast<std::uint8_t>(*octet ^ (1U << below(8)));
        break;
      case 1:
        *octet = static_cast<std::uint8_t>(below(256));
        break;
      case 2:
        octets.erase(octet, octet + run);
        break;
      case 3: {
        const ByteVector doubled(octet, octet + run);
        octets.insert(octet, doubled.begin(), doubled.end());
        break;
      }
      case 4:
        octets.insert(octet, static_cast<std::uint8_t>(below(256)));
        break;
      default:
        octets.resize(static_cast<std::size_t>(at));
        break;
    }
  }

  // SplitMix64.
  std::uint64_t below(std::uint64_t limit) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return (z ^ (z >> 31)) % limit;
  }

  ByteVector original_;
  std::uint64_t state_;
};

}  // namespace pki::test
