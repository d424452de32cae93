// Names as text: RFC 4514, and OpenSSL's one-line form. name_parse.cpp reads them.

#include "base/encoding.h"
#include "base/text.h"
#include "x509/attribute_types.h"
#include "x509/name.h"

namespace pki::x509 {
namespace {

// RFC 4514 2.4: characters that are escaped wherever they stand.
constexpr std::string_view kSpecials = "\"+,;<>\\";

void append_octets(std::string& to, std::string_view octets) {
  for (const char octet : octets) {
    to += '\\';
    to += to_hex(as_bytes(std::string_view(&octet, 1)));
  }
}

/// Passes the characters of `text` to `visible`, and appends those that are never shown to `to` as \xx.
template <typename Visible>
void append_characters(std::string& to, std::string_view text, Visible&& visible) {
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    const std::string_view octets = text.substr(at, decoded ? decoded->length : 1);
    if (!decoded || is_invisible(decoded->character)) {
      append_octets(to, octets);
    } else {
      visible(octets, at);
    }
    at += octets.size();
  }
}

std::string escape_rfc4514(std::string_view text) {
  std::string escaped;
  append_characters(escaped, text, [&](std::string_view character, std::size_t at) {
    const char c = character[0];
    const bool at_end = at + 1 == text.size();
    if (kSpecials.find(c) != std::string_view::npos || (c == '#' && at == 0) || (c == ' ' && (at == 0 || at_end))) {
      escaped += '\\';
    }
    escaped += character;
  });
  return escaped;
}

bool needs_quotes(std::string_view text) {
  if (text.empty()) return false;
  return text.find_first_of("\"+,;<>") != std::string_view::npos || text.front() == '#' || text.front() == ' ' ||
         text.back() == ' ';
}

std::string quote_openssl(std::string_view text) {
  const std::string_view quote = needs_quotes(text) ? "\"" : "";
  std::string quoted(quote);
  append_characters(quoted, text, [&](std::string_view character, std::size_t) {
    if (character[0] == '"' || character[0] == '\\') quoted += '\\';
    quoted += character;
  });
  return quoted += quote;
}

std::string hex_form(const Attribute& attribute) { return '#' + to_hex(attribute.value.whole); }

/// The keyword or the dotted OID.
std::string type_text(const Attribute& attribute) {
  const std::string_view keyword = attribute_keyword(attribute.type);
  return keyword.empty() ? attribute.type.to_dotted() : std::string(keyword);
}

std::string attribute_rfc4514(const Attribute& attribute) {
  // RFC 4514 2.4: a type in dotted form has its value in hex.
  const bool has_keyword = !attribute_keyword(attribute.type).empty();
  const auto text = has_keyword ? attribute.text() : std::nullopt;
  return type_text(attribute) + '=' + (text ? escape_rfc4514(*text) : hex_form(attribute));
}

std::string attribute_openssl(const Attribute& attribute) {
  const auto text = attribute.text();
  return type_text(attribute) + " = " + (text ? quote_openssl(*text) : hex_form(attribute));
}

std::string rdn_text(const Rdn& rdn, std::string (*attribute_text)(const Attribute&), std::string_view plus) {
  std::string text;
  for (const Attribute& attribute : rdn.attributes) {
    if (&attribute != rdn.attributes.data()) text += plus;
    text += attribute_text(attribute);
  }
  return text;
}

}  // namespace

std::string to_rfc4514(const Name& name) {
  std::string text;
  // RFC 4514 2.1: starting with the last RDN.
  for (auto rdn = name.rdns().rbegin(); rdn != name.rdns().rend(); ++rdn) {
    if (rdn != name.rdns().rbegin()) text += ',';
    text += rdn_text(*rdn, attribute_rfc4514, "+");
  }
  return text;
}

std::string to_openssl_oneline(const Name& name) {
  std::string text;
  for (const Rdn& rdn : name.rdns()) {
    if (&rdn != name.rdns().data()) text += ", ";
    text += rdn_text(rdn, attribute_openssl, " + ");
  }
  return text;
}

}  // namespace pki::x509
