#pragma once
// The parameters that the methods which issue share (docs/api.md: IssueOptions), as rows for their tables. What reads
// them is in api/issue_params.h.

#include "api/method.h"

namespace pki::api {

/// What may differ from the profile's extensions.
inline constexpr ParamRow kExtensionRows[] = {
    {"path_length", "number/null", Presence::Optional,
     "How many CAs may stand below a CA; null for no limit. Otherwise as the profile has it"},
    {"key_usage", "[text]", Presence::Optional,
     "Names such as keyCertSign instead of the profile's; an empty list leaves the extension out"},
    {"extended_key_usage", "[text]", Presence::Optional,
     "Names such as clientAuth, or OIDs, instead of the profile's; an empty list leaves the extension out"},
    {"crl_urls", "[text]", Presence::Optional, "Where the issuer's revocation list is to be had"},
    {"aia_urls", "[text]", Presence::Optional, "Where the issuer's certificate is to be had"},
    {"ocsp_urls", "[text]", Presence::Optional, "Where the issuer's OCSP responder is to be had"},
    {"policies", "[OID]", Presence::Optional, "Certificate policies"},
    {"permitted", "[SAN]", Presence::Optional, "Name constraints of a CA: names that it may certify"},
    {"excluded", "[SAN]", Presence::Optional, "Name constraints of a CA: names that it may not certify"},
    {"extra_extensions", "[{oid, critical, der}]", Presence::Optional,
     "Extensions octet by octet (base64 or hex), instead of the profile's where it has one of the same OID"},
};

/// How and for how long is signed.
inline constexpr ParamRow kSigningRows[] = {
    {"validity", "Duration", Presence::Optional,
     "How long the certificate is valid, instead of the profile's duration"},
    {"not_after", "Time", Presence::Optional, "The last second of the validity, instead of a duration"},
    {"not_before", "Time", Presence::Optional, "The first second of the validity; otherwise now"},
    {"clip_to_issuer", "true/false", Presence::Optional,
     "Ends the validity with the issuer's where it would go beyond; otherwise that is a warning"},
    {"hash", "text", Presence::Optional, "sha256, sha384 or sha512; otherwise what goes with the signing key"},
    {"pss", "true/false", Presence::Optional, "Signs with RSASSA-PSS instead of PKCS#1 v1.5"},
    {"serial", "text", Presence::Optional, "The serial number in hex; otherwise 16 random octets"},
    {"force", "true/false", Presence::Optional,
     "Issues although the issuer may not, to build broken chains for lessons; the findings stay"},
};

}  // namespace pki::api
