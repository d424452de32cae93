#include "cloudpki/tenant/publish.h"

#include "ca/crl_issue.h"
#include "cloudpki/tenant/allowed.h"
#include "cloudpki/tenant/status.h"
#include "cloudpki/tenant/urls.h"

namespace pki::cloudpki::tenant {
namespace {

// RFC 5280 3.3: an entry is kept until it was on one regular CRL beyond the certificate's validity.
bool still_listed(const x509::Certificate& certificate, const std::optional<PublishedCrl>& before) {
  return !before || end_of(certificate) >= before->this_update;
}

ca::RevokedCertificate entry_of(const x509::Certificate& certificate, Time date) {
  return {.serial = to_vector(certificate.serial().octets), .date = date};
}

std::vector<ca::RevokedCertificate> revoked_leaves(const Tenant& tenant, const Ca& ca, const CaVersion& version,
                                                   Time at) {
  std::vector<ca::RevokedCertificate> entries;
  for (const Leaf& leaf : tenant.leaves) {
    const bool ours = leaf.ca == ca.id && leaf.version == version.number;
    if (!ours || !leaf.revoked || *leaf.revoked > at) continue;
    if (still_listed(*leaf.certificate, version.crl)) entries.push_back(entry_of(*leaf.certificate, *leaf.revoked));
  }
  return entries;
}

// A revoked CA takes all its versions with it.
std::vector<ca::RevokedCertificate> revoked_cas(const Tenant& tenant, const Ca& root, const CaVersion& version) {
  std::vector<ca::RevokedCertificate> entries;
  for (const Ca& ca : tenant.cas) {
    if (ca.root != root.id) continue;
    for (const CaVersion& each : ca.versions) {
      const bool version_revoked = each.state == VersionState::Revoked;
      if (each.certificate == nullptr || (!version_revoked && ca.standing != Standing::Revoked)) continue;
      if (!still_listed(*each.certificate, version.crl)) continue;
      entries.push_back(entry_of(*each.certificate, version_revoked ? each.since : ca.standing_since));
    }
  }
  return entries;
}

}  // namespace

bool publishes(const CaVersion& version, Time at) {
  return version.certificate != nullptr && version.state != VersionState::Decommissioned &&
         end_of(*version.certificate) >= at;
}

Status publish_crl(Tenant& tenant, Ca& ca, CaVersion& version, Time at) {
  PKI_ASSERT(publishes(version, at));
  PKI_TRY(const crypto::PrivateKey key, crypto::PrivateKey::from_pkcs8(version.private_key.view()));
  const std::uint64_t number = version.crl ? version.crl->number + 1 : 1;
  const Time next{at.seconds + kCrlLifetime};
  PKI_TRY(
      ca::IssuedCrl issued,
      ca::issue_crl({.revoked = ca.kind == CaKind::Root ? revoked_cas(tenant, ca, version)
                                                        : revoked_leaves(tenant, ca, version, at),
                     .this_update = at,
                     .next_update = next,
                     .number = number,
                     // A revoked CA signs its CRL all the same, and so does one that a private CA gave no such right.
                     .issuer_faults = ca::IssuerFaults::Keep},
                    {.key = key, .certificate = version.certificate.get()}));
  version.crl = PublishedCrl{std::move(issued.der), number, at, next};
  return {};
}

std::vector<repository::Entry> published(const Tenant& tenant) {
  std::vector<repository::Entry> entries;
  for (const Ca& ca : tenant.cas) {
    for (const CaVersion& version : ca.versions) {
      if (version.certificate == nullptr) continue;
      entries.push_back({certificate_url(tenant, ca, version.number), to_vector(version.certificate->der())});
      if (version.crl) entries.push_back({crl_url(tenant, ca, version.number), version.crl->der});
    }
  }
  return entries;
}

repository::VirtualRepository repository_of(const Tenant& tenant) {
  repository::VirtualRepository repository;
  for (repository::Entry& entry : published(tenant)) repository.add(entry.url, std::move(entry.data));
  return repository;
}

}  // namespace pki::cloudpki::tenant
