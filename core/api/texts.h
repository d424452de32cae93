#pragma once
// Small texts that descriptions share: titles, times in words, file names.

#include <optional>
#include <string>
#include <string_view>

#include "asn1/values.h"
#include "base/time.h"
#include "x509/general_name.h"
#include "x509/name.h"

namespace pki::api {

/// What an object is called in a list: the common name, else the most specific attribute of the subject, else the first
/// of `alternatives`, else `fallback`. Printable; what is longer than a person reads is cut.
std::string title(const x509::Name& subject, const x509::GeneralNames* alternatives, std::string_view fallback);

/// The span between two times in its two largest units: "9 years, 364 days", "3 hours, 5 minutes", "1 second". `from`
/// must not be after `to`.
std::string span_text(Time from, Time to);

/// The state of a validity at `now`: "valid", "expired", "not yet valid", "unknown" (a time that could not be read, or
/// no `now`).
std::string_view validity_state(std::optional<Time> not_before, std::optional<Time> not_after, std::optional<Time> now);
/// The same in words: "valid for 9 years, 364 days more", "expired 3 days ago", "starts in 2 hours, 5 minutes". Empty
/// for "unknown".
std::string validity_text(std::optional<Time> not_before, std::optional<Time> not_after, std::optional<Time> now);

/// A serial number in hex with colons, with a leading zero octet as encoded, and "-" before a negative one.
std::string serial_text(const asn1::Integer& serial);
/// In decimal; empty where it is longer than 64 octets.
std::string decimal_text(const asn1::Integer& integer);

/// A name for files, safe everywhere: ASCII letters in lower case, digits, "-"; at most 40 characters, then "-" and the
/// first 8 characters of `distinction`.
std::string file_stem(std::string_view title, std::string_view distinction);

/// "a, b, c".
template <typename List>
std::string join(const List& list, std::string_view separator = ", ") {
  std::string text;
  bool first = true;
  for (const auto& each : list) {
    if (!first) text += separator;
    text += each;
    first = false;
  }
  return text;
}

}  // namespace pki::api
