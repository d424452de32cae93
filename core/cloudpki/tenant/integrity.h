#pragma once
// Whether a tenant that was read from a file holds together: what the rest of the model takes for granted.

#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::tenant {

/// How many CAs and certificates a tenant may hold here.
inline constexpr std::size_t kMostCas = 64;
inline constexpr std::size_t kMostLeaves = 100'000;
/// How many versions a CA may have.
inline constexpr std::size_t kMostVersions = 64;

/// Rule: cloudpki.tenant.damaged. Holds where: ids are hexadecimal digits and unique; every issuing CA has a root of
/// the tenant, and other CAs none; versions ascend, at most one is active and a root has exactly that one; a version
/// that must be signed has a request and no certificate, every other has a certificate whose key is the version's;
/// leaves belong to a version that there is.
Status check_integrity(const Tenant& tenant);

}  // namespace pki::cloudpki::tenant
