#pragma once
// Object identifiers. `Oid` is a view of the contents octets (in a certificate, or in a constant); `OwnedOid`
// has octets of its own, for what a person typed.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace pki::asn1 {

/// A view of the contents octets of an OBJECT IDENTIFIER. Aliases its source.
class Oid {
 public:
  constexpr Oid() = default;
  constexpr explicit Oid(Bytes content) : content_(content) {}

  constexpr Bytes content() const { return content_; }
  constexpr bool empty() const { return content_.empty(); }
  /// "2.5.29.19". Arcs of any size are written in full, in decimal. Octets that are no OID (an arc cut short)
  /// come as "invalid:" and hex.
  std::string to_dotted() const;

  friend constexpr bool operator==(const Oid& a, const Oid& b) {
    if (a.content_.size() != b.content_.size()) return false;
    for (std::size_t i = 0; i < a.content_.size(); ++i) {
      if (a.content_[i] != b.content_[i]) return false;
    }
    return true;
  }
  /// An order for maps: by octets.
  friend bool operator<(const Oid& a, const Oid& b) { return compare(a.content_, b.content_) < 0; }

 private:
  Bytes content_;
};

/// An OID with octets of its own.
class OwnedOid {
 public:
  OwnedOid() = default;
  explicit OwnedOid(Oid oid) : content_(to_vector(oid.content())) {}
  explicit OwnedOid(ByteVector content) : content_(std::move(content)) {}

  /// Aliases this object.
  Oid view() const { return Oid(content_); }
  /// Reads dotted decimal: at least two arcs, the first at most 2, the second at most 39 under 0 and 1, no
  /// leading zeros, arcs of any size up to 128 bits. Nothing where it is none.
  static std::optional<OwnedOid> from_dotted(std::string_view text);

 private:
  ByteVector content_;
};

/// The octets of an OID constant, made by the compiler: `make_oid<2, 5, 29, 19>()`.
template <std::uint32_t... Arcs>
struct OidOctets {
  static constexpr std::size_t arc_size(std::uint32_t arc) {
    std::size_t size = 1;
    while ((arc >>= 7) != 0) ++size;
    return size;
  }
  static constexpr std::array<std::uint32_t, sizeof...(Arcs)> kArcs = {Arcs...};
  static constexpr std::size_t size() {
    std::size_t total = arc_size(kArcs[0] * 40 + kArcs[1]);
    for (std::size_t i = 2; i < kArcs.size(); ++i) total += arc_size(kArcs[i]);
    return total;
  }
  static constexpr std::array<std::uint8_t, size()> make() {
    std::array<std::uint8_t, size()> octets{};
    std::size_t at = 0;
    for (std::size_t i = 1; i < kArcs.size(); ++i) {
      const std::uint32_t arc = i == 1 ? kArcs[0] * 40 + kArcs[1] : kArcs[i];
      for (std::size_t left = arc_size(arc); left > 0; --left) {
        const std::uint32_t septet = (arc >> (7 * (left - 1))) & 0x7F;
        octets[at++] = static_cast<std::uint8_t>(septet | (left > 1 ? 0x80 : 0));
      }
    }
    return octets;
  }
  static constexpr std::array<std::uint8_t, size()> kOctets = make();
};

/// An Oid with static storage.
template <std::uint32_t... Arcs>
constexpr Oid make_oid() {
  return Oid(Bytes(OidOctets<Arcs...>::kOctets));
}

}  // namespace pki::asn1
