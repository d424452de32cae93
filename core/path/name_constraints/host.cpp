#include "path/name_constraints/host.h"

#include <algorithm>

#include "base/text.h"
#include "path/name_constraints/punycode.h"

namespace pki::path::name_constraints {
namespace {

constexpr std::size_t kMaxHost = 253;
constexpr std::size_t kMaxLabel = 63;
// A character takes four octets at most; this bounds the work before conversion.
constexpr std::size_t kMaxHostUtf8 = 4 * kMaxHost;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_label_character(char c, Labels labels) {
  return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_' || (labels == Labels::Wildcards && c == '*');
}

// One label in lower case and ASCII; nothing where it is none.
std::optional<std::string> read_label(std::string_view text, Labels labels) {
  std::string label = to_lower_ascii(text);
  if (labels == Labels::International && std::any_of(label.begin(), label.end(), is_beyond_ascii)) {
    std::optional<std::string> converted = to_a_label(label);
    if (!converted) return std::nullopt;
    label = std::move(*converted);
  }
  const auto fits = [labels](char c) { return is_label_character(c, labels); };
  if (label.empty() || label.size() > kMaxLabel || !std::all_of(label.begin(), label.end(), fits)) return std::nullopt;
  return label;
}

bool is_local_character(char c, LocalPart local_part) {
  constexpr std::string_view kSpecials = ".!#$%&'*+-/=?^_`{|}~";
  if (is_ascii_letter(c) || is_digit(c) || kSpecials.find(c) != std::string_view::npos) return true;
  return local_part != LocalPart::Ascii && is_beyond_ascii(c);
}

bool is_local_part(std::string_view text, LocalPart local_part) {
  if (text.empty()) return false;
  if (local_part != LocalPart::Ascii && !is_utf8(text)) return false;
  if (local_part == LocalPart::Any) return text.find('@') == std::string_view::npos && printable(text) == text;
  return std::all_of(text.begin(), text.end(), [&](char c) { return is_local_character(c, local_part); });
}

bool is_scheme(std::string_view text) {
  const auto fits = [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; };
  return !text.empty() && is_ascii_letter(text.front()) && std::all_of(text.begin(), text.end(), fits);
}

}  // namespace

std::optional<Parts> read_host(std::string_view host, Labels labels) {
  Parts parts;
  if (host.empty()) return parts;
  if (host.back() == '.') host.remove_suffix(1);
  if (host.empty() || host.size() > (labels == Labels::International ? kMaxHostUtf8 : kMaxHost)) return std::nullopt;
  std::size_t length = 0;
  for (std::size_t end = host.size();;) {
    const std::size_t dot = end == 0 ? std::string_view::npos : host.rfind('.', end - 1);
    const std::size_t begin = dot == std::string_view::npos ? 0 : dot + 1;
    std::optional<std::string> label = read_label(host.substr(begin, end - begin), labels);
    if (!label) return std::nullopt;
    length += label->size() + 1;
    parts.push_back(std::move(*label));
    if (dot == std::string_view::npos) break;
    end = dot;
  }
  if (length - 1 > kMaxHost) return std::nullopt;
  return parts;
}

std::optional<Mailbox> read_mailbox(std::string_view text, LocalPart local_part) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || !is_local_part(text.substr(0, at), local_part)) return std::nullopt;
  const Labels labels = local_part == LocalPart::Ascii ? Labels::Plain : Labels::International;
  std::optional<Parts> host = read_host(text.substr(at + 1), labels);
  if (!host || host->empty()) return std::nullopt;
  return Mailbox{std::string(text.substr(0, at)), std::move(*host)};
}

std::optional<Parts> read_uri_host(std::string_view uri) {
  const std::size_t colon = uri.find(':');
  if (colon == std::string_view::npos || !is_scheme(uri.substr(0, colon))) return std::nullopt;
  uri.remove_prefix(colon + 1);
  if (!uri.starts_with("//")) return std::nullopt;
  std::string_view authority = uri.substr(2, uri.find_first_of("/?#", 2) - 2);
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) authority.remove_prefix(at + 1);
  if (const std::size_t port = authority.find(':'); port != std::string_view::npos) {
    const std::string_view digits = authority.substr(port + 1);
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
    authority = authority.substr(0, port);
  }
  std::optional<Parts> host = read_host(authority);
  if (!host || host->empty()) return std::nullopt;
  // RFC 3986 3.2.2, RFC 1123 2.1: what ends in a number is an address, well-formed or not.
  const std::string& last = host->front();
  if (std::all_of(last.begin(), last.end(), is_digit)) return std::nullopt;
  return host;
}

}  // namespace pki::path::name_constraints
