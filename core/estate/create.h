#pragma once
// Making an estate around a tenant: services with server certificates from a PKI of their own, and stores as the
// documents want them.

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "cloudpki/tenant/model.h"
#include "estate/model.h"

namespace pki::estate {

/// What the estate shall be.
struct EstateOrder {
  std::string name = "Estate";
  /// One service each; a kind may come more than once.
  std::vector<ServiceKind> services;
  /// The PKI of the servers; null: a new one of two tiers. With BYOCA it often is the one that signed the CA.
  std::shared_ptr<const cloudpki::private_pki::PrivatePki> server_pki = {};
};

/// Makes the estate at the tenant's clock: every service has a certificate, trusts the roots of the tenant's issuing
/// CAs and holds these and the CAs between. Rules: estate.no_ca_yet, cloudpki.private.*, ca.*, crypto.*.
Result<Estate> make_estate(const cloudpki::tenant::Tenant& tenant, EstateOrder order);

/// Adds a service of this kind to the estate. The same rules.
Status add_service(const cloudpki::tenant::Tenant& tenant, Estate& estate, ServiceKind kind);

/// Gives the service a new certificate (P-256, a year) from the PKI of the servers, with what lies between it and the
/// root to send. Rules: ca.*, crypto.*.
Status renew_server(Estate& estate, Service& service, Time now);

/// Adds to the tenant the trusted certificate profiles by which devices trust the PKI of the servers, for every
/// platform and group that has a SCEP profile; devices get them at their next check-in. Rule: crypto.random.failed.
Status add_server_trust(cloudpki::tenant::Tenant& tenant, const Estate& estate);

/// The chains of the tenant's issuing CAs, each root first.
struct ClientChain {
  /// Aliases the tenant.
  const cloudpki::tenant::Ca* ca = nullptr;
  std::vector<x509::CertificatePtr> certificates;
};
std::vector<ClientChain> client_chains(const cloudpki::tenant::Tenant& tenant);

/// The certificates of the PKI of the servers, root first.
std::vector<x509::CertificatePtr> server_chain(const Estate& estate);

}  // namespace pki::estate
