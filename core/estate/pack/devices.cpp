// The files for devices: what their trusted certificate profiles bring, for those who bring it without Intune.

#include <algorithm>

#include "base/encoding.h"
#include "cloudpki/fleet/delivery.h"
#include "crypto/hash.h"
#include "estate/pack/quote.h"
#include "estate/pack/windows_scripts.h"
#include "estate/pack/writer.h"
#include "estate/pack/xml.h"

namespace pki::estate::pack {
namespace {

namespace fleet = cloudpki::fleet;

const StoreRow& store_of(fleet::WindowsStore store) {
  switch (store) {
    case fleet::WindowsStore::ComputerRoot:
      return kComputerRoot;
    case fleet::WindowsStore::ComputerIntermediate:
      return kComputerIntermediate;
    case fleet::WindowsStore::UserIntermediate:
      break;
  }
  return kUserIntermediate;
}

/// A UUID that is the same for the same text (RFC 9562 5.8, version 8: the front of a SHA-256).
std::string uuid_of(std::string_view text) {
  ByteVector octets = crypto::digest(crypto::HashAlgorithm::Sha256, as_bytes(text));
  octets.resize(16);
  octets[6] = static_cast<std::uint8_t>((octets[6] & 0x0F) | 0x80);
  octets[8] = static_cast<std::uint8_t>((octets[8] & 0x3F) | 0x80);
  const std::string hex = to_hex(octets);
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" +
         hex.substr(20);
}

/// Each certificate once.
std::vector<const PackedCertificate*> certificates_of(const std::vector<PackedTrust>& trust) {
  std::vector<const PackedCertificate*> all;
  for (const PackedTrust& each : trust) {
    if (std::find(all.begin(), all.end(), each.certificate) == all.end()) all.push_back(each.certificate);
  }
  return all;
}

void add_profile(const Stock& stock, const std::vector<const PackedCertificate*>& certificates, const std::string& name,
                 PackWriter& to) {
  const std::string seed = "pki-workbench trust " + stock.tenant.account + " " + name;
  PropertyList list;
  list.begin_dictionary();
  list.key("PayloadContent").begin_array();
  for (const PackedCertificate* each : certificates) {
    const std::string uuid = uuid_of(seed + " " + fingerprint_of(*each->certificate));
    const bool root = x509::is_self_signed(*each->certificate);
    list.begin_dictionary();
    list.entry("PayloadType", root ? "com.apple.security.root" : "com.apple.security.pkcs1");
    list.key("PayloadVersion").number(1);
    list.entry("PayloadIdentifier", "pki-workbench.certificate." + uuid);
    list.entry("PayloadUUID", uuid);
    list.entry("PayloadDisplayName", each->title);
    list.entry("PayloadCertificateFileName", each->file);
    list.key("PayloadContent").data(each->certificate->der());
    list.end_dictionary();
  }
  list.end_array();
  list.entry("PayloadType", "Configuration");
  list.key("PayloadVersion").number(1);
  list.entry("PayloadIdentifier", "pki-workbench.trust." + uuid_of(seed));
  list.entry("PayloadUUID", uuid_of(seed));
  list.entry("PayloadDisplayName", "Trust of " + stock.tenant.name);
  list.entry("PayloadDescription", "The CA certificates that the devices of " + stock.tenant.name + " trust");
  list.entry("PayloadScope", "System");
  list.end_dictionary();
  to.add("devices/apple/" + name, FileKind::Profile, as_bytes(list.finish()));
}

}  // namespace

std::vector<PackedTrust> trust_of(const Stock& stock, fleet::Platform platform) {
  std::vector<PackedTrust> all;
  for (const fleet::TrustedProfile& profile : stock.tenant.fleet.trusted_profiles) {
    if (profile.platform != platform || profile.groups.empty() || profile.certificate == nullptr) continue;
    all.push_back({&profile, &stock.packed(*profile.certificate)});
  }
  return all;
}

void add_windows_devices(const Stock& stock, PackWriter& to) {
  const std::vector<PackedTrust> trust = trust_of(stock, fleet::Platform::Windows);
  if (trust.empty()) return;
  constexpr std::string_view kPurpose = "Puts into the stores what the trusted certificate profiles for Windows bring.";
  Lines script = begin_powershell(kPurpose, "..\\..");
  Lines batch = begin_cmd(kPurpose);
  for (const PackedTrust& each : trust) {
    const StoreRow& store = store_of(each.profile->store);
    add_powershell_import(script, *each.certificate, store);
    add_certutil(batch, *each.certificate, store.certutil, "");
  }
  to.add("devices/windows/import.ps1", FileKind::Script, script);
  to.add("devices/windows/import.cmd", FileKind::Script, batch);
}

void add_apple_devices(const Stock& stock, PackWriter& to) {
  const auto ios = certificates_of(trust_of(stock, fleet::Platform::Ios));
  const auto mac = certificates_of(trust_of(stock, fleet::Platform::MacOs));
  if (ios.empty() || mac.empty() || ios == mac) {
    if (!ios.empty() || !mac.empty()) add_profile(stock, ios.empty() ? mac : ios, "trust.mobileconfig", to);
    return;
  }
  add_profile(stock, ios, "trust-ios.mobileconfig", to);
  add_profile(stock, mac, "trust-macos.mobileconfig", to);
}

void add_android_devices(const Stock& stock, PackWriter& to) {
  Lines lines;
  std::vector<const PackedCertificate*> all;
  lines.add("# Android");
  lines.add();
  lines.add(
      "Android fetches no missing issuer: the full chain of every server must be on the device. Intune brings it with "
      "the profiles in `intune/`. Without Intune: copy the files beside this one to the device, then open Settings, "
      "Security & privacy, More security settings, Encryption & credentials, Install a certificate.");
  lines.add();
  lines.add(
      "* Choose **Wi-Fi certificate** for a network with EAP-TLS; in the network's settings choose it as CA "
      "certificate, and enter the server's name as domain.");
  lines.add("* Choose **CA certificate** for apps and the browser; apps that do not ask for user CAs do not trust it.");
  for (const fleet::Platform platform : fleet::all_platforms()) {
    const auto trust = fleet::is_android(platform) ? trust_of(stock, platform) : std::vector<PackedTrust>();
    if (trust.empty()) continue;
    lines.add();
    lines.add("## " + markdown_text(fleet::platform_title(platform)));
    lines.add();
    lines.add(table_row({"certificate", "file", "SHA-256"}));
    lines.add(table_rule(3));
    for (const PackedTrust& each : trust) {
      lines.add(
          table_row({markdown_text(each.certificate->title), "`" + each.certificate->file + "`",
                     "`" + shown_fingerprint(crypto::HashAlgorithm::Sha256, *each.certificate->certificate) + "`"}));
      if (std::find(all.begin(), all.end(), each.certificate) == all.end()) all.push_back(each.certificate);
    }
  }
  if (all.empty()) return;
  to.add("devices/android/README.md", FileKind::Document, lines);
  for (const PackedCertificate* each : all) {
    to.add("devices/android/" + each->file, FileKind::Certificate, each->certificate->der());
  }
}

}  // namespace pki::estate::pack
