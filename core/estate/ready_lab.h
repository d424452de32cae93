#pragma once
// Ready labs: a tenant, devices with their profiles, and an estate around them, for both ways in which Cloud PKI is
// deployed and for a tenant that has both.

#include <cstdint>
#include <memory>

#include "cloudpki/private_pki/private_pki.h"
#include "cloudpki/tenant/model.h"
#include "estate/model.h"

namespace pki::estate {

/// Where the trust anchor of the devices' certificates is.
///   CloudRoot  a root CA in the cloud with an issuing CA below it; the servers have a private PKI of their own
///   Byoca      an issuing CA in the cloud that a private PKI has signed; the servers are of the same PKI
///   Both       computers (Windows, macOS) by a root CA in the cloud, phones by a BYOCA, in one tenant
enum class DeploymentModel : std::uint8_t { CloudRoot, Byoca, Both };

struct ReadyLab {
  cloudpki::tenant::Tenant tenant;
  /// That which signed the BYOCA, and from which the servers have their certificates; null with CloudRoot.
  std::shared_ptr<const cloudpki::private_pki::PrivatePki> private_pki = {};
  /// One service of every kind.
  Estate estate;
};

/// Makes the lab at `now`, with new keys of 2048 bits from the source of randomness in force. Devices have not checked
/// in yet. Rules: crypto.*, ca.*, cloudpki.*: as those of what it is put together from; none is to be expected.
Result<ReadyLab> make_ready_lab(DeploymentModel model, Time now);

}  // namespace pki::estate
