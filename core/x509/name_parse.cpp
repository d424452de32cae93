// Reading names from text: RFC 4514 with what RFC 2253 allowed besides, and OpenSSL's "/C=DE/CN=Root". name_text.cpp
// writes them.

#include <algorithm>

#include "asn1/values.h"
#include "base/encoding.h"
#include "base/text.h"
#include "x509/attribute_types.h"
#include "x509/name.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";
// RFC 4514 3: what may follow a backslash as it is. '/' is for those who come from the slash form.
constexpr std::string_view kEscapable = "\"+,;<>\\ #=/";

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

class NameParser {
 public:
  explicit NameParser(std::string_view text) : text_(text) {}

  Result<NameInput> read_rfc4514();
  Result<NameInput> read_slashes();

 private:
  bool at_end() const { return at_ == text_.size(); }
  bool next_is(std::string_view set) const { return !at_end() && is_one_of(text_[at_], set); }
  bool take(std::string_view set);
  void skip_spaces();

  Result<AttributeInput> read_attribute(Status (NameParser::*read_value)(AttributeInput&));
  Result<asn1::OwnedOid> read_type();
  Status read_value(AttributeInput& attribute);
  Status read_hex(AttributeInput& attribute);
  Status read_quoted(AttributeInput& attribute);
  Status read_plain(AttributeInput& attribute);
  Status read_slash_value(AttributeInput& attribute);
  Status read_escape(std::string& to);
  Status check_utf8(const AttributeInput& attribute, std::size_t start) const;

  /// Something else was expected at this place, or at the character that begins at `offset`.
  Finding malformed(ByteRange place, std::string_view expected) const;
  Finding malformed(std::size_t offset, std::string_view expected) const;

  std::string_view text_;
  std::size_t at_ = 0;
};

bool NameParser::take(std::string_view set) {
  if (!next_is(set)) return false;
  ++at_;
  return true;
}

void NameParser::skip_spaces() {
  while (take(" ")) {
  }
}

Finding NameParser::malformed(ByteRange place, std::string_view expected) const {
  const std::string found =
      place.length == 0 ? "the end" : '"' + std::string(text_.substr(place.offset, place.length)) + '"';
  return {&rules::kNameTextMalformed,
          {place, {}},
          {{"offset", std::to_string(place.offset)}, {"expected", std::string(expected)}, {"found", found}}};
}

Finding NameParser::malformed(std::size_t offset, std::string_view expected) const {
  if (offset >= text_.size()) return malformed(ByteRange{text_.size(), 0}, expected);
  const auto character = decode_utf8(text_, offset);
  return malformed(ByteRange{offset, character ? character->length : 1}, expected);
}

Result<NameInput> NameParser::read_rfc4514() {
  NameInput name;
  skip_spaces();
  if (at_end()) return name;
  do {
    RdnInput rdn;
    do {
      PKI_TRY(AttributeInput attribute, read_attribute(&NameParser::read_value));
      rdn.push_back(std::move(attribute));
    } while (take("+"));
    name.push_back(std::move(rdn));
  } while (take(",;"));
  if (!at_end()) return malformed(at_, "a comma, a plus sign or the end");
  // RFC 4514 2.1: the text starts with the last RDN.
  std::reverse(name.begin(), name.end());
  return name;
}

Result<NameInput> NameParser::read_slashes() {
  NameInput name;
  while (take("/")) {
    if (at_end()) break;
    RdnInput rdn;
    do {
      PKI_TRY(AttributeInput attribute, read_attribute(&NameParser::read_slash_value));
      rdn.push_back(std::move(attribute));
    } while (take("+"));
    name.push_back(std::move(rdn));
  }
  return name;
}

Result<AttributeInput> NameParser::read_attribute(Status (NameParser::*value_reader)(AttributeInput&)) {
  AttributeInput attribute;
  skip_spaces();
  PKI_TRY(attribute.type, read_type());
  const std::size_t start = ++at_;
  PKI_CHECK((this->*value_reader)(attribute));
  PKI_CHECK(check_utf8(attribute, start));
  return attribute;
}

