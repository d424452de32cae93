#pragma once
// The rules of reading OCSP responses (RFC 6960 4.2).

#include "base/rule.h"

namespace pki::x509::rules {

inline constexpr Rule kOcspStatusUnknown{"x509.ocsp.status_unknown", Severity::Error, "RFC 6960 4.2.1",
                                         "The response status, {status}, is none that is defined",
                                         "Ask the responder again, or tell its operator"};
inline constexpr Rule kOcspBytes{
    "x509.ocsp.response_bytes", Severity::Error, "RFC 6960 4.2.1",
    "The response status is {status}, and responseBytes are {found}: a successful response has them, no other may",
    "Ask the responder again, or tell its operator"};
inline constexpr Rule kOcspVersion{"x509.ocsp.version", Severity::Error, "RFC 6960 4.2.1",
                                   "The version of the response data is {version}; only v1 (0) is defined",
                                   "Ask another responder, or use software that knows this version"};
inline constexpr Rule kOcspResponder{"x509.ocsp.responder_id", Severity::Error, "RFC 6960 4.2.1",
                                     "The responder's key hash has {octets} octets, and a SHA-1 has 20",
                                     "Tell the operator of the responder"};
inline constexpr Rule kOcspSingleMalformed{"x509.ocsp.single_malformed", Severity::Error, "RFC 6960 4.2.1",
                                           "Answer {index} of the response cannot be read ({rule}): {reason}",
                                           "Ask the responder again, or tell its operator"};
inline constexpr Rule kOcspSinglesNone{"x509.ocsp.no_answers", Severity::Warning, "RFC 6960 4.2.1",
                                       "The response answers for no certificate",
                                       "Ask the responder again, for this certificate"};
inline constexpr Rule kOcspExtensionsMalformed{"x509.ocsp.extensions_malformed", Severity::Error, "RFC 6960 4.4",
                                               "The extensions of {of} cannot be read ({rule}): {reason}",
                                               "Ask the responder again, or tell its operator"};
inline constexpr Rule kOcspCertificateMalformed{
    "x509.ocsp.certificate_malformed", Severity::Warning, "RFC 6960 4.2.1",
    "Certificate {index} that came with the response cannot be read ({rule}): {reason}",
    "Tell the operator of the responder; the others are used"};

}  // namespace pki::x509::rules
