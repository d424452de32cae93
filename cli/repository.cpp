#include "repository.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/encoding.h"
#include "files.h"

namespace pki::cli {
namespace {

namespace fs = std::filesystem;

// More files than this are a mistake: a home folder, say.
constexpr std::size_t kMostFiles = 10'000;

bool complain(const std::string& path, std::string_view why) {
  std::fprintf(stderr, "pkiwb: %s: %.*s\n", path.c_str(), static_cast<int>(why.size()), why.data());
  return false;
}

bool add_entry(const std::string& url, const std::string& path, Json& entries) {
  const auto content = read_file(path);
  if (!content) return false;
  Json entry;
  entry["url"] = url;
  entry["data"]["data"] = to_base64(*content);
  entries.push_back(std::move(entry));
  return true;
}

bool add_folder(const std::string& folder, Json& entries) {
  std::vector<std::string> files;
  std::error_code trouble;
  for (fs::recursive_directory_iterator at(folder, trouble), end; !trouble && at != end; at.increment(trouble)) {
    if (!at->is_regular_file()) continue;
    files.push_back(at->path().lexically_relative(folder).generic_string());
    if (files.size() > kMostFiles) return complain(folder, "holds too many files");
  }
  if (trouble) return complain(folder, trouble.message());
  std::sort(files.begin(), files.end());
  for (const std::string& file : files) {
    if (!add_entry("http://" + file, (fs::path(folder) / file).string(), entries)) return false;
  }
  return true;
}

bool add_list(const std::string& path, Json& entries) {
  const auto content = read_file(path);
  if (!content) return false;
  const auto list = json::parse(as_text(*content));
  if (!list.ok() || !list->is_array()) return complain(path, "is no JSON list of {url, data} or {url, file}");
  for (const Json& entry : *list) {
    const std::string file = text_of(entry, "file");
    if (file.empty()) {
      entries.push_back(entry);
    } else if (!add_entry(text_of(entry, "url"), (fs::path(path).parent_path() / file).string(), entries)) {
      return false;
    }
  }
  return true;
}

}  // namespace

Filled add_repository(Call& call) {
  const Arguments& arguments = call.arguments();
  Json entries = Json::array();
  for (const std::string& path : arguments.all("repository")) {
    std::error_code ignored;
    if (!(fs::is_directory(path, ignored) ? add_folder(path, entries) : add_list(path, entries))) return Filled::No;
  }
  if (arguments.has("repository")) call.params()["repository"] = std::move(entries);
  // A relying party that is named follows what it follows.
  if (arguments.has("fetch") || (arguments.has("repository") && !arguments.has("profile"))) {
    call.params()["options"]["fetch"] = arguments.get_or("fetch", "all");
  }
  return Filled::Yes;
}

bool write_repository(const Json& entries, const std::string& folder) {
  constexpr std::string_view kHttp = "http://";
  for (const Json& entry : entries) {
    const std::string url = text_of(entry, "url");
    const fs::path below =
        fs::path(url.starts_with(kHttp) ? url.substr(kHttp.size()) : std::string()).lexically_normal();
    const bool leaves = below.empty() || below.is_absolute() || *below.begin() == "..";
    if (leaves) return complain(url, "is no place within a folder");
    const fs::path path = fs::path(folder) / below;
    std::error_code trouble;
    fs::create_directories(path.parent_path(), trouble);
    if (trouble) return complain(path.string(), trouble.message());
    const auto data = from_base64(text_of(entry, "data"));
    if (!data || !write_file(path.string(), *data, Secrecy::Public, Overwrite::Allow)) return false;
    print(path.string() + "\n");
  }
  return true;
}

}  // namespace pki::cli
