#include "asn1/writer.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "asn1/header.h"
#include "base/assert.h"

namespace pki::asn1 {
namespace {

void append_identifier(ByteVector& to, const Tag& tag) {
  const auto leading =
      static_cast<std::uint8_t>(static_cast<std::uint8_t>(tag.tag_class) << 6 | (tag.constructed ? 0x20 : 0));
  if (tag.number < 31) {
    to.push_back(static_cast<std::uint8_t>(leading | tag.number));
    return;
  }
  to.push_back(leading | 0x1F);
  int septets = 1;
  while (septets < 5 && tag.number >> (7 * septets) != 0) ++septets;
  for (int left = septets - 1; left >= 0; --left) {
    to.push_back(static_cast<std::uint8_t>((tag.number >> (7 * left) & 0x7F) | (left > 0 ? 0x80 : 0)));
  }
}

/// Length octets (X.690 10.1: definite, minimal).
struct LengthOctets {
  std::array<std::uint8_t, 1 + sizeof(std::size_t)> octets{};
  std::size_t count = 1;
};

LengthOctets length_octets(std::size_t length) {
  LengthOctets result;
  if (length < 0x80) {
    result.octets[0] = static_cast<std::uint8_t>(length);
    return result;
  }
  std::size_t count = 0;
  for (std::size_t rest = length; rest != 0; rest >>= 8) ++count;
  result.octets[0] = static_cast<std::uint8_t>(0x80 | count);
  for (std::size_t i = 0; i < count; ++i) {
    result.octets[1 + i] = static_cast<std::uint8_t>(length >> (8 * (count - 1 - i)));
  }
  result.count = 1 + count;
  return result;
}

}  // namespace

void Writer::element(const Tag& tag, Bytes contents) {
  append_identifier(out_, tag);
  const LengthOctets length = length_octets(contents.size());
  append(out_, Bytes(length.octets).first(length.count));
  append(out_, contents);
}

std::size_t Writer::open(const Tag& tag) {
  append_identifier(out_, tag);
  return out_.size();
}

void Writer::close(std::size_t start) {
  const LengthOctets length = length_octets(out_.size() - start);
  out_.insert(out_.begin() + static_cast<std::ptrdiff_t>(start), length.octets.begin(),
              length.octets.begin() + static_cast<std::ptrdiff_t>(length.count));
}

void Writer::sort_elements(std::size_t start) {
  const ByteVector unsorted(out_.begin() + static_cast<std::ptrdiff_t>(start), out_.end());
  std::vector<Bytes> elements;
  for (Bytes rest(unsorted); !rest.empty();) {
    const Header header = read_header(rest);
    PKI_ASSERT(!header.indefinite && header.fits(rest));
    elements.push_back(rest.first(header.size + header.length));
    rest = rest.subspan(header.size + header.length);
  }
  // X.690 11.6. No encoding is the beginning of another, so the padding with zeros that it describes has no effect.
  std::stable_sort(elements.begin(), elements.end(), [](Bytes a, Bytes b) { return compare(a, b) < 0; });
  out_.resize(start);
  for (const Bytes element : elements) append(out_, element);
}

void Writer::boolean(bool value) {
  const std::array<std::uint8_t, 1> octet = {static_cast<std::uint8_t>(value ? 0xFF : 0)};
  element(tags::kBoolean, octet);
}

void Writer::integer(std::uint64_t value) {
  std::array<std::uint8_t, 8> octets{};
  for (std::size_t i = 0; i < 8; ++i) octets[7 - i] = static_cast<std::uint8_t>(value >> (8 * i));
  unsigned_integer(octets);
}

void Writer::unsigned_integer(Bytes magnitude) {
  while (!magnitude.empty() && magnitude[0] == 0) magnitude = magnitude.subspan(1);
  ByteVector octets;
  if (magnitude.empty() || (magnitude[0] & 0x80) != 0) octets.push_back(0);
  append(octets, magnitude);
  element(tags::kInteger, octets);
}

void Writer::integer_octets(Bytes twos_complement) {
  PKI_ASSERT(!twos_complement.empty());
  element(tags::kInteger, twos_complement);
}

void Writer::null() { element(tags::kNull, {}); }

void Writer::oid(Oid oid) {
  PKI_ASSERT(!oid.empty());
  element(tags::kOid, oid.content());
}

void Writer::octet_string(Bytes octets) { element(tags::kOctetString, octets); }

void Writer::bit_string(Bytes octets, std::uint8_t unused_bits) {
  PKI_ASSERT(unused_bits < 8 && (unused_bits == 0 || !octets.empty()));
  ByteVector contents;
  contents.reserve(octets.size() + 1);
  contents.push_back(unused_bits);
  append(contents, octets);
  // X.690 11.2.1: unused bits are zero.
  if (unused_bits > 0) contents.back() = static_cast<std::uint8_t>(contents.back() >> unused_bits << unused_bits);
  element(tags::kBitString, contents);
}

void Writer::named_bits(std::uint32_t bits, const Tag& tag) {
  ByteVector contents = {0};
  for (std::uint32_t index = 0; index < 32; ++index) {
    if ((bits >> index & 1) == 0) continue;
    contents.resize(2 + index / 8);
    contents.back() = static_cast<std::uint8_t>(contents.back() | 0x80 >> index % 8);
    // The last bit that is set ends the list (X.690 11.2.2).
    contents[0] = static_cast<std::uint8_t>(7 - index % 8);
  }
  element(tag, contents);
}

void Writer::string(const Tag& tag, std::string_view octets) { element(tag, as_bytes(octets)); }

void Writer::time(Time time) {
  const CivilTime civil = to_civil(time);
  if (civil.year < 1950 || civil.year > 2049) {
    generalized_time(time);
    return;
  }
  std::array<char, 64> text{};
  const int length = std::snprintf(text.data(), text.size(), "%02d%02d%02d%02d%02d%02dZ", civil.year % 100, civil.month,
                                   civil.day, civil.hour, civil.minute, civil.second);
  string(tags::kUtcTime, {text.data(), static_cast<std::size_t>(length)});
}

void Writer::generalized_time(Time time) {
  const CivilTime civil = to_civil(time);
  std::array<char, 96> text{};
  const int length = std::snprintf(text.data(), text.size(), "%04d%02d%02d%02d%02d%02dZ", civil.year, civil.month,
                                   civil.day, civil.hour, civil.minute, civil.second);
  string(tags::kGeneralizedTime, {text.data(), static_cast<std::size_t>(length)});
}

ByteVector encode_header(const Tag& tag, std::size_t length) {
  ByteVector header;
  append_identifier(header, tag);
  const LengthOctets octets = length_octets(length);
  append(header, Bytes(octets.octets).first(octets.count));
  return header;
}

ByteVector encode_element(const Tag& tag, Bytes contents) {
  Writer writer;
  writer.element(tag, contents);
  return writer.take();
}

}  // namespace pki::asn1
