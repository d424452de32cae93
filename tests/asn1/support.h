#pragma once
// What the tests of this layer share.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "asn1/reader.h"
#include "base/encoding.h"
#include "base/finding.h"

namespace pki::asn1 {

/// Octets from hexadecimal: hex("30 03 02 01 05").
inline ByteVector hex(std::string_view text) { return from_hex(text).value(); }

/// The ids of findings, in order.
inline std::vector<std::string> ids(const Findings& findings) {
  std::vector<std::string> result;
  for (const Finding& finding : findings) result.emplace_back(finding.id());
  return result;
}

/// How a test reads one element and what came of it.
template <typename T>
struct Read {
  Result<T> result;
  std::vector<std::string> noted;

  std::string error() const { return result.ok() ? "" : std::string(result.error().id()); }
};

/// Reads the one element in `der` with `read(element, context)`.
template <typename ReadValue>
auto read_value(Bytes der, ReadValue&& read) {
  Context context(der);
  Reader reader(der, context);
  const Element element = reader.next().value();
  auto result = read(element, context);
  return Read<typename decltype(result)::ValueType>{std::move(result), ids(context.findings())};
}

/// Numbers without meaning, the same in every run (xorshift).
class Noise {
 public:
  explicit Noise(std::uint64_t seed) : state_(seed * 2654435769U + 1) {}
  std::uint64_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_;
  }
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  std::uint8_t octet() { return static_cast<std::uint8_t>(next() >> 24); }

 private:
  std::uint64_t state_;
};

/// `octets` with a few octets changed, cut out, doubled or put in.
inline ByteVector mutated(Bytes octets, Noise& noise) {
  ByteVector result = to_vector(octets);
  for (std::size_t changes = 1 + noise.below(4); changes > 0; --changes) {
    const std::size_t at = noise.below(result.size() + 1);
    const auto place = result.begin() + static_cast<std::ptrdiff_t>(at);
    switch (noise.below(4)) {
      case 0:
        if (at < result.size()) *place = noise.octet();
        break;
      case 1:
        result.insert(place, noise.octet());
        break;
      case 2:
        if (at < result.size()) result.erase(place);
        break;
      default:
        if (at < result.size()) *place = static_cast<std::uint8_t>(*place ^ (1U << noise.below(8)));
        break;
    }
  }
  return result;
}

}  // namespace pki::asn1
