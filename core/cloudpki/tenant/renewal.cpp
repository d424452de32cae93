#include "cloudpki/tenant/renewal.h"

#include "base/text.h"
#include "cloudpki/tenant/audit.h"
#include "cloudpki/tenant/create.h"
#include "cloudpki/tenant/publish.h"
#include "cloudpki/tenant/rules.h"
#include "cloudpki/tenant/status.h"

namespace pki::cloudpki::tenant {
namespace {

// A staged version with its certificate, or the finding why it is none.
Result<CaVersion*> require_staged(const Tenant& tenant, Ca& ca, std::uint32_t number) {
  PKI_TRY(CaVersion * version, require_version(ca, number));
  if (version->state == VersionState::Staged) return version;
  const VersionStatus status = version_status(ca, *version, tenant.clock);
  return Finding{&rules::kNotStaged,
                 {},
                 {{"title", version_title(ca, number)}, {"status", to_lower_ascii(version_status_name(status))}}};
}

}  // namespace

Status check_renew(const Tenant& tenant, const Ca& ca) {
  if (!tenant.settings.permissions.create) return not_permitted("create certificate authorities");
  if (ca.kind == CaKind::Root) return Finding{&rules::kNotRenewable, {}, {{"ca", ca.name}}};
  if (const CaVersion* waiting = waiting_version(ca)) {
    return Finding{&rules::kRenewalUnderWay, {}, {{"title", version_title(ca, waiting->number)}}};
  }
  const CaStatus status = ca_status(ca, tenant.clock);
  if (status != CaStatus::Active && status != CaStatus::Expired) {
    return Finding{
        &rules::kNotRenewableNow, {}, {{"ca", ca_title(ca)}, {"status", to_lower_ascii(ca_status_name(status))}}};
  }
  const Time from = half_of_life(*active_version(ca)->certificate);
  if (tenant.clock >= from) return {};
  return Finding{&rules::kTooEarly, {}, {{"ca", ca_title(ca)}, {"from", to_iso8601(from)}}};
}

Result<Renewed> renew_ca(Tenant& tenant, Ca& ca, crypto::SecretBytes made_key) {
  PKI_CHECK(check_renew(tenant, ca));
  CaVersion version{.number = ca.versions.back().number + 1, .state = VersionState::Staged, .since = tenant.clock};
  PKI_TRY(const crypto::PrivateKey key, key_of_size(std::move(made_key), ca.key));
  version.private_key = key.to_pkcs8();
  if (ca.kind == CaKind::Byoca) {
    PKI_TRY(version.request, make_byoca_request(ca, key));
    version.state = VersionState::SigningRequired;
  } else {
    PKI_TRY(version.certificate, sign_issuing_ca(tenant, ca, version));
    PKI_CHECK(publish_crl(tenant, ca, version, tenant.clock));
  }
  Renewed renewed{.version = version.number};
  renewed.findings.push_back({&rules::kNewKey, {}, {{"title", version_title(ca, version.number)}}});
  ca.versions.push_back(std::move(version));
  log(tenant, activity::kRenew, version_title(ca, renewed.version));
  return renewed;
}

Status activate_version(Tenant& tenant, Ca& ca, std::uint32_t number) {
  if (!tenant.settings.permissions.create) return not_permitted("create certificate authorities");
  PKI_TRY(CaVersion * staged, require_staged(tenant, ca, number));
  if (CaVersion* old = active_version(ca)) {
    old->state = VersionState::Retired;
    old->since = tenant.clock;
  }
  staged->state = VersionState::Active;
  staged->since = tenant.clock;
  log(tenant, activity::kStatus, version_title(ca, number), "activated");
  return {};
}

Result<Findings> revoke_version(Tenant& tenant, Ca& ca, std::uint32_t number) {
  if (!tenant.settings.permissions.disable_and_reenable) {
    return not_permitted("disable and reenable certificate authorities");
  }
  PKI_TRY(CaVersion * staged, require_staged(tenant, ca, number));
  staged->state = VersionState::Revoked;
  staged->since = tenant.clock;
  log(tenant, activity::kRevokeCa, version_title(ca, number));
  Ca* root = find_ca(tenant, ca.root);
  if (root == nullptr) {
    return Findings{{&rules::kPrivateCaMustRevoke,
                     {},
                     {{"ca", version_title(ca, number)}, {"serial", serial_hex(*staged->certificate)}}}};
  }
  CaVersion* signer = active_version(*root);
  if (signer != nullptr && publishes(*signer, tenant.clock)) {
    PKI_CHECK(publish_crl(tenant, *root, *signer, tenant.clock));
  }
  return Findings{};
}

}  // namespace pki::cloudpki::tenant
