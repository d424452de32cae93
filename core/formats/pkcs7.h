#pragma once
// PKCS#7 (RFC 2315) and its successor CMS (RFC 5652), as far as they carry certificates: a SignedData without content
// and signatures, "certs-only" or "degenerate", known as .p7b and .p7c. Of a SignedData with signatures the
// certificates and CRLs are read as well; the signatures are not looked at (cms/signed_data.h does, and writes such
// messages).

#include <optional>
#include <vector>

#include "base/bytes.h"
#include "base/finding.h"
#include "base/result.h"

namespace pki::formats {

/// A certificate or CRL in a message.
struct Pkcs7Member {
  ByteVector der;
  /// Where it stands in the octets that were read; nothing where these were BER and had to be converted.
  std::optional<ByteRange> range;
};

/// What a message carries, in its order.
struct Pkcs7Contents {
  std::vector<Pkcs7Member> certificates;
  std::vector<Pkcs7Member> crls;
  std::size_t signers = 0;
  /// The message as DER, where it was BER and had to be converted; else empty.
  ByteVector converted;
  /// formats.pkcs7.* and asn1.* findings. Ranges count from the first octet of the message, or of `converted`.
  Findings findings;
};

/// Reads a ContentInfo of SignedData, DER or BER. Fails with formats.pkcs7.other_content, or with an asn1.* rule where
/// it can't be read.
Result<Pkcs7Contents> read_pkcs7(Bytes message);

}  // namespace pki::formats
