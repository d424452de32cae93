// tenant.leaf.*: the certificates that a tenant's CAs issued.

#include "api/tenant/describe_tenant.h"
#include "api/tenant/members.h"
#include "api/tenant/tenant_answer.h"
#include "cloudpki/tenant/leaves.h"

namespace pki::api {
namespace {

namespace tenant = cloudpki::tenant;
using json::ObjectReader;

Result<Json> list_leaves(ObjectReader& params) {
  PKI_TRY(tenant::Tenant shown, take_tenant(params));
  PKI_TRY(const tenant::Ca* ca, take_ca(params, shown));
  PKI_TRY(const std::string search, optional_text(params, "search"));
  return describe_leaves(shown, *ca, search);
}

Result<Json> revoke_leaf(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(tenant::Ca * ca, take_ca(params, changed));
  PKI_TRY(const std::string serial, required_text(params, "serial"));
  PKI_TRY(const Findings findings, tenant::revoke_leaf(changed, *ca, serial));
  return tenant_answer(changed, findings);
}

Result<Json> revoke_all(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(tenant::Ca * ca, take_ca(params, changed));
  PKI_TRY(const std::size_t count, tenant::revoke_all_leaves(changed, *ca));
  Json out = tenant_answer(changed);
  out["count"] = count;
  return out;
}

constexpr ParamRow kListRows[] = {
    {"search", "text", Presence::Optional, "Part of a subject, user, device, profile or serial number"}};
constexpr ParamRow kSerialRows[] = {
    {"serial", "text", Presence::Required, "The serial number in hex, as it is listed"}};
constexpr std::span<const ParamRow> kListParams[] = {kTenantRow, kTenantCaRow, kListRows};
constexpr std::span<const ParamRow> kRevokeParams[] = {kTenantRow, kTenantCaRow, kSerialRows};
constexpr std::span<const ParamRow> kCaParams[] = {kTenantRow, kTenantCaRow};

constexpr Method kMethods[] = {
    {"tenant.leaf.list", "Lists a CA's certificates as the admin centre does: the newest 1,000 that fit", kListParams,
     list_leaves},
    {"tenant.leaf.revoke", "Revokes a certificate; the CRL is published at once", kRevokeParams, revoke_leaf},
    {"tenant.leaf.revoke_all", "Revokes all active certificates of a CA, as the documented script does", kCaParams,
     revoke_all},
};

}  // namespace

std::span<const Method> tenant_leaf_methods() { return kMethods; }

}  // namespace pki::api
