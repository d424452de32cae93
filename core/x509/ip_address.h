#pragma once
// IP addresses: text and octets. A name has 4 or 16 octets; a name constraint an address and a mask, 8 or 32 octets
// (RFC 5280 4.2.1.6, 4.2.1.10).

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace pki::x509 {

/// Reads "192.0.2.1" (four decimal numbers, no leading zeros) or IPv6 text in any form of RFC 4291 2.2, without a zone:
/// 4 or 16 octets. Nothing where it is neither.
std::optional<ByteVector> parse_ip_address(std::string_view text);

/// Reads "192.0.2.0/24", "192.0.2.0/255.255.255.0", "2001:db8::/32", or an address alone, which is a range of one:
/// 8 or 32 octets, the address and the mask. Nothing where it is none of these or the mask is not ones followed by
/// zeros.
std::optional<ByteVector> parse_ip_range(std::string_view text);

/// 4 octets as "192.0.2.1", 16 as RFC 5952 wants it ("2001:db8::1", "::ffff:192.0.2.1"); empty for other sizes.
std::string ip_address_text(Bytes address);

/// 8 or 32 octets as address and mask, "192.0.2.0/255.255.255.0", "2001:db8::/ffff:ffff::"; empty for other sizes.
std::string ip_range_text(Bytes range);

/// True if the mask is ones followed by zeros (RFC 4632 3.1).
bool is_contiguous_mask(Bytes mask);

/// True if the address of a range (8 or 32 octets) has bits that its mask does not cover.
bool has_host_bits(Bytes range);

}  // namespace pki::x509
