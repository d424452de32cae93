#pragma once
// One line for one primitive element of a tree.

#include <string>

#include "asn1/reader.h"

namespace pki::asn1 {

/// A short reading of a primitive element: printable, at most a few hundred octets. What is wrong with the value is
/// noted in `context`.
std::string tree_text(const Element& element, Context& context);

/// True if `element` is a well-formed value of its universal type, as far as values.h knows that type; used to tell
/// DER inside a string from octets that look like it.
bool is_plausible_value(const Element& element);

}  // namespace pki::asn1
