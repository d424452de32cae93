#pragma once
// The outline of a CRL as fields.

#include "api/field.h"
#include "x509/crl.h"

namespace pki::api {

/// The fields of a CRL in the order of its encoding; of its entries the first `entries`.
FieldList crl_fields(const x509::Crl& crl, std::size_t entries);

}  // namespace pki::api
