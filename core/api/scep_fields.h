#pragma once
// The layers of a SCEP message as fields: the SignedData, and the EnvelopedData in it.

#include "api/field.h"
#include "cms/enveloped_data.h"
#include "cms/signed_data.h"

namespace pki::api {

/// The fields of a SignedData in the order of its encoding; SCEP's attributes with what they mean.
FieldList signed_data_fields(const cms::SignedData& data);

/// The fields of an EnvelopedData in the order of its encoding.
FieldList enveloped_data_fields(const cms::EnvelopedData& data);

}  // namespace pki::api
