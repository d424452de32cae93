#pragma once
// Tenants for tests: at a fixed time, with keys that were made once, so that a test takes milliseconds.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "asn1/oids.h"
#include "cloudpki/tenant/clock.h"
#include "cloudpki/tenant/create.h"
#include "cloudpki/tenant/leaves.h"
#include "cloudpki/tenant/life.h"
#include "cloudpki/tenant/renewal.h"
#include "cloudpki/tenant/rules.h"
#include "cloudpki/tenant/status.h"
#include "cloudpki/tenant/upload.h"

namespace pki::test {

namespace tenant = cloudpki::tenant;
using tenant::CaKind;
using tenant::Tenant;

/// 2026-06-15T12:00:00Z.
inline Time start() { return *from_iso8601("2026-06-15T12:00:00Z"); }

/// A key of this size, PKCS#8: one of a few that are made once.
crypto::SecretBytes ready_key(crypto::KeySpec spec = crypto::KeySpec::Rsa2048);

/// A tenant without CAs, with a cap of 6.
Tenant new_tenant();

// Orders as the form would be filled in: RSA-2048, the longest validity, client and server authentication.
tenant::CaOrder root_order(std::string name = "Root");
tenant::CaOrder issuing_order(std::string name = "Issuing");
tenant::CaOrder byoca_order(std::string name = "BYOCA");
std::vector<tenant::Purpose> purposes(std::initializer_list<asn1::Oid> ids);

/// Creates it; the test ends where that is refused.
tenant::Ca& create(Tenant& in, tenant::CaOrder order);
/// The id of the rule for which it is refused; "" where it is not.
std::string refusal(Tenant& in, tenant::CaOrder order);
template <typename T>
std::string refusal(const Result<T>& result) {
  return result.ok() ? std::string() : std::string(result.error().id());
}
inline std::string refusal(const Status& status) {
  return status.ok() ? std::string() : std::string(status.error().id());
}

/// A root and an issuing CA under it.
struct Pair {
  Tenant tenant;
  std::string root;
  std::string issuing;

  tenant::Ca& root_ca() { return *tenant::find_ca(tenant, root); }
  tenant::Ca& issuing_ca() { return *tenant::find_ca(tenant, issuing); }
};
Pair new_pair();

/// Issues a leaf for a device from the active version.
x509::CertificatePtr issue(Tenant& in, tenant::Ca& ca, std::string_view device = "LAPTOP-1");
/// The same from this version.
Result<x509::CertificatePtr> issue_from(Tenant& in, tenant::Ca& ca, std::uint32_t version);
/// The key of these leaves, PKCS#8: one for all.
crypto::SecretBytes leaf_key();

/// Moves the clock.
Findings advance(Tenant& in, int days);
/// Moves it to the day when the CA can be renewed.
void advance_to_renewal(Tenant& in, const tenant::Ca& ca);

/// The CRL that a version publishes.
std::vector<std::string> listed_serials(const tenant::CaVersion& version);

/// The ids of findings.
std::vector<std::string> ids(const Findings& findings);

/// Whether a leaf validates now with the root as anchor, the issuing CA at hand, and revocation of the whole chain
/// judged by what the tenant publishes.
bool validates(const Tenant& in, const x509::CertificatePtr& leaf, const x509::CertificatePtr& anchor,
               std::vector<x509::CertificatePtr> pool = {});

}  // namespace pki::test
