// Who can talk to whom: both tables of the deployment document, live, on each platform.

#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "cloudpki/fleet/check_in.h"
#include "cloudpki/fleet/samples.h"
#include "estate_lab.h"

namespace pki::test {

using fleet::Platform;

namespace {

const std::vector<ServiceKind> kRadius = {ServiceKind::FreeRadius};

Platform any_platform() { return GENERATE(from_range(std::begin(kPlatforms), std::end(kPlatforms))); }

std::vector<ServiceKind> every_kind() {
  std::vector<ServiceKind> kinds;
  for (const estate::ServiceKindRow& row : estate::service_kinds()) kinds.push_back(row.kind);
  return kinds;
}

}  // namespace

TEST_CASE("estate: with everything in its place, everybody can talk to everybody") {
  const Model model = GENERATE(Model::CloudRoot, Model::Byoca);
  const EstateLab lab(model, every_kind());
  const auto publication = estate::publish_all(lab.tenant, lab.estate);
  REQUIRE(publication.ok());
  const estate::Scene scene = estate::make_scene(lab.tenant, lab.estate, *publication);
  estate::Judge judge(scene);
  for (const estate::Conversation& each : estate::converse_all(scene, judge)) {
    INFO(scene.devices[each.device].device->name << " with " << scene.services[each.service].service->name << ": "
                                                 << fault_of(each.of_server) << " " << fault_of(each.of_client));
    CHECK(each.outcome == Outcome::Works);
  }
}

TEST_CASE("estate: devices that check in get what they need from the usual profiles and those of the servers") {
  Pair pair = new_pair();
  Tenant& tenant = pair.tenant;
  auto sample = fleet::make_sample_fleet();
  REQUIRE(sample.ok());
  tenant.fleet = *std::move(sample);
  constexpr Platform kTwo[] = {Platform::Windows, Platform::AndroidManaged};
  for (const Platform platform : kTwo) {
    REQUIRE(fleet::add_usual_profiles(tenant, pair.issuing_ca(), platform, tenant.fleet).ok());
  }
  const auto made = estate::make_estate(tenant, {.services = {ServiceKind::FreeRadius}});
  REQUIRE(made.ok());
  REQUIRE(estate::add_server_trust(tenant, *made).ok());
  for (const char* name : {"LAPTOP-ANN", "Pixel of Cleo", "KIOSK-LOBBY"}) {
    REQUIRE(fleet::check_in(tenant, tenant.fleet, name).ok());
  }
  const auto publication = estate::publish_all(tenant, *made);
  REQUIRE(publication.ok());
  const estate::Scene scene = estate::make_scene(tenant, *made, *publication);
  estate::Judge judge(scene);
  for (const estate::Conversation& talk : estate::converse_all(scene, judge)) {
    const std::string& name = scene.devices[talk.device].device->name;
    INFO(name << ": " << fault_of(talk.of_server) << " " << fault_of(talk.of_client));
    // The kiosk has no user, through whom profiles come; the others did not check in.
    const bool ready = name == "LAPTOP-ANN" || name == "Pixel of Cleo";
    CHECK((talk.outcome == Outcome::Works) == ready);
  }
}

TEST_CASE("table: a device without the root of the servers' PKI refuses the server") {
  const Model model = GENERATE(Model::CloudRoot, Model::Byoca);
  const Platform platform = any_platform();
  EstateLab lab(model, kRadius);
  const std::string device = device_on(platform);
  INFO(device);
  REQUIRE(lab.works(device));
  lab.change(ChangeKind::Remove, device, lab.server_chain().front());
  if (fleet::is_android(platform)) {
    // On Android every certificate that a profile brings is an anchor: the issuing CA's own is enough.
    CHECK(lab.works(device));
    lab.change(ChangeKind::Remove, device, lab.server_chain().back());
  }
  const auto talk = lab.talk(device);
  CHECK(talk.outcome == Outcome::DeviceRefuses);
  CHECK((fault_of(talk.of_server) == "untrusted-root" || fault_of(talk.of_server) == "no-issuer"));
}

TEST_CASE("table: a device without the issuing CA of the servers' PKI is content where the server sends it") {
  const Platform platform = any_platform();
  EstateLab lab(Model::CloudRoot, kRadius);
  const std::string device = device_on(platform);
  lab.change(ChangeKind::Remove, device, lab.server_chain().back());
  CHECK(lab.works(device));
  // The server that sends its own certificate only; before the device has a network it can fetch nothing.
  lab.change(ChangeKind::SendLeafAlone, lab.estate.services.front().id);
  const auto talk = lab.talk(device);
  CHECK(talk.outcome == Outcome::DeviceRefuses);
  CHECK(fault_of(talk.of_server) == "no-issuer");
}

TEST_CASE("table: on a network, Windows and Apple fetch the missing CA of a server, Android does not") {
  const Platform platform = any_platform();
  EstateLab lab(Model::CloudRoot, {ServiceKind::Website});
  const std::string device = device_on(platform);
  INFO(device);
  lab.change(ChangeKind::Remove, device, lab.server_chain().back());
  lab.change(ChangeKind::SendLeafAlone, lab.estate.services.front().id);
  CHECK(lab.works(device) == !fleet::is_android(platform));
  lab.change(ChangeKind::CutAia, device);
  CHECK_FALSE(lab.works(device));
}

TEST_CASE("table: a device does not need the chain of its own certificate to be let in, unless it must send it") {
  const Model model = GENERATE(Model::CloudRoot, Model::Byoca);
  const Platform platform = any_platform();
  EstateLab lab(model, kRadius);
  const std::string device = device_on(platform);
  const auto chain = lab.client_chain();
  lab.change(ChangeKind::Remove, device, chain.back());
  CHECK(lab.works(device));
  // The relying party has no issuing CA, and FreeRADIUS fetches nothing: now what the device sends decides.
  lab.change(ChangeKind::Remove, lab.estate.services.front().id, chain.back());
  const auto talk = lab.talk(device);
  CHECK(talk.outcome == Outcome::ServiceRefuses);
  CHECK(fault_of(talk.of_client) == "no-issuer");
  lab.change(ChangeKind::AddIntermediate, device, chain.back());
  lab.change(ChangeKind::Sending, device, {}, "with-intermediates");
  CHECK(lab.works(device));
}

TEST_CASE("table: a relying party without the root of the devices' chain refuses every device") {
  const Model model = GENERATE(Model::CloudRoot, Model::Byoca);
  // FreeRADIUS has a test of its own.
  const ServiceKind kind = GENERATE(ServiceKind::Nps, ServiceKind::VpnGateway, ServiceKind::Iis, ServiceKind::Nginx,
                                    ServiceKind::Apache, ServiceKind::EntraCba);
  EstateLab lab(model, {kind});
  const std::string service = lab.estate.services.front().id;
  lab.change(ChangeKind::Remove, service, lab.client_chain().front());
  for (const Platform platform : kPlatforms) {
    INFO(estate::kind_row(kind).name << " and " << device_on(platform));
    const auto talk = lab.talk(device_on(platform));
    CHECK(talk.outcome == Outcome::ServiceRefuses);
    CHECK((fault_of(talk.of_client) == "untrusted-root" || fault_of(talk.of_client) == "no-issuer"));
  }
}

TEST_CASE("table: FreeRADIUS without the root is content with any CA of the chain, and refuses without all of them") {
  EstateLab lab(Model::Byoca, kRadius);
  const std::string service = lab.estate.services.front().id;
  const std::string silent = device_on(Platform::AndroidManaged);
  const auto chain = lab.client_chain();
  lab.change(ChangeKind::Remove, service, chain.front());
  const auto talk = lab.talk(silent);
  REQUIRE(talk.outcome == Outcome::Works);
  CHECK(equal(talk.of_client->anchor->fingerprint(), chain.back()->fingerprint()));
  for (std::size_t i = 1; i < chain.size(); ++i) {
    CHECK(lab.works(silent));
    lab.change(ChangeKind::Remove, service, chain[i]);
  }
  CHECK(fault_of(lab.talk(silent).of_client) == "no-issuer");
  CHECK(lab.talk(device_on(Platform::Windows)).outcome == Outcome::ServiceRefuses);
}

TEST_CASE("estate: FreeRADIUS asks for the revocation of the device's certificate alone, nginx for that of the chain") {
  const ServiceKind kind = GENERATE(ServiceKind::FreeRadius, ServiceKind::Nginx);
  EstateLab lab(Model::CloudRoot, {kind});
  const std::string service = lab.estate.services.front().id;
  lab.change(ChangeKind::Revocation, service, {}, "required");
  const std::string device = device_on(Platform::Windows);
  CHECK(lab.works(device));
  // The root's CRL, which tells of the issuing CA.
  const auto& points = lab.client_chain().back()->extensions().crl_distribution_points;
  REQUIRE(static_cast<bool>(points));
  lab.change(ChangeKind::LapseCrl, "", {}, std::string(as_text(points->points.front().full_name.front().value)));
  CHECK(lab.works(device) == (kind == ServiceKind::FreeRadius));
}

TEST_CASE("estate: what is built on OpenSSL reads what is sent only until it has an issuer in its own file") {
  const ServiceKind kind = GENERATE(ServiceKind::Nginx, ServiceKind::Apache);
  EstateLab lab(Model::Byoca, {kind});
  const std::string service = lab.estate.services.front().id;
  const std::string device = device_on(Platform::Windows);
  const auto chain = lab.client_chain();
  REQUIRE(chain.size() >= 3);
  // It has the BYOCA, not the CA above it; the device sends both.
  lab.change(ChangeKind::Remove, service, chain[chain.size() - 2]);
  CHECK(fault_of(lab.talk(device).of_client) == "no-issuer");
  // Without the BYOCA it is better off.
  lab.change(ChangeKind::Remove, service, chain.back());
  CHECK(lab.works(device));
}

TEST_CASE("table: a relying party without the issuing CA relies on what is sent, or on AIA where it follows it") {
  const ServiceKind kind = GENERATE(ServiceKind::Nps, ServiceKind::FreeRadius, ServiceKind::VpnGateway,
                                    ServiceKind::Iis, ServiceKind::Nginx, ServiceKind::EntraCba);
  EstateLab lab(Model::CloudRoot, {kind});
  INFO(estate::kind_row(kind).name);
  const std::string service = lab.estate.services.front().id;
  lab.change(ChangeKind::Remove, service, lab.client_chain().back());
  // Windows sends the CA that it holds.
  const std::string sender = device_on(Platform::Windows);
  CHECK(lab.works(sender));
  // Android does not: then only who follows AIA gets on.
  const std::string silent = device_on(Platform::AndroidManaged);
  const bool follows = estate::kind_row(kind).system == estate::ServiceKindRow::System::Windows;
  const auto talk = lab.talk(silent);
  CHECK((talk.outcome == Outcome::Works) == follows);
  if (follows) {
    CHECK(talk.of_client->fetched.size() == 1);
    lab.change(ChangeKind::CutAia, service);
    CHECK(fault_of(lab.talk(silent).of_client) == "no-issuer");
  }
}

TEST_CASE("estate: each conversation has an anchor on each side, and they are two different PKIs") {
  const EstateLab lab(Model::CloudRoot, {ServiceKind::Apache});
  const auto talk = lab.talk(device_on(Platform::Ios));
  REQUIRE(talk.of_server->anchor != nullptr);
  REQUIRE(talk.of_client->anchor != nullptr);
  CHECK(equal(talk.of_server->anchor->fingerprint(), lab.server_chain().front()->fingerprint()));
  CHECK(equal(talk.of_client->anchor->fingerprint(), lab.client_chain().front()->fingerprint()));
}

TEST_CASE("estate: a device without a certificate is told so, not refused") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::FreeRadius, ServiceKind::Website});
  const std::string device = device_on(Platform::Windows);
  fleet::state_of(lab.tenant.fleet, fleet::find_device(lab.tenant.fleet, device)->id).identities.clear();
  CHECK(lab.talk(device, "freeradius").outcome == Outcome::NoIdentity);
  CHECK(lab.talk(device, "website").outcome == Outcome::Works);
}

