// The deploy pack: every file of it for both models, what is in the files, and that they say what the scene holds.

#include "estate/pack/pack.h"

#include <algorithm>
#include <set>

#include "asn1/pem.h"
#include "estate/pack/file_names.h"
#include "estate/pack/xml.h"
#include "estate_lab.h"
#include "json/json.h"

namespace pki::test {

using estate::FileKind;
using estate::Pack;
using estate::PackFile;
using estate::PackOptions;

namespace {

const std::vector<ServiceKind> kAllKinds = {ServiceKind::Nps,      ServiceKind::FreeRadius, ServiceKind::VpnGateway,
                                            ServiceKind::Iis,      ServiceKind::Nginx,      ServiceKind::Apache,
                                            ServiceKind::EntraCba, ServiceKind::Website};

/// A lab whose devices have their certificates by profiles that are assigned.
EstateLab lab_with_profiles(Model model, std::vector<ServiceKind> services) {
  EstateLab lab(model, std::move(services));
  fleet::Fleet& fleet = lab.tenant.fleet;
  for (const fleet::Platform platform : kPlatforms) {
    std::vector<x509::CertificatePtr> trusted = lab.client_chain();
    for (const auto& each : lab.server_chain()) {
      if (std::find(trusted.begin(), trusted.end(), each) == trusted.end()) trusted.push_back(each);
    }
    const std::string name(fleet::platform_name(platform));
    for (const auto& certificate : trusted) {
      const bool root = x509::is_self_signed(*certificate);
      fleet.trusted_profiles.push_back(
          {.id = "trusted " + name + std::to_string(fleet.trusted_profiles.size()),
           .name = "Trust " + std::to_string(fleet.trusted_profiles.size()),
           .platform = platform,
           .certificate = certificate,
           .store = root ? fleet::WindowsStore::ComputerRoot : fleet::WindowsStore::ComputerIntermediate,
           .groups = {"everybody"}});
    }
    fleet.scep_profiles.push_back({.id = "scep " + name,
                                   .name = "SCEP",
                                   .platform = platform,
                                   .subject_format = "CN={{UserName}}",
                                   .alternative_names = {{fleet::SanKind::Upn, "{{UserPrincipalName}}"}},
                                   .root_profile = "none",
                                   .purposes = {asn1::OwnedOid(asn1::oids::kClientAuth)},
                                   .urls = {"https://scep.example/"},
                                   .groups = {"everybody"}});
  }
  return lab;
}

Pack pack_of(const EstateLab& lab, const PackOptions& options = {}) {
  auto pack = estate::make_pack(lab.tenant, lab.estate, options);
  INFO((pack.ok() ? std::string() : render_summary(pack.error())));
  REQUIRE(pack.ok());
  return *std::move(pack);
}

const PackFile* find(const Pack& pack, std::string_view path) {
  const auto found =
      std::find_if(pack.files.begin(), pack.files.end(), [&](const PackFile& file) { return file.path == path; });
  return found == pack.files.end() ? nullptr : &*found;
}

std::string text_of(const Pack& pack, const std::string& path) {
  const PackFile* file = find(pack, path);
  INFO(path);
  REQUIRE(file != nullptr);
  return std::string(as_text(file->octets.view()));
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

const estate::Service& service(const EstateLab& lab, ServiceKind kind) {
  const auto& all = lab.estate.services;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.kind == kind; });
  REQUIRE(found != all.end());
  return *found;
}

std::string folder_of(const estate::Service& service) {
  return "services/" + estate::pack::safe_file_name(service.name) + "/";
}

std::string folder(const EstateLab& lab, ServiceKind kind) { return folder_of(service(lab, kind)); }

/// The name of the certificate's file, in quotes of PowerShell.
std::string quoted_file_of(const Pack& pack, const x509::CertificatePtr& certificate) {
  const auto found = std::find_if(pack.files.begin(), pack.files.end(), [&](const PackFile& file) {
    return file.path.starts_with("certificates/") && equal(file.octets.view(), certificate->der());
  });
  REQUIRE(found != pack.files.end());
  return "'" + found->path.substr(std::string_view("certificates/").size()) + "'";
}
/// The same behind the folder that cmd knows.
std::string cmd_file_of(const Pack& pack, const x509::CertificatePtr& certificate) {
  const std::string quoted = quoted_file_of(pack, certificate);
  return "\"%certificates%\\" + quoted.substr(1, quoted.size() - 2) + "\"";
}

/// The DER of every block.
std::vector<ByteVector> blocks(const std::string& pem) {
  asn1::PemText read = asn1::read_pem(pem);
  CHECK(read.findings.empty());
  std::vector<ByteVector> all;
  for (asn1::PemBlock& block : read.blocks) all.push_back(std::move(block.der));
  return all;
}

std::vector<ByteVector> ders(std::initializer_list<std::vector<x509::CertificatePtr>> lists) {
  std::vector<ByteVector> all;
  for (const auto& list : lists) {
    for (const auto& each : list) all.push_back(to_vector(each->der()));
  }
  return all;
}

}  // namespace

