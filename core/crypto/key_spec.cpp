#include <algorithm>
#include <array>

#include "base/assert.h"
#include "base/text.h"
#include "crypto/private_key.h"

namespace pki::crypto {
namespace {

struct SpecRow {
  KeySpec spec;
  std::string_view name;
  /// Other names, in lower case and without spaces and hyphens.
  std::array<std::string_view, 4> aliases;
};

constexpr std::array<SpecRow, 6> kSpecs = {{
    {KeySpec::Rsa2048, "rsa-2048", {}},
    {KeySpec::Rsa3072, "rsa-3072", {}},
    {KeySpec::Rsa4096, "rsa-4096", {}},
    {KeySpec::P256, "p-256", {"secp256r1", "prime256v1", "nistp256", "ecp256"}},
    {KeySpec::P384, "p-384", {"secp384r1", "nistp384", "ecp384"}},
    {KeySpec::P521, "p-521", {"secp521r1", "nistp521", "ecp521"}},
}};

std::string bare_name(std::string_view name) {
  std::string bare = to_lower_ascii(trim(name));
  std::erase_if(bare, [](char c) { return c == '-' || c == ' ' || c == '_'; });
  return bare;
}

}  // namespace

std::string_view key_spec_name(KeySpec spec) {
  const auto found = std::find_if(kSpecs.begin(), kSpecs.end(), [&](const SpecRow& row) { return row.spec == spec; });
  PKI_ASSERT(found != kSpecs.end());
  return found->name;
}

std::optional<KeySpec> key_spec_from_name(std::string_view name) {
  const std::string wanted = bare_name(name);
  if (wanted.empty()) return std::nullopt;
  for (const SpecRow& row : kSpecs) {
    if (bare_name(row.name) == wanted) return row.spec;
    if (std::find(row.aliases.begin(), row.aliases.end(), wanted) != row.aliases.end()) {
      return row.spec;
    }
  }
  return std::nullopt;
}

}  // namespace pki::crypto
