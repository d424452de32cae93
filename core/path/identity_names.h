#pragma once
// The names that services are known by, brought to a form in which they can be compared (RFC 9525 6.2, 6.3).
//
// Letters beyond ASCII in what the relying party asks for become A-labels as browsers do it (UTS 46, non-transitional:
// sharp s and final sigma stay), with full case folding. Not covered: normalisation (a letter must be written composed,
// and full-width and other compatibility forms do not become plain ones), the capital sharp s, and whether a label is
// valid by RFC 5892 and 5893. Such a reference matches no certificate, rather than another one's.

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace pki::path {

/// A DNS name in lower case: labels of letters, digits, '-' and '_', none of them empty, longer than 63 octets or with
/// a hyphen at an end; 253 octets at most; the last label not all digits (that would be an address, RFC 1123 2.1).
bool is_dns_name(std::string_view name);

/// The DNS name in lower case and ASCII, without a trailing dot. Nothing where it is none.
std::optional<std::string> to_ascii_host(std::string_view host);

/// The 4 or 16 octets of an IP address; nothing where the text is none.
std::optional<ByteVector> read_address(std::string_view text);

/// A mailbox: the local part as written (UTF-8), and the host as to_ascii_host() gives it.
struct MailboxName {
  std::string local_part;
  std::string host;
};
/// Reads "ann@example.com". Nothing where it is malformed; quoted local parts count as that.
std::optional<MailboxName> read_mailbox_name(std::string_view text);

/// What RFC 9525 compares of a URI: the scheme in lower case, and the host (an address as hexadecimal octets). `host`
/// is empty where the scheme has none (urn, tag).
struct UriName {
  std::string scheme;
  std::string host;
};
/// Reads "https://www.example.com/x", "sip:voice.example.com", "urn:a:b" (RFC 3986 3; RFC 3261 19.1 for sip and sips).
std::optional<UriName> read_uri_name(std::string_view text);

/// A service and the domain that it is for (RFC 4985 2): "_imap", "example.com".
struct ServiceName {
  std::string service;  // lower case, with its underscore
  std::string host;
};
/// Reads "_imap.example.com".
std::optional<ServiceName> read_service_name(std::string_view text);

}  // namespace pki::path
