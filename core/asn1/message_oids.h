#pragma once
// The object identifiers that signed and enveloped messages need besides those of asn1/oids.h: how their content and
// its key are encrypted, and their attributes.

#include "asn1/oids.h"

namespace pki::asn1::oids {

// Content encryption (RFC 3565 4.1, RFC 8018 B.2.2) and key transport (RFC 4055 4.1).
inline constexpr Oid kAes192Cbc = make_oid<2, 16, 840, 1, 101, 3, 4, 1, 22>();
inline constexpr Oid kDesEde3Cbc = make_oid<1, 2, 840, 113549, 3, 7>();
inline constexpr Oid kRsaesOaep = make_oid<1, 2, 840, 113549, 1, 1, 7>();
inline constexpr Oid kPSpecified = make_oid<1, 2, 840, 113549, 1, 1, 9>();

// Attributes of signed messages (RFC 5652 11), and those of SCEP (RFC 8894 3.2.1).
inline constexpr Oid kContentType = make_oid<1, 2, 840, 113549, 1, 9, 3>();
inline constexpr Oid kMessageDigest = make_oid<1, 2, 840, 113549, 1, 9, 4>();
inline constexpr Oid kSigningTime = make_oid<1, 2, 840, 113549, 1, 9, 5>();
inline constexpr Oid kScepMessageType = make_oid<2, 16, 840, 1, 113733, 1, 9, 2>();
inline constexpr Oid kScepPkiStatus = make_oid<2, 16, 840, 1, 113733, 1, 9, 3>();
inline constexpr Oid kScepFailInfo = make_oid<2, 16, 840, 1, 113733, 1, 9, 4>();
inline constexpr Oid kScepSenderNonce = make_oid<2, 16, 840, 1, 113733, 1, 9, 5>();
inline constexpr Oid kScepRecipientNonce = make_oid<2, 16, 840, 1, 113733, 1, 9, 6>();
inline constexpr Oid kScepTransactionId = make_oid<2, 16, 840, 1, 113733, 1, 9, 7>();
inline constexpr Oid kScepFailInfoText = make_oid<1, 3, 6, 1, 5, 5, 7, 24, 1>();

}  // namespace pki::asn1::oids
