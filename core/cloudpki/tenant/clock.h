#pragma once
// The tenant's clock: what happens while time passes.

#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::tenant {

/// Moves the clock to `to`, and does what the service does on its own meanwhile: publishes CRLs every 3.5 days (of many
/// in a row the last is signed, and the numbers are counted), decommissions staged versions after 90 days and removes
/// them after 30 more. The findings tell what happened, in order of time: cloudpki.tenant.event.*. Rules:
/// cloudpki.tenant.clock_back, ca.crl.*, crypto.*.
Result<Findings> advance_clock(Tenant& tenant, Time to);

}  // namespace pki::cloudpki::tenant
