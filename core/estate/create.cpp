#include "estate/create.h"

#include <algorithm>

#include "asn1/oids.h"
#include "ca/issue.h"
#include "ca/profile.h"
#include "cloudpki/fleet/profiles.h"
#include "cloudpki/tenant/identifier.h"
#include "estate/rules.h"

namespace pki::estate {
namespace {

namespace fleet = cloudpki::fleet;
namespace tenants = cloudpki::tenant;
namespace private_pki = cloudpki::private_pki;
using x509::CertificatePtr;

constexpr std::string_view kDomain = ".corp.example";
constexpr int kServerTiers = 2;

bool holds(const std::vector<CertificatePtr>& list, const CertificatePtr& certificate) {
  return std::any_of(list.begin(), list.end(), [&](const CertificatePtr& each) {
    return equal(each->fingerprint(), certificate->fingerprint());
  });
}

/// The root among the roots, what stands below it among the intermediates.
void add_chain(Store& store, const std::vector<CertificatePtr>& root_first) {
  for (const CertificatePtr& certificate : root_first) {
    auto& list = certificate == root_first.front() ? store.roots : store.intermediates;
    if (!holds(list, certificate)) list.push_back(certificate);
  }
}

std::string common_name(const x509::Certificate& certificate) {
  return certificate.subject().last(asn1::oids::kCommonName).value_or("CA");
}

/// "NPS", then "NPS 2".
std::string free_name(const Estate& estate, std::string_view title) {
  std::string name(title);
  for (int number = 2; find_service(estate, name) != nullptr; ++number) {
    name = std::string(title) + " " + std::to_string(number);
  }
  return name;
}

/// "nps.corp.example", then "nps2.corp.example".
std::string free_host(const Estate& estate, std::string_view kind) {
  std::string host = std::string(kind) + std::string(kDomain);
  const auto taken = [&](const std::string& wanted) {
    return std::any_of(estate.services.begin(), estate.services.end(),
                       [&](const Service& service) { return service.host == wanted; });
  };
  for (int number = 2; taken(host); ++number) {
    host = std::string(kind) + std::to_string(number) + std::string(kDomain);
  }
  return host;
}

Service as_shipped(const Estate& estate, ServiceKind kind) {
  const ServiceKindRow& row = kind_row(kind);
  Service service{.id = {}, .name = free_name(estate, row.title), .kind = kind};
  if (row.system == ServiceKindRow::System::Windows) service.membership = Service::Membership::Domain;
  service.host = free_host(estate, row.name);
  // A BYOCA below a private CA of two tiers needs more than what they come with.
  if (kind == ServiceKind::Nginx || kind == ServiceKind::Apache) service.verify_depth = 3;
  return service;
}

}  // namespace

std::vector<ClientChain> client_chains(const tenants::Tenant& tenant) {
  std::vector<ClientChain> chains;
  for (const tenants::Ca& ca : tenant.cas) {
    if (ca.kind == tenants::CaKind::Root) continue;
    std::vector<CertificatePtr> certificates = fleet::ca_chain(tenant, ca);
    if (!certificates.empty()) chains.push_back({&ca, std::move(certificates)});
  }
  return chains;
}

std::vector<CertificatePtr> server_chain(const Estate& estate) {
  std::vector<CertificatePtr> chain;
  for (const private_pki::PrivateCa& ca : estate.server_pki->cas) chain.push_back(ca.certificate);
  return chain;
}

Status renew_server(Estate& estate, Service& service, Time now) {
  PKI_ASSERT(!estate.server_pki->cas.empty());
  const std::size_t last = estate.server_pki->cas.size() - 1;
  const private_pki::PrivateCa& issuer = estate.server_pki->cas[last];
  PKI_TRY(const crypto::PrivateKey issuer_key, crypto::PrivateKey::from_pkcs8(issuer.private_key.view()));
  PKI_TRY(const crypto::PrivateKey key, crypto::PrivateKey::generate(crypto::KeySpec::P256));
  ca::IssueInput input;
  input.profile = ca::find_profile("tls-server");
  PKI_ASSERT(input.profile != nullptr);
  input.subject = {{{.type = asn1::OwnedOid(asn1::oids::kCommonName), .text = service.host}}};
  input.alternative_names = {{.kind = x509::GeneralNameKind::Dns, .text = service.host}};
  input.public_key = key.public_key_der();
  input.validity.now = now;
  input.validity.duration = ca::CalendarSpan{.years = 1};
  input.validity.beyond_issuer = ca::BeyondIssuer::Clip;
  input.extensions.aia_uris = {private_pki::certificate_url(*estate.server_pki, last)};
  input.extensions.crl_uris = {private_pki::crl_url(*estate.server_pki, last)};
  input.issuer_faults = ca::IssuerFaults::Keep;
  PKI_TRY(ca::IssuedCertificate issued, ca::issue(input, {.key = issuer_key, .certificate = issuer.certificate.get()}));
  PKI_TRY(CertificatePtr certificate, x509::Certificate::parse(std::move(issued.der)));
  service.sent = {std::move(certificate)};
  for (std::size_t i = last; i > 0; --i) service.sent.push_back(estate.server_pki->cas[i].certificate);
  service.private_key = std::make_shared<const crypto::SecretBytes>(key.to_pkcs8());
  return {};
}

Status add_service(const tenants::Tenant& tenant, Estate& estate, ServiceKind kind) {
  const std::vector<ClientChain> chains = client_chains(tenant);
  if (chains.empty()) return Finding{&rules::kNoCaYet, {}, {}};
  Service service = as_shipped(estate, kind);
  PKI_TRY(service.id, tenants::make_uuid());
  const Talk talk = kind_row(kind).talk;
  if (talk != Talk::Visit) {
    for (const ClientChain& chain : chains) {
      add_chain(service.store, chain.certificates);
      if (kind_row(kind).system == ServiceKindRow::System::Windows) {
        service.nt_auth.push_back(chain.certificates.back());
      }
    }
  }
  if (talk != Talk::SignIn) {
    add_chain(service.store, server_chain(estate));
    PKI_CHECK(renew_server(estate, service, tenant.clock));
  }
  estate.services.push_back(std::move(service));
  return {};
}

Result<Estate> make_estate(const tenants::Tenant& tenant, EstateOrder order) {
  if (client_chains(tenant).empty()) return Finding{&rules::kNoCaYet, {}, {}};
  Estate estate{.name = std::move(order.name), .server_pki = nullptr, .services = {}, .devices = {}, .lapsed = {}};
  if (order.server_pki) {
    estate.server_pki = std::move(order.server_pki);
  } else {
    private_pki::PkiOrder servers{.name = "Corp Servers", .tiers = kServerTiers, .settings = {}};
    PKI_TRY(private_pki::PrivatePki made, private_pki::make_private_pki(servers, tenant.clock));
    estate.server_pki = std::make_shared<const private_pki::PrivatePki>(std::move(made));
  }
  for (const ServiceKind kind : order.services) PKI_CHECK(add_service(tenant, estate, kind));
  return estate;
}

Status add_server_trust(tenants::Tenant& tenant, const Estate& estate) {
  fleet::Fleet& fleet = tenant.fleet;
  for (const fleet::ScepProfile& scep : fleet.scep_profiles) {
    for (const CertificatePtr& certificate : server_chain(estate)) {
      const auto same = std::find_if(fleet.trusted_profiles.begin(), fleet.trusted_profiles.end(),
                                     [&](const fleet::TrustedProfile& other) {
                                       return other.platform == scep.platform &&
                                              equal(other.certificate->fingerprint(), certificate->fingerprint());
                                     });
      if (same != fleet.trusted_profiles.end()) {
        for (const std::string& group : scep.groups) {
          if (std::find(same->groups.begin(), same->groups.end(), group) == same->groups.end()) {
            same->groups.push_back(group);
          }
        }
        continue;
      }
      fleet::TrustedProfile profile{
          .id = {},
          .name = common_name(*certificate) + " for " + std::string(fleet::platform_name(scep.platform)),
          .platform = scep.platform,
          .certificate = certificate,
          .store = x509::is_self_signed(*certificate) ? fleet::WindowsStore::ComputerRoot
                                                      : fleet::WindowsStore::ComputerIntermediate,
          .groups = scep.groups};
      PKI_TRY(profile.id, tenants::make_uuid());
      fleet.trusted_profiles.push_back(std::move(profile));
    }
  }
  return {};
}

}  // namespace pki::estate
