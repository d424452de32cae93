#include "estate_lab.h"

#include <algorithm>
#include <map>

#include "cloudpki/fleet/delivery.h"
#include "cloudpki/private_pki/signing.h"
#include "formats/sniff.h"

namespace pki::test {
namespace {

namespace byoca = cloudpki::byoca;

const std::shared_ptr<const private_pki::PrivatePki>& ready_pki() {
  static std::shared_ptr<const private_pki::PrivatePki> made;
  if (made == nullptr) {
    private_pki::PkiOrder order;
    order.settings.request_extensions = private_pki::usual_request_extensions();
    auto pki = private_pki::make_private_pki(order, start());
    REQUIRE(pki.ok());
    made = std::make_shared<const private_pki::PrivatePki>(*std::move(pki));
  }
  return made;
}

std::vector<byoca::DroppedCertificate> dropped(const std::vector<private_pki::AnswerFile>& files) {
  std::vector<byoca::DroppedCertificate> all;
  for (const private_pki::AnswerFile& file : files) {
    formats::Dropped read = formats::read_dropped(file.data);
    for (formats::Item& item : read.items) {
      if (item.kind != formats::ItemKind::Certificate) continue;
      auto certificate = x509::Certificate::parse(std::move(item.der));
      REQUIRE(certificate.ok());
      const bool p7b = file.name.ends_with(".p7b");
      all.push_back({*certificate, file.name, p7b ? byoca::FileForm::Pkcs7 : byoca::FileForm::Pem});
    }
  }
  return all;
}

void make_byoca(Tenant& tenant) {
  tenant::Ca& ca = create(tenant, byoca_order());
  const auto der = tenant::download_request(tenant, ca);
  REQUIRE(der.ok());
  const auto request = x509::Request::parse(*der);
  REQUIRE(request.ok());
  const auto answer = private_pki::sign(*ready_pki(), **request, {}, tenant.clock);
  REQUIRE(answer.ok());
  const auto uploaded =
      tenant::upload_signed(tenant, ca, {dropped(answer->signed_certificate), dropped(answer->chain)});
  INFO((uploaded.ok() ? std::string() : render_summary(uploaded.error())));
  REQUIRE(uploaded.ok());
}

/// A device with an identity, as check-in would leave it, without the time that a key takes.
void enrol(Tenant& tenant, const fleet::Device& device, const tenant::Ca& ca) {
  const tenant::CaVersion* version = tenant::active_version(ca);
  REQUIRE(version != nullptr);
  const auto leaf = issue_from(tenant, *tenant::find_ca(tenant, ca.id), version->number);
  REQUIRE(leaf.ok());
  tenant.leaves.back().device_id = device.id;
  tenant.leaves.back().device_name = device.name;
  fleet::state_of(tenant.fleet, device.id)
      .identities.push_back(
          {.profile = "scep", .store = "", .certificate = *leaf, .private_key = leaf_key(), .enrolled = tenant.clock});
}

void install(Tenant& tenant, const fleet::Device& device, const std::vector<x509::CertificatePtr>& root_first) {
  for (const x509::CertificatePtr& certificate : root_first) {
    const bool root = certificate == root_first.front();
    const fleet::TrustedProfile profile{
        .id = "trusted",
        .name = "",
        .platform = device.platform,
        .certificate = certificate,
        .store = root ? fleet::WindowsStore::ComputerRoot : fleet::WindowsStore::ComputerIntermediate};
    fleet::state_of(tenant.fleet, device.id)
        .trusted.push_back(
            {.profile = profile.id, .store = fleet::trusted_store_name(profile), .certificate = certificate});
  }
}

}  // namespace

std::string device_on(fleet::Platform platform) { return std::string(fleet::platform_name(platform)) + " device"; }

EstateLab::EstateLab(Model model, std::vector<ServiceKind> services) : tenant(new_tenant()), estate() {
  if (model == Model::CloudRoot) {
    create(tenant, root_order());
    create(tenant, issuing_order());
  } else {
    make_byoca(tenant);
  }
  for (const fleet::Platform platform : kPlatforms) {
    tenant.fleet.devices.push_back(
        {.id = "id of " + device_on(platform), .name = device_on(platform), .platform = platform});
  }
  estate::EstateOrder order{.services = std::move(services)};
  order.server_pki = ready_pki();
  auto made = estate::make_estate(tenant, std::move(order));
  INFO((made.ok() ? std::string() : render_summary(made.error())));
  REQUIRE(made.ok());
  estate = *std::move(made);
  const std::vector<x509::CertificatePtr> chain = client_chain();
  for (const fleet::Device& device : tenant.fleet.devices) {
    install(tenant, device, chain);
    // The private PKI of the BYOCA is also the servers'.
    if (model == Model::CloudRoot) install(tenant, device, server_chain());
    enrol(tenant, device, tenant.cas.back());
  }
}

std::vector<x509::CertificatePtr> EstateLab::client_chain() const {
  const auto chains = estate::client_chains(tenant);
  REQUIRE(chains.size() == 1);
  return chains.front().certificates;
}

void EstateLab::change(ChangeKind kind, const std::string& holder, const x509::CertificatePtr& certificate,
                       const std::string& word) {
  estate::Change wanted{.kind = kind, .holder = holder, .certificate = certificate, .word = word};
  const Status done = estate::apply(tenant, estate, wanted);
  INFO((done.ok() ? std::string() : render_summary(done.error())));
  REQUIRE(done.ok());
}

estate::Conversation EstateLab::talk(const std::string& device, const std::string& service) const {
  auto publication = estate::publish_all(tenant, estate);
  REQUIRE(publication.ok());
  const fleet::Device* found = fleet::find_device(tenant.fleet, device);
  REQUIRE(found != nullptr);
  const estate::Scene scene = estate::make_scene(tenant, estate, *publication, {found->id});
  const auto place = std::find_if(scene.services.begin(), scene.services.end(), [&](const auto& each) {
    return service.empty() || each.service->name == service || each.kind->name == service;
  });
  REQUIRE(place != scene.services.end());
  estate::Judge judge(scene);
  return estate::converse(scene, judge, 0, static_cast<std::size_t>(place - scene.services.begin()));
}

std::string fault_of(const estate::VerdictPtr& verdict) {
  if (verdict == nullptr || verdict->accepted) return "";
  if (verdict->fault != nullptr) return std::string(verdict->fault->id);
  return verdict->reason ? std::string(verdict->reason->id()) : "?";
}

}  // namespace pki::test
