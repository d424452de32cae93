#include "path/identity_hint.h"

#include "asn1/oids.h"
#include "base/text.h"
#include "path/identity_names.h"

namespace pki::path {
namespace {

constexpr std::string_view kGeneral =
    "Use a name that the certificate has, or issue it again with this one as a subject alternative name";

std::string quoted(std::string_view text) { return "\"" + printable(text) + "\""; }

std::string wildcard_hint(std::string_view pattern, std::string_view host) {
  const std::string_view base = pattern.substr(2);
  if (base.find('.') == std::string_view::npos) {
    return quoted(pattern) + " would speak for a whole top-level domain and does not count (RFC 9525 6.3)";
  }
  if (host == base) return quoted(pattern) + " is not for " + std::string(base) + " itself (RFC 9525 6.3)";
  if (host.ends_with("." + std::string(base))) {
    return quoted(pattern) + " covers one label only, and not the names further below (RFC 9525 6.3)";
  }
  return {};
}

std::string dns_hint(std::string_view presented, const ReferenceIdentity& reference) {
  const std::string lower = to_lower_ascii(presented);
  if (reference.kind == IdentityKind::IpAddress) {
    if (read_address(lower) != reference.address) return {};
    return "The address is written as a DNS name, where it does not count: it belongs into an iPAddress (RFC 5280 "
           "4.2.1.6)";
  }
  const std::string& host = reference.text;
  if (lower.starts_with("*.")) return wildcard_hint(lower, host);
  if (lower.find('*') != std::string::npos) {
    const std::size_t dot = lower.find('.');
    const bool near = dot != std::string::npos && host.ends_with(lower.substr(dot));
    return near ? quoted(presented) + " has an asterisk that is not the whole leftmost label (RFC 9525 6.3)" : "";
  }
  if (lower == host + ".") return quoted(presented) + " ends with a dot, which names in certificates must not";
  if (to_ascii_host(lower) == host) {
    return quoted(presented) + " is written with its own letters; in a certificate it must be " + host +
           " (RFC 5280 7.2)";
  }
  return {};
}

std::string email_hint(std::string_view presented, const ReferenceIdentity& reference) {
  const auto a = read_mailbox_name(presented);
  const auto b = read_mailbox_name(reference.text);
  if (!a || !b || a->host != b->host || !equal_ignoring_ascii_case(a->local_part, b->local_part)) return {};
  return quoted(presented) + " differs in the case of the letters before the @, which counts (RFC 5280 7.5)";
}

std::string uri_hint(std::string_view presented, const ReferenceIdentity& reference) {
  const auto a = read_uri_name(presented);
  const auto b = read_uri_name(reference.text);
  if (!a || !b || a->host.empty() || a->host != b->host) return {};
  return quoted(presented) + " has the same host and another scheme (RFC 9525 6.5)";
}

std::string service_hint(std::string_view presented, const ReferenceIdentity& reference) {
  const auto a = read_service_name(presented);
  const auto b = read_service_name(reference.text);
  if (!a || !b || a->host != b->host) return {};
  return quoted(presented) + " is for another service of the same domain (RFC 4985 2)";
}

std::string hint_about(const PresentedName& name, const ReferenceIdentity& reference) {
  const bool to_host = reference.kind == IdentityKind::Dns || reference.kind == IdentityKind::IpAddress;
  switch (name.kind) {
    case IdentityKind::Dns:
      return to_host ? dns_hint(name.text, reference) : std::string();
    case IdentityKind::Email:
      if (reference.kind == IdentityKind::Email) return email_hint(name.text, reference);
      if (reference.kind == IdentityKind::Upn && equal_ignoring_ascii_case(name.text, reference.text)) {
        return "It is there as an e-mail address only; a user principal name is an otherName of its own";
      }
      return {};
    case IdentityKind::Uri:
      return reference.kind == IdentityKind::Uri ? uri_hint(name.text, reference) : std::string();
    case IdentityKind::Srv:
      return reference.kind == IdentityKind::Srv ? service_hint(name.text, reference) : std::string();
    case IdentityKind::Upn:
      if (reference.kind == IdentityKind::Email && equal_ignoring_ascii_case(name.text, reference.text)) {
        return "It is there as a user principal name only, which is no e-mail address";
      }
      return {};
    case IdentityKind::IpAddress:
      break;
  }
  return {};
}

std::string common_name_hint(const x509::Certificate& certificate, const ReferenceIdentity& reference) {
  const std::optional<std::string> name = certificate.subject().last(asn1::oids::kCommonName);
  if (!name) return {};
  const bool same = (reference.kind == IdentityKind::Dns && matches_dns_name(*name, reference.text)) ||
                    (reference.kind == IdentityKind::IpAddress && read_address(*name) == reference.address);
  return same ? "The name is in the common name, which does not count: it must be a subject alternative name (RFC 9525 "
                "2, 6.3)"
              : "";
}

}  // namespace

std::string identity_hint(const x509::Certificate& certificate, const ReferenceIdentity& reference) {
  const auto& alternative_names = certificate.extensions().subject_alt_name;
  if (alternative_names) {
    for (const x509::GeneralName& name : alternative_names->names) {
      const std::optional<PresentedName> presented = to_presented_name(name);
      if (!presented) continue;
      if (std::string hint = hint_about(*presented, reference); !hint.empty()) return hint;
    }
  }
  if (std::string hint = common_name_hint(certificate, reference); !hint.empty()) return hint;
  return std::string(kGeneral);
}

}  // namespace pki::path
