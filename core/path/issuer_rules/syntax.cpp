#include "path/issuer_rules/syntax.h"

#include <algorithm>

#include "x509/ip_address.h"

namespace pki::path::issuer_rules {
namespace {

constexpr std::size_t kMaxHost = 253;
constexpr std::size_t kMaxLabel = 63;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::string_view> find_label_fault(std::string_view label) {
  if (label.empty()) return "a label is empty";
  if (label.size() > kMaxLabel) return "a label is longer than 63 octets";
  if (label.front() == '-' || label.back() == '-') return "a label begins or ends with a hyphen";
  if (label.find('_') != std::string_view::npos) return "a label holds an underscore";
  const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == '-'; };
  if (!std::all_of(label.begin(), label.end(), fits)) return "a label holds other characters than letters, digits, '-'";
  return std::nullopt;
}

// RFC 5321 4.1.2: Dot-string.
bool is_dot_string(std::string_view text) {
  constexpr std::string_view kSpecials = "!#$%&'*+-/=?^_`{|}~";
  if (text.empty() || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return is_letter(c) || is_digit(c) || c == '.' || kSpecials.find(c) != std::string_view::npos;
  });
}

// RFC 5321 4.1.2: Quoted-string. A quotation mark or a backslash inside is quoted by a backslash.
bool is_quoted_string(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
  text = text.substr(1, text.size() - 2);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool quoted = text[at] == '\\';
    if (quoted && ++at == text.size()) return false;
    if (text[at] < ' ' || text[at] > '~') return false;
    if (text[at] == '"' && !quoted) return false;
  }
  return true;
}

bool is_address(std::string_view text) { return x509::parse_ip_address(text).has_value(); }

bool is_scheme(std::string_view text) {
  const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; };
  return !text.empty() && is_letter(text.front()) && std::all_of(text.begin(), text.end(), fits);
}

// RFC 3986 3.2: [ userinfo "@" ] host [ ":" port ].
std::optional<std::string_view> find_authority_fault(std::string_view authority) {
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) authority.remove_prefix(at + 1);
  if (authority.starts_with('[')) {
    const std::size_t end = authority.find(']');
    const bool literal = end != std::string_view::npos && is_address(authority.substr(1, end - 1));
    return literal ? std::nullopt : std::optional<std::string_view>("its host is no IP address");
  }
  if (const std::size_t colon = authority.rfind(':'); colon != std::string_view::npos) {
    const std::string_view port = authority.substr(colon + 1);
    if (!std::all_of(port.begin(), port.end(), is_digit)) return "its port is no number";
    authority = authority.substr(0, colon);
  }
  if (authority.empty()) return "it has no host";
  if (is_address(authority)) return std::nullopt;
  if (find_host_fault(authority, Wildcards::Refused)) return "its host is neither a host name nor an IP address";
  if (authority.find('.') == std::string_view::npos) return "its host is not fully qualified";
  return std::nullopt;
}

}  // namespace

std::optional<std::string_view> find_host_fault(std::string_view host, Wildcards wildcards) {
  if (host.empty()) return "it is empty";
  if (host.size() > kMaxHost) return "it is longer than 253 octets";
  if (wildcards == Wildcards::Leftmost && host.starts_with("*.")) host.remove_prefix(2);
  while (true) {
    const std::size_t dot = host.find('.');
    if (const auto fault = find_label_fault(host.substr(0, dot))) return fault;
    if (dot == std::string_view::npos) return std::nullopt;
    host.remove_prefix(dot + 1);
  }
}

bool is_mailbox(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos) return false;
  const std::string_view local_part = text.substr(0, at);
  const std::string_view host = text.substr(at + 1);
  if (!is_dot_string(local_part) && !is_quoted_string(local_part)) return false;
  if (host.starts_with('[') && host.ends_with(']')) return true;  // address-literal
  return !find_host_fault(host, Wildcards::Refused);
}

std::optional<std::string_view> find_uri_fault(std::string_view uri) {
  const std::size_t colon = uri.find(':');
  if (colon == std::string_view::npos || !is_scheme(uri.substr(0, colon))) return "it has no scheme";
  const std::string_view rest = uri.substr(colon + 1);
  if (rest.empty()) return "nothing follows the scheme";
  const auto fits = [](char c) {
    return c > ' ' && c <= '~' && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
  };
  if (!std::all_of(rest.begin(), rest.end(), fits)) return "it holds characters that URIs do not have";
  if (!rest.starts_with("//")) return std::nullopt;
  const std::string_view authority = rest.substr(2, rest.find_first_of("/?#", 2) - 2);
  // RFC 4516: an LDAP URL may leave its host to the reader.
  if (authority.empty() && uri.starts_with("ldap")) return std::nullopt;
  return find_authority_fault(authority);
}

}  // namespace pki::path::issuer_rules
