#pragma once
// What each part of the pack is written with, and the parts.

#include "estate/pack/lines.h"
#include "estate/pack/stock.h"
#include "estate/plan.h"

namespace pki::estate::pack {

/// Adds files to a pack, in the order of the calls.
class PackWriter {
 public:
  void add(std::string path, FileKind kind, Bytes octets);
  void add(std::string path, FileKind kind, const Lines& lines) { add(std::move(path), kind, as_bytes(lines.text())); }
  Pack take() { return std::move(pack_); }

 private:
  Pack pack_;
};

/// One service of the stock, and the folder of its files.
struct PackedService {
  const ServiceView& view;
  /// "services/<name>/".
  std::string folder;

  const Service& service() const { return *view.service; }
};

/// What the service needs of the chain that it judges: whether its product is asked to check revocation, and how many
/// intermediate CAs it takes. The service must judge somebody.
struct Demands {
  bool revocation = false;
  std::size_t intermediates = 0;
};
Demands demands_of(const PackedService& packed, Time at);

/// The absolute name of a file of a service on its machine.
std::string place_of(const Stock& stock, std::string_view file);

/// Whether it is a DNS name that can stand in a configuration as it is.
bool is_host_name(std::string_view text);

/// A trusted certificate profile that is assigned to somebody, and its certificate.
struct PackedTrust {
  const cloudpki::fleet::TrustedProfile* profile = nullptr;
  const PackedCertificate* certificate = nullptr;
};
/// Those for this platform.
std::vector<PackedTrust> trust_of(const Stock& stock, cloudpki::fleet::Platform platform);

/// The lines of a table of Markdown; the cells are Markdown already.
std::string table_row(const std::vector<std::string>& cells);
std::string table_rule(std::size_t columns);

// The parts, each a file of its own.

/// README.md.
void add_readme(const Stock& stock, const std::vector<PackedService>& services, const Plan& plan, PackWriter& to);
/// devices/windows/.
void add_windows_devices(const Stock& stock, PackWriter& to);
/// devices/apple/.
void add_apple_devices(const Stock& stock, PackWriter& to);
/// devices/android/.
void add_android_devices(const Stock& stock, PackWriter& to);
/// intune/.
void add_intune(const Stock& stock, PackWriter& to);
/// active-directory/.
void add_active_directory(const Stock& stock, PackWriter& to);
/// README.md of a service.
void add_service_readme(const Stock& stock, const PackedService& packed, PackWriter& to);

/// server.pem, server.key, anchors.pem, intermediates.pem, client-ca.pem, crls.pem.
void add_pem_files(const Stock& stock, const PackedService& packed, PackWriter& to);

/// nginx.conf.
void add_nginx(const Stock& stock, const PackedService& packed, PackWriter& to);
/// apache.conf.
void add_apache(const Stock& stock, const PackedService& packed, PackWriter& to);
/// eap.conf.
void add_freeradius(const Stock& stock, const PackedService& packed, PackWriter& to);
/// fetch-crls.sh, where a job brings the CRLs.
void add_fetch_crls(const Stock& stock, const PackedService& packed, PackWriter& to);
/// import.ps1 and settings.md of NPS, IIS and RRAS.
void add_windows_server(const Stock& stock, const PackedService& packed, PackWriter& to);
/// certificate-authorities.json and settings.md.
void add_entra(const Stock& stock, const PackedService& packed, PackWriter& to);

}  // namespace pki::estate::pack
