#pragma once
// The deploy pack: the files with which an estate is built in reality. Every file says what the estate holds: what a
// service lacks there it lacks here, so that the matrix of conversations predicts what servers with these files do.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cloudpki/tenant/model.h"
#include "crypto/secret_bytes.h"
#include "estate/model.h"

namespace pki::estate {

/// What a file of the pack is.
///   Document     Markdown, for people
///   Certificate  one certificate, DER
///   Crl          one CRL, DER
///   Bundle       certificates or CRLs, PEM
///   PrivateKey   PKCS#8, PEM
///   Settings     what a product reads as its configuration
///   Script       PowerShell, cmd or sh
///   Profile      a configuration profile of Apple, XML
///   Json         a body for Microsoft Graph
enum class FileKind : std::uint8_t { Document, Certificate, Crl, Bundle, PrivateKey, Settings, Script, Profile, Json };
/// "document", "certificate", "crl", "bundle", "private-key", "settings", "script", "profile", "json".
std::string_view file_kind_name(FileKind kind);
/// Whether its octets are text: UTF-8, with the line ends of the system that it is for.
bool is_text(FileKind kind);

/// A file.
struct PackFile {
  /// "services/nginx/server.pem": below the folder of the pack, of ASCII letters, digits, '.', '-', '_' and '/', never
  /// leading out of it, and unique also where case does not count.
  std::string path;
  FileKind kind = FileKind::Document;
  crypto::SecretBytes octets = {};
};

/// In the order in which they are to be read, which is the same for the same estate.
struct Pack {
  std::vector<PackFile> files;
};

struct PackOptions {
  /// The folder in which the files of a service lie on its machine, if that is not Windows: absolute, of letters,
  /// digits, spaces and ". _ - + @ / :".
  std::string directory = "/etc/pki-workbench";
  /// Whether the private keys of the services are in it.
  enum class Keys : std::uint8_t { LeaveOut, Include } keys = Keys::LeaveOut;
};

/// The pack of the tenant and the estate at the tenant's clock. Rules: estate.pack.directory; those of make_plan.
Result<Pack> make_pack(const cloudpki::tenant::Tenant& tenant, const Estate& estate, const PackOptions& options = {});

}  // namespace pki::estate
