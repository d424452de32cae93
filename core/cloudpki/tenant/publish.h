#pragma once
// What a tenant publishes: a complete CRL for each version of each CA, and each CA's certificate, at http URLs.

#include <vector>

#include "cloudpki/tenant/model.h"
#include "repository/virtual_repository.h"

namespace pki::cloudpki::tenant {

/// Whether this version goes on to publish CRLs at `at`: one that has a certificate, was not dropped and has not
/// expired. Paused and revoked CAs do; retired versions do, for their certificates are in use.
bool publishes(const CaVersion& version, Time at);

/// Signs a new CRL of the version, good from `at` for 7 days, with the next number and everything that is revoked by
/// then: leaves, and of a root also issuing CAs. An entry stays until a CRL after its certificate's end had it (RFC
/// 5280 3.3). The version must publish. Rules: ca.crl.*, crypto.*.
Status publish_crl(Tenant& tenant, Ca& ca, CaVersion& version, Time at);

/// Everything that stands at the tenant's URLs.
std::vector<repository::Entry> published(const Tenant& tenant);

/// The same to be followed.
repository::VirtualRepository repository_of(const Tenant& tenant);

}  // namespace pki::cloudpki::tenant
