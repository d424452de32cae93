#pragma once
// Files of other kinds, known by their first octets, so that a person hears what they dropped instead of "unknown".

#include "base/bytes.h"
#include "base/rule.h"

namespace pki::formats {

/// The formats.foreign.* rule of a binary file, or null.
const Rule* foreign_binary(Bytes file);

/// The formats.foreign.* rule of a text in which no PEM block, base64 or hexadecimal was found, or null.
const Rule* foreign_text(std::string_view text);

/// The formats.foreign.* rule for a PEM label of others ("OPENSSH PRIVATE KEY", "PGP ..."), or null.
const Rule* foreign_label(std::string_view label);

}  // namespace pki::formats
