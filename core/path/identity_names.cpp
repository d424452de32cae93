#include "path/identity_names.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"
#include "base/text.h"
#include "path/name_constraints/host.h"
#include "path/name_constraints/punycode.h"
#include "x509/ip_address.h"
#include "x509/string_prep.h"

namespace pki::path {
namespace {

constexpr std::size_t kMaxName = 253;  // RFC 1035 2.3.4, without the root's dot
constexpr std::size_t kMaxLabel = 63;
// A character takes four octets at most; this bounds the work before conversion.
constexpr std::size_t kMaxUtf8Name = 4 * kMaxName;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// The underscore is no host name (RFC 952), but names with it are in use and in certificates.
bool is_label_character(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; }

bool is_label(std::string_view label) {
  return !label.empty() && label.size() <= kMaxLabel && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), is_label_character);
}

bool is_all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// UTS 46 4: full stops of other scripts separate labels too.
constexpr std::array<std::string_view, 3> kFullStops = {"\xE3\x80\x82", "\xEF\xBC\x8E", "\xEF\xBD\xA1"};
// UTS 46 7: what non-transitional processing keeps, and case folding would replace.
constexpr char32_t kSharpS = 0xDF;
constexpr char32_t kFinalSigma = 0x3C2;
constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;
// Its mapping changed between versions of Unicode.
constexpr char32_t kCapitalSharpS = 0x1E9E;

bool is_kept(char32_t character) {
  return character == kSharpS || character == kFinalSigma || character == kNonJoiner || character == kJoiner;
}

// The label with its letters folded; nothing where it is not well-formed or cannot be mapped for certain.
std::optional<std::string> map_label(std::string_view label) {
  std::string mapped;
  std::size_t start = 0;  // of what is folded in one piece
  const auto fold = [&](std::size_t end) { mapped += x509::prepare_string(label.substr(start, end - start)); };
  for (std::size_t at = 0; at < label.size();) {
    const std::optional<DecodedCharacter> decoded = decode_utf8(label, at);
    if (!decoded || decoded->character == kCapitalSharpS) return std::nullopt;
    if (is_kept(decoded->character)) {
      fold(at);
      mapped += label.substr(at, decoded->length);
      start = at + decoded->length;
    }
    at += decoded->length;
  }
  fold(label.size());
  return mapped;
}

std::optional<std::string> to_ascii_label(std::string_view label) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(label.begin(), label.end(), is_ascii)) return to_lower_ascii(label);
  const std::optional<std::string> mapped = map_label(label);
  if (!mapped) return std::nullopt;
  if (std::all_of(mapped->begin(), mapped->end(), is_ascii)) return mapped;
  return name_constraints::encode_a_label(*mapped);
}

std::string with_plain_dots(std::string_view host) {
  std::string out;
  for (std::size_t at = 0; at < host.size();) {
    const auto stop = std::find_if(kFullStops.begin(), kFullStops.end(),
                                   [&](std::string_view dot) { return host.substr(at).starts_with(dot); });
    out += stop == kFullStops.end() ? host[at] : '.';
    at += stop == kFullStops.end() ? 1 : stop->size();
  }
  return out;
}

// The host of "user@host:port" (RFC 3986 3.2): a DNS name, or the octets of an address in hexadecimal.
std::optional<std::string> read_authority(std::string_view authority) {
  authority.remove_prefix(authority.rfind('@') + 1);  // 0 where there is none
  std::string_view host = authority;
  std::string_view port;
  if (authority.starts_with('[')) {
    const std::size_t end = authority.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    host = authority.substr(1, end - 1);
    port = authority.substr(end + 1);
    if (host.find(':') == std::string_view::npos || (!port.empty() && port.front() != ':')) return std::nullopt;
  } else if (const std::size_t colon = authority.find(':'); colon != std::string_view::npos) {
    host = authority.substr(0, colon);
    port = authority.substr(colon);
  }
  if (!port.empty() && !is_all_digits(port.substr(1))) return std::nullopt;
  if (const std::optional<ByteVector> address = read_address(host)) return to_hex(*address);
  return to_ascii_host(host);
}

bool is_scheme(std::string_view text) {
  const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; };
  return !text.empty() && is_letter(text.front()) && std::all_of(text.begin(), text.end(), fits);
}

}  // namespace

bool is_dns_name(std::string_view name) {
  if (name.empty() || name.size() > kMaxName) return false;
  std::string_view label;
  while (true) {
    const std::size_t dot = name.find('.');
    label = name.substr(0, dot);
    if (!is_label(label)) return false;
    if (dot == std::string_view::npos) break;
    name.remove_prefix(dot + 1);
  }
  return !is_all_digits(label);
}

std::optional<std::string> to_ascii_host(std::string_view host) {
  if (host.size() > kMaxUtf8Name) return std::nullopt;
  const std::string text = with_plain_dots(host);
  std::string_view rest = text;
  if (rest.size() > 1 && rest.back() == '.') rest.remove_suffix(1);
  std::string name;
  while (true) {
    const std::size_t dot = rest.find('.');
    const std::optional<std::string> label = to_ascii_label(rest.substr(0, dot));
    if (!label) return std::nullopt;
    name += *label;
    if (dot == std::string_view::npos) break;
    name += '.';
    rest.remove_prefix(dot + 1);
  }
  if (!is_dns_name(name)) return std::nullopt;
  return name;
}

std::optional<ByteVector> read_address(std::string_view text) { return x509::parse_ip_address(text); }

std::optional<MailboxName> read_mailbox_name(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  // The local part is judged as name constraints judge it; the host may have letters that need mapping.
  const std::string with_plain_host = std::string(text.substr(0, at)) + "@a.example";
  const auto mailbox = name_constraints::read_mailbox(with_plain_host, name_constraints::LocalPart::Utf8);
  std::optional<std::string> host = to_ascii_host(text.substr(at + 1));
  if (!mailbox || !host) return std::nullopt;
  return MailboxName{mailbox->local_part, std::move(*host)};
}

std::optional<UriName> read_uri_name(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  UriName name{.scheme = to_lower_ascii(text.substr(0, colon)), .host = {}};
  const std::string_view rest = text.substr(colon + 1);
  if (!is_scheme(name.scheme) || rest.empty()) return std::nullopt;
  std::optional<std::string> host;
  if (rest.starts_with("//")) {
    host = read_authority(rest.substr(2, rest.find_first_of("/?#", 2) - 2));
  } else if (name.scheme == "sip" || name.scheme == "sips") {
    host = read_authority(rest.substr(0, rest.find_first_of(";?")));
  } else {
    return name;
  }
  if (!host) return std::nullopt;
  name.host = std::move(*host);
  return name;
}

std::optional<ServiceName> read_service_name(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  ServiceName name{.service = to_lower_ascii(text.substr(0, dot)), .host = {}};
  std::optional<std::string> host = to_ascii_host(text.substr(dot + 1));
  if (name.service.size() < 2 || name.service.front() != '_' || !is_label(name.service) || !host) return std::nullopt;
  name.host = std::move(*host);
  return name;
}

}  // namespace pki::path
