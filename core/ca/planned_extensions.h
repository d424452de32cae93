#pragma once
// Reading back what is about to be written: the checks look at the octets, wherever they came from.

#include <optional>
#include <vector>

#include "x509/extension.h"
#include "x509/extensions/basic_constraints.h"
#include "x509/extensions/key_usage.h"

namespace pki::ca {

/// What the checks of issuing want to know of a list of extensions. A value that cannot be read counts as absent.
struct PlannedExtensions {
  bool ca = false;
  std::optional<std::uint32_t> path_length;
  std::optional<x509::KeyUsage> key_usage;
  std::vector<asn1::OwnedOid> purposes;
  bool has_alternative_name = false;
};

PlannedExtensions read_planned(const std::vector<x509::ExtensionInput>& extensions);

/// The extension with this id, or null.
const x509::ExtensionInput* find_planned(const std::vector<x509::ExtensionInput>& extensions, asn1::Oid id);

}  // namespace pki::ca
