#pragma once
// How sure the model is of a fact about Cloud PKI, so that a trainer can trust what is on the screen.

#include <cstdint>
#include <string_view>

namespace pki::cloudpki {

/// What a check or a fact stands on.
///   Documented  Microsoft's documentation says so
///   Rfc         a standard says so, whoever the relying party is
///   Measured    seen with a real implementation (OpenSSL)
///   Sense       neither is known: what any CA would do, or what follows from the rest
enum class Ground : std::uint8_t { Documented, Rfc, Measured, Sense };

/// "documented", "rfc", "measured", "sense".
std::string_view ground_name(Ground ground);

}  // namespace pki::cloudpki