TEST_CASE("estate: verify depths: a BYOCA below a private CA is one intermediate more") {
  EstateLab cloud(Model::CloudRoot, {ServiceKind::Nginx});
  EstateLab byoca(Model::Byoca, {ServiceKind::Nginx});
  cloud.estate.services.front().verify_depth.reset();
  byoca.estate.services.front().verify_depth.reset();
  const std::string device = device_on(Platform::Windows);
  CHECK(cloud.works(device));
  CHECK(fault_of(byoca.talk(device).of_client) == "too-long");
  byoca.estate.services.front().verify_depth = 2;
  CHECK(byoca.works(device));
}

TEST_CASE("estate: a logon to Active Directory needs the issuing CA in NTAuth, and a security identifier") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::Nps});
  const std::string device = device_on(Platform::Windows);
  const std::string service = lab.estate.services.front().id;
  lab.change(ChangeKind::Accounts, service, {}, "active-directory");
  CHECK(fault_of(lab.talk(device).of_client) == "estate.strong_mapping");
  lab.change(ChangeKind::RemoveNtAuth, service, lab.client_chain().back());
  CHECK(fault_of(lab.talk(device).of_client) == "estate.nt_auth");
}

TEST_CASE("estate: what two judgements depend on tells them apart, and only that") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::FreeRadius, ServiceKind::Nps});
  const auto publication = estate::publish_all(lab.tenant, lab.estate);
  REQUIRE(publication.ok());
  const auto keys = [&](const Estate& estate) {
    const estate::Scene scene = estate::make_scene(lab.tenant, estate, *publication);
    estate::JudgementKeys made(scene);
    std::vector<std::string> all;
    for (const auto& service : scene.services) {
      all.push_back(made.of_client(service, scene.devices.front().identities.front()));
      all.push_back(made.of_server(scene.devices.front(), service));
    }
    return all;
  };
  const auto before = keys(lab.estate);
  lab.change(ChangeKind::Remove, lab.estate.services.front().id, lab.client_chain().back());
  const auto after = keys(lab.estate);
  CHECK(before[0] != after[0]);  // the service whose store changed judges anew
  CHECK(before[1] == after[1]);  // what devices make of it stays
  CHECK(before[2] == after[2]);  // and so does everything of the other
  CHECK(before[3] == after[3]);
}

}  // namespace pki::test
