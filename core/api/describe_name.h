#pragma once
// Names as JSON (docs/api.md: Name), and as fields.

#include "api/field.h"
#include "x509/general_name.h"
#include "x509/name.h"

namespace pki::api {

/// A Name. Ranges are those within the object of `place`.
json::Json describe(const x509::Name& name, const Place& place);

/// One field for each attribute of the name, in the order of the encoding.
FieldList name_fields(const x509::Name& name, const Place& place);
FieldList rdn_fields(const x509::Rdn& rdn, const Place& place);

/// One field for each name: its kind as label, its value.
FieldList general_name_fields(const x509::GeneralNames& names, const Place& place);
/// "DNS:www.example.com, IP Address:192.0.2.1".
std::string general_names_text(const x509::GeneralNames& names);

}  // namespace pki::api
