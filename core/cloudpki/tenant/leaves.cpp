#include "cloudpki/tenant/leaves.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "ca/issue.h"
#include "cloudpki/tenant/allowed.h"
#include "cloudpki/tenant/audit.h"
#include "cloudpki/tenant/publish.h"
#include "cloudpki/tenant/rules.h"
#include "cloudpki/tenant/status.h"
#include "cloudpki/tenant/urls.h"

namespace pki::cloudpki::tenant {
namespace {

std::size_t issued_by(const Tenant& tenant, const Ca& ca, const CaVersion& version) {
  return static_cast<std::size_t>(std::count_if(tenant.leaves.begin(), tenant.leaves.end(), [&](const Leaf& leaf) {
    return leaf.ca == ca.id && leaf.version == version.number;
  }));
}

ca::IssueInput input_for(const Tenant& tenant, const Ca& ca, const CaVersion& version, const LeafOrder& order) {
  ca::IssueInput input;
  input.profile = ca::find_profile("tls-client");
  PKI_ASSERT(input.profile != nullptr);
  input.subject = order.subject;
  input.alternative_names = order.alternative_names;
  input.public_key = order.public_key;
  input.extensions.key_usage = order.key_usage;
  input.extensions.purposes = order.purposes;
  input.extensions.crl_uris = {crl_url(tenant, ca, version.number)};
  if (tenant.settings.leaf_issuer_url == Written::Yes) {
    input.extensions.aia_uris = {certificate_url(tenant, ca, version.number)};
  }
  input.validity.now = tenant.clock;
  input.validity.not_before = Time{tenant.clock.seconds - kLeafBackdating};
  const ca::CalendarSpan& span = order.validity;
  input.validity.not_after = add_calendar(tenant.clock, 12 * span.years + span.months, span.days);
  return input;
}

Leaf* find_leaf(Tenant& tenant, const Ca& ca, std::string_view serial) {
  const auto found = std::find_if(tenant.leaves.begin(), tenant.leaves.end(), [&](const Leaf& leaf) {
    return leaf.ca == ca.id && serial_hex(*leaf.certificate) == serial;
  });
  return found == tenant.leaves.end() ? nullptr : &*found;
}

// The CRL of the version that issued it; a version that has expired publishes none.
Status publish_for(Tenant& tenant, Ca& ca, std::uint32_t number) {
  CaVersion* version = find_version(ca, number);
  if (version == nullptr || !publishes(*version, tenant.clock)) return {};
  return publish_crl(tenant, ca, *version, tenant.clock);
}

Finding cached_crl(Time next_update) { return {&rules::kCachedCrl, {}, {{"next_update", to_iso8601(next_update)}}}; }

// What the search looks at.
bool holds(const Leaf& leaf, std::string_view wanted) {
  const auto in = [&](std::string_view text) { return to_lower_ascii(text).find(wanted) != std::string::npos; };
  return wanted.empty() || in(x509::to_rfc4514(leaf.certificate->subject())) || in(leaf.user_principal_name) ||
         in(leaf.device_name) || in(leaf.device_id) || in(serial_hex(*leaf.certificate)) || in(leaf.profile);
}

}  // namespace

Status check_issues(const Tenant& tenant, const Ca& ca, const CaVersion& version) {
  if (ca.kind == CaKind::Root) return Finding{&rules::kRootDoesNotIssue, {}, {{"ca", ca.name}}};
  const VersionStatus status = version_status(ca, version, tenant.clock);
  const bool staged = status == VersionStatus::Staged && ca.standing == Standing::Open;
  if (!staged && status != VersionStatus::Active) {
    const VersionStatus shown = ca.standing == Standing::Paused ? VersionStatus::Paused : status;
    return Finding{&rules::kDoesNotIssue,
                   {},
                   {{"ca", version_title(ca, version.number)}, {"status", to_lower_ascii(version_status_name(shown))}}};
  }
  if (staged && issued_by(tenant, ca, version) >= kStagedLeaves) {
    return Finding{&rules::kStagedFull,
                   {},
                   {{"title", version_title(ca, version.number)}, {"most", std::to_string(kStagedLeaves)}}};
  }
  return {};
}

Result<x509::CertificatePtr> issue_leaf(Tenant& tenant, const Ca& ca, const CaVersion& version, LeafOrder order) {
  PKI_CHECK(check_issues(tenant, ca, version));
  PKI_TRY(const crypto::PrivateKey key, crypto::PrivateKey::from_pkcs8(version.private_key.view()));
  PKI_TRY(ca::IssuedCertificate issued,
          ca::issue(input_for(tenant, ca, version, order), {.key = key, .certificate = version.certificate.get()}));
  PKI_TRY(x509::CertificatePtr certificate, x509::Certificate::parse(std::move(issued.der)));
  tenant.leaves.push_back({.ca = ca.id,
                           .version = version.number,
                           .certificate = certificate,
                           .revoked = {},
                           .user_principal_name = std::move(order.user_principal_name),
                           .device_id = std::move(order.device_id),
                           .device_name = std::move(order.device_name),
                           .platform = std::move(order.platform),
                           .profile = std::move(order.profile)});
  log(tenant, activity::kIssueLeaf, version_title(ca, version.number), serial_hex(*certificate));
  return certificate;
}

Result<Findings> revoke_leaf(Tenant& tenant, Ca& ca, std::string_view serial) {
  if (!tenant.settings.permissions.revoke_leaf) return not_permitted("revoke issued leaf certificates");
  const Param serial_param{"serial", std::string(serial)};
  Leaf* leaf = find_leaf(tenant, ca, serial);
  if (leaf == nullptr) return Finding{&rules::kNoSuchLeaf, {}, {{"ca", ca_title(ca)}, serial_param}};
  if (leaf->revoked) {
    return Finding{&rules::kAlreadyRevoked, {}, {serial_param, {"since", to_iso8601(*leaf->revoked)}}};
  }
  if (leaf_status(*leaf, tenant.clock) == LeafStatus::Expired) {
    return Finding{&rules::kLeafExpired, {}, {serial_param, {"not_after", to_iso8601(end_of(*leaf->certificate))}}};
  }
  leaf->revoked = tenant.clock;
  const CaVersion* version = find_version(ca, leaf->version);
  // What relying parties may hold until then.
  const Time cached = version != nullptr && version->crl ? version->crl->next_update : tenant.clock;
  PKI_CHECK(publish_for(tenant, ca, leaf->version));
  log(tenant, activity::kRevokeLeaf, ca_title(ca), std::string(serial));
  return Findings{cached_crl(cached)};
}

Result<std::size_t> revoke_all_leaves(Tenant& tenant, Ca& ca) {
  if (!tenant.settings.permissions.revoke_leaf) return not_permitted("revoke issued leaf certificates");
  std::set<std::uint32_t> versions;
  std::size_t count = 0;
  for (Leaf& leaf : tenant.leaves) {
    if (leaf.ca != ca.id || leaf_status(leaf, tenant.clock) != LeafStatus::Active) continue;
    leaf.revoked = tenant.clock;
    versions.insert(leaf.version);
    ++count;
    log(tenant, activity::kRevokeLeaf, ca_title(ca), serial_hex(*leaf.certificate));
  }
  for (const std::uint32_t number : versions) PKI_CHECK(publish_for(tenant, ca, number));
  return count;
}

LeafList list_leaves(const Tenant& tenant, const Ca& ca, std::string_view search) {
  const std::string wanted = to_lower_ascii(trim(search));
  LeafList list;
  for (auto leaf = tenant.leaves.rbegin(); leaf != tenant.leaves.rend(); ++leaf) {
    if (leaf->ca != ca.id || !holds(*leaf, wanted)) continue;
    ++list.found;
    if (list.shown.size() < kListedLeaves) list.shown.push_back(&*leaf);
  }
  return list;
}

}  // namespace pki::cloudpki::tenant
