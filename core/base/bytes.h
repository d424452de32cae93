#pragma once
// Bytes: a view of octets that someone else owns. Every parsed field of the workbench is such a view into
// the DER of the object that it belongs to, so that "this field is bytes 130..160" is a subtraction.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pki {

/// A view of octets. Owns nothing: it is valid as long as the buffer it was cut from.
using Bytes = std::span<const std::uint8_t>;

/// Octets with an owner.
using ByteVector = std::vector<std::uint8_t>;

/// A place in a buffer: `offset` from its first octet, `length` octets long (both in octets).
struct ByteRange {
  std::size_t offset = 0;
  std::size_t length = 0;

  /// The offset of the first octet after the range.
  constexpr std::size_t end() const { return offset + length; }
  friend constexpr bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// The octets of `text`, as a view that aliases it.
Bytes as_bytes(std::string_view text);

/// The octets as characters, as a view that aliases them. Nothing is checked or converted.
std::string_view as_text(Bytes bytes);

/// A copy with an owner.
ByteVector to_vector(Bytes bytes);

/// True if both hold the same octets.
bool equal(Bytes a, Bytes b);

/// Three-way lexicographic order of octets, shorter first where one is the other's beginning.
int compare(Bytes a, Bytes b);

/// Appends a copy of `more` to `to`.
void append(ByteVector& to, Bytes more);

/// Where `part` lies in `whole`; nothing if it is not a view into it.
std::optional<ByteRange> range_within(Bytes whole, Bytes part);

}  // namespace pki
