#pragma once
// A-labels of internationalised host names (RFC 5891 4.4, RFC 3492).

#include <optional>
#include <string>
#include <string_view>

namespace pki::path::name_constraints {

/// The A-label of one label in UTF-8 that is not all ASCII, as it stands: whoever asks has mapped and checked it.
/// Nothing where it is not well-formed UTF-8 or has more than 63 characters.
std::optional<std::string> encode_a_label(std::string_view label);

/// The A-label ("xn--...") of one label in UTF-8 that is not all ASCII. Nothing where it is not well-formed, is no
/// U-label in its folded form (RFC 5890 2.3.2.1: mapping is the issuer's part), or is longer than a label may be.
std::optional<std::string> to_a_label(std::string_view label);

}  // namespace pki::path::name_constraints
