#pragma once
// What a trainee sees of a tenant, as JSON (docs/api.md: TenantView). Nothing secret is in it.

#include "cloudpki/facts.h"
#include "cloudpki/tenant/model.h"
#include "json/json.h"

namespace pki::api {

/// A TenantView.
json::Json describe(const cloudpki::tenant::Tenant& tenant);

/// The list of a CA's leaves as the admin centre shows it: the newest 1,000 of those whose names or serial number hold
/// `search` (empty: all), and how many there are.
json::Json describe_leaves(const cloudpki::tenant::Tenant& tenant, const cloudpki::tenant::Ca& ca,
                           std::string_view search);

/// A Fact.
json::Json describe(const cloudpki::Fact& fact);

}  // namespace pki::api