Result<asn1::OwnedOid> NameParser::read_type() {
  const std::size_t start = at_;
  const std::size_t end = std::min(text_.find_first_of("=,;+/\"\\", start), text_.size());
  const std::string_view word = trim(text_.substr(start, end - start));
  if (word.empty()) return malformed(start, "a keyword and an equals sign");
  if (end == text_.size() || text_[end] != '=') {
    return malformed(ByteRange{start, word.size()}, "a keyword and an equals sign");
  }
  auto type = parse_attribute_type(word);
  if (!type) {
    return Finding{&rules::kNameAttributeUnknown,
                   {ByteRange{start, word.size()}, {}},
                   {{"type", std::string(word)}, {"offset", std::to_string(start)}}};
  }
  at_ = end;  // the equals sign
  return *std::move(type);
}

Status NameParser::read_value(AttributeInput& attribute) {
  skip_spaces();
  if (next_is("#")) return read_hex(attribute);
  if (next_is("\"")) return read_quoted(attribute);
  return read_plain(attribute);
}

Status NameParser::read_hex(AttributeInput& attribute) {
  const std::size_t start = ++at_;
  while (next_is(kHexDigits)) ++at_;
  const auto octets = from_hex(text_.substr(start, at_ - start));
  if (!octets || octets->empty()) return malformed(at_, "a pair of hexadecimal digits");
  skip_spaces();
  asn1::Context context(*octets);
  asn1::Reader reader(*octets, context);
  const auto element = reader.next();
  if (!element || !reader.at_end()) return malformed(start, "one DER element");
  const auto text = asn1::read_string(*element, context);
  if (text && context.findings().empty()) {
    attribute.text = *text;
    attribute.string_type = element->tag;
  } else {
    attribute.value_der = *octets;
  }
  return {};
}

Status NameParser::read_quoted(AttributeInput& attribute) {
  ++at_;
  while (!next_is("\"")) {
    if (at_end()) return malformed(at_, "a closing quotation mark");
    if (next_is("\\")) {
      PKI_CHECK(read_escape(attribute.text));
    } else {
      attribute.text += text_[at_++];
    }
  }
  ++at_;
  skip_spaces();
  return {};
}

Status NameParser::read_plain(AttributeInput& attribute) {
  std::size_t significant = 0;  // octets of the text up to the last one that is no bare space
  while (!at_end() && !next_is(",;+")) {
    if (next_is("\\")) {
      PKI_CHECK(read_escape(attribute.text));
      significant = attribute.text.size();
      continue;
    }
    attribute.text += text_[at_++];
    if (attribute.text.back() != ' ') significant = attribute.text.size();
  }
  attribute.text.resize(significant);
  return {};
}

Status NameParser::read_slash_value(AttributeInput& attribute) {
  while (!at_end() && !next_is("/+")) {
    if (take("\\") && at_end()) return malformed(at_, "a character after the backslash");
    attribute.text += text_[at_++];
  }
  return {};
}

Status NameParser::read_escape(std::string& to) {
  const std::size_t after = ++at_;
  if (next_is(kEscapable)) {
    to += text_[at_++];
    return {};
  }
  const std::string_view pair = text_.substr(after, 2);
  if (pair.size() < 2 || !is_one_of(pair[0], kHexDigits) || !is_one_of(pair[1], kHexDigits)) {
    return malformed(after, "a special character or two hexadecimal digits after a backslash");
  }
  to += as_text(*from_hex(pair));
  at_ += 2;
  return {};
}

Status NameParser::check_utf8(const AttributeInput& attribute, std::size_t start) const {
  if (is_utf8(attribute.text)) return {};
  return malformed(start, "a value in UTF-8");
}

}  // namespace

Result<NameInput> parse_name_text(std::string_view text) {
  NameParser parser(text);
  return text.starts_with('/') ? parser.read_slashes() : parser.read_rfc4514();
}

}  // namespace pki::x509
