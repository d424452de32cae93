#pragma once
// A tenant as JSON (docs/api.md: Tenant): the whole of it, so that it can be handed back with the next request. Private
// keys stand in members that are called private_key, where the page's vault finds them.

#include "cloudpki/tenant/model.h"
#include "json/reader.h"

namespace pki::api {

json::Json write_tenant(const cloudpki::tenant::Tenant& tenant);

/// Reads what write_tenant wrote, and whether it holds together. Rules: api.param.*, api.key.*, asn1.*, crypto.key.*,
/// cloudpki.tenant.damaged.
Result<cloudpki::tenant::Tenant> read_tenant(const json::Value& value);

/// Settings: those that `object` names replace those of `settings`. Rules: api.param.*.
Status read_settings(const json::Value& value, cloudpki::tenant::Settings& settings);
json::Json write_settings(const cloudpki::tenant::Settings& settings);

/// [{name, oid}], or texts: names that the registry or the form knows, or OIDs. Rules: api.param.*.
Result<std::vector<cloudpki::tenant::Purpose>> read_purposes(const json::Value& value);
json::Json write_purposes(const std::vector<cloudpki::tenant::Purpose>& purposes);

}  // namespace pki::api
