#pragma once
// Renewing issuing CAs: staged versions, each with a key of its own.

#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::tenant {

/// The number of the version that was made, and what to know of it (cloudpki.tenant.new_key).
struct Renewed {
  std::uint32_t version = 0;
  Findings findings = {};
};

/// Whether the CA can be renewed now. Rules as renew_ca.
Status check_renew(const Tenant& tenant, const Ca& ca);

/// Makes the next version of an issuing CA: staged, or, with BYOCA, a request that must be signed first. `made_key` is
/// a key pair of the CA's size that was made before (PKCS#8); empty: it is made here. Possible from half of the
/// lifetime on, also after expiry. Rules: cloudpki.tenant.not_permitted, .not_renewable, .not_renewable_now,
/// .too_early, .renewal_under_way, .key_mismatch; ca.*, crypto.*.
Result<Renewed> renew_ca(Tenant& tenant, Ca& ca, crypto::SecretBytes made_key = {});

/// The staged version becomes active, the active one retired. The SCEP URI stays. Rule: .not_staged.
Status activate_version(Tenant& tenant, Ca& ca, std::uint32_t number);

/// A staged version is revoked; of an Intune-rooted CA the root's CRL lists it at once. Rules: .not_staged, ca.crl.*.
Result<Findings> revoke_version(Tenant& tenant, Ca& ca, std::uint32_t number);

}  // namespace pki::cloudpki::tenant
