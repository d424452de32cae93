#pragma once
// What the relying party says of certificate policies (RFC 5280 6.1.1 (c), (e), (f), (g)).

#include <cstdint>
#include <vector>

#include "asn1/oid.h"

namespace pki::path::policy {

/// initial-explicit-policy: whether the path must be good for a policy even where no CA asks for that.
enum class ExplicitPolicy : std::uint8_t { WhereDemanded, Required };

/// initial-policy-mapping-inhibit: whether CAs may map policies of one domain to those of another.
enum class PolicyMapping : std::uint8_t { Allowed, Inhibited };

/// initial-any-policy-inhibit: whether anyPolicy in a certificate stands for every policy.
enum class AnyPolicy : std::uint8_t { Allowed, Inhibited };

struct Inputs {
  /// user-initial-policy-set; empty, or with anyPolicy among them: any policy will do.
  std::vector<asn1::OwnedOid> acceptable = {};
  ExplicitPolicy explicit_policy = ExplicitPolicy::WhereDemanded;
  PolicyMapping mapping = PolicyMapping::Allowed;
  AnyPolicy any_policy = AnyPolicy::Allowed;

  /// True if the relying party is content with any policy.
  bool accepts_any() const;
};

}  // namespace pki::path::policy
