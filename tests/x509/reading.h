#pragma once
// What the tests of this layer share: octets from hex, and the ids of findings.

#include <string>
#include <string_view>
#include <vector>

#include "asn1/reader.h"
#include "base/bytes.h"
#include "base/encoding.h"
#include "base/finding.h"
#include "base/result.h"
#include "x509/name.h"

namespace pki::x509 {

/// The octets of a hex text that a test wrote itself.
inline ByteVector bytes(std::string_view hex) {
  const auto octets = from_hex(hex);
  PKI_ASSERT(octets.has_value());
  return *octets;
}

using Ids = std::vector<std::string_view>;

inline Ids ids(const Findings& findings) {
  Ids list;
  for (const Finding& finding : findings) list.push_back(finding.id());
  return list;
}

/// The id of why there is no value; empty where there is one.
template <typename T>
std::string_view failure(const Result<T>& result) {
  return result.ok() ? std::string_view() : result.error().id();
}

/// What a reader said of octets: whether and why it failed, and what it noted.
struct Reading {
  std::string_view failure;
  Ids noted;
};

template <typename Reader>
Reading read_hex(Reader reader, std::string_view hex) {
  const ByteVector octets = bytes(hex);
  asn1::Context context(octets);
  const auto result = reader(octets, context);
  return {failure(result), ids(context.findings())};
}

/// A name and the octets that it is a view of.
struct ParsedName {
  ByteVector der;
  Name name;
};

/// The name that `text` (RFC 4514, or OpenSSL's with slashes) writes.
inline ParsedName name_of(std::string_view text) {
  const auto input = parse_name_text(text);
  PKI_ASSERT(input.ok());
  auto der = encode_name(*input);
  PKI_ASSERT(der.ok());
  ParsedName parsed{std::move(der).value(), {}};
  asn1::Context context(parsed.der);
  parsed.name = read_name(parsed.der, context).value();
  return parsed;
}

}  // namespace pki::x509
