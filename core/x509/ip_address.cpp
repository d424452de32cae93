#include "x509/ip_address.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace pki::x509 {
namespace {

constexpr std::size_t kIpv4Size = 4;
constexpr std::size_t kIpv6Size = 16;
constexpr std::size_t kGroups = 8;

/// A number that fills `text`, without a sign and with at most `digits` digits.
std::optional<unsigned> parse_number(std::string_view text, std::size_t digits, int base) {
  unsigned value = 0;
  if (text.empty() || text.size() > digits) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<ByteVector> parse_ipv4(std::string_view text) {
  ByteVector address;
  for (std::size_t i = 0; i < kIpv4Size; ++i) {
    const std::size_t dot = i + 1 < kIpv4Size ? text.find('.') : text.size();
    if (dot == std::string_view::npos) return std::nullopt;
    const std::string_view part = text.substr(0, dot);
    const auto number = parse_number(part, 3, 10);
    if (!number || *number > 255 || (part.size() > 1 && part[0] == '0')) return std::nullopt;
    address.push_back(static_cast<std::uint8_t>(*number));
    text.remove_prefix(std::min(dot + 1, text.size()));
  }
  return address;
}

/// Groups between colons; the last may be an IPv4 address where that is allowed. No text is no group.
enum class Ipv4Tail { Allowed, Refused };
std::optional<ByteVector> parse_groups(std::string_view text, Ipv4Tail tail) {
  ByteVector octets;
  while (!text.empty()) {
    const std::size_t colon = text.find(':');
    const std::string_view part = text.substr(0, colon);
    const bool is_last = colon == std::string_view::npos;
    if (is_last && tail == Ipv4Tail::Allowed && part.find('.') != std::string_view::npos) {
      const auto ipv4 = parse_ipv4(part);
      if (!ipv4) return std::nullopt;
      append(octets, *ipv4);
      return octets;
    }
    const auto group = parse_number(part, 4, 16);
    if (!group || octets.size() >= kIpv6Size) return std::nullopt;
    octets.push_back(static_cast<std::uint8_t>(*group >> 8));
    octets.push_back(static_cast<std::uint8_t>(*group & 0xFF));
    if (is_last) return octets;
    text.remove_prefix(colon + 1);
    if (text.empty()) return std::nullopt;  // a colon at the end
  }
  return octets;
}

// RFC 4291 2.2.
std::optional<ByteVector> parse_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) {
    auto address = parse_groups(text, Ipv4Tail::Allowed);
    return address && address->size() == kIpv6Size ? address : std::nullopt;
  }
  auto address = parse_groups(text.substr(0, gap), Ipv4Tail::Refused);
  const auto rest = parse_groups(text.substr(gap + 2), Ipv4Tail::Allowed);
  // "::" stands for one group of zeros at least.
  if (!address || !rest || address->size() + rest->size() > kIpv6Size - 2) return std::nullopt;
  address->resize(kIpv6Size - rest->size());
  append(*address, *rest);
  return address;
}

ByteVector make_mask(unsigned prefix, std::size_t size) {
  ByteVector mask(size);
  for (unsigned bit = 0; bit < prefix; ++bit) {
    mask[bit / 8] = static_cast<std::uint8_t>(mask[bit / 8] | 0x80U >> bit % 8);
  }
  return mask;
}

std::optional<ByteVector> parse_mask(std::string_view text, std::size_t size) {
  if (const auto prefix = parse_number(text, 3, 10)) {
    if (*prefix > size * 8) return std::nullopt;
    return make_mask(*prefix, size);
  }
  auto mask = parse_ip_address(text);
  if (!mask || mask->size() != size || !is_contiguous_mask(*mask)) return std::nullopt;
  return mask;
}

std::string ipv4_text(Bytes address) {
  std::string text;
  for (const std::uint8_t octet : address) {
    if (!text.empty()) text += '.';
    text += std::to_string(octet);
  }
  return text;
}

struct Run {
  std::size_t start = 0;
  std::size_t length = 0;
};

/// The first of the longest runs of two or more zero groups (RFC 5952 4.2.2, 4.2.3).
Run longest_zero_run(const std::array<unsigned, kGroups>& groups) {
  Run longest;
  Run run;
  for (std::size_t i = 0; i < kGroups; ++i) {
    if (groups[i] != 0) {
      run = {};
      continue;
    }
    if (run.length++ == 0) run.start = i;
    if (run.length > longest.length) longest = run;
  }
  return longest.length >= 2 ? longest : Run{};
}

std::string ipv6_text(Bytes address) {
  // RFC 5952 5: IPv4-mapped addresses in mixed notation.
  constexpr std::array<std::uint8_t, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  if (equal(address.first(kMapped.size()), kMapped)) return "::ffff:" + ipv4_text(address.last(kIpv4Size));
  std::array<unsigned, kGroups> groups{};
  for (std::size_t i = 0; i < kGroups; ++i) groups[i] = address[2 * i] * 256U + address[2 * i + 1];
  const Run zeros = longest_zero_run(groups);
  std::string text;
  for (std::size_t i = 0; i < kGroups; ++i) {
    if (zeros.length > 0 && i == zeros.start) {
      text += "::";
      i += zeros.length - 1;
      continue;
    }
    if (!text.empty() && text.back() != ':') text += ':';
    std::array<char, 4> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), groups[i], 16);
    text.append(digits.data(), end.ptr);
  }
  return text;
}

}  // namespace

std::optional<ByteVector> parse_ip_address(std::string_view text) {
  return text.find(':') == std::string_view::npos ? parse_ipv4(text) : parse_ipv6(text);
}

std::optional<ByteVector> parse_ip_range(std::string_view text) {
  const std::size_t slash = text.find('/');
  auto range = parse_ip_address(text.substr(0, slash));
  if (!range) return std::nullopt;
  const auto size = range->size();
  const auto mask = slash == std::string_view::npos ? ByteVector(size, 0xFF) : parse_mask(text.substr(slash + 1), size);
  if (!mask) return std::nullopt;
  append(*range, *mask);
  return range;
}

std::string ip_address_text(Bytes address) {
  if (address.size() == kIpv4Size) return ipv4_text(address);
  if (address.size() == kIpv6Size) return ipv6_text(address);
  return {};
}

std::string ip_range_text(Bytes range) {
  const std::size_t half = range.size() / 2;
  if (range.size() != 2 * kIpv4Size && range.size() != 2 * kIpv6Size) return {};
  return ip_address_text(range.first(half)) + '/' + ip_address_text(range.last(half));
}

bool is_contiguous_mask(Bytes mask) {
  bool zeros_began = false;
  for (const std::uint8_t octet : mask) {
    for (unsigned bit = 0x80; bit != 0; bit >>= 1) {
      const bool is_set = (octet & bit) != 0;
      if (is_set && zeros_began) return false;
      zeros_began = zeros_began || !is_set;
    }
  }
  return true;
}

bool has_host_bits(Bytes range) {
  const std::size_t half = range.size() / 2;
  for (std::size_t i = 0; i < half; ++i) {
    if ((range[i] & ~range[half + i] & 0xFF) != 0) return true;
  }
  return false;
}

}  // namespace pki::x509
