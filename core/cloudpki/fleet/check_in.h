#pragma once
// A device checks in: it gets the profiles that are assigned to it, installs trusted certificates, and enrols for
// certificates of its own, or renews them.

#include <string>
#include <vector>

#include "cloudpki/fleet/exchange.h"
#include "cloudpki/fleet/model.h"
#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::fleet {

/// Whether the device enrols for a profile at its check-in, and why.
enum class Need : std::uint8_t { None, First, Renewal, Expired };
/// Whether the certificate that a device has for a profile is to be renewed at `clock`: when no more of its life is
/// left than the profile's threshold says.
Need need_of(const ScepProfile& profile, const Identity* identity, Time clock);

/// What a check-in did.
struct CheckIn {
  std::string device;
  /// The results of the profiles that were worked on, also those of trusted certificates.
  std::vector<ProfileResult> results;
  /// How many certificates the device got.
  std::size_t enrolled = 0;
  /// The SCEP exchanges that were played, with the id of the profile.
  struct Played {
    std::string profile;
    Exchange exchange;
  };
  std::vector<Played> exchanges = {};
};

/// Lets the device check in at the tenant's clock: what is assigned is installed, what is no longer assigned is
/// removed, and certificates are enrolled for or renewed. What fails is among the results; the tenant then only has the
/// result. Fails itself where there is no such device (cloudpki.fleet.no_such), or crypto.random.failed.
Result<CheckIn> check_in(tenant::Tenant& tenant, Fleet& fleet, std::string_view device);

}  // namespace pki::cloudpki::fleet
