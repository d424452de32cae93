// Writing general names.

#include <algorithm>
#include <array>

#include "asn1/oid_registry.h"
#include "base/text.h"
#include "x509/general_name.h"
#include "x509/ip_address.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

using Use = GeneralNameUse;

std::vector<Param> about(const GeneralNameInput& input) {
  return {{"kind", std::string(general_name_kind_name(input.kind))}, {"value", input.text}};
}

Finding wrong_character(const GeneralNameInput& input) { return {&rules::kGeneralNameCharacter, {}, about(input)}; }

Finding wrong_text(const GeneralNameInput& input, std::string_view expected) {
  std::vector<Param> params = about(input);
  params.push_back({"expected", std::string(expected)});
  return {&rules::kGeneralNameText, {}, std::move(params)};
}

bool is_graphic(char c) { return c > ' ' && c < 0x7F; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
// RFC 5280 4.2.1.6: the preferred name syntax; also '*' (RFC 6125 6.4.3) and '_', which names of Windows hosts have.
bool is_host_character(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '*' || c == '_'; }

/// The text as an element with the context tag of its kind.
void write_text(asn1::Writer& writer, const GeneralNameInput& input, Bytes contents) {
  writer.element(asn1::tags::context(static_cast<std::uint32_t>(input.kind)), contents);
}

Status write_dns(asn1::Writer& writer, const GeneralNameInput& input, Use use) {
  if (!std::all_of(input.text.begin(), input.text.end(), is_host_character)) {
    return wrong_character(input);
  }
  // The empty constraint is every host name (RFC 5280 4.2.1.10).
  const bool may_be_empty = use == Use::Constraint;
  if (input.text.empty() && !may_be_empty) return wrong_text(input, "a host name");
  write_text(writer, input, as_bytes(input.text));
  return {};
}

Status write_email(asn1::Writer& writer, const GeneralNameInput& input, Use use) {
  if (!std::all_of(input.text.begin(), input.text.end(), is_graphic)) return wrong_character(input);
  const std::size_t at = input.text.rfind('@');
  const bool is_mailbox = at != std::string::npos && at > 0 && at + 1 < input.text.size();
  // A constraint may also be a host, or a domain with a dot before it.
  const bool is_host = at == std::string::npos && use == Use::Constraint && !input.text.empty();
  if (!is_mailbox && !is_host) return wrong_text(input, "a mailbox such as ann@example.com");
  write_text(writer, input, as_bytes(input.text));
  return {};
}

/// RFC 3986 3.1, followed by something.
bool has_scheme(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size() || !is_letter(text[0])) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; });
}

Status write_uri(asn1::Writer& writer, const GeneralNameInput& input, Use use) {
  if (!std::all_of(input.text.begin(), input.text.end(), is_graphic)) return wrong_character(input);
  if (use == Use::Constraint) {
    // RFC 5280 4.2.1.10: a constraint is a host, or a domain with a dot before it.
    const bool is_host = !input.text.empty() && std::all_of(input.text.begin(), input.text.end(), is_host_character);
    if (!is_host) return wrong_text(input, "a host name");
  } else if (!has_scheme(input.text)) {
    return wrong_text(input, "an absolute URI with a scheme");
  }
  write_text(writer, input, as_bytes(input.text));
  return {};
}

Status write_directory_name(asn1::Writer& writer, const GeneralNameInput& input, Use use) {
  PKI_TRY(const NameInput name, parse_name_text(input.text));
  // The empty constraint is every name.
  if (name.empty() && use == Use::Name) return wrong_text(input, "a name with at least one part");
  PKI_TRY(const ByteVector der, encode_name(name));
  writer.element(asn1::tags::context_constructed(4), der);
  return {};
}

Status write_ip_address(asn1::Writer& writer, const GeneralNameInput& input, Use use) {
  const bool is_constraint = use == Use::Constraint;
  const auto octets = is_constraint ? parse_ip_range(input.text) : parse_ip_address(input.text);
  if (!octets) {
    return wrong_text(input, is_constraint ? "an address range such as 192.0.2.0/24 or 2001:db8::/32"
                                           : "an address such as 192.0.2.1 or 2001:db8::1");
  }
  if (is_constraint && has_host_bits(*octets)) {
    return wrong_text(input, "an address whose bits behind the mask are all zero");
  }
  write_text(writer, input, *octets);
  return {};
}

Status write_registered_id(asn1::Writer& writer, const GeneralNameInput& input, Use) {
  const auto oid = asn1::parse_oid(input.text);
  if (!oid) return wrong_text(input, "an object identifier");
  write_text(writer, input, oid->view().content());
  return {};
}

Status write_other_name(asn1::Writer& writer, const GeneralNameInput& input, Use) {
  if (input.type_id.view().empty()) return wrong_text(input, "an object identifier");
  ByteVector value = input.other_der;
  if (value.empty()) {
    if (!is_utf8(input.text)) return wrong_character(input);
    value = asn1::encode_element(asn1::tags::kUtf8String, as_bytes(input.text));
  }
  asn1::Context context(value);
  asn1::Reader reader(value, context);
  if (!reader.next() || !reader.at_end()) return wrong_text(input, "one DER element");
  writer.wrap(asn1::tags::context_constructed(0), [&](asn1::Writer& name) {
    name.oid(input.type_id.view());
    name.wrap(asn1::tags::context_constructed(0), [&](asn1::Writer& w) { w.raw(value); });
  });
  return {};
}

Status refuse(asn1::Writer&, const GeneralNameInput& input, Use) {
  return wrong_text(input, "a name of a kind that can be written");
}

// By the number of the context tag.
constexpr std::array<Status (*)(asn1::Writer&, const GeneralNameInput&, Use), 9> kWriters = {
    write_other_name, write_email,      write_dns,          refuse, write_directory_name, refuse,
    write_uri,        write_ip_address, write_registered_id};

}  // namespace

Status write_general_name(asn1::Writer& writer, const GeneralNameInput& input, GeneralNameUse use) {
  return kWriters[static_cast<std::size_t>(input.kind)](writer, input, use);
}

Result<ByteVector> encode_general_names(const std::vector<GeneralNameInput>& names) {
  if (names.empty()) return Finding{&rules::kGeneralNameEmpty, {}, {}};
  asn1::Writer list;
  for (const GeneralNameInput& name : names) PKI_CHECK(write_general_name(list, name));
  return asn1::encode_element(asn1::tags::kSequence, list.view());
}

}  // namespace pki::x509
