#pragma once
// How sure a row of this layer is. Everything here is about programs of others, so every row says where it comes from.

#include <cstdint>
#include <string_view>

namespace pki::relying {

/// How a row is known.
///   Measured    the real program was asked, by a test of this project (tests/peers) or on the bench
///   Documented  its maker's documentation, a standard, or its source code says so; the row names it
///   Assumed     from general knowledge, not verified: to be checked before anyone relies on it
enum class Certainty : std::uint8_t { Measured, Documented, Assumed };

/// "measured", "documented", "assumed".
constexpr std::string_view certainty_name(Certainty certainty) {
  switch (certainty) {
    case Certainty::Measured:
      return "measured";
    case Certainty::Documented:
      return "documented";
    case Certainty::Assumed:
      break;
  }
  return "assumed";
}

}  // namespace pki::relying
