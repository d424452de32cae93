#pragma once
// Whether users, devices and profiles that were read from a file hold together.

#include "base/result.h"
#include "cloudpki/fleet/model.h"

namespace pki::cloudpki::fleet {

/// How many there may be of each kind, and how many certificates a device may have.
inline constexpr std::size_t kMostObjects = 10'000;
inline constexpr std::size_t kMostOnDevice = 256;

/// Rule: cloudpki.fleet.damaged. Holds where every object has an id of its own kind's, profiles and identities have
/// certificates, and states belong to devices that there are, one for each.
Status check_integrity(const Fleet& fleet);

}  // namespace pki::cloudpki::fleet
