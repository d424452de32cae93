#pragma once
// From dropped files to the pile of the BYOCA desk.

#include <string>
#include <vector>

#include "cloudpki/byoca/pile.h"
#include "json/reader.h"

namespace pki::api {

/// Something that was dropped and is of no use at the desk.
struct OtherObject {
  std::string file;
  /// "a private key", "a certificate revocation list".
  std::string_view kind;
};

struct ByocaFiles {
  cloudpki::byoca::Pile pile;
  std::vector<OtherObject> others;
  /// What could not be read; the file's name is the parameter `file`.
  Findings findings;
};

/// How many certificates and requests are taken; a chain has a handful.
inline constexpr std::size_t kMostByocaObjects = 1000;

/// Reads a list of Sources. Objects beyond kMostByocaObjects are left out, with a finding. Rules: api.param.*,
/// api.source.base64, api.byoca.left_out.
Result<ByocaFiles> read_byoca_files(const json::Value& value);

}  // namespace pki::api
