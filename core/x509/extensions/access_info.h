#pragma once
// Authority and subject information access (RFC 5280 4.2.2.1, 4.2.2.2).

#include <vector>

#include "asn1/oid.h"
#include "asn1/reader.h"
#include "x509/general_name.h"

namespace pki::x509 {

struct AccessDescription {
  asn1::Oid method;
  GeneralName location;
};
struct AccessInfo {
  std::vector<AccessDescription> descriptions;
};

/// Noted: x509.access_info.empty.
Result<AccessInfo> read_access_info(Bytes value, asn1::Context& context);
struct AccessInput {
  asn1::OwnedOid method;
  std::string uri;
};
Result<ByteVector> encode_access_info(const std::vector<AccessInput>& descriptions);

}  // namespace pki::x509
