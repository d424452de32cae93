#include "asn1/oid.h"

#include <array>
#include <cstdio>
#include <vector>

#include "base/encoding.h"

namespace pki::asn1 {
namespace {

constexpr std::size_t kMaxArcOctets = 1024;

/// A number of any size in decimal groups of nine digits, the least significant first.
class Decimal {
 public:
  /// value = value * 2^bits + low. At most 28 bits at a time.
  void shift_in(int bits, std::uint32_t low) {
    std::uint64_t carry = low;
    for (std::uint32_t& group : groups_) {
      const std::uint64_t value = (std::uint64_t{group} << bits) + carry;
      group = static_cast<std::uint32_t>(value % kBase);
      carry = value / kBase;
    }
    if (carry != 0) groups_.push_back(static_cast<std::uint32_t>(carry));
  }
  bool at_least(std::uint32_t small) const {
    return groups_.size() > 1 || (groups_.size() == 1 && groups_[0] >= small);
  }
  /// The number must be at least `small`.
  void subtract(std::uint32_t small) {
    for (std::uint32_t& group : groups_) {
      if (group >= small) {
        group -= small;
        break;
      }
      group = group + kBase - small;
      small = 1;
    }
    while (!groups_.empty() && groups_.back() == 0) groups_.pop_back();
  }
  std::string text() const {
    if (groups_.empty()) return "0";
    std::string text = std::to_string(groups_.back());
    std::array<char, 16> nine{};
    for (std::size_t i = groups_.size() - 1; i > 0; --i) {
      std::snprintf(nine.data(), nine.size(), "%09u", static_cast<unsigned>(groups_[i - 1]));
      text += nine.data();
    }
    return text;
  }

 private:
  static constexpr std::uint32_t kBase = 1000000000;
  std::vector<std::uint32_t> groups_;
};

Decimal to_decimal(Bytes septets) {
  Decimal number;
  std::uint32_t pending = 0;
  int bits = 0;
  for (const std::uint8_t octet : septets) {
    pending = pending << 7 | (octet & 0x7FU);
    bits += 7;
    if (bits < 28) continue;
    number.shift_in(bits, pending);
    pending = 0;
    bits = 0;
  }
  if (bits > 0) number.shift_in(bits, pending);
  return number;
}

/// X.690 8.19.4: the first two arcs share one subidentifier.
std::string first_arcs(Decimal number) {
  const std::uint32_t root = number.at_least(80) ? 2 : (number.at_least(40) ? 1 : 0);
  number.subtract(root * 40);
  return std::to_string(root) + "." + number.text();
}

/// An arc of 128 bits, and room for what the first subidentifier adds to it.
class Arc {
 public:
  /// False where the number leaves 128 bits.
  bool push_digit(std::uint32_t digit) {
    multiply_add(10, digit);
    return limbs_[4] == 0;
  }
  void add(std::uint32_t more) { multiply_add(1, more); }
  bool at_least(std::uint32_t small) const {
    return limbs_[0] >= small || limbs_[1] != 0 || limbs_[2] != 0 || limbs_[3] != 0;
  }
  std::uint32_t low() const { return limbs_[0]; }

  void append_septets(ByteVector& to) const {
    constexpr int kSeptets = 19;  // of 133 bits
    bool begun = false;
    for (int i = kSeptets - 1; i >= 0; --i) {
      const std::uint8_t septet = septet_at(static_cast<std::size_t>(i) * 7);
      begun = begun || septet != 0 || i == 0;
      if (begun) to.push_back(static_cast<std::uint8_t>(septet | (i > 0 ? 0x80 : 0)));
    }
  }

 private:
  void multiply_add(std::uint32_t factor, std::uint32_t addend) {
    std::uint64_t carry = addend;
    for (std::uint32_t& limb : limbs_) {
      const std::uint64_t value = std::uint64_t{limb} * factor + carry;
      limb = static_cast<std::uint32_t>(value);
      carry = value >> 32;
    }
  }
  std::uint8_t septet_at(std::size_t bit) const {
    const std::size_t limb = bit / 32;
    const std::uint64_t pair = limbs_[limb] | (limb + 1 < limbs_.size() ? std::uint64_t{limbs_[limb + 1]} << 32 : 0);
    return static_cast<std::uint8_t>(pair >> (bit % 32) & 0x7F);
  }

  std::array<std::uint32_t, 5> limbs_{};
};

std::optional<Arc> read_arc(std::string_view digits) {
  if (digits.empty() || (digits.size() > 1 && digits[0] == '0')) return std::nullopt;
  Arc arc;
  for (const char c : digits) {
    if (c < '0' || c > '9' || !arc.push_digit(static_cast<std::uint32_t>(c - '0'))) return std::nullopt;
  }
  return arc;
}

/// The text up to the next dot, which is taken off `rest` with the dot.
std::string_view take_arc(std::string_view& rest) {
  const std::size_t dot = rest.find('.');
  const std::string_view digits = rest.substr(0, dot);
  rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
  return digits;
}

}  // namespace

std::string Oid::to_dotted() const {
  std::string text;
  std::size_t start = 0;
  for (std::size_t i = 0; i < content_.size(); ++i) {
    if ((content_[i] & 0x80) != 0) continue;
    if (i - start >= kMaxArcOctets) return "invalid:" + to_hex(content_);
    Decimal number = to_decimal(content_.subspan(start, i + 1 - start));
    text += start == 0 ? first_arcs(std::move(number)) : "." + number.text();
    start = i + 1;
  }
  if (content_.empty() || start != content_.size()) return "invalid:" + to_hex(content_);
  return text;
}

std::optional<OwnedOid> OwnedOid::from_dotted(std::string_view text) {
  if (text.ends_with('.')) return std::nullopt;
  const std::optional<Arc> root = read_arc(take_arc(text));
  if (!root || root->at_least(3)) return std::nullopt;
  std::optional<Arc> arc = read_arc(take_arc(text));
  if (!arc || (root->low() < 2 && arc->at_least(40))) return std::nullopt;
  arc->add(root->low() * 40);
  ByteVector content;
  arc->append_septets(content);
  while (!text.empty()) {
    arc = read_arc(take_arc(text));
    if (!arc) return std::nullopt;
    arc->append_septets(content);
  }
  return OwnedOid(std::move(content));
}

}  // namespace pki::asn1
