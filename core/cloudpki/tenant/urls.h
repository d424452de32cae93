#pragma once
// Where the tenant's CRLs, certificates and SCEP services stand: in the shape that was seen, under reserved host names.

#include <string>

#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::tenant {

/// "http://primary-cdn.pki.example/westeurope/crls/<32 digits>/<id>_v1/current.crl": the CRL of a version.
std::string crl_url(const Tenant& tenant, const Ca& ca, std::uint32_t version);
/// "http://primary-cdn.pki.example/westeurope/cacerts/<32 digits>/<id>_v1/cert.cer": the certificate of a version.
std::string certificate_url(const Tenant& tenant, const Ca& ca, std::uint32_t version);

/// The SCEP URI as the properties page shows it, with the placeholder that Intune fills in when it delivers a profile:
/// "https://{{CloudPKIFQDN}}/TrafficGateway/PassThroughRoutingService/CloudPki/CloudPkiService/Scep/<account>/<id>".
std::string scep_uri(const Tenant& tenant, const Ca& ca);
/// The temporary one of a staged version: the same with "_v2" behind it. That it has one is documented, its shape is
/// not.
std::string staged_scep_uri(const Tenant& tenant, const Ca& ca, std::uint32_t version);
/// A SCEP URI as a device gets it, the placeholder filled in.
std::string delivered(std::string_view scep_uri);

/// The version that a SCEP URI leads to, with or without the placeholder; nothing where it leads to none of the
/// tenant's. A production URI leads to the active version (null while there is none).
struct ScepTarget {
  const Ca* ca = nullptr;
  const CaVersion* version = nullptr;
};
std::optional<ScepTarget> find_scep_target(const Tenant& tenant, std::string_view uri);

}  // namespace pki::cloudpki::tenant
