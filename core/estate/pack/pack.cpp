#include "estate/pack/pack.h"

#include "estate/judge.h"
#include "estate/pack/file_names.h"
#include "estate/pack/writer.h"
#include "estate/rules.h"

namespace pki::estate {
namespace pack {

void PackWriter::add(std::string path, FileKind kind, Bytes octets) {
  pack_.files.push_back({std::move(path), kind, crypto::SecretBytes(to_vector(octets))});
}

Demands demands_of(const PackedService& packed, Time at) {
  const path::CheckOptions options = client_options(packed.view, at);
  return {.revocation = options.revocation.mode != path::RevocationMode::Off,
          .intermediates = options.limits.max_intermediates};
}

std::string place_of(const Stock& stock, std::string_view file) {
  std::string folder = stock.options.directory;
  while (folder.ends_with('/')) folder.pop_back();
  return folder + "/" + std::string(file);
}

bool is_host_name(std::string_view text) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  if (text.empty() || text.find_first_not_of(std::string(kLetters) + ".-") != std::string_view::npos) return false;
  return kLetters.find(text.front()) != std::string_view::npos && kLetters.find(text.back()) != std::string_view::npos;
}

namespace {

bool is_directory(std::string_view text) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ._-+@/:";
  return text.starts_with('/') && text.find_first_not_of(kAllowed) == std::string_view::npos;
}

void add_ca_files(const Stock& stock, PackWriter& to) {
  for (const PackedCertificate& each : stock.certificates) {
    to.add("certificates/" + each.file, FileKind::Certificate, each.certificate->der());
  }
  for (const PackedCrl& each : stock.crls) to.add("crls/" + each.file, FileKind::Crl, each.crl->der());
}

std::vector<PackedService> services_of(const Stock& stock) {
  std::vector<PackedService> all;
  FileNames folders;
  for (const ServiceView& view : stock.scene.services) {
    all.push_back({.view = view, .folder = "services/" + folders.take(view.service->name) + "/"});
  }
  return all;
}

void add_product(const Stock& stock, const PackedService& packed, PackWriter& to) {
  switch (packed.service().kind) {
    case ServiceKind::FreeRadius:
      add_freeradius(stock, packed, to);
      return add_fetch_crls(stock, packed, to);
    case ServiceKind::Nginx:
      add_nginx(stock, packed, to);
      return add_fetch_crls(stock, packed, to);
    case ServiceKind::Apache:
      add_apache(stock, packed, to);
      return add_fetch_crls(stock, packed, to);
    case ServiceKind::Nps:
    case ServiceKind::VpnGateway:
    case ServiceKind::Iis:
      return add_windows_server(stock, packed, to);
    case ServiceKind::EntraCba:
      return add_entra(stock, packed, to);
    case ServiceKind::Website:
      return;
  }
}

}  // namespace
}  // namespace pack

std::string_view file_kind_name(FileKind kind) {
  switch (kind) {
    case FileKind::Document:
      return "document";
    case FileKind::Certificate:
      return "certificate";
    case FileKind::Crl:
      return "crl";
    case FileKind::Bundle:
      return "bundle";
    case FileKind::PrivateKey:
      return "private-key";
    case FileKind::Settings:
      return "settings";
    case FileKind::Script:
      return "script";
    case FileKind::Profile:
      return "profile";
    case FileKind::Json:
      break;
  }
  return "json";
}

bool is_text(FileKind kind) { return kind != FileKind::Certificate && kind != FileKind::Crl; }

Result<Pack> make_pack(const cloudpki::tenant::Tenant& tenant, const Estate& estate, const PackOptions& options) {
  if (!pack::is_directory(options.directory)) {
    return Finding{&rules::kPackDirectory, {}, {{"directory", options.directory}}};
  }
  PKI_TRY(const pack::Stock stock, pack::make_stock(tenant, estate, options));
  PKI_TRY(const Plan plan, make_plan(tenant, estate));
  const std::vector<pack::PackedService> services = pack::services_of(stock);
  pack::PackWriter writer;
  pack::add_readme(stock, services, plan, writer);
  pack::add_ca_files(stock, writer);
  pack::add_windows_devices(stock, writer);
  pack::add_apple_devices(stock, writer);
  pack::add_android_devices(stock, writer);
  pack::add_intune(stock, writer);
  pack::add_active_directory(stock, writer);
  for (const pack::PackedService& packed : services) {
    pack::add_service_readme(stock, packed, writer);
    pack::add_pem_files(stock, packed, writer);
    pack::add_product(stock, packed, writer);
  }
  return writer.take();
}

}  // namespace pki::estate
