#pragma once
// The outline of a request as fields.

#include "api/field.h"
#include "x509/request.h"

namespace pki::api {

/// The fields of a request in the order of its encoding.
FieldList request_fields(const x509::Request& request);

}  // namespace pki::api
