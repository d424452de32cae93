#include "cloudpki/tenant/integrity.h"

#include <algorithm>
#include <set>

#include "cloudpki/fleet/integrity.h"
#include "cloudpki/tenant/rules.h"

namespace pki::cloudpki::tenant {
namespace {

Finding damaged(std::string reason) { return {&rules::kDamaged, {}, {{"reason", std::move(reason)}}}; }

// Ids stand in URLs, and from there in paths of files: nothing but what make_uuid writes.
bool is_identifier(std::string_view text) {
  return !text.empty() && text.size() <= 36 && text.find_first_not_of("0123456789abcdef-") == text.npos;
}

Status check_version(const Ca& ca, const CaVersion& version) {
  const std::string title = version_title(ca, version.number);
  const bool unsigned_yet = version.state == VersionState::SigningRequired;
  if (unsigned_yet && ca.kind != CaKind::Byoca) return damaged(title + " waits for a signature and is no BYOCA");
  if (unsigned_yet && version.request.empty()) return damaged(title + " has no request");
  // A version that was never signed lapses without a certificate.
  const bool lapsed = version.state == VersionState::Decommissioned;
  if (version.certificate == nullptr) {
    return unsigned_yet || lapsed ? Status() : damaged(title + " has no certificate");
  }
  if (unsigned_yet) return damaged(title + " waits for a signature and has a certificate");
  const auto key = crypto::PrivateKey::from_pkcs8(version.private_key.view());
  if (!key.ok()) return damaged(title + " has a key that cannot be read");
  if (!key->matches(version.certificate->public_key())) return damaged(title + " has another key than its certificate");
  return {};
}

Status check_versions(const Ca& ca) {
  if (ca.versions.empty() || ca.versions.size() > kMostVersions)
    return damaged(ca.name + " has no versions, or too many");
  std::uint32_t before = 0;
  std::size_t active = 0;
  std::size_t waiting = 0;
  for (const CaVersion& version : ca.versions) {
    if (version.number <= before) return damaged("the versions of " + ca.name + " do not ascend");
    before = version.number;
    if (version.state == VersionState::Active) ++active;
    if (version.state == VersionState::Staged || version.state == VersionState::SigningRequired) ++waiting;
    PKI_CHECK(check_version(ca, version));
  }
  if (active > 1 || waiting > 1) return damaged(ca.name + " has two versions where there can be one");
  if (active == 0 && (ca.kind != CaKind::Byoca || waiting == 0)) return damaged(ca.name + " has no active version");
  if (ca.kind == CaKind::Root && ca.versions.size() != 1) return damaged(ca.name + " is a root and was renewed");
  return {};
}

Status check_root(const Tenant& tenant, const Ca& ca) {
  if (ca.kind != CaKind::Issuing) {
    return ca.root.empty() ? Status() : damaged(ca.name + " has a root, and is none of its issuing CAs");
  }
  const Ca* root = find_ca(tenant, ca.root);
  return root != nullptr && root->kind == CaKind::Root ? Status() : damaged(ca.name + " has no root");
}

}  // namespace

Status check_integrity(const Tenant& tenant) {
  if (tenant.cas.size() > kMostCas || tenant.leaves.size() > kMostLeaves) return damaged("it is too large");
  if (!is_identifier(tenant.account) || !is_identifier(tenant.store)) return damaged("its ids are none");
  std::set<std::string_view> ids;
  for (const Ca& ca : tenant.cas) {
    if (!is_identifier(ca.id) || !ids.insert(ca.id).second) return damaged("two CAs have one id, or one has none");
    PKI_CHECK(check_versions(ca));
    PKI_CHECK(check_root(tenant, ca));
  }
  for (const Leaf& leaf : tenant.leaves) {
    const Ca* ca = find_ca(tenant, leaf.ca);
    if (ca == nullptr || find_version(*ca, leaf.version) == nullptr) {
      return damaged("a certificate belongs to a CA that is not there");
    }
  }
  return fleet::check_integrity(tenant.fleet);
}

}  // namespace pki::cloudpki::tenant