TEST_CASE("pack: every file of the contract is there, in both models") {
  for (const Model model : {Model::CloudRoot, Model::Byoca}) {
    const EstateLab lab = lab_with_profiles(model, kAllKinds);
    const Pack pack = pack_of(lab, {.keys = PackOptions::Keys::Include});
    for (const char* path :
         {"README.md", "devices/windows/import.ps1", "devices/windows/import.cmd", "devices/apple/trust.mobileconfig",
          "devices/android/README.md", "intune/README.md", "intune/scep-SCEP-windows.json",
          "active-directory/publish.cmd", "active-directory/group-policy.md"}) {
      INFO(path);
      CHECK(find(pack, path) != nullptr);
    }
    for (const ServiceKind kind : kAllKinds) {
      const std::string at = folder(lab, kind);
      std::vector<std::string> names = {"README.md"};
      if (kind != ServiceKind::EntraCba) names.insert(names.end(), {"server.pem", "server.key"});
      if (kind != ServiceKind::Website) {
        names.insert(names.end(), {"anchors.pem", "intermediates.pem", "client-ca.pem", "crls.pem"});
      }
      if (kind == ServiceKind::Nginx) names.emplace_back("nginx.conf");
      if (kind == ServiceKind::Apache) names.emplace_back("apache.conf");
      if (kind == ServiceKind::FreeRadius) names.emplace_back("eap.conf");
      if (kind == ServiceKind::EntraCba) names.insert(names.end(), {"certificate-authorities.json", "settings.md"});
      if (kind == ServiceKind::Nps || kind == ServiceKind::Iis || kind == ServiceKind::VpnGateway) {
        names.insert(names.end(), {"import.ps1", "settings.md"});
      }
      for (const std::string& name : names) {
        INFO(at << name);
        CHECK(find(pack, at + name) != nullptr);
      }
    }
    const std::size_t certificates =
        static_cast<std::size_t>(std::count_if(pack.files.begin(), pack.files.end(), [](const PackFile& file) {
          return file.path.starts_with("certificates/");
        }));
    CHECK(certificates == (model == Model::CloudRoot ? 4 : 3));
  }
}

TEST_CASE("pack: paths are safe and unique, kinds are right, and the same estate gives the same pack") {
  const EstateLab lab = lab_with_profiles(Model::Byoca, kAllKinds);
  const Pack pack = pack_of(lab, {.keys = PackOptions::Keys::Include});
  const Pack again = pack_of(lab, {.keys = PackOptions::Keys::Include});
  REQUIRE(again.files.size() == pack.files.size());
  std::set<std::string> paths;
  for (std::size_t i = 0; i < pack.files.size(); ++i) {
    const PackFile& file = pack.files[i];
    INFO(file.path);
    CHECK(paths.insert(file.path).second);
    CHECK(file.path == again.files[i].path);
    CHECK(equal(file.octets.view(), again.files[i].octets.view()));
    CHECK(file.octets.size() > 0);
    if (file.kind == FileKind::Certificate) CHECK(x509::Certificate::parse(to_vector(file.octets.view())).ok());
    if (file.kind == FileKind::Crl) CHECK(x509::Crl::parse(to_vector(file.octets.view())).ok());
    if (file.kind == FileKind::Json) CHECK(json::parse(as_text(file.octets.view())).ok());
    CHECK(has(file.path, ".key") == (file.kind == FileKind::PrivateKey));
  }
}

