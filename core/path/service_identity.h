#pragma once
// Service identity (RFC 9525): is this certificate the one of the service that the relying party meant?
//
// DNS names and IP addresses. A wildcard stands for exactly one whole leftmost label; the common name counts only
// where the relying party says so, and then only where the certificate has no DNS name or IP address at all.
// Deviation: a reference with letters beyond ASCII is not converted; its A-labels ("xn--...") must be given.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "x509/certificate.h"

namespace pki::path {

enum class IdentityKind : std::uint8_t { Dns, IpAddress };

/// What the relying party looked for ("reference identity", RFC 9525 2).
struct ReferenceIdentity {
  IdentityKind kind = IdentityKind::Dns;
  /// Dns: lower case, without a trailing dot. IpAddress: as given.
  std::string text;
  /// IpAddress: 4 or 16 octets.
  ByteVector address;
};

/// Reads "www.example.com", "192.0.2.1", "2001:db8::1" or "[2001:db8::1]". Rule: path.identity.reference.
Result<ReferenceIdentity> parse_reference_identity(std::string_view text);

/// Whether a common name may stand in for a missing subject alternative name (RFC 9525 6.3 forbids it).
enum class CommonNameUse : std::uint8_t { Never, WithoutAlternativeNames };

/// What the certificate said for itself.
struct IdentityMatch {
  bool matched = false;
  /// The name that matched, as text.
  std::string by;
  /// The DNS names, IP addresses and common names that were compared, as printable text.
  std::vector<std::string> presented;
};

/// Compares one reference with what `certificate` presents (RFC 9525 6.3 to 6.5).
IdentityMatch match_identity(const x509::Certificate& certificate, const ReferenceIdentity& reference,
                             CommonNameUse common_name);

/// RFC 9525 6.3: `presented` (from a certificate) names the host `reference` (lower case, no trailing dot).
bool matches_dns_name(std::string_view presented, std::string_view reference);

}  // namespace pki::path
