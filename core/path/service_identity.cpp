#include "path/service_identity.h"

#include <algorithm>

#include "asn1/oids.h"
#include "base/text.h"
#include "path/rules.h"

namespace pki::path {
namespace {

constexpr std::size_t kMaxName = 253;  // RFC 1035 2.3.4, without the root's dot
constexpr std::size_t kMaxLabel = 63;

bool is_label_character(char c) {
  // The underscore is no host name (RFC 952), but names with it are in use and in certificates.
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool is_label(std::string_view label) {
  return !label.empty() && label.size() <= kMaxLabel && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), is_label_character);
}

bool is_all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A DNS name in lower case: labels of letters, digits and hyphens, the last not all digits (that would be an
// address, RFC 1123 2.1).
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

// The octets of an address; nothing where the text is none.
std::optional<ByteVector> read_address(std::string_view text) {
  if (text.find_first_not_of("0123456789abcdefABCDEF:.") != std::string_view::npos) return std::nullopt;
  asn1::Writer writer;
  x509::GeneralNameInput input;
  input.kind = x509::GeneralNameKind::IpAddress;
  input.text = text;
  if (!x509::write_general_name(writer, input).ok()) return std::nullopt;
  asn1::Context context(writer.view());
  asn1::Reader reader(writer.view(), context);
  const Result<asn1::Element> element = reader.next();
  if (!element || (element->value.size() != 4 && element->value.size() != 16)) return std::nullopt;
  return to_vector(element->value);
}

bool has_service_names(const x509::GeneralNames& names) {
  return std::any_of(names.begin(), names.end(), [](const x509::GeneralName& name) {
    return name.kind == x509::GeneralNameKind::Dns || name.kind == x509::GeneralNameKind::IpAddress;
  });
}

bool matches(const x509::GeneralName& name, const ReferenceIdentity& reference) {
  switch (reference.kind) {
    case IdentityKind::Dns:
      return name.kind == x509::GeneralNameKind::Dns && matches_dns_name(as_text(name.value), reference.text);
    case IdentityKind::IpAddress:
      return name.kind == x509::GeneralNameKind::IpAddress && equal(name.value, reference.address);
  }
  return false;
}

bool matches_common_name(const std::string& common_name, const ReferenceIdentity& reference) {
  if (reference.kind == IdentityKind::Dns) return matches_dns_name(common_name, reference.text);
  return read_address(common_name) == reference.address;
}

}  // namespace

Result<ReferenceIdentity> parse_reference_identity(std::string_view text) {
  std::string_view name = trim(text);
  if (name.size() > 2 && name.front() == '[' && name.back() == ']') {
    name = name.substr(1, name.size() - 2);
  }
  if (std::optional<ByteVector> address = read_address(name)) {
    return ReferenceIdentity{IdentityKind::IpAddress, std::string(name), std::move(*address)};
  }
  std::string lower = to_lower_ascii(name);
  if (lower.size() > 1 && lower.back() == '.') lower.pop_back();
  if (!is_dns_name(lower)) {
    return Finding{.rule = &rules::kIdentityReference, .params = {{"name", std::string(text)}}};
  }
  return ReferenceIdentity{IdentityKind::Dns, std::move(lower), {}};
}

bool matches_dns_name(std::string_view presented, std::string_view reference) {
  const std::string lower = to_lower_ascii(presented);
  std::string_view pattern = lower;
  if (!pattern.starts_with("*.")) return is_dns_name(pattern) && pattern == reference;
  // RFC 9525 6.3: the wildcard is the whole leftmost label and stands for one label; what is left must be a name
  // of at least two labels, so that no one speaks for a whole top-level domain.
  pattern.remove_prefix(2);
  if (!is_dns_name(pattern) || pattern.find('.') == std::string_view::npos) return false;
  const std::size_t dot = reference.find('.');
  return dot != std::string_view::npos && dot > 0 && reference.substr(dot + 1) == pattern;
}

IdentityMatch match_identity(const x509::Certificate& certificate, const ReferenceIdentity& reference,
                             CommonNameUse common_name) {
  IdentityMatch result;
  const auto& alternative_names = certificate.extensions().subject_alt_name;
  if (alternative_names) {
    for (const x509::GeneralName& name : alternative_names->names) {
      if (name.kind != x509::GeneralNameKind::Dns && name.kind != x509::GeneralNameKind::IpAddress) {
        continue;
      }
      result.presented.push_back(x509::to_text(name));
      if (!result.matched && matches(name, reference)) {
        result.matched = true;
        result.by = result.presented.back();
      }
    }
  }
  if (common_name == CommonNameUse::Never) return result;
  // RFC 6125 6.4.4: only where there is nothing better.
  if (alternative_names.malformed() || (alternative_names && has_service_names(alternative_names->names))) {
    return result;
  }
  const std::optional<std::string> text = certificate.subject().last(asn1::oids::kCommonName);
  if (!text) return result;
  result.presented.push_back("CN=" + printable(*text));
  if (matches_common_name(*text, reference)) {
    result.matched = true;
    result.by = result.presented.back();
  }
  return result;
}

}  // namespace pki::path
