#include "asn1/header.h"

#include <cstdint>
#include <limits>

#include "asn1/rules.h"

namespace pki::asn1 {
namespace {

constexpr std::uint8_t kConstructedBit = 0x20;
constexpr std::uint8_t kLowTagMask = 0x1F;

/// What 32 bits hold: a wasm module can't address more, and all platforms are to say the same.
constexpr std::size_t kMaxLength = 0xFFFFFFFF;

const Rule* read_high_tag_number(Bytes input, Header& header) {
  std::uint32_t number = 0;
  for (bool first = true;; first = false) {
    if (header.size == input.size()) return &rules::kTagTruncated;
    const std::uint8_t octet = input[header.size++];
    // X.690 8.1.2.4.2 (c): bits 7 to 1 of the first subsequent octet shall not all be zero.
    if (first && octet == 0x80) header.tag_not_minimal = true;
    if (number > (std::numeric_limits<std::uint32_t>::max() >> 7)) return &rules::kTagTooLarge;
    number = number << 7 | (octet & 0x7FU);
    if ((octet & 0x80) == 0) break;
  }
  // X.690 8.1.2.2: numbers up to 30 have the form of one octet.
  if (number < kLowTagMask) header.tag_not_minimal = true;
  header.tag.number = number;
  return nullptr;
}

const Rule* read_tag(Bytes input, Header& header) {
  if (input.empty()) return &rules::kTagTruncated;
  const std::uint8_t first = input[header.size++];
  header.tag.tag_class = static_cast<TagClass>(first >> 6);
  header.tag.constructed = (first & kConstructedBit) != 0;
  header.tag.number = first & kLowTagMask;
  return header.tag.number == kLowTagMask ? read_high_tag_number(input, header) : nullptr;
}

const Rule* read_length(Bytes input, Header& header) {
  if (header.size == input.size()) return &rules::kLengthTruncated;
  const std::uint8_t first = input[header.size++];
  if (first < 0x80) {
    header.length = first;
    return nullptr;
  }
  if (first == 0x80) {
    header.indefinite = true;
    return nullptr;
  }
  if (first == 0xFF) return &rules::kLengthReserved;
  for (int left = first & 0x7F; left > 0; --left) {
    if (header.size == input.size()) return &rules::kLengthTruncated;
    const std::uint8_t octet = input[header.size++];
    if (header.length > (kMaxLength >> 8)) return &rules::kLengthTooLarge;
    // X.690 10.1: the minimum number of octets.
    if (header.length == 0 && octet == 0) header.length_not_minimal = true;
    header.length = header.length << 8 | octet;
  }
  if (header.length < 0x80) header.length_not_minimal = true;
  return nullptr;
}

}  // namespace

Header read_header(Bytes input) {
  Header header;
  header.failure = read_tag(input, header);
  if (header.failure == nullptr) header.failure = read_length(input, header);
  return header;
}

}  // namespace pki::asn1