TEST_CASE("pack: PEM files hold what the service sends, trusts and has at hand, and its CRLs") {
  const EstateLab lab = lab_with_profiles(Model::Byoca, kAllKinds);
  const Pack pack = pack_of(lab);
  const auto publication = estate::publish_all(lab.tenant, lab.estate);
  REQUIRE(publication.ok());
  const estate::Scene scene = estate::make_scene(lab.tenant, lab.estate, *publication);
  for (const estate::ServiceView& view : scene.services) {
    if (view.party == nullptr) continue;
    const estate::Service& held = *view.service;
    const std::string at = folder_of(held);
    CHECK(blocks(text_of(pack, at + "anchors.pem")) == ders({held.store.roots}));
    CHECK(blocks(text_of(pack, at + "intermediates.pem")) == ders({held.store.intermediates}));
    CHECK(blocks(text_of(pack, at + "client-ca.pem")) == ders({held.store.roots, held.store.intermediates}));
    if (!held.sent.empty()) CHECK(blocks(text_of(pack, at + "server.pem")) == ders({held.sent}));
    std::vector<ByteVector> crls;
    for (const auto& crl : view.crls) crls.push_back(to_vector(crl->der()));
    CHECK(blocks(text_of(pack, at + "crls.pem")) == crls);
    CHECK_FALSE(crls.empty());
  }
}

TEST_CASE("pack: private keys are in it only where they are wanted") {
  const EstateLab lab = lab_with_profiles(Model::CloudRoot, kAllKinds);
  for (const PackFile& file : pack_of(lab).files) {
    INFO(file.path);
    CHECK(file.kind != FileKind::PrivateKey);
    CHECK_FALSE(has(std::string(as_text(file.octets.view())), "PRIVATE KEY"));
  }
  const Pack with = pack_of(lab, {.keys = PackOptions::Keys::Include});
  const auto key = blocks(text_of(with, folder(lab, ServiceKind::Nginx) + "server.key"));
  REQUIRE(key.size() == 1);
  CHECK(equal(key.front(), service(lab, ServiceKind::Nginx).private_key->view()));
}

TEST_CASE("pack: settings follow revocation and depth as the service is judged by") {
  EstateLab lab = lab_with_profiles(Model::Byoca, {ServiceKind::Nginx, ServiceKind::Apache, ServiceKind::FreeRadius});
  const std::string nginx = folder(lab, ServiceKind::Nginx) + "nginx.conf";
  const std::string apache = folder(lab, ServiceKind::Apache) + "apache.conf";
  const std::string radius = folder(lab, ServiceKind::FreeRadius) + "eap.conf";
  Pack pack = pack_of(lab, {.directory = "/srv/pki"});
  CHECK(has(text_of(pack, nginx), "ssl_certificate \"/srv/pki/server.pem\";"));
  CHECK(has(text_of(pack, nginx), "\n    ssl_verify_depth 3;"));
  CHECK_FALSE(has(text_of(pack, nginx), "ssl_crl \""));
  CHECK(has(text_of(pack, apache), "\n    SSLVerifyDepth 4\n"));  // Apache counts the root too
  CHECK(has(text_of(pack, apache), "SSLCARevocationCheck none"));
  CHECK(has(text_of(pack, radius), "check_crl = no"));
  CHECK_FALSE(has(text_of(pack, radius), "verify_depth"));

  for (estate::Service& each : lab.estate.services) {
    each.revocation = estate::RevocationDemand::Required;
    each.verify_depth = 1;
  }
  pack = pack_of(lab);
  CHECK(has(text_of(pack, nginx), "\n    ssl_verify_depth 1;"));
  CHECK(has(text_of(pack, nginx), "ssl_crl \"/etc/pki-workbench/crls.pem\";"));
  CHECK(has(text_of(pack, apache), "\n    SSLVerifyDepth 2\n"));
  CHECK(has(text_of(pack, apache), "SSLCARevocationCheck chain"));
  CHECK(has(text_of(pack, radius), "client-ca-and-crls.pem"));
  CHECK(has(text_of(pack, radius), "\n        verify_depth = 1\n"));
  // Where intermediate CAs are anchors of FreeRADIUS, their own CRLs cannot be asked for.
  CHECK(has(text_of(pack, radius), "check_all_crl = no"));
  CHECK(blocks(text_of(pack, folder(lab, ServiceKind::FreeRadius) + "client-ca-and-crls.pem")).size() == 6);

  for (estate::Service& each : lab.estate.services) {
    each.store.intermediates.clear();
    each.verify_depth.reset();
  }
  pack = pack_of(lab);
  CHECK(has(text_of(pack, radius), "check_all_crl = yes"));
  CHECK(has(text_of(pack, nginx), "# ssl_verify_depth 1;"));
  CHECK(has(text_of(pack, apache), "# SSLVerifyDepth 1\n"));
}

