#pragma once
// Service identity (RFC 9525): is this certificate the one of the service, or of the person, that the relying party
// meant?
//
//   DNS-ID    a wildcard stands for exactly one whole leftmost label, with at least two labels after it
//   IP-ID     the octets of the address
//   URI-ID    scheme and host (6.5); a URI without a host as a whole
//   SRV-ID    service and name, as RFC 4985 writes them; no wildcards
//   e-mail    rfc822Name, or SmtpUTF8Mailbox (RFC 9598 5): local part octet by octet, host as DNS names; where the
//             certificate has neither, the emailAddress of its subject (RFC 8550 3)
//   UPN       the otherName of Windows; case does not count
//
// The common name counts only where the relying party says so, and then only where the certificate has no DNS name or
// IP address at all. Names with letters beyond ASCII: see identity_names.h. Which names are public suffixes ("*.co.uk")
// is not known here.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "x509/certificate.h"

namespace pki::path {

enum class IdentityKind : std::uint8_t { Dns, IpAddress, Email, Uri, Srv, Upn };

/// "DNS name", "IP address", "e-mail address", "URI", "service name", "user principal name".
std::string_view identity_kind_name(IdentityKind kind);

/// What the relying party looked for ("reference identity", RFC 9525 2).
struct ReferenceIdentity {
  IdentityKind kind = IdentityKind::Dns;
  /// Dns: lower case ASCII, without a trailing dot. IpAddress, Email, Uri, Srv, Upn: as given.
  std::string text;
  /// IpAddress: 4 or 16 octets.
  ByteVector address = {};
};

/// Reads a reference of this kind. Rule: path.identity.reference.
Result<ReferenceIdentity> parse_reference_identity(IdentityKind kind, std::string_view text);

/// Reads "DNS:www.example.com", "IP:192.0.2.1", "email:ann@example.com", "URI:sip:voice.example.com",
/// "SRV:_imap.example.com" or "UPN:ann@example.com" (ASCII case of the prefix is ignored); without a prefix a host
/// name, "192.0.2.1", "2001:db8::1" or "[2001:db8::1]". Rule: path.identity.reference.
Result<ReferenceIdentity> parse_reference_identity(std::string_view text);

/// Whether a common name may stand in for a missing subject alternative name (RFC 9525 6.3 forbids it).
enum class CommonNameUse : std::uint8_t { Never, WithoutAlternativeNames };

/// What the certificate said for itself.
struct IdentityMatch {
  bool matched = false;
  /// The name that matched, as text.
  std::string by;
  /// The names that were compared, as printable text.
  std::vector<std::string> presented;
};

/// Compares one reference with what `certificate` presents (RFC 9525 6.3 to 6.5).
IdentityMatch match_identity(const x509::Certificate& certificate, const ReferenceIdentity& reference,
                             CommonNameUse common_name);

/// RFC 9525 6.3: `presented` (from a certificate) names the host `reference` (lower case, no trailing dot).
bool matches_dns_name(std::string_view presented, std::string_view reference);

/// The text of an alternative name that may identify (a dNSName, an rfc822Name, a URI, an otherName of the kinds
/// above), and its kind; nothing for others, and where an otherName is not of the string type that its specification
/// wants. An IP address has no text.
struct PresentedName {
  IdentityKind kind = IdentityKind::Dns;
  std::string text;
};
std::optional<PresentedName> to_presented_name(const x509::GeneralName& name);

}  // namespace pki::path
