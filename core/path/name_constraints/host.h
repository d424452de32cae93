#pragma once
// The parts of names that hold a host: DNS names, mailboxes, URIs. All are brought to one form, the labels of the host
// from the right to the left in lower case, so that "is within" is "begins with".

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pki::path::name_constraints {

/// A name in parts, the most general first: labels of a host name, or RDNs.
using Parts = std::vector<std::string>;

/// Whether labels may have asterisks (in a presented DNS name), or letters beyond ASCII, which become A-labels.
enum class Labels : std::uint8_t { Plain, Wildcards, International };

/// The labels of `host`, reversed and in lower case; a trailing dot does not count. Labels are letters, digits, '-' and
/// '_', 63 octets at most, 253 in all (RFC 1035 2.3.4). No text is no labels: the root. Nothing where it is malformed.
std::optional<Parts> read_host(std::string_view host, Labels labels = Labels::Plain);

struct Mailbox {
  std::string local_part;  // as written
  Parts host;              // at least one label
};

/// Which local parts are read. Ascii: RFC 5321's Dot-string, its dots anywhere (as they are in use). Utf8: RFC 6531
/// besides, and hosts may have U-labels. Any: whatever can be seen, as in user principal names.
enum class LocalPart : std::uint8_t { Ascii, Utf8, Any };

/// Reads "local-part@host". Nothing where it is malformed; quoted local parts and address literals count as that, since
/// they cannot be compared with confidence (BoringSSL and Go refuse them too).
std::optional<Mailbox> read_mailbox(std::string_view text, LocalPart local_part);

/// The host of a URI (RFC 3986 3.2.2), which must be a host name: nothing where it has no authority, an empty host, or
/// an IP address (RFC 5280 4.2.1.10 tells to refuse these).
std::optional<Parts> read_uri_host(std::string_view uri);

}  // namespace pki::path::name_constraints
