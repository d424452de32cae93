#include "path/name_constraints/pattern.h"

#include <algorithm>
#include <bit>

#include "asn1/oids.h"
#include "asn1/tag.h"
#include "base/text.h"
#include "x509/ip_address.h"
#include "x509/rdn_key.h"
#include "x509/string_prep.h"

namespace pki::path::name_constraints {
namespace {

using x509::GeneralName;
using x509::GeneralNameKind;

constexpr std::string_view kBadDns = "it is no DNS name";
constexpr std::string_view kBadMailbox = "it is no mailbox that can be compared (local-part@host)";
constexpr std::string_view kBadUri = "it is a URI without a host name";
constexpr std::string_view kBadAddress = "it is no address of 4 or 16 octets";
constexpr std::string_view kBadUpn = "it is no user principal name (name@host)";
constexpr std::string_view kBadDnsBase = "it is no DNS name or domain";
constexpr std::string_view kBadMailboxBase = "it is no mailbox, host, or domain with a leading dot";
constexpr std::string_view kBadUriBase = "it is no host, or domain with a leading dot";
constexpr std::string_view kBadRange = "it is no address with a mask of ones followed by zeros";
constexpr std::string_view kMinimumMaximum = "it has a minimum or a maximum";
constexpr std::string_view kNoSemantics = "constraints of this form have no defined meaning";

// The text of an otherName that is a UTF8String; nothing for another.
std::optional<std::string_view> utf8_value(const GeneralName& name) {
  if (name.other.tag != asn1::tags::kUtf8String) return std::nullopt;
  return as_text(name.other.value);
}

// A user principal name's part before the host, which Windows compares without regard to case.
std::string fold_upn(std::string_view text) { return x509::prepare_string(text); }

Point mailbox_point(Form form, std::optional<Mailbox> mailbox, std::string_view fault) {
  if (!mailbox) return {.form = form, .fault = fault};
  return {.form = form, .parts = std::move(mailbox->host), .mailbox = std::move(mailbox->local_part)};
}

Point upn_point(const GeneralName& name) {
  const std::optional<std::string_view> text = utf8_value(name);
  std::optional<Mailbox> mailbox = text ? read_mailbox(*text, LocalPart::Any) : std::nullopt;
  if (mailbox) mailbox->local_part = fold_upn(mailbox->local_part);
  return mailbox_point(Form::Upn, std::move(mailbox), kBadUpn);
}

Point smtp_utf8_point(const GeneralName& name) {
  const std::optional<std::string_view> text = utf8_value(name);
  return mailbox_point(Form::Email, text ? read_mailbox(*text, LocalPart::Utf8) : std::nullopt, kBadMailbox);
}

Point uri_point(std::string_view text) {
  std::optional<Parts> host = read_uri_host(text);
  if (!host) return {.form = Form::Uri, .fault = kBadUri};
  return {.form = Form::Uri, .parts = std::move(*host)};
}

Point address_point(Bytes octets) {
  if (octets.size() != 4 && octets.size() != 16) return {.form = Form::IpAddress, .fault = kBadAddress};
  return {.form = Form::IpAddress, .address = Address{to_vector(octets), octets.size() * 8}};
}

Parts rdn_parts(const x509::Name& name) {
  Parts parts;
  parts.reserve(name.rdns().size());
  for (const x509::Rdn& rdn : name.rdns()) parts.push_back(x509::comparison_key(rdn));
  return parts;
}

Pattern faulty(Form form, std::string_view fault) { return {.form = form, .fault = fault}; }

// "host" is the host alone, ".domain" all hosts below it (e-mail and URI).
Pattern host_pattern(Form form, std::string_view text, Labels labels, std::string_view fault) {
  const bool domain = text.starts_with('.');
  std::optional<Parts> parts = read_host(domain ? text.substr(1) : text, labels);
  if (!parts || parts->empty()) return faulty(form, fault);
  return {.form = form, .parts = std::move(*parts), .self = !domain, .below = domain};
}

// "domain" is the domain and all below; ".domain", which RFC 5280 does not know for DNS names, all below but not
// itself, as everybody reads it. No text is everything.
Pattern dns_pattern(std::string_view text) {
  const bool dot = text.starts_with('.');
  std::optional<Parts> parts = read_host(dot ? text.substr(1) : text);
  if (!parts || (dot && parts->empty())) return faulty(Form::Dns, kBadDnsBase);
  return {.form = Form::Dns, .parts = std::move(*parts), .self = !dot, .below = true};
}

Pattern email_pattern(std::string_view text) {
  if (text.find('@') == std::string_view::npos) return host_pattern(Form::Email, text, Labels::Plain, kBadMailboxBase);
  std::optional<Mailbox> mailbox = read_mailbox(text, LocalPart::Ascii);
  if (!mailbox) return faulty(Form::Email, kBadMailboxBase);
  return {.form = Form::Email, .parts = std::move(mailbox->host), .mailbox = std::move(mailbox->local_part)};
}

// As Windows writes them: "name@host", "@host" or "host" for all of a host, ".domain" for all hosts below.
Pattern upn_pattern(const GeneralName& base) {
  std::string_view text = utf8_value(base).value_or(std::string_view());
  if (text.starts_with('@')) text.remove_prefix(1);
  if (text.find('@') == std::string_view::npos) {
    return host_pattern(Form::Upn, text, Labels::International, kBadMailboxBase);
  }
  std::optional<Mailbox> mailbox = read_mailbox(text, LocalPart::Any);
  if (!mailbox) return faulty(Form::Upn, kBadMailboxBase);
  return {.form = Form::Upn, .parts = std::move(mailbox->host), .mailbox = fold_upn(mailbox->local_part)};
}

Pattern range_pattern(Bytes range) {
  const std::size_t half = range.size() / 2;
  if ((range.size() != 8 && range.size() != 32) || !x509::is_contiguous_mask(range.last(half))) {
    return faulty(Form::IpAddress, kBadRange);
  }
  std::size_t bits = 0;
  for (const std::uint8_t octet : range.last(half)) bits += static_cast<std::size_t>(std::popcount(octet));
  return {.form = Form::IpAddress, .address = Address{masked(range.first(half), bits), bits}};
}

Pattern base_pattern(const GeneralName& base) {
  switch (form_of_base(base)) {
    case Form::Dns:
      return dns_pattern(as_text(base.value));
    case Form::IpAddress:
      return range_pattern(base.value);
    case Form::Email:
      return email_pattern(as_text(base.value));
    case Form::Uri:
      return host_pattern(Form::Uri, as_text(base.value), Labels::Plain, kBadUriBase);
    case Form::DirectoryName:
      return {.form = Form::DirectoryName, .parts = rdn_parts(base.directory_name), .self = true, .below = true};
    case Form::Upn:
      return upn_pattern(base);
    case Form::Other:
      break;
  }
  return faulty(Form::Other, kNoSemantics);
}

bool is_same_range(const Address& network, const Address& address) {
  return masked(address.octets, network.prefix_bits) == network.octets;
}

bool is_same_mailbox(std::string_view mailbox, const Point& point, Side side) {
  if (point.mailbox == mailbox) return true;
  return side == Side::Excluded && point.any_case && equal_ignoring_ascii_case(point.mailbox, mailbox);
}

// The wildcard's place can be taken by the excluded name.
bool wildcard_covers(const Pattern& pattern, const Point& point) {
  return point.wildcard && pattern.self && pattern.parts.size() == point.parts.size() &&
         std::equal(pattern.parts.begin(), pattern.parts.end() - 1, point.parts.begin());
}

}  // namespace

Form form_of_base(const GeneralName& base) {
  switch (base.kind) {
    case GeneralNameKind::Dns:
      return Form::Dns;
    case GeneralNameKind::IpAddress:
      return Form::IpAddress;
    case GeneralNameKind::Email:
      return Form::Email;
    case GeneralNameKind::Uri:
      return Form::Uri;
    case GeneralNameKind::DirectoryName:
      return Form::DirectoryName;
    case GeneralNameKind::OtherName:
      return base.type_id == asn1::oids::kUserPrincipalName ? Form::Upn : Form::Other;
    case GeneralNameKind::X400Address:
    case GeneralNameKind::EdiPartyName:
    case GeneralNameKind::RegisteredId:
      break;
  }
  return Form::Other;
}

Form form_of_name(const GeneralName& name) {
  const bool smtp_utf8 = name.kind == GeneralNameKind::OtherName && name.type_id == asn1::oids::kSmtpUtf8Mailbox;
  return smtp_utf8 ? Form::Email : form_of_base(name);
}

std::string form_key(const GeneralName& name) {
  std::string key(1, static_cast<char>('0' + static_cast<int>(name.kind)));
  if (name.kind == GeneralNameKind::OtherName) key += as_text(name.type_id.content());
  return key;
}

Point email_point(std::string_view text) {
  return mailbox_point(Form::Email, read_mailbox(text, LocalPart::Ascii), kBadMailbox);
}

Point dns_point(std::string_view text) {
  std::optional<Parts> parts = read_host(text, Labels::Wildcards);
  if (!parts) return {.form = Form::Dns, .fault = kBadDns};
  const bool wildcard = parts->size() > 1 && parts->back() == "*";
  return {.form = Form::Dns, .parts = std::move(*parts), .wildcard = wildcard};
}

Point directory_point(const x509::Name& name) { return {.form = Form::DirectoryName, .parts = rdn_parts(name)}; }

Point to_point(const GeneralName& name) {
  switch (form_of_name(name)) {
    case Form::Dns:
      return dns_point(as_text(name.value));
    case Form::IpAddress:
      return address_point(name.value);
    case Form::Email:
      return name.kind == GeneralNameKind::Email ? email_point(as_text(name.value)) : smtp_utf8_point(name);
    case Form::Uri:
      return uri_point(as_text(name.value));
    case Form::DirectoryName:
      return directory_point(name.directory_name);
    case Form::Upn:
      return upn_point(name);
    case Form::Other:
      break;
  }
  return {};
}

Pattern to_pattern(const x509::GeneralSubtree& subtree) {
  if (subtree.minimum != 0 || subtree.maximum) return faulty(form_of_base(subtree.base), kMinimumMaximum);
  return base_pattern(subtree.base);
}

ByteVector masked(Bytes octets, std::size_t bits) {
  ByteVector result = to_vector(octets);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const std::size_t kept = std::min<std::size_t>(bits - std::min(bits, i * 8), 8);
    result[i] = static_cast<std::uint8_t>(result[i] & (0xFF00U >> kept));
  }
  return result;
}

bool matches(const Pattern& pattern, const Point& point, Side side) {
  if (pattern.address) return point.address && is_same_range(*pattern.address, *point.address);
  if (pattern.mailbox) return point.parts == pattern.parts && is_same_mailbox(*pattern.mailbox, point, side);
  if (side == Side::Excluded && wildcard_covers(pattern, point)) return true;
  const auto [end, rest] =
      std::mismatch(pattern.parts.begin(), pattern.parts.end(), point.parts.begin(), point.parts.end());
  if (end != pattern.parts.end()) return false;
  return rest == point.parts.end() ? pattern.self : pattern.below;
}

}  // namespace pki::path::name_constraints
