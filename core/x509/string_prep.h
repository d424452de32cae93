#pragma once
// Internationalized string preparation (RFC 4518), as RFC 5280 7.1 wants it for comparing names. The steps:
//
//   1 Transcode   done by the caller: the text is UTF-8
//   2 Map         in full: RFC 4518 2.2, with Unicode's full case folding (a superset of RFC 3454 B.2)
//   3 Normalize   not done: composed and decomposed letters, and compatibility forms (full width, ligatures that case
//                 folding leaves), stay different
//   4 Prohibit    not done: a private or unassigned character matches itself, instead of making the result undefined
//   5 Bidi        nothing to do (RFC 4518 2.5)
//   6 Insignificant characters   white space at the ends goes, inner white space becomes one space. A space with a
//                 combining mark after it counts as a space
//
// What is left out only makes fewer names equal, but for the last point, and no relying party is known to do more.

#include <string>
#include <string_view>

namespace pki::x509 {

/// The prepared form of `utf8`, which must be well-formed: equal for two texts exactly when they match. Linear.
std::string prepare_string(std::string_view utf8);

}  // namespace pki::x509
