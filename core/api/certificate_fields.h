#pragma once
// The outline of a certificate as fields.

#include <optional>

#include "api/field.h"
#include "base/time.h"
#include "x509/certificate.h"

namespace pki::api {

/// The fields of a certificate in the order of its encoding, then its fingerprints.
FieldList certificate_fields(const x509::Certificate& certificate, std::optional<Time> now);

}  // namespace pki::api
