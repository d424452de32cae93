#pragma once
// How names are written: the syntax that RFC 5280 4.2.1.6 asks of CAs. Stricter than what the name constraints of
// path/name_constraints/host.h read, which must take what is in use.

#include <cstdint>
#include <optional>
#include <string_view>

namespace pki::path::issuer_rules {

/// Whether the leftmost label may be an asterisk (RFC 9525 6.3; RFC 5280 leaves it open).
enum class Wildcards : std::uint8_t { Refused, Leftmost };

/// What is wrong with `host` as a name in the preferred name syntax (RFC 1034 3.5, as RFC 1123 2.1 relaxed it): "a
/// label is empty" ...; nothing where it is one.
std::optional<std::string_view> find_host_fault(std::string_view host, Wildcards wildcards);

/// True for "local-part@host" (RFC 5321 4.1.2 Mailbox; a quoted local part and an address literal too), without
/// anything before or behind.
bool is_mailbox(std::string_view text);

/// What is wrong with `uri` (RFC 5280 4.2.1.6): it must be absolute with a scheme and something behind it, and where it
/// has an authority, that names a fully qualified host or an IP address. Nothing where all is well.
std::optional<std::string_view> find_uri_fault(std::string_view uri);

}  // namespace pki::path::issuer_rules
