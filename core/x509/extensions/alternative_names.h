#pragma once
// Subject and issuer alternative names (RFC 5280 4.2.1.6, 4.2.1.7).

#include "asn1/reader.h"
#include "x509/general_name.h"

namespace pki::x509 {

struct AlternativeNames {
  GeneralNames names;
};

/// Rules as read_general_names.
Result<AlternativeNames> read_alternative_names(Bytes value, asn1::Context& context);
// To write: encode_general_names in x509/general_name.h.

}  // namespace pki::x509
