#pragma once
// PowerShell and cmd that put certificates into stores of Windows.

#include "estate/pack/lines.h"
#include "estate/pack/stock.h"

namespace pki::estate::pack {

/// A store of Windows, as its tools name it.
struct StoreRow {
  /// "Cert:\LocalMachine\Root".
  std::string_view drive;
  /// "-addstore -f Root", as arguments of certutil.
  std::string_view certutil;
};
inline constexpr StoreRow kComputerRoot{"Cert:\\LocalMachine\\Root", "-addstore -f Root"};
inline constexpr StoreRow kComputerIntermediate{"Cert:\\LocalMachine\\CA", "-addstore -f CA"};
inline constexpr StoreRow kUserIntermediate{"Cert:\\CurrentUser\\CA", "-user -addstore -f CA"};

/// A script of PowerShell: UTF-8 with a mark at its front, without which Windows PowerShell 5 reads it in another code
/// page. `up` is the folder of the pack, seen from that of the script: "..\..".
Lines begin_powershell(std::string_view purpose, std::string_view up);
/// Adds the certificate to a store, after its thumbprint was compared.
void add_powershell_import(Lines& lines, const PackedCertificate& certificate, const StoreRow& store);

/// A script of cmd that ends at the first failure.
Lines begin_cmd(std::string_view purpose);
/// Runs certutil with these arguments on the certificate of the pack.
void add_certutil(Lines& lines, const PackedCertificate& certificate, std::string_view before, std::string_view after);

}  // namespace pki::estate::pack
