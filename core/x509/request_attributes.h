#pragma once
// The attributes of a request: RFC 2986 4.1, PKCS#9 (RFC 2985 5.4), and Microsoft's (MS-WCCE 2.2.2.7).

#include <optional>
#include <string>

#include "x509/request.h"

namespace pki::x509 {

/// Attribute ::= SEQUENCE { type, values SET OF }. Rules: asn1.*; noted: asn1.set.order.
Result<RequestAttribute> read_request_attribute(const asn1::Element& element, asn1::Context& context);

/// The first value of an attribute that has one by its definition. Notes x509.request.attribute_values where it has
/// none (then null) or several. Points into `attribute`.
const asn1::Element* single_value(const RequestAttribute& attribute, asn1::Context& context);

/// challengePassword (RFC 2985 5.4.1): its text; nothing, and a note, where it cannot be read.
std::optional<std::string> read_challenge_password(const RequestAttribute& attribute, asn1::Context& context);

/// Where the attribute is one of Microsoft's: adds what it says to `info`. A malformed value is noted.
void read_microsoft_attribute(const RequestAttribute& attribute, MsRequestInfo& info, asn1::Context& context);

}  // namespace pki::x509
