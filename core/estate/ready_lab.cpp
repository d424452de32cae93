#include "estate/ready_lab.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "asn1/oids.h"
#include "cloudpki/fleet/samples.h"
#include "cloudpki/private_pki/signing.h"
#include "cloudpki/tenant/create.h"
#include "cloudpki/tenant/upload.h"
#include "estate/create.h"
#include "x509/request.h"

namespace pki::estate {
namespace {

namespace fleet = cloudpki::fleet;
namespace private_pki = cloudpki::private_pki;
namespace tenants = cloudpki::tenant;

constexpr std::string_view kOrganization = "Contoso";
constexpr int kRootYears = 25;
constexpr int kIssuingYears = 10;

tenants::CaOrder order_of(tenants::CaKind kind, std::string name) {
  tenants::CaOrder order;
  order.kind = kind;
  order.subject.common_name = name;
  order.subject.organization = kOrganization;
  order.name = std::move(name);
  order.purposes.push_back({"Client auth", asn1::OwnedOid(asn1::oids::kClientAuth)});
  if (kind != tenants::CaKind::Issuing) order.key = crypto::KeySpec::Rsa2048;
  if (kind == tenants::CaKind::Root) order.validity_years = kRootYears;
  if (kind == tenants::CaKind::Issuing) order.validity_years = kIssuingYears;
  return order;
}

/// Both return the id of the CA that issues.
Result<std::string> add_cloud_root(tenants::Tenant& tenant) {
  PKI_TRY(const tenants::CreatedCa root, tenants::create_ca(tenant, order_of(tenants::CaKind::Root, "Cloud Root")));
  PKI_TRY(tenants::CreatedCa issuing, tenants::create_ca(tenant, order_of(tenants::CaKind::Issuing, "Cloud Issuing")));
  return std::move(issuing.id);
}

Result<std::string> add_byoca(tenants::Tenant& tenant, const private_pki::PrivatePki& pki) {
  PKI_TRY(tenants::CreatedCa made, tenants::create_ca(tenant, order_of(tenants::CaKind::Byoca, "BYOCA Issuing")));
  tenants::Ca& ca = tenant.cas.back();
  PKI_TRY(ByteVector der, tenants::download_request(tenant, ca));
  PKI_TRY(const x509::RequestPtr request, x509::Request::parse(std::move(der)));
  PKI_TRY(const private_pki::Answer answer, private_pki::sign(pki, *request, {}, tenant.clock));
  tenants::UploadInput upload;
  upload.signed_certificate.push_back({answer.certificate, "certnew.cer", cloudpki::byoca::FileForm::Pem});
  for (const private_pki::PrivateCa& each : pki.cas) {
    upload.chain.push_back({each.certificate, "chain.cer", cloudpki::byoca::FileForm::Pem});
  }
  PKI_TRY(const tenants::Uploaded uploaded, tenants::upload_signed(tenant, ca, std::move(upload)));
  if (uploaded.refusal) return *uploaded.refusal;
  return std::move(made.id);
}

bool is_computer(fleet::Platform platform) {
  return platform == fleet::Platform::Windows || platform == fleet::Platform::MacOs;
}

/// The sample devices, with the usual profiles of the CA that `issuer_for` names for each platform.
template <typename IssuerFor>
Status add_fleet(tenants::Tenant& tenant, IssuerFor issuer_for) {
  PKI_TRY(tenant.fleet, fleet::make_sample_fleet());
  for (const fleet::Platform platform : fleet::all_platforms()) {
    const auto& devices = tenant.fleet.devices;
    const bool used = std::any_of(devices.begin(), devices.end(),
                                  [&](const fleet::Device& device) { return device.platform == platform; });
    if (!used) continue;
    const tenants::Ca* ca = tenants::find_ca(tenant, issuer_for(platform));
    PKI_CHECK(fleet::add_usual_profiles(tenant, *ca, platform, tenant.fleet));
  }
  return {};
}

}  // namespace

Result<ReadyLab> make_ready_lab(DeploymentModel model, Time now) {
  PKI_TRY(tenants::Tenant tenant, tenants::make_tenant(std::string(kOrganization), {}, now));
  ReadyLab lab{.tenant = std::move(tenant), .private_pki = {}, .estate = {}};
  std::string cloud;
  std::string byoca;
  if (model != DeploymentModel::Byoca) {
    PKI_TRY(cloud, add_cloud_root(lab.tenant));
  }
  if (model != DeploymentModel::CloudRoot) {
    private_pki::PkiOrder order;
    order.name = "Corp";
    order.settings.request_extensions = private_pki::usual_request_extensions();
    PKI_TRY(private_pki::PrivatePki pki, private_pki::make_private_pki(order, now));
    lab.private_pki = std::make_shared<const private_pki::PrivatePki>(std::move(pki));
    PKI_TRY(byoca, add_byoca(lab.tenant, *lab.private_pki));
  }
  PKI_CHECK(add_fleet(lab.tenant, [&](fleet::Platform platform) {
    const bool by_cloud = byoca.empty() || (!cloud.empty() && is_computer(platform));
    return by_cloud ? cloud : byoca;
  }));
  EstateOrder order;
  for (const ServiceKindRow& row : service_kinds()) order.services.push_back(row.kind);
  order.server_pki = lab.private_pki;
  PKI_TRY(lab.estate, make_estate(lab.tenant, std::move(order)));
  PKI_CHECK(add_server_trust(lab.tenant, lab.estate));
  return lab;
}

}  // namespace pki::estate
