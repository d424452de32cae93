// General names as text, and back.

#include <array>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "asn1/values.h"
#include "base/encoding.h"
#include "base/text.h"
#include "x509/general_name.h"
#include "x509/ip_address.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;

std::string ip_text(Bytes value) {
  std::string text = ip_address_text(value);
  if (text.empty()) text = ip_range_text(value);
  return text.empty() ? to_hex(value) : text;
}

/// "UPN:ann@corp.example", "1.2.3;text", or "1.2.3:<hex>".
std::string other_name_text(const GeneralName& name) {
  asn1::Context context(name.other.whole);
  const auto text = asn1::read_string(name.other, context);
  if (!text) return name.type_id.to_dotted() + ':' + to_hex(name.other.whole);
  if (name.type_id == oids::kUserPrincipalName) return "UPN:" + printable(*text);
  return name.type_id.to_dotted() + ';' + printable(*text);
}

/// A kind, and how a text begins that is one.
struct Prefix {
  std::string_view text;
  GeneralNameKind kind;
};

// What to_text() writes, and OpenSSL's words for its configuration files.
constexpr std::array<Prefix, 14> kPrefixes = {{
    {"DNS", GeneralNameKind::Dns},
    {"IP", GeneralNameKind::IpAddress},
    {"IP Address", GeneralNameKind::IpAddress},
    {"email", GeneralNameKind::Email},
    {"RFC822", GeneralNameKind::Email},
    {"mail", GeneralNameKind::Email},
    {"URI", GeneralNameKind::Uri},
    {"URL", GeneralNameKind::Uri},
    {"dirName", GeneralNameKind::DirectoryName},
    {"RID", GeneralNameKind::RegisteredId},
    {"Registered ID", GeneralNameKind::RegisteredId},
    {"UPN", GeneralNameKind::OtherName},
    {"otherName", GeneralNameKind::OtherName},
    {"msUPN", GeneralNameKind::OtherName},
}};

const Prefix* find_prefix(std::string_view word) {
  for (const Prefix& prefix : kPrefixes) {
    if (equal_ignoring_ascii_case(prefix.text, word)) return &prefix;
  }
  return nullptr;
}

Finding not_understood(std::string_view value, std::string_view kind, std::string_view expected) {
  return {&rules::kGeneralNameText,
          {},
          {{"value", std::string(value)}, {"kind", std::string(kind)}, {"expected", std::string(expected)}}};
}

GeneralNameInput upn(std::string_view text) {
  return {GeneralNameKind::OtherName, std::string(text), asn1::OwnedOid(oids::kUserPrincipalName)};
}

/// "UPN:text", "OID;text" and "OID:hex" (what to_text writes), and OpenSSL's "OID;UTF8:text".
Result<GeneralNameInput> parse_other_name(std::string_view text) {
  constexpr std::string_view kExpected = "an OID, a semicolon and a text";
  constexpr std::string_view kUtf8 = "UTF8:";
  const std::size_t end = text.find_first_of(";:");
  if (end == std::string_view::npos) return not_understood(text, "otherName", kExpected);
  const std::string_view type = trim(text.substr(0, end));
  std::string_view value = text.substr(end + 1);
  if (equal_ignoring_ascii_case(type, "UPN")) return upn(value);
  auto oid = asn1::parse_oid(type);
  if (!oid) return not_understood(text, "otherName", kExpected);
  GeneralNameInput input{GeneralNameKind::OtherName, {}, *std::move(oid)};
  if (text[end] == ':') {
    auto der = from_hex(value);
    if (!der || der->empty()) return not_understood(text, "otherName", "hexadecimal DER after the colon");
    input.other_der = *std::move(der);
    return input;
  }
  if (equal_ignoring_ascii_case(value.substr(0, kUtf8.size()), kUtf8)) value.remove_prefix(kUtf8.size());
  input.text = value;
  return input;
}

GeneralNameKind guess_kind(std::string_view text) {
  if (parse_ip_range(text)) return GeneralNameKind::IpAddress;
  const bool is_uri = text.find("://") != std::string_view::npos ||
                      equal_ignoring_ascii_case(text.substr(0, 4), "urn:") ||
                      equal_ignoring_ascii_case(text.substr(0, 4), "tag:");
  if (is_uri) return GeneralNameKind::Uri;
  return text.find('@') != std::string_view::npos ? GeneralNameKind::Email : GeneralNameKind::Dns;
}

}  // namespace

std::string value_text(const GeneralName& name) {
  switch (name.kind) {
    case GeneralNameKind::Email:
    case GeneralNameKind::Dns:
    case GeneralNameKind::Uri:
      return printable(as_text(name.value));
    case GeneralNameKind::DirectoryName:
      return to_rfc4514(name.directory_name);
    case GeneralNameKind::IpAddress:
      return ip_text(name.value);
    case GeneralNameKind::RegisteredId:
      return name.type_id.to_dotted();
    case GeneralNameKind::OtherName:
      return other_name_text(name);
    case GeneralNameKind::X400Address:
    case GeneralNameKind::EdiPartyName:
      return to_hex(name.value);
  }
  return {};
}

std::string to_text(const GeneralName& name) {
  return std::string(general_name_kind_name(name.kind)) + ':' + value_text(name);
}

Result<GeneralNameInput> parse_general_name_text(std::string_view text) {
  const std::string_view trimmed = trim(text);
  const std::size_t colon = trimmed.find(':');
  const Prefix* prefix = colon == std::string_view::npos ? nullptr : find_prefix(trimmed.substr(0, colon));
  if (prefix != nullptr) {
    const std::string_view value = trimmed.substr(colon + 1);
    if (prefix->kind != GeneralNameKind::OtherName) return GeneralNameInput{prefix->kind, std::string(value)};
    if (equal_ignoring_ascii_case(prefix->text, "otherName")) return parse_other_name(value);
    return upn(value);
  }
  const GeneralNameKind kind = guess_kind(trimmed);
  if (trimmed.empty() || (kind == GeneralNameKind::Dns && colon != std::string_view::npos)) {
    return not_understood(trimmed, "general name", "a known prefix and a value");
  }
  return GeneralNameInput{kind, std::string(trimmed)};
}

}  // namespace pki::x509
