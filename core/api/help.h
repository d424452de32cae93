#pragma once
// What a field is for, in one or two sentences: what it does, who checks it, what breaks without it.

#include <span>
#include <string_view>

namespace pki::api {

struct HelpRow {
  /// An extension's or attribute's dotted OID, or the name of a field: "certificate.serial".
  std::string_view key;
  /// The label that a field of this kind has.
  std::string_view label;
  std::string_view text;
  /// Where it is defined: "RFC 5280 4.2.1.9".
  std::string_view source;
};

/// All rows.
std::span<const HelpRow> help_rows();

/// The row with this key, or null.
const HelpRow* find_help(std::string_view key);

}  // namespace pki::api
