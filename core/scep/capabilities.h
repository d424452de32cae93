#pragma once
// GetCACaps (RFC 8894 3.5): what a server can do, as lines of keywords.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace pki::scep {

/// The keywords of 3.5.2.
enum class Capability : std::uint8_t {
  Aes,
  Des3,
  GetNextCaCert,
  PostPkiOperation,
  Renewal,
  Sha1,
  Sha256,
  Sha512,
  ScepStandard,
};

struct CapabilityRow {
  Capability capability;
  std::string_view keyword;  // "POSTPKIOperation"
  std::string_view meaning;  // a phrase for people
};
/// All of them, in the order of the standard.
std::span<const CapabilityRow> capability_rows();

/// The longest answer that is read; beyond it, it is no list of keywords.
inline constexpr std::size_t kMaxCapabilitiesOctets = 16384;

/// What an answer says.
struct Capabilities {
  /// Each once, in the order of the answer.
  std::vector<Capability> known;
  /// Keywords that are not known, as written; clients must pass over them.
  std::vector<std::string> unknown;
  /// scep.capabilities.*; ranges count from the first octet of the answer.
  Findings findings;

  /// True if it is announced, or implied: SCEPStandard stands for AES, POSTPKIOperation and SHA-256 (3.5.2).
  bool has(Capability capability) const;
};

/// Reads the text of an answer: lines that end in LF or CR LF, keywords in either case. Always says something.
Capabilities read_capabilities(std::string_view text);

/// The answer: one keyword a line, LF.
std::string write_capabilities(std::span<const Capability> capabilities);

/// What this workbench's registration authority can do.
std::span<const Capability> own_capabilities();

/// Reads a keyword in either case.
std::optional<Capability> capability_from_keyword(std::string_view keyword);

}  // namespace pki::scep
