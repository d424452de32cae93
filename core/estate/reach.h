#pragma once
// What each side of a conversation can fetch while it judges the other.

#include "estate/scene.h"
#include "repository/virtual_repository.h"

namespace pki::estate {

/// What a device follows that judges the service's certificate: as its platform does, as far as its routes lead. Before
/// it is let in (Talk::Eap), a device has no network.
repository::Follow reach_of(const DeviceView& device, const ServiceView& service);

/// What a service follows that judges a device's certificate. The service must judge somebody.
repository::Follow reach_of(const ServiceView& service);

}  // namespace pki::estate
