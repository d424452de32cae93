#include "tls/wire_reader.h"

namespace pki::tls {

std::optional<Bytes> WireReader::take(std::size_t size) {
  if (rest_.size() < size) return std::nullopt;
  const Bytes taken = rest_.first(size);
  rest_ = rest_.subspan(size);
  return taken;
}

std::optional<std::uint32_t> WireReader::number(std::size_t octets) {
  const auto taken = take(octets);
  if (!taken) return std::nullopt;
  std::uint32_t value = 0;
  for (const std::uint8_t octet : *taken) value = value << 8 | octet;
  return value;
}

std::optional<std::uint8_t> WireReader::u8() {
  const auto value = number(1);
  return value ? std::optional(static_cast<std::uint8_t>(*value)) : std::nullopt;
}

std::optional<std::uint16_t> WireReader::u16() {
  const auto value = number(2);
  return value ? std::optional(static_cast<std::uint16_t>(*value)) : std::nullopt;
}

std::optional<std::uint32_t> WireReader::u24() { return number(3); }

std::optional<Bytes> WireReader::vector(std::size_t length_octets) {
  const WireReader before = *this;
  const auto length = number(length_octets);
  const auto contents = length ? take(*length) : std::nullopt;
  if (!contents) *this = before;
  return contents;
}

}  // namespace pki::tls
