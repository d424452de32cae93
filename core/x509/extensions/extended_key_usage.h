#pragma once
// Extended key usage (RFC 5280 4.2.1.12; Microsoft: Enhanced Key Usage, Application Policies).

#include <vector>

#include "asn1/oid.h"
#include "asn1/reader.h"

namespace pki::x509 {

struct ExtendedKeyUsage {
  std::vector<asn1::Oid> purposes;  // in the order found

  bool has(asn1::Oid purpose) const;
};

/// Noted: x509.extended_key_usage.empty, x509.extended_key_usage.duplicate.
Result<ExtendedKeyUsage> read_extended_key_usage(Bytes value, asn1::Context& context);
ByteVector encode_extended_key_usage(const std::vector<asn1::OwnedOid>& purposes);

}  // namespace pki::x509
