#pragma once
// Reading the presentation language of TLS (RFC 8446 3): numbers of fixed size, big endian, and vectors with their
// length in front.

#include <cstdint>
#include <optional>

#include "base/bytes.h"

namespace pki::tls {

/// Reads from the front of octets that someone else owns. What cannot be read is nothing, and takes nothing away.
class WireReader {
 public:
  explicit WireReader(Bytes octets) : rest_(octets) {}

  bool at_end() const { return rest_.empty(); }
  /// What is left; aliases the octets.
  Bytes rest() const { return rest_; }

  /// The next `size` octets, a view that aliases them.
  std::optional<Bytes> take(std::size_t size);
  /// uint8, uint16, uint24.
  std::optional<std::uint8_t> u8();
  std::optional<std::uint16_t> u16();
  std::optional<std::uint32_t> u24();
  /// A vector whose length stands in front in one, two or three octets: its contents.
  std::optional<Bytes> vector8() { return vector(1); }
  std::optional<Bytes> vector16() { return vector(2); }
  std::optional<Bytes> vector24() { return vector(3); }

 private:
  std::optional<std::uint32_t> number(std::size_t octets);
  std::optional<Bytes> vector(std::size_t length_octets);

  Bytes rest_;
};

}  // namespace pki::tls
