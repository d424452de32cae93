#include "estate/pack/windows_scripts.h"

#include "estate/pack/quote.h"

namespace pki::estate::pack {

Lines begin_powershell(std::string_view purpose, std::string_view up) {
  Lines lines(LineEnd::CrLf);
  lines.add("\xEF\xBB\xBF# " + std::string(purpose));
  lines.add("#Requires -RunAsAdministrator");
  lines.add("$ErrorActionPreference = 'Stop'");
  lines.add("$pack = Join-Path $PSScriptRoot " + powershell_string(up));
  lines.add();
  lines.add("function Add-PackCertificate([string] $Title, [string] $File, [string] $Thumbprint, [string] $Store) {");
  lines.add("    $path = Join-Path (Join-Path $pack 'certificates') $File");
  lines.add(
      "    $certificate = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 -ArgumentList "
      "$path");
  lines.add("    if ($certificate.Thumbprint -ne $Thumbprint) { throw \"$File is not the certificate of this pack\" }");
  lines.add("    Import-Certificate -FilePath $path -CertStoreLocation $Store | Out-Null");
  lines.add("    Write-Host \"${Store}: $Title\"");
  lines.add("}");
  lines.add();
  return lines;
}

void add_powershell_import(Lines& lines, const PackedCertificate& certificate, const StoreRow& store) {
  lines.add("Add-PackCertificate -Title " + powershell_string(certificate.title) + " -File " +
            powershell_string(certificate.file) + " -Thumbprint " +
            powershell_string(thumbprint_of(*certificate.certificate)) + " -Store " + powershell_string(store.drive));
}

Lines begin_cmd(std::string_view purpose) {
  Lines lines(LineEnd::CrLf);
  lines.add("@echo off");
  lines.add("rem " + cmd_text(purpose));
  lines.add("setlocal DisableDelayedExpansion");
  lines.add("set \"certificates=%~dp0..\\..\\certificates\"");
  return lines;
}

void add_certutil(Lines& lines, const PackedCertificate& certificate, std::string_view before, std::string_view after) {
  lines.add("echo " + cmd_text(certificate.title));
  std::string line = "certutil " + std::string(before) + " \"%certificates%\\" + certificate.file + "\"";
  if (!after.empty()) line += " " + std::string(after);
  lines.add(line + " || exit /b 1");
}

}  // namespace pki::estate::pack
