#include "api/tenant/tenant_answer.h"

#include "api/describe_finding.h"
#include "api/tenant/describe_tenant.h"
#include "api/tenant/tenant_json.h"
#include "cloudpki/tenant/audit.h"

namespace pki::api {

using json::ObjectReader;
using json::Value;

Result<cloudpki::tenant::Tenant> take_tenant(ObjectReader& params) {
  PKI_TRY(const Value value, params.required("tenant"));
  return read_tenant(value);
}

Result<cloudpki::tenant::Ca*> take_ca(ObjectReader& params, cloudpki::tenant::Tenant& tenant) {
  PKI_TRY(const Value value, params.required("ca"));
  PKI_TRY(const std::string_view name, json::read_text(value));
  auto ca = cloudpki::tenant::require_ca(tenant, name);
  if (!ca.ok()) return value.at(std::move(ca).error());
  return ca;
}

Json tenant_answer(const cloudpki::tenant::Tenant& tenant, const Findings& findings) {
  Json out;
  out["tenant"] = write_tenant(tenant);
  out["view"] = describe(tenant);
  out["findings"] = describe(findings);
  return out;
}

}  // namespace pki::api
