#include "path/name_constraints/punycode.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/text.h"
#include "x509/string_prep.h"

namespace pki::path::name_constraints {
namespace {

// RFC 3492 5.
constexpr std::uint32_t kBase = 36;
constexpr std::uint32_t kTMin = 1;
constexpr std::uint32_t kTMax = 26;
constexpr std::uint32_t kSkew = 38;
constexpr std::uint32_t kDamp = 700;
constexpr std::uint32_t kInitialBias = 72;
constexpr std::uint32_t kFirstBeyondAscii = 0x80;
// A label has at most 63 octets (RFC 1035 2.3.4), so its characters cannot be more: this keeps the work and the numbers
// below small (63 * 0x10FFFF fits).
constexpr std::size_t kMaxCharacters = 63;

char digit(std::uint32_t value) { return static_cast<char>(value < 26 ? 'a' + value : '0' + (value - 26)); }

// RFC 3492 6.1.
std::uint32_t adapt(std::uint32_t delta, std::uint32_t points, bool first) {
  delta = first ? delta / kDamp : delta / 2;
  delta += delta / points;
  std::uint32_t k = 0;
  while (delta > ((kBase - kTMin) * kTMax) / 2) {
    delta /= kBase - kTMin;
    k += kBase;
  }
  return k + (kBase - kTMin + 1) * delta / (delta + kSkew);
}

void append_variable_length(std::string& to, std::uint32_t delta, std::uint32_t bias) {
  std::uint32_t rest = delta;
  for (std::uint32_t k = kBase;; k += kBase) {
    const std::uint32_t threshold = k <= bias ? kTMin : std::min(k - bias, kTMax);
    if (rest < threshold) break;
    to += digit(threshold + (rest - threshold) % (kBase - threshold));
    rest = (rest - threshold) / (kBase - threshold);
  }
  to += digit(rest);
}

// RFC 3492 6.3.
std::string encode(const std::vector<std::uint32_t>& characters) {
  std::string out;
  for (const std::uint32_t c : characters) {
    if (c < kFirstBeyondAscii) out += static_cast<char>(c);
  }
  const auto basic = static_cast<std::uint32_t>(out.size());
  std::uint32_t handled = basic;
  if (basic > 0) out += '-';
  std::uint32_t next = kFirstBeyondAscii;
  std::uint32_t delta = 0;
  std::uint32_t bias = kInitialBias;
  while (handled < characters.size()) {
    std::uint32_t least = UINT32_MAX;
    for (const std::uint32_t c : characters) {
      if (c >= next) least = std::min(least, c);
    }
    delta += (least - next) * (handled + 1);
    next = least;
    for (const std::uint32_t c : characters) {
      if (c < next) ++delta;
      if (c != next) continue;
      append_variable_length(out, delta, bias);
      bias = adapt(delta, handled + 1, handled == basic);
      delta = 0;
      ++handled;
    }
    ++delta;
    ++next;
  }
  return out;
}

}  // namespace

std::optional<std::string> encode_a_label(std::string_view label) {
  std::vector<std::uint32_t> characters;
  for (std::size_t at = 0; at < label.size();) {
    const std::optional<DecodedCharacter> decoded = decode_utf8(label, at);
    if (!decoded || characters.size() == kMaxCharacters) return std::nullopt;
    characters.push_back(static_cast<std::uint32_t>(decoded->character));
    at += decoded->length;
  }
  return "xn--" + encode(characters);
}

std::optional<std::string> to_a_label(std::string_view label) {
  std::optional<std::string> encoded = encode_a_label(label);
  if (!encoded || x509::prepare_string(label) != label) return std::nullopt;
  return encoded;
}

}  // namespace pki::path::name_constraints
