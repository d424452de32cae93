#include "crypto/pss.h"

#include <algorithm>

#include "base/assert.h"

namespace pki::crypto {
namespace {

constexpr std::uint8_t kTrailer = 0xBC;
constexpr std::size_t kLeadingZeros = 8;  // of M'

/// Masks `octets` with MGF1 (RFC 8017 B.2.1) of `seed`; the same again takes the mask off.
void apply_mgf1(HashAlgorithm hash, Bytes seed, std::span<std::uint8_t> octets) {
  ByteVector input = to_vector(seed);
  input.resize(seed.size() + 4);
  for (std::uint32_t counter = 0; !octets.empty(); ++counter) {
    for (std::size_t i = 0; i < 4; ++i) {
      input[seed.size() + i] = static_cast<std::uint8_t>(counter >> (24 - 8 * i));
    }
    const ByteVector mask = digest(hash, input);
    const std::size_t size = std::min(mask.size(), octets.size());
    for (std::size_t i = 0; i < size; ++i) octets[i] ^= mask[i];
    octets = octets.subspan(size);
  }
}

}  // namespace

bool pss_encoding_fits(const SignatureAlgorithm& algorithm, Bytes message_digest, Bytes encoded,
                       std::size_t encoded_bits) {
  PKI_ASSERT(encoded.size() == (encoded_bits + 7) / 8);
  const std::size_t hash_length = hash_size(algorithm.hash);
  const std::size_t salt_length = algorithm.salt_length;
  // The steps of RFC 8017 9.1.2: (3), with the salt alone first, so that no sum can overflow.
  if (salt_length > encoded.size()) return false;
  if (encoded.size() < hash_length + salt_length + 2) return false;
  if (encoded.back() != kTrailer) return false;  // (4)

  const std::size_t data_length = encoded.size() - hash_length - 1;  // (5)
  ByteVector data = to_vector(encoded.first(data_length));
  const Bytes hash = encoded.subspan(data_length, hash_length);
  const auto unused_bits = static_cast<unsigned>(8 * encoded.size() - encoded_bits);
  const auto unused_mask = static_cast<std::uint8_t>(~(0xFFu >> unused_bits));
  if ((data[0] & unused_mask) != 0) return false;  // (6)

  apply_mgf1(algorithm.mgf_hash, hash, data);                   // (7), (8)
  data[0] = static_cast<std::uint8_t>(data[0] & ~unused_mask);  // (9)
  const std::size_t padding_length = data_length - salt_length - 1;
  const bool padding_is_zero = std::all_of(data.begin(), data.begin() + static_cast<std::ptrdiff_t>(padding_length),
                                           [](std::uint8_t octet) { return octet == 0; });
  if (!padding_is_zero || data[padding_length] != 0x01) return false;  // (10)

  ByteVector salted(kLeadingZeros);  // (11), (12)
  append(salted, message_digest);
  append(salted, Bytes(data).subspan(padding_length + 1));
  return equal(digest(algorithm.hash, salted), hash);  // (13), (14)
}

}  // namespace pki::crypto
