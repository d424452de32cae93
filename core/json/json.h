#pragma once
// JSON: the one place that includes nlohmann/json. Nothing here throws, whatever the text is: the library is compiled
// with JSON_NOEXCEPTION, which turns its exceptions into aborts, so values are only read through json/reader.h, which
// looks at the type first.

#define JSON_USE_IMPLICIT_CONVERSIONS 0
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pki::json {

/// A JSON value. Objects keep the order in which their members were put in.
using Json = nlohmann::ordered_json;

/// How deep arrays and objects may be nested.
inline constexpr std::size_t kMaxDepth = 64;
/// How many members one object may have: they are searched one after the other.
inline constexpr std::size_t kMaxMembers = 256;
/// How long a text may be, in octets.
inline constexpr std::size_t kMaxSize = std::size_t{64} << 20;

/// Reads a JSON text (RFC 8259), which must be UTF-8 and hold one value. Rules: json.syntax (with the offset),
/// json.duplicate_name, json.limit.depth, json.limit.members, json.limit.size. No finding quotes the text: it may hold
/// a secret.
Result<Json> parse(std::string_view text);

/// The value in one line of UTF-8. Octets in strings that are not UTF-8 become U+FFFD.
std::string dump(const Json& value);
/// The same for files that people may look into: a member a line, indented by one space a level.
std::string dump_indented(const Json& value);

}  // namespace pki::json

// Compiled once, in json.cpp.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;
