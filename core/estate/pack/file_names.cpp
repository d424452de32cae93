#include "estate/pack/file_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace pki::estate::pack {
namespace {

bool is_kept(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// CON, COM1 ...: also with an extension (Microsoft Learn, Naming Files, Paths, and Namespaces).
bool is_device_of_windows(std::string_view name) {
  const std::string stem = to_lower_ascii(name.substr(0, name.find('.')));
  constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  const bool numbered = stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9';
  return numbered && (stem.starts_with("com") || stem.starts_with("lpt"));
}

void trim_ends(std::string& name) {
  const auto at_end = [](char c) { return c == '.' || c == '-'; };
  while (!name.empty() && at_end(name.back())) name.pop_back();
  const auto first = std::find_if_not(name.begin(), name.end(), at_end);
  name.erase(name.begin(), first);
}

}  // namespace

std::string safe_file_name(std::string_view text, std::size_t longest) {
  std::string name;
  for (const char c : text) {
    if (is_kept(c)) {
      name += c;
    } else if (name.empty() || name.back() != '-') {
      name += '-';
    }
  }
  trim_ends(name);
  if (name.size() > longest) {
    name.resize(longest);
    trim_ends(name);
  }
  if (name.empty()) return "unnamed";
  return is_device_of_windows(name) ? "_" + name : name;
}

std::string FileNames::take(std::string_view text, std::size_t longest) {
  const std::string wanted = safe_file_name(text, longest);
  std::string name = wanted;
  for (int number = 2; !taken_.insert(to_lower_ascii(name)).second; ++number) {
    name = wanted + "-" + std::to_string(number);
  }
  return name;
}

}  // namespace pki::estate::pack
