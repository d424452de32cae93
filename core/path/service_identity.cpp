#include "path/service_identity.h"

#include <algorithm>
#include <array>
#include <utility>

#include "asn1/oids.h"
#include "asn1/values.h"
#include "base/text.h"
#include "path/identity_names.h"
#include "path/rules.h"
#include "x509/string_prep.h"

namespace pki::path {
namespace {

using x509::GeneralNameKind;
namespace oids = asn1::oids;

constexpr std::array<std::pair<std::string_view, IdentityKind>, 6> kPrefixes = {{
    {"dns:", IdentityKind::Dns},
    {"ip:", IdentityKind::IpAddress},
    {"email:", IdentityKind::Email},
    {"uri:", IdentityKind::Uri},
    {"srv:", IdentityKind::Srv},
    {"upn:", IdentityKind::Upn},
}};

std::string_view without_brackets(std::string_view text) {
  const bool bracketed = text.size() > 2 && text.front() == '[' && text.back() == ']';
  return bracketed ? text.substr(1, text.size() - 2) : text;
}

Finding malformed(IdentityKind kind, std::string_view text) {
  return {.rule = &rules::kIdentityReference,
          .params = {{"name", std::string(text)}, {"kind", std::string(identity_kind_name(kind))}}};
}

// Windows compares user principal names without regard to case.
bool same_upn(std::string_view presented, std::string_view reference) {
  return is_utf8(reference) && x509::prepare_string(presented) == x509::prepare_string(reference);
}

bool same_mailbox(std::string_view presented, std::string_view reference) {
  const auto a = read_mailbox_name(presented);
  const auto b = read_mailbox_name(reference);
  return a && b && a->local_part == b->local_part && a->host == b->host;
}

bool same_uri(std::string_view presented, std::string_view reference) {
  const auto a = read_uri_name(presented);
  const auto b = read_uri_name(reference);
  if (!a || !b || a->scheme != b->scheme || a->host != b->host) return false;
  // RFC 5280 7.4: the scheme's case does not count.
  return !a->host.empty() || presented.substr(a->scheme.size()) == reference.substr(b->scheme.size());
}

bool same_service(std::string_view presented, std::string_view reference) {
  const auto a = read_service_name(presented);
  const auto b = read_service_name(reference);
  return a && b && a->service == b->service && a->host == b->host;
}

bool matches_text(std::string_view presented, const ReferenceIdentity& reference) {
  switch (reference.kind) {
    case IdentityKind::Dns:
      return matches_dns_name(presented, reference.text);
    case IdentityKind::IpAddress:
      break;
    case IdentityKind::Email:
      return same_mailbox(presented, reference.text);
    case IdentityKind::Uri:
      return same_uri(presented, reference.text);
    case IdentityKind::Srv:
      return same_service(presented, reference.text);
    case IdentityKind::Upn:
      return same_upn(presented, reference.text);
  }
  return false;
}

bool is_host(IdentityKind kind) { return kind == IdentityKind::Dns || kind == IdentityKind::IpAddress; }

// Which names are told: those of the kind that is asked, where hosts and addresses go together.
bool is_compared(IdentityKind presented, IdentityKind reference) {
  return presented == reference || (is_host(presented) && is_host(reference));
}

bool matches(const x509::GeneralName& name, const PresentedName& presented, const ReferenceIdentity& reference) {
  if (presented.kind != reference.kind) return false;
  if (presented.kind == IdentityKind::IpAddress) return equal(name.value, reference.address);
  return matches_text(presented.text, reference);
}

bool matches_common_name(const std::string& common_name, const ReferenceIdentity& reference) {
  if (reference.kind == IdentityKind::Dns) return matches_dns_name(common_name, reference.text);
  return read_address(common_name) == reference.address;
}

// What of the subject's name stands in where the alternative names have nothing of the kind.
struct StandIn {
  asn1::Oid type;
  const char* prefix;
};

std::optional<StandIn> find_stand_in(IdentityKind kind, CommonNameUse common_name) {
  if (kind == IdentityKind::Email) return StandIn{oids::kEmailAddress, "emailAddress="};
  // RFC 6125 6.4.4: only where there is nothing better.
  if (is_host(kind) && common_name == CommonNameUse::WithoutAlternativeNames) return StandIn{oids::kCommonName, "CN="};
  return std::nullopt;
}

std::optional<std::string> other_name_text(const x509::GeneralName& name, const asn1::Tag& tag) {
  if (name.other.tag != tag) return std::nullopt;
  asn1::Context context(name.other.whole);
  Result<std::string> text = asn1::read_string(name.other, context);
  if (!text || !context.findings().empty()) return std::nullopt;
  return std::move(text).value();
}

std::optional<PresentedName> other_name(const x509::GeneralName& name) {
  struct Row {
    asn1::Oid type;
    IdentityKind kind;
    asn1::Tag tag;
  };
  constexpr Row kRows[] = {{oids::kSmtpUtf8Mailbox, IdentityKind::Email, asn1::tags::kUtf8String},
                           {oids::kDnsSrv, IdentityKind::Srv, asn1::tags::kIa5String},
                           {oids::kUserPrincipalName, IdentityKind::Upn, asn1::tags::kUtf8String}};
  for (const Row& row : kRows) {
    if (row.type != name.type_id) continue;
    std::optional<std::string> text = other_name_text(name, row.tag);
    if (!text) return std::nullopt;
    return PresentedName{row.kind, std::move(*text)};
  }
  return std::nullopt;
}

}  // namespace

std::string_view identity_kind_name(IdentityKind kind) {
  switch (kind) {
    case IdentityKind::Dns:
      return "DNS name";
    case IdentityKind::IpAddress:
      return "IP address";
    case IdentityKind::Email:
      return "e-mail address";
    case IdentityKind::Uri:
      return "URI";
    case IdentityKind::Srv:
      return "service name";
    case IdentityKind::Upn:
      return "user principal name";
  }
  return {};
}

Result<ReferenceIdentity> parse_reference_identity(IdentityKind kind, std::string_view text) {
  const std::string_view name = trim(text);
  ReferenceIdentity identity{.kind = kind, .text = std::string(name)};
  bool valid = false;
  switch (kind) {
    case IdentityKind::Dns: {
      std::optional<std::string> host = to_ascii_host(name);
      valid = host.has_value();
      if (host) identity.text = std::move(*host);
      break;
    }
    case IdentityKind::IpAddress: {
      std::optional<ByteVector> address = read_address(without_brackets(name));
      valid = address.has_value();
      identity.text = without_brackets(name);
      if (address) identity.address = std::move(*address);
      break;
    }
    case IdentityKind::Email:
      valid = read_mailbox_name(name).has_value();
      break;
    case IdentityKind::Uri:
      valid = read_uri_name(name).has_value();
      break;
    case IdentityKind::Srv:
      valid = read_service_name(name).has_value();
      break;
    case IdentityKind::Upn:
      valid = !name.empty() && is_utf8(name);
      break;
  }
  if (!valid) return malformed(kind, text);
  return identity;
}

Result<ReferenceIdentity> parse_reference_identity(std::string_view text) {
  const std::string_view name = trim(text);
  const std::string lower = to_lower_ascii(name.substr(0, 8));
  for (const auto& [prefix, kind] : kPrefixes) {
    if (lower.starts_with(prefix)) return parse_reference_identity(kind, name.substr(prefix.size()));
  }
  const bool is_address = read_address(without_brackets(name)).has_value();
  return parse_reference_identity(is_address ? IdentityKind::IpAddress : IdentityKind::Dns, name);
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

std::optional<PresentedName> to_presented_name(const x509::GeneralName& name) {
  const std::string text(as_text(name.value));
  switch (name.kind) {
    case GeneralNameKind::Dns:
      return PresentedName{IdentityKind::Dns, text};
    case GeneralNameKind::IpAddress:
      return PresentedName{IdentityKind::IpAddress, {}};
    case GeneralNameKind::Email: {
      // RFC 5280 4.2.1.6: ASCII; other letters belong into SmtpUTF8Mailbox.
      const bool ascii = std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
      return ascii ? std::optional(PresentedName{IdentityKind::Email, text}) : std::nullopt;
    }
    case GeneralNameKind::Uri:
      return PresentedName{IdentityKind::Uri, text};
    case GeneralNameKind::OtherName:
      return other_name(name);
    case GeneralNameKind::X400Address:
    case GeneralNameKind::DirectoryName:
    case GeneralNameKind::EdiPartyName:
    case GeneralNameKind::RegisteredId:
      break;
  }
  return std::nullopt;
}

IdentityMatch match_identity(const x509::Certificate& certificate, const ReferenceIdentity& reference,
                             CommonNameUse common_name) {
  IdentityMatch result;
  const auto& alternative_names = certificate.extensions().subject_alt_name;
  if (alternative_names) {
    for (const x509::GeneralName& name : alternative_names->names) {
      const std::optional<PresentedName> presented = to_presented_name(name);
      if (!presented || !is_compared(presented->kind, reference.kind)) continue;
      result.presented.push_back(x509::to_text(name));
      if (!result.matched && matches(name, *presented, reference)) {
        result.matched = true;
        result.by = result.presented.back();
      }
    }
  }
  if (!result.presented.empty() || alternative_names.malformed()) return result;
  const std::optional<StandIn> stand_in = find_stand_in(reference.kind, common_name);
  const std::optional<std::string> text = stand_in ? certificate.subject().last(stand_in->type) : std::nullopt;
  if (!text) return result;
  result.presented.push_back(stand_in->prefix + printable(*text));
  result.matched = is_host(reference.kind) ? matches_common_name(*text, reference) : matches_text(*text, reference);
  if (result.matched) result.by = result.presented.back();
  return result;
}

}  // namespace pki::path
