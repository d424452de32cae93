#include "cloudpki/tenant/life.h"

#include <algorithm>

#include "base/text.h"
#include "cloudpki/tenant/audit.h"
#include "cloudpki/tenant/publish.h"
#include "cloudpki/tenant/rules.h"
#include "cloudpki/tenant/status.h"

namespace pki::cloudpki::tenant {
namespace {

constexpr std::string_view kDisable = "disable and reenable certificate authorities";

Param ca_param(const Ca& ca) { return {"ca", ca_title(ca)}; }
Param status_param(CaStatus status) { return {"status", to_lower_ascii(ca_status_name(status))}; }

Status check_may_disable(const Tenant& tenant, const Ca& ca) {
  if (!tenant.settings.permissions.disable_and_reenable) return not_permitted(kDisable);
  if (ca.kind == CaKind::Root) return Finding{&rules::kRootHasNoPause, {}, {}};
  return {};
}

void set_standing(Tenant& tenant, Ca& ca, Standing standing) {
  ca.standing = standing;
  ca.standing_since = tenant.clock;
}

std::size_t issuing_cas_under(const Tenant& tenant, const Ca& root) {
  return static_cast<std::size_t>(
      std::count_if(tenant.cas.begin(), tenant.cas.end(), [&](const Ca& ca) { return ca.root == root.id; }));
}

// A BYOCA that was never signed has nothing to be revoked.
bool may_be_deleted(const Ca& ca, Time clock) {
  return ca_status(ca, clock) == CaStatus::Revoked || active_version(ca) == nullptr;
}

}  // namespace

Status check_pause(const Tenant& tenant, const Ca& ca) {
  PKI_CHECK(check_may_disable(tenant, ca));
  const CaStatus status = ca_status(ca, tenant.clock);
  if (status == CaStatus::Active) return {};
  return Finding{&rules::kNotActive, {}, {ca_param(ca), status_param(status)}};
}

Status check_resume(const Tenant& tenant, const Ca& ca) {
  PKI_CHECK(check_may_disable(tenant, ca));
  if (ca.standing == Standing::Paused) return {};
  return Finding{&rules::kNotPaused, {}, {ca_param(ca), status_param(ca_status(ca, tenant.clock))}};
}

Status check_revoke(const Tenant& tenant, const Ca& ca) {
  PKI_CHECK(check_resume(tenant, ca));
  const std::size_t active = count_leaves(tenant, ca, tenant.clock).active;
  if (active == 0) return {};
  return Finding{&rules::kActiveLeaves, {}, {ca_param(ca), {"count", std::to_string(active)}}};
}

Status check_delete(const Tenant& tenant, const Ca& ca) {
  const Permissions& may = tenant.settings.permissions;
  if (!may.disable_and_reenable) return not_permitted(kDisable);
  if (!may.revoke_leaf) return not_permitted("revoke issued leaf certificates");
  if (ca.kind == CaKind::Root) {
    const std::size_t below = issuing_cas_under(tenant, ca);
    if (below == 0) return {};
    return Finding{&rules::kRootInUse, {}, {ca_param(ca), {"count", std::to_string(below)}}};
  }
  if (may_be_deleted(ca, tenant.clock)) return {};
  return Finding{&rules::kNotRevoked, {}, {ca_param(ca), status_param(ca_status(ca, tenant.clock))}};
}

Status pause_ca(Tenant& tenant, Ca& ca) {
  PKI_CHECK(check_pause(tenant, ca));
  set_standing(tenant, ca, Standing::Paused);
  log(tenant, activity::kStatus, ca_title(ca), "paused");
  return {};
}

Status resume_ca(Tenant& tenant, Ca& ca) {
  PKI_CHECK(check_resume(tenant, ca));
  set_standing(tenant, ca, Standing::Open);
  log(tenant, activity::kStatus, ca_title(ca), "active");
  return {};
}

Result<Findings> revoke_ca(Tenant& tenant, Ca& ca) {
  PKI_CHECK(check_revoke(tenant, ca));
  set_standing(tenant, ca, Standing::Revoked);
  log(tenant, activity::kRevokeCa, ca_title(ca));

  Findings findings;
  if (Ca* root = find_ca(tenant, ca.root)) {
    CaVersion* signer = active_version(*root);
    if (signer != nullptr && publishes(*signer, tenant.clock)) {
      PKI_CHECK(publish_crl(tenant, *root, *signer, tenant.clock));
    }
    return findings;
  }
  for (const CaVersion& version : ca.versions) {
    if (version.certificate == nullptr) continue;
    findings.push_back({&rules::kPrivateCaMustRevoke,
                        {},
                        {{"ca", version_title(ca, version.number)}, {"serial", serial_hex(*version.certificate)}}});
  }
  return findings;
}

Status delete_ca(Tenant& tenant, std::string_view id) {
  const Ca* ca = find_ca(tenant, id);
  if (ca == nullptr) return no_such_ca(tenant, id);
  PKI_CHECK(check_delete(tenant, *ca));
  log(tenant, activity::kDelete, ca_title(*ca));
  const std::string gone(id);
  std::erase_if(tenant.leaves, [&](const Leaf& leaf) { return leaf.ca == gone; });
  std::erase_if(tenant.cas, [&](const Ca& each) { return each.id == gone; });
  return {};
}

Status set_scope_tags(Tenant& tenant, Ca& ca, std::vector<std::string> tags) {
  if (!tenant.settings.permissions.create) return not_permitted("create certificate authorities");
  ca.scope_tags = std::move(tags);
  log(tenant, activity::kPatch, ca_title(ca), "scope tags");
  return {};
}

}  // namespace pki::cloudpki::tenant
