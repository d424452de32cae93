#pragma once
// What every method that changes a tenant shares.

#include "api/method.h"
#include "cloudpki/tenant/model.h"

namespace pki::api {

/// The parameter `tenant`, which every such method has.
inline constexpr ParamRow kTenantRow[] = {
    {"tenant", "Tenant", Presence::Required, "The tenant, as the request before gave it back"},
};
/// The parameter `ca`.
inline constexpr ParamRow kTenantCaRow[] = {
    {"ca", "text", Presence::Required, "The CA, by its id or its name"},
};

/// Reads `tenant`. Rules: those of read_tenant.
Result<cloudpki::tenant::Tenant> take_tenant(json::ObjectReader& params);
/// Reads `ca`. Aliases the tenant. Rule: cloudpki.tenant.no_such_ca.
Result<cloudpki::tenant::Ca*> take_ca(json::ObjectReader& params, cloudpki::tenant::Tenant& tenant);

/// {tenant, view, findings}: the tenant to be handed in with the next request, and what it looks like.
Json tenant_answer(const cloudpki::tenant::Tenant& tenant, const Findings& findings = {});

}  // namespace pki::api
