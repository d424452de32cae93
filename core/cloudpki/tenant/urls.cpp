#include "cloudpki/tenant/urls.h"

namespace pki::cloudpki::tenant {
namespace {

constexpr std::string_view kContentHost = "http://primary-cdn.pki.example/";
constexpr std::string_view kPlaceholder = "{{CloudPKIFQDN}}";
constexpr std::string_view kScepHost = "cloudpki.manage.example";
constexpr std::string_view kScepPath = "/TrafficGateway/PassThroughRoutingService/CloudPki/CloudPkiService/Scep/";

std::string versioned(const Ca& ca, std::uint32_t version) { return ca.id + "_v" + std::to_string(version); }

}  // namespace

std::string crl_url(const Tenant& tenant, const Ca& ca, std::uint32_t version) {
  return std::string(kContentHost) + tenant.settings.region + "/crls/" + tenant.store + "/" + versioned(ca, version) +
         "/current.crl";
}

std::string certificate_url(const Tenant& tenant, const Ca& ca, std::uint32_t version) {
  return std::string(kContentHost) + tenant.settings.region + "/cacerts/" + tenant.store + "/" +
         versioned(ca, version) + "/cert.cer";
}

std::string scep_uri(const Tenant& tenant, const Ca& ca) {
  return "https://" + std::string(kPlaceholder) + std::string(kScepPath) + tenant.account + "/" + ca.id;
}

std::string staged_scep_uri(const Tenant& tenant, const Ca& ca, std::uint32_t version) {
  return scep_uri(tenant, ca) + "_v" + std::to_string(version);
}

std::string delivered(std::string_view scep_uri) {
  std::string uri(scep_uri);
  const std::size_t at = uri.find(kPlaceholder);
  if (at != std::string::npos) uri.replace(at, kPlaceholder.size(), kScepHost);
  return uri;
}

std::optional<ScepTarget> find_scep_target(const Tenant& tenant, std::string_view uri) {
  const std::string wanted = delivered(uri);
  for (const Ca& ca : tenant.cas) {
    if (ca.kind == CaKind::Root) continue;
    if (wanted == delivered(scep_uri(tenant, ca))) return ScepTarget{&ca, active_version(ca)};
    for (const CaVersion& version : ca.versions) {
      const bool staged = version.state == VersionState::Staged;
      if (staged && wanted == delivered(staged_scep_uri(tenant, ca, version.number))) return ScepTarget{&ca, &version};
    }
  }
  return std::nullopt;
}

}  // namespace pki::cloudpki::tenant
