#pragma once
// What comes next: the files for the two upload boxes, or the commands with which to ask the private CA again.

#include <string>
#include <vector>

#include "cloudpki/byoca/desk.h"

namespace pki::cloudpki::byoca {

/// The boxes of the admin centre's upload page.
enum class UploadBox : std::uint8_t { SignedCertificate, Chain };
/// "signed-certificate", "chain".
std::string_view upload_box_name(UploadBox box);

/// A file that is ready to be uploaded: one certificate, PEM.
struct UploadFile {
  UploadBox box = UploadBox::SignedCertificate;
  /// "signed-certificate.cer", "chain-1.cer", "chain-2-root.cer".
  std::string name;
  /// Index into Pile::certificates.
  std::size_t certificate = 0;
};

/// The signed certificate, then its chain, nearest first; empty where there is no answer. Order does not matter to the
/// boxes; Graph takes one certificate an element.
std::vector<UploadFile> upload_files(const Parts& parts, const Pile& pile);

/// Commands to be pasted, with the title of the private CA's kind.
struct CommandBlock {
  std::string_view title;
  std::string text;
};

/// How to have the request signed (again), for AD CS and for OpenSSL, with what the report found wrong put right: the
/// extensions that the request asks for, a lifetime within the parent's. Empty where there is no request. The request
/// is called request.req in them; nothing of what was dropped stands in them but object identifiers and numbers.
std::vector<CommandBlock> signing_commands(const DeskInput& input, const DeskReport& report);

}  // namespace pki::cloudpki::byoca
