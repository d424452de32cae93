#pragma once
// Matching one name against one subtree (RFC 5280 4.2.1.10): both are brought to a form in which that is a comparison
// of beginnings. Nothing here knows of certificates or paths.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "path/name_constraints/host.h"
#include "x509/extensions/name_constraints.h"

namespace pki::path::name_constraints {

/// The forms whose constraints can be applied. Those of the others have no semantics (RFC 5280 4.2.1.10), and each
/// otherName is a form of its own. Upn is Microsoft's user principal name, constrained as Windows does it.
enum class Form : std::uint8_t { Dns, IpAddress, Email, Uri, DirectoryName, Upn, Other };

/// The form of a name, or of the base of a subtree. A SmtpUTF8Mailbox (RFC 9598) among the names is an Email:
/// rfc822Name constraints hold for it. As the base of a subtree it is Other: RFC 9598 6 defines none.
Form form_of_name(const x509::GeneralName& name);
Form form_of_base(const x509::GeneralName& base);

/// A string that is equal for two names or bases of the same kind and, for an otherName, of the same type.
std::string form_key(const x509::GeneralName& name);

/// An IP address, or the network of a subtree.
struct Address {
  ByteVector octets;  // 4 or 16, bits beyond the prefix cleared
  std::size_t prefix_bits = 0;
};

/// A name, ready to be compared. `fault` tells why it cannot be; it is empty where it can.
struct Point {
  Form form = Form::Other;
  std::string_view fault = {};
  Parts parts = {};          // labels of the host, or RDNs
  std::string mailbox = {};  // Email, Upn: what is before the host
  std::optional<Address> address = {};
  bool wildcard = false;  // Dns: the leftmost label is "*"
  bool any_case = false;  // Email: the case of the mailbox has no meaning (emailAddress, RFC 5280 4.1.2.6)
};

/// What a subtree holds. `fault` as in Point.
struct Pattern {
  Form form = Form::Other;
  std::string_view fault = {};
  Parts parts = {};
  bool self = false;                        // the name of exactly these parts
  bool below = false;                       // names of more parts
  std::optional<std::string> mailbox = {};  // this mailbox alone
  std::optional<Address> address = {};
};

Point to_point(const x509::GeneralName& name);
/// The point of an attribute emailAddress in the subject, of a common name that stands for a host, and of a subject.
Point email_point(std::string_view text);
Point dns_point(std::string_view text);
Point directory_point(const x509::Name& name);

/// Minimum and maximum are faults (RFC 5280 4.2.1.10 has no use for them), as are hosts that are none and masks that
/// are not ones followed by zeros.
Pattern to_pattern(const x509::GeneralSubtree& subtree);

/// Whether a subtree is permitted or excluded. They differ in doubt, which goes against the name. "*.example.com" can
/// be "www.example.com", so where that is excluded, so is the wildcard. An emailAddress of the subject has no case
/// (4.1.2.6), and an rfc822Name has (4.2.1.6): it is excluded where it is but for the case, and permitted only as
/// written.
enum class Side : std::uint8_t { Permitted, Excluded };

/// True if the name is within the subtree. Both are of the same form and without fault.
bool matches(const Pattern& pattern, const Point& point, Side side);

/// The first `bits` bits of an address, the others cleared.
ByteVector masked(Bytes octets, std::size_t bits);

}  // namespace pki::path::name_constraints
