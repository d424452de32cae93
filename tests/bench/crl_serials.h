#pragma once
// The serial numbers of the large CRL: 16 octets, in no order, as CAs choose them that draw them at random.

#include <array>
#include <cstdint>

namespace pki::bench {

/// The contents octets of the serial number of entry `number`; 0 is none of its entries.
inline std::array<std::uint8_t, 16> crl_serial(std::uint64_t number) {
  // SplitMix64, which is a permutation: no two numbers have the same.
  std::uint64_t mixed = (number + 1) * 0x9E3779B97F4A7C15U;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
  mixed ^= mixed >> 31;
  std::array<std::uint8_t, 16> octets = {0x40, 1, 2, 3, 4, 5, 6, 7};
  for (std::size_t i = 0; i < 8; ++i) octets[8 + i] = static_cast<std::uint8_t>(mixed >> (8 * (7 - i)));
  return octets;
}

}  // namespace pki::bench
