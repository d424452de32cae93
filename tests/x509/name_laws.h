#pragma once
// What holds of names and general names for any octets and any text whatever, for the mutation tests and the fuzzers.
// Each function returns whether its laws hold; that nothing crashes or hangs is the law behind them all.

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "x509/attribute_types.h"
#include "x509/general_name.h"
#include "x509/name.h"
#include "x509/string_prep.h"

namespace pki::x509 {

/// One line of UTF-8 with nothing in it that cannot be seen.
inline bool is_safe_line(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    if (!decoded || is_invisible(decoded->character)) return false;
    at += decoded->length;
  }
  return true;
}

/// Findings lie within the octets that they are about.
inline bool lie_within(const Findings& findings, Bytes octets) {
  return std::all_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return !finding.where.range || finding.where.range->end() <= octets.size();
  });
}

/// What a name says, whatever its string types: the values of each RDN, in an order of their own.
inline std::vector<std::vector<std::string>> values_of(const NameInput& name) {
  std::vector<std::vector<std::string>> rdns;
  for (const RdnInput& rdn : name) {
    std::vector<std::string> values;
    for (const AttributeInput& attribute : rdn) {
      const std::string value =
          attribute.value_der.empty() ? 't' + attribute.text : 'o' + std::string(as_text(attribute.value_der));
      values.push_back(attribute.type.view().to_dotted() + '=' + value);
    }
    std::sort(values.begin(), values.end());
    rdns.push_back(std::move(values));
  }
  return rdns;
}

/// The input of `name`, where a string that is not clean counts as the text that it is shown as.
inline NameInput shown_input(const Name& name) {
  NameInput input = to_input(name);
  for (std::size_t i = 0; i < input.size(); ++i) {
    for (std::size_t j = 0; j < input[i].size(); ++j) {
      const Attribute& attribute = name.rdns()[i].attributes[j];
      if (attribute.text() && !attribute_keyword(attribute.type).empty()) input[i][j].value_der.clear();
    }
  }
  return input;
}

/// A name's text is one safe line that says the same again, and the name matches itself.
inline bool name_laws_hold_of(const Name& name) {
  const std::string text = to_rfc4514(name);
  if (!is_safe_line(text) || !is_safe_line(to_openssl_oneline(name))) return false;
  if (!names_match(name, name) || !is_within(name, name)) return false;
  const auto has_attributes = [](const Rdn& rdn) { return !rdn.attributes.empty(); };
  if (!std::all_of(name.rdns().begin(), name.rdns().end(), has_attributes)) return true;
  const auto read = parse_name_text(text);
  return read.ok() && values_of(*read) == values_of(shown_input(name));
}

/// Octets are no name, or a name whose laws hold and which is written again octet by octet if nothing was noted.
inline bool name_laws_hold(Bytes der) {
  asn1::Context context(der);
  const auto name = read_name(der, context);
  if (!lie_within(context.findings(), der)) return false;
  if (!name.ok()) return lie_within({name.error()}, der);
  if (!name_laws_hold_of(*name)) return false;
  const auto again = encode_name(to_input(*name));
  return !again.ok() || !context.findings().empty() || equal(*again, der);
}

/// A text is refused at a place within it, or becomes a name that says the same.
inline bool name_text_laws_hold(std::string_view text) {
  const auto input = parse_name_text(text);
  if (!input.ok()) return input.error().where.range && input.error().where.range->end() <= text.size();
  const auto der = encode_name(*input);
  if (!der.ok()) return true;
  asn1::Context context(*der);
  const auto name = read_name(*der, context);
  if (!name.ok()) return false;
  // A value that was given in hex may be no clean string; a value that was given as text is.
  const auto is_hex = [](const RdnInput& rdn) {
    return std::any_of(rdn.begin(), rdn.end(), [](const AttributeInput& a) { return !a.value_der.empty(); });
  };
  if (std::none_of(input->begin(), input->end(), is_hex) && !context.findings().empty()) return false;
  return values_of(to_input(*name)) == values_of(*input) && name_laws_hold(*der);
}

/// Preparing what is prepared changes nothing.
inline bool string_prep_laws_hold(std::string_view text) {
  if (!is_utf8(text)) return true;
  const std::string prepared = prepare_string(text);
  return is_utf8(prepared) && prepare_string(prepared) == prepared;
}

/// A host name, mailbox or URI that can be written is written as its text says.
inline bool general_name_laws_hold_of(const GeneralName& name) {
  const std::string text = to_text(name);
  if (!is_safe_line(text)) return false;
  if (name.kind == GeneralNameKind::DirectoryName) return name_laws_hold_of(name.directory_name);
  const auto input = parse_general_name_text(text);
  const bool is_text =
      name.kind == GeneralNameKind::Dns || name.kind == GeneralNameKind::Email || name.kind == GeneralNameKind::Uri;
  // A text that is typed has no spaces at its ends.
  if (!is_text || !input.ok() || trim(as_text(name.value)) != as_text(name.value)) return true;
  asn1::Writer writer;
  if (!write_general_name(writer, *input).ok()) return true;
  asn1::Context context(writer.view());
  asn1::Reader reader(writer.view(), context);
  return printable(as_text(reader.next()->value)) == printable(value_text(name));
}

inline bool general_name_laws_hold(Bytes contents) {
  asn1::Context context(contents);
  const auto names = read_general_names(contents, context);
  if (!lie_within(context.findings(), contents)) return false;
  if (!names.ok()) return lie_within({names.error()}, contents);
  return std::all_of(names->begin(), names->end(), general_name_laws_hold_of);
}

/// A text is refused, or becomes a name that can be read again.
inline bool general_name_text_laws_hold(std::string_view text) {
  const auto input = parse_general_name_text(text);
  if (!input.ok()) return true;
  for (const auto use : {GeneralNameUse::Name, GeneralNameUse::Constraint}) {
    asn1::Writer writer;
    if (!write_general_name(writer, *input, use).ok()) continue;
    asn1::Context context(writer.view());
    asn1::Reader reader(writer.view(), context);
    const auto element = reader.next();
    if (!element.ok() || !reader.at_end()) return false;
    const auto name = read_general_name(*element, context, use);
    if (!name.ok() || name->kind != input->kind || !general_name_laws_hold_of(*name)) return false;
    // What is noted can only be about a value that was given as DER.
    if (!context.findings().empty() && input->other_der.empty() && input->kind != GeneralNameKind::DirectoryName) {
      return false;
    }
  }
  return true;
}

}  // namespace pki::x509
