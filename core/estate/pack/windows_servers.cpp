// NPS, IIS and RRAS: what goes into the stores of the server, and what is set by hand.

#include "estate/judge.h"
#include "estate/pack/quote.h"
#include "estate/pack/windows_scripts.h"
#include "estate/pack/writer.h"

namespace pki::estate::pack {
namespace {

/// CRLs that the server was given, or that a job brings, as files beside the script.
std::vector<std::string> add_crl_files(const PackedService& packed, PackWriter& to) {
  std::vector<std::string> names;
  for (const x509::CrlPtr& crl : packed.view.crls) {
    std::string name = "crl-" + std::to_string(names.size() + 1) + ".crl";
    to.add(packed.folder + name, FileKind::Crl, crl->der());
    names.push_back(std::move(name));
  }
  return names;
}

/// NPS reads these of RasMan\PPP\EAP\13 (Microsoft Learn, Configure NPS CRL check registry settings).
void add_nps_revocation(Lines& lines, bool checks) {
  lines.add();
  lines.add("# Revocation: " + std::string(checks ? "checked, and what is not known refuses." : "not checked."));
  lines.add("$eap = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\RasMan\\PPP\\EAP\\13'");
  lines.add("Set-ItemProperty -Path $eap -Name NoRevocationCheck -Type DWord -Value " +
            std::string(checks ? "0" : "1"));
  lines.add("Set-ItemProperty -Path $eap -Name IgnoreNoRevocationCheck -Type DWord -Value 0");
  lines.add("Set-ItemProperty -Path $eap -Name IgnoreRevocationOffline -Type DWord -Value 0");
  lines.add("Restart-Service -Name IAS");
}

/// RRAS judges computers' certificates with IKEv2; 4 asks for revocation of them (as reported from the field).
void add_vpn_revocation(Lines& lines, bool checks) {
  if (!checks) return;
  lines.add();
  lines.add("# Revocation: checked.");
  lines.add("$ikev2 = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\RemoteAccess\\Parameters\\Ikev2'");
  lines.add("Set-ItemProperty -Path $ikev2 -Name CertAuthFlags -Type DWord -Value 4");
  lines.add("Restart-Service -Name RemoteAccess");
}

void add_script(const Stock& stock, const PackedService& packed, const Demands& demands, PackWriter& to) {
  const Service& service = packed.service();
  const std::vector<std::string> crls = add_crl_files(packed, to);
  Lines lines = begin_powershell("Puts into the stores what this server trusts and has at hand.", "..\\..");
  for (const auto& each : service.store.roots) add_powershell_import(lines, stock.packed(*each), kComputerRoot);
  for (const auto& each : service.store.intermediates) {
    add_powershell_import(lines, stock.packed(*each), kComputerIntermediate);
  }
  for (const std::string& name : crls) {
    lines.add("certutil -addstore -f CA (Join-Path $PSScriptRoot " + powershell_string(name) + ")");
    lines.add("if ($LASTEXITCODE -ne 0) { throw 'certutil failed' }");
  }
  for (const auto& each : service.nt_auth) {
    lines.add("certutil -enterprise -addstore -f NTAuth (Join-Path (Join-Path $pack 'certificates') " +
              powershell_string(stock.packed(*each).file) + ")");
    lines.add("if ($LASTEXITCODE -ne 0) { throw 'certutil failed' }");
  }
  if (service.kind == ServiceKind::Nps) add_nps_revocation(lines, demands.revocation);
  if (service.kind == ServiceKind::VpnGateway) add_vpn_revocation(lines, demands.revocation);
  to.add(packed.folder + "import.ps1", FileKind::Script, lines);
}

void add_server_certificate(const Service& service, Lines& lines) {
  if (service.sent.empty()) return;
  lines.add("## Its own certificate");
  lines.add();
  lines.add(
      "Put `server.key` beside `server.pem`, make a PFX of both, and import it into the computer's Personal store:");
  lines.add();
  lines.add("```");
  lines.add("openssl pkcs12 -export -in server.pem -inkey server.key -out server.pfx");
  lines.add(
      "Import-PfxCertificate -FilePath server.pfx -CertStoreLocation Cert:\\LocalMachine\\My -Password "
      "(Read-Host -AsSecureString)");
  lines.add("```");
  lines.add();
  lines.add("Its thumbprint is `" + thumbprint_of(*service.sent.front()) + "`. " +
            (service.sent.size() > 1
                 ? "Windows sends the intermediate CAs that it holds behind it."
                 : "The estate has it sent alone: Windows does that only where it does not hold the intermediate CA."));
  lines.add();
}

void add_nps_settings(Lines& lines) {
  lines.add("## Network Policy Server");
  lines.add();
  lines.add(
      "1. Register the server in Active Directory, and make the access points RADIUS clients with a secret each.");
  lines.add(
      "2. Make a network policy for wireless; Constraints, Authentication Methods: add *Microsoft: Smart Card or");
  lines.add("   other certificate*, and leave no other method.");
  lines.add("3. Edit it, and choose the certificate with the thumbprint above.");
  lines.add("4. A refusal is event 6273 in the Security log, with a reason code.");
}

void add_iis_settings(const Service& service, bool checks, Lines& lines) {
  const std::string thumbprint = service.sent.empty() ? "THUMBPRINT" : thumbprint_of(*service.sent.front());
  const std::string host = is_host_name(service.host) ? service.host : "HOST";
  lines.add("## IIS");
  lines.add();
  lines.add("Bind the certificate, and say whether the certificates of clients are checked for revocation:");
  lines.add();
  lines.add("```");
  lines.add("netsh http add sslcert hostnameport=" + host + ":443 certhash=" + thumbprint +
            " certstorename=MY appid={4dc3e181-e14b-4a21-b022-59fc669b0914} clientcertnegotiation=enable "
            "verifyclientcertrevocation=" +
            (checks ? "enable" : "disable"));
  lines.add(
      "%windir%\\system32\\inetsrv\\appcmd set config \"Default Web Site\" /section:access "
      "/sslFlags:Ssl,SslNegotiateCert,SslRequireCert /commit:apphost");
  lines.add("```");
  lines.add();
  lines.add(
      "A refusal is HTTP 403 with a substatus: 7 no certificate, 13 revoked or not known, 16 not trusted, 17 expired.");
}

void add_vpn_settings(const Service& service, Lines& lines) {
  lines.add("## Routing and Remote Access");
  lines.add();
  lines.add("For IKEv2 with certificates of computers, name the root that their chains must end at:");
  lines.add();
  lines.add("```");
  for (const auto& root : service.store.roots) {
    lines.add("$root = Get-Item Cert:\\LocalMachine\\Root\\" + thumbprint_of(*root) + "  # " +
              powershell_string(title_of(*root)));
    lines.add("Set-VpnAuthProtocol -UserAuthProtocolAccepted Certificate,EAP -RootCertificateNameToAccept $root");
  }
  lines.add("Restart-Service -Name RemoteAccess");
  lines.add("```");
  lines.add();
  if (service.store.roots.size() > 1) lines.add("Only one root can be named: the last of these commands holds.");
  if (service.store.roots.empty()) lines.add("The estate has no root here: there is none to name.");
  lines.add("Users with EAP-TLS are judged by the RADIUS server behind it, where there is one.");
}

}  // namespace

void add_windows_server(const Stock& stock, const PackedService& packed, PackWriter& to) {
  const Service& service = packed.service();
  const Demands demands = demands_of(packed, stock.scene.at);
  add_script(stock, packed, demands, to);
  Lines lines;
  lines.add("# Settings of " + markdown_text(service.name));
  lines.add();
  add_server_certificate(service, lines);
  if (service.kind == ServiceKind::Nps) add_nps_settings(lines);
  if (service.kind == ServiceKind::Iis) add_iis_settings(service, demands.revocation, lines);
  if (service.kind == ServiceKind::VpnGateway) add_vpn_settings(service, lines);
  lines.add();
  lines.add("## What it must reach");
  lines.add();
  lines.add("* AIA, for intermediate CAs that it does not hold: " +
            std::string(service.routes.aia ? "open (http, outwards)." : "closed; block it at the firewall."));
  lines.add("* CRLs: " +
            std::string(service.routes.crl ? "open (http, outwards)." : "closed; block it at the firewall."));
  if (service.verify_depth) {
    lines.add("* The estate bounds the length of chains, which this product cannot: it takes longer ones.");
  }
  to.add(packed.folder + "settings.md", FileKind::Document, lines);
}

}  // namespace pki::estate::pack
