#pragma once
// The extensions of a certificate or a request, as fields.

#include "api/show_extension.h"

namespace pki::api {

/// The label that people know an extension by: "Basic constraints"; of an unknown one its name or dotted OID.
std::string extension_label(asn1::Oid id);

/// The value of an extension (one of `extensions.all`) in one line: "CA: yes, path length 0"; of an unknown or
/// malformed one its octets.
std::string extension_text(const x509::KnownExtensions& extensions, const x509::Extension& extension);

/// One extension as a field. `shown` is what is known of its value; where that is nothing, its octets are shown, and
/// the badge `unread` says why.
Field extension_field(const x509::Extension& extension, std::optional<Shown> shown, std::string_view unread,
                      const Place& place);

/// One field for each extension, in the order found. `path` is that of the list: "tbsCertificate.extensions".
FieldList extension_fields(const x509::KnownExtensions& extensions, const Place& place, std::string_view path);

}  // namespace pki::api