TEST_CASE("pack: what a service lacks it lacks in the pack, and its files can be loaded all the same") {
  EstateLab lab = lab_with_profiles(Model::CloudRoot, {ServiceKind::Nginx});
  estate::Service& nginx = lab.estate.services.front();
  nginx.store = {};
  nginx.crl_supply = estate::CrlSupply::None;
  nginx.revocation = estate::RevocationDemand::Required;
  const Pack pack = pack_of(lab);
  const std::string at = folder(lab, ServiceKind::Nginx);
  CHECK(blocks(text_of(pack, at + "anchors.pem")).empty());
  CHECK(blocks(text_of(pack, at + "intermediates.pem")).empty());
  // The server's own certificate, which vouches for nobody.
  const std::vector<ByteVector> own = {to_vector(nginx.sent.front()->der())};
  CHECK(blocks(text_of(pack, at + "client-ca.pem")) == own);
  CHECK(blocks(text_of(pack, at + "crls.pem")) == own);
  CHECK(find(pack, at + "fetch-crls.sh") == nullptr);
}

TEST_CASE("pack: a service that sends its certificate alone does so with Apache too") {
  EstateLab lab = lab_with_profiles(Model::CloudRoot, {ServiceKind::Apache});
  const std::string conf = folder(lab, ServiceKind::Apache) + "apache.conf";
  CHECK_FALSE(has(text_of(pack_of(lab), conf), "ChainCAFile"));
  lab.change(ChangeKind::SendLeafAlone, lab.estate.services.front().id);
  CHECK(has(text_of(pack_of(lab), conf), "SSLOpenSSLConfCmd ChainCAFile"));
}

TEST_CASE("pack: only what every service of the domain holds is published to the domain") {
  EstateLab lab = lab_with_profiles(Model::CloudRoot, {ServiceKind::Nps, ServiceKind::Iis});
  const auto chain = lab.client_chain();
  Pack pack = pack_of(lab);
  const std::string root = cmd_file_of(pack, chain.front());
  CHECK(has(text_of(pack, "active-directory/publish.cmd"), root + " RootCA"));
  CHECK(has(text_of(pack, "active-directory/publish.cmd"), cmd_file_of(pack, chain.back()) + " NTAuthCA"));
  lab.change(ChangeKind::Remove, service(lab, ServiceKind::Iis).id, chain.front());
  pack = pack_of(lab);
  CHECK_FALSE(has(text_of(pack, "active-directory/publish.cmd"), root + " RootCA"));
  const std::string quoted = quoted_file_of(pack, chain.front());
  CHECK(has(text_of(pack, folder(lab, ServiceKind::Nps) + "import.ps1"), quoted));
  CHECK_FALSE(has(text_of(pack, folder(lab, ServiceKind::Iis) + "import.ps1"), quoted));
}

TEST_CASE("pack: devices are given what their profiles bring, each store by its own command") {
  EstateLab lab = lab_with_profiles(Model::CloudRoot, {ServiceKind::Nps});
  Pack pack = pack_of(lab);
  const std::string script = text_of(pack, "devices/windows/import.ps1");
  CHECK(has(script, "-File " + quoted_file_of(pack, lab.client_chain().front())));
  CHECK(has(script, "Cert:\\LocalMachine\\Root"));
  CHECK(has(text_of(pack, "devices/windows/import.cmd"),
            "certutil -addstore -f CA " + cmd_file_of(pack, lab.client_chain().back())));
  CHECK(has(script, "\r\n"));
  CHECK(script.starts_with("\xEF\xBB\xBF"));
  // A profile that is assigned to nobody brings nothing.
  for (auto& profile : lab.tenant.fleet.trusted_profiles) profile.groups.clear();
  pack = pack_of(lab);
  CHECK(find(pack, "devices/windows/import.ps1") == nullptr);
  CHECK(find(pack, "devices/apple/trust.mobileconfig") == nullptr);
  CHECK(find(pack, "devices/android/README.md") == nullptr);
}

