#pragma once
// What a trainee sees of devices and profiles, as JSON (docs/api.md: FleetView). Nothing secret is in it.

#include "cloudpki/fleet/model.h"
#include "cloudpki/tenant/model.h"
#include "json/json.h"

namespace pki::api {

/// A FleetView.
json::Json describe_fleet(const cloudpki::tenant::Tenant& tenant);

/// What a SCEP profile asks for on each device that it reaches, variables replaced, or why it fails there.
json::Json describe_deliveries(const cloudpki::tenant::Tenant& tenant, const cloudpki::fleet::ScepProfile& profile);

}  // namespace pki::api
