#pragma once
// Which CAs' name constraints refuse which certificates: known as soon as both are in a partial path, whatever comes
// above, and judged once for each pair.

#include <cstddef>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "path/name_constraints/ca_constraints.h"
#include "path/name_constraints/certified_names.h"
#include "path/options.h"
#include "path/scene.h"

namespace pki::path {

/// Remembers what was judged. Holds views: the certificates that are asked about must outlive it, and a certificate is
/// known by its address.
class NameFaults {
 public:
  NameFaults() = default;
  NameFaults(const NameFaults&) = delete;
  NameFaults& operator=(const NameFaults&) = delete;

  /// True if path.name_constraints fails for `below` for what `ca`, somewhere above it, constrains (RFC 5280 6.1.3 (b),
  /// (c)). False where that cannot be judged.
  bool refuses(const x509::Certificate& ca, const Subject& below);

  /// Subtrees that were read, and comparisons that were made.
  std::size_t work() const { return work_; }

 private:
  using Names = std::vector<name_constraints::CertifiedName>;

  const name_constraints::CaConstraints& constraints_of(const x509::Certificate& ca);
  const Names& names_of(const Subject& certificate);

  std::size_t work_ = 0;
  std::map<const x509::Certificate*, name_constraints::CaConstraints> constraints_;
  std::map<const x509::Certificate*, Names> names_;
  std::map<std::pair<const x509::Certificate*, const x509::Certificate*>, bool> known_;
};

}  // namespace pki::path
