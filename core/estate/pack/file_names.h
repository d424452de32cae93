#pragma once
// Names of files, out of names that people and certificates have.

#include <set>
#include <string>
#include <string_view>

namespace pki::estate::pack {

/// How long a name may become, in octets, before a number is put behind it.
inline constexpr std::size_t kLongestName = 60;

/// `text` as a name that every file system takes: letters, digits, '_', '.' and '-' stay, everything else becomes '-',
/// runs of it one. At most `longest` octets, never empty ("unnamed"), no '.' or '-' at its ends, and none of the names
/// that Windows keeps for its devices.
std::string safe_file_name(std::string_view text, std::size_t longest = kLongestName);

/// Names that were given away in one folder.
class FileNames {
 public:
  /// safe_file_name(text, longest), with "-2", "-3" ... behind it where that name is taken already, also where only
  /// case tells them apart.
  std::string take(std::string_view text, std::size_t longest = kLongestName);

 private:
  std::set<std::string> taken_;
};

}  // namespace pki::estate::pack
