#include "scep/capabilities.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "scep/rules.h"

namespace pki::scep {
namespace {

constexpr std::array<CapabilityRow, 9> kRows = {{
    {Capability::Aes, "AES", "AES-128-CBC encrypts"},
    {Capability::Des3, "DES3", "triple DES in CBC mode encrypts (obsolete)"},
    {Capability::GetNextCaCert, "GetNextCACert", "tells the CA certificate that comes next"},
    {Capability::PostPkiOperation, "POSTPKIOperation", "takes messages by HTTP POST"},
    {Capability::Renewal, "Renewal", "renews certificates"},
    {Capability::Sha1, "SHA-1", "SHA-1 is understood (obsolete)"},
    {Capability::Sha256, "SHA-256", "SHA-256 is understood"},
    {Capability::Sha512, "SHA-512", "SHA-512 is understood"},
    {Capability::ScepStandard, "SCEPStandard", "all that RFC 8894 makes compulsory: AES, POSTPKIOperation and SHA-256"},
}};

// What SCEPStandard stands for.
constexpr std::array kStandard = {Capability::Aes, Capability::PostPkiOperation, Capability::Sha256};
constexpr std::array kOwn = {Capability::Aes,    Capability::PostPkiOperation, Capability::Renewal,
                             Capability::Sha256, Capability::Sha512,           Capability::ScepStandard};
constexpr std::size_t kMostUnknown = 64;
constexpr std::size_t kLongestKeyword = 80;

std::string_view keyword_of(Capability capability) {
  for (const CapabilityRow& row : kRows) {
    if (row.capability == capability) return row.keyword;
  }
  return {};
}

template <typename List>
bool contains(const List& list, Capability capability) {
  return std::find(list.begin(), list.end(), capability) != list.end();
}

void add_keyword(Capabilities& capabilities, std::string_view keyword, std::size_t offset) {
  if (const auto capability = capability_from_keyword(keyword)) {
    if (!contains(capabilities.known, *capability)) capabilities.known.push_back(*capability);
    return;
  }
  if (capabilities.unknown.size() >= kMostUnknown) return;
  const std::string shown = printable(keyword.substr(0, kLongestKeyword));
  capabilities.unknown.push_back(shown);
  capabilities.findings.push_back(
      {&rules::kCapabilityUnknown, {.range = ByteRange{offset, keyword.size()}, .field = {}}, {{"keyword", shown}}});
}

void judge(Capabilities& capabilities) {
  if (capabilities.known.empty()) {
    capabilities.findings.push_back({&rules::kCapabilitiesNone, {}, {}});
    return;
  }
  std::string missing;
  for (const Capability capability : kStandard) {
    if (!capabilities.has(capability)) missing += (missing.empty() ? "" : ", ") + std::string(keyword_of(capability));
  }
  if (!missing.empty()) capabilities.findings.push_back({&rules::kCapabilitiesWeak, {}, {{"missing", missing}}});
}

}  // namespace

std::span<const CapabilityRow> capability_rows() { return kRows; }

std::span<const Capability> own_capabilities() { return kOwn; }

std::optional<Capability> capability_from_keyword(std::string_view keyword) {
  for (const CapabilityRow& row : kRows) {
    if (equal_ignoring_ascii_case(row.keyword, keyword)) return row.capability;
  }
  return std::nullopt;
}

bool Capabilities::has(Capability capability) const {
  return contains(known, capability) || (contains(kStandard, capability) && contains(known, Capability::ScepStandard));
}

Capabilities read_capabilities(std::string_view text) {
  Capabilities capabilities;
  if (text.size() > kMaxCapabilitiesOctets) {
    capabilities.findings.push_back(
        {&rules::kCapabilitiesTooLong,
         {},
         {{"octets", std::to_string(text.size())}, {"limit", std::to_string(kMaxCapabilitiesOctets)}}});
    return capabilities;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view keyword = trim(text.substr(at, end - at));
    if (!keyword.empty()) add_keyword(capabilities, keyword, static_cast<std::size_t>(keyword.data() - text.data()));
    at = end + 1;
  }
  judge(capabilities);
  return capabilities;
}

std::string write_capabilities(std::span<const Capability> capabilities) {
  std::string text;
  for (const Capability capability : capabilities) text += std::string(keyword_of(capability)) + "\n";
  return text;
}

}  // namespace pki::scep