TEST_CASE("pack: platforms of Apple with other profiles have a file each") {
  EstateLab lab = lab_with_profiles(Model::CloudRoot, {ServiceKind::Nps});
  auto& profiles = lab.tenant.fleet.trusted_profiles;
  const auto mac = std::find_if(profiles.begin(), profiles.end(),
                                [](const auto& each) { return each.platform == fleet::Platform::MacOs; });
  REQUIRE(mac != profiles.end());
  profiles.erase(mac);
  const Pack pack = pack_of(lab);
  CHECK(find(pack, "devices/apple/trust.mobileconfig") == nullptr);
  CHECK(find(pack, "devices/apple/trust-ios.mobileconfig") != nullptr);
  CHECK(find(pack, "devices/apple/trust-macos.mobileconfig") != nullptr);
}

TEST_CASE("pack: hostile names of services, hosts and tenants stay text in every file") {
  EstateLab lab = lab_with_profiles(Model::CloudRoot, kAllKinds);
  const std::string bad = "x'\"\n}; $(calc) %PATH% <script>|\\";
  lab.tenant.name = bad;
  lab.estate.name = bad;
  for (estate::Service& each : lab.estate.services) {
    each.name = bad + std::string(estate::kind_row(each.kind).name);
    each.host = bad;
  }
  for (auto& profile : lab.tenant.fleet.trusted_profiles) profile.name = bad;
  for (auto& profile : lab.tenant.fleet.scep_profiles) profile.name = bad;
  const Pack pack = pack_of(lab);
  for (const PackFile& file : pack.files) {
    if (!estate::is_text(file.kind)) continue;
    const std::string text(as_text(file.octets.view()));
    INFO(file.path);
    // A text of XML may hold the line end; nothing else does.
    CHECK(has(text, "\n}; $(calc)") == (file.kind == FileKind::Profile));
    if (file.kind == FileKind::Document || file.kind == FileKind::Profile) CHECK_FALSE(has(text, "<script>"));
    if (file.kind == FileKind::Json) CHECK(json::parse(text).ok());
    CHECK(file.path.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/") ==
          std::string::npos);
  }
  CHECK(has(text_of(pack, folder(lab, ServiceKind::Nginx) + "nginx.conf"), "server_name _;"));
  CHECK_FALSE(has(text_of(pack, folder(lab, ServiceKind::Apache) + "apache.conf"), "ServerName"));
}

TEST_CASE("pack: names out of a file cannot lead out of the pack") {
  EstateLab lab = lab_with_profiles(Model::CloudRoot, {ServiceKind::Nginx, ServiceKind::Apache});
  lab.estate.services[0].name = "../../etc";
  lab.estate.services[1].name = "..\\..\\ETC";
  const Pack pack = pack_of(lab);
  CHECK(find(pack, "services/etc/nginx.conf") != nullptr);
  CHECK(find(pack, "services/ETC-2/apache.conf") != nullptr);
}

TEST_CASE("pack: the folder must be absolute and plain") {
  const EstateLab lab = lab_with_profiles(Model::CloudRoot, {ServiceKind::Nginx});
  for (const char* directory : {"relative", "", "/a\nb", "/$(x)", "/a\"b", "C:\\pki"}) {
    INFO(directory);
    const auto pack = estate::make_pack(lab.tenant, lab.estate, {.directory = directory});
    REQUIRE_FALSE(pack.ok());
    CHECK(pack.error().id() == "estate.pack.directory");
  }
  CHECK(has(text_of(pack_of(lab, {.directory = "/srv/my pki//"}), folder(lab, ServiceKind::Nginx) + "nginx.conf"),
            "\"/srv/my pki/server.pem\""));
}

TEST_CASE("pack: a CRL that has lapsed is told to have run out") {
  EstateLab lab = lab_with_profiles(Model::CloudRoot, {ServiceKind::Nginx});
  CHECK_FALSE(has(text_of(pack_of(lab), "README.md"), "**run out**"));
  const auto publication = estate::publish_all(lab.tenant, lab.estate);
  REQUIRE(publication.ok());
  const auto entry = std::find_if(publication->entries.begin(), publication->entries.end(),
                                  [](const auto& each) { return x509::Crl::parse(each.data).ok(); });
  REQUIRE(entry != publication->entries.end());
  lab.change(ChangeKind::LapseCrl, {}, {}, entry->url);
  CHECK(has(text_of(pack_of(lab), "README.md"), "**run out**"));
}

}  // namespace pki::test
