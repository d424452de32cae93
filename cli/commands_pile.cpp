// pkiwb pile: any pile of certificates, sorted.

#include <cstdio>
#include <filesystem>
#include <set>

#include "base/encoding.h"
#include "core_call.h"
#include "files.h"
#include "show.h"

namespace pki::cli {
namespace {

namespace fs = std::filesystem;

std::string title_of(const Json& result, const Json& index) {
  const Json& certificates = member(result, "certificates");
  const std::size_t i = index.is_number_unsigned() ? index.get<std::size_t>() : certificates.size();
  if (i >= certificates.size()) return {};
  const Json& certificate = certificates[i];
  return text_of(certificate, "title") + (truth_of(certificate, "trusted") ? " [trusted]" : "");
}

std::string missing_text(const Json& missing) {
  if (!missing.is_object()) return {};
  std::string text = "    missing: " + text_of(missing, "issuer");
  if (const std::string id = text_of(missing, "key_id"); !id.empty()) text += ", key identifier " + id;
  text += "\n";
  for (const Json& url : member(missing, "aia_urls")) text += "      to be had at " + url.get<std::string>() + "\n";
  return text;
}

std::string sorted_text(const Json& result) {
  std::string text = text_of(result, "sentence") + "\n";
  for (const Json& chain : member(result, "chains")) {
    text += "\n" + text_of(chain, "sentence") + "\n";
    std::string indent = "    ";
    for (const Json& index : member(chain, "certificates")) {
      text += indent + title_of(result, index) + "\n";
      if (indent.size() < 40) indent += "  ";
    }
    text += missing_text(member(chain, "missing"));
  }
  if (const Json& strays = member(result, "strays"); !strays.empty()) {
    text += "\nStrays:\n";
    for (const Json& stray : strays) {
      text += "    " + title_of(result, member(stray, "index")) + ": " + text_of(stray, "why") + "\n";
    }
  }
  if (const Json& duplicates = member(result, "duplicates"); !duplicates.empty()) {
    text += "\nDuplicates:\n";
    for (const Json& duplicate : duplicates) {
      text += "    " + title_of(result, member(duplicate, "index")) + ": " + json::dump(member(duplicate, "times")) +
              " times\n";
    }
  }
  if (const Json& others = member(result, "others"); !others.empty()) {
    text += "\nOther things:\n";
    for (const Json& other : others) text += "    " + text_of(other, "file") + ": " + text_of(other, "text") + "\n";
  }
  return text + findings_text(member(result, "findings"), "");
}

/// Writes the bundles of chains into a folder.
class Writer {
 public:
  explicit Writer(const Arguments& arguments) : arguments_(arguments), folder_(*arguments.get("out")) {}

  ExitCode write(const Json& result) {
    std::error_code trouble;
    fs::create_directories(folder_, trouble);
    if (trouble) {
      std::fprintf(stderr, "pkiwb: %s: %s\n", folder_.c_str(), trouble.message().c_str());
      return ExitCode::Unreadable;
    }
    for (const Json& chain : member(result, "chains")) {
      if (const ExitCode code = write_chain(result, chain); code != ExitCode::Pass) return code;
    }
    return ExitCode::Pass;
  }

 private:
  ExitCode write_chain(const Json& result, const Json& chain) {
    Json sources = Json::array();
    for (const Json& index : member(chain, "certificates")) {
      sources.push_back(text_of(member(result, "certificates")[index.get<std::size_t>()], "der"));
    }
    const std::string stem = stem_of(sources.front());
    if (stem.empty()) return ExitCode::CheckFailed;
    if (const ExitCode code = write_bundle(sources, "pem", "keep", stem + "-fullchain.pem"); code != ExitCode::Pass) {
      return code;
    }
    // A chain of one that signs itself has nothing but its root.
    if (sources.size() > 1) {
      if (const ExitCode code = write_bundle(sources, "pem", "drop", stem + "-chain.pem"); code != ExitCode::Pass) {
        return code;
      }
    }
    return write_bundle(sources, "p7b", "keep", stem + ".p7b");
  }

  /// What the core calls a file with the leaf alone, without its ending; with a number where that is taken.
  std::string stem_of(const Json& leaf) {
    Call call(arguments_, "bundle.write");
    call.params()["certificates"] = Json::array({leaf});
    call.params()["format"] = "pem";
    const auto bundle = call.call();
    if (!bundle) return {};
    const std::string stem = fs::path(text_of(*bundle, "file_name")).stem().string();
    std::string name = stem;
    for (int number = 2; !taken_.insert(name).second; ++number) name = stem + "-" + std::to_string(number);
    return name;
  }

  ExitCode write_bundle(const Json& sources, std::string_view format, std::string_view root, const std::string& name) {
    Call call(arguments_, "bundle.write");
    call.params()["certificates"] = sources;
    call.params()["format"] = format;
    call.params()["root"] = root;
    const auto bundle = call.call();
    if (!bundle) return call.exit_code();
    const auto data = from_base64(text_of(*bundle, "data"));
    const Overwrite overwrite = arguments_.has("force") ? Overwrite::Allow : Overwrite::Refuse;
    const bool written = data && write_file((fs::path(folder_) / name).string(), *data, Secrecy::Public, overwrite);
    return written ? ExitCode::Pass : ExitCode::Unreadable;
  }

  const Arguments& arguments_;
  std::string folder_;
  std::set<std::string> taken_;
};

ExitCode sort(const Arguments& arguments) {
  Call call(arguments, "pile.sort");
  call.files("files", arguments.positionals()).now();
  if (arguments.has("trusted")) call.files("anchors", arguments.all("trusted"));
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    print(sorted_text(*result));
  }
  if (member(*result, "certificates").empty()) return ExitCode::Unreadable;
  return arguments.has("out") ? Writer(arguments).write(*result) : ExitCode::Pass;
}

}  // namespace

std::vector<Command> pile_commands() {
  return {
      {"pile",
       "sort",
       "FILE...",
       "Sort any pile of certificates into chains, leaf first, and name strays, duplicates and missing links",
       {{"trusted", "FILE", "certificates at which chains may end", Option::Count::Many},
        {"now", "TIME", "of several ways up, prefer the one that is valid at this time (default: the clock)"},
        {"out", "DIR",
         "write each chain: LEAF-fullchain.pem from the leaf to the root, LEAF-chain.pem without the root, LEAF.p7b"},
        {"force", "", "overwrite files that are there"}},
       {"pkiwb pile sort downloads/*.cer --out sorted"},
       sort},
  };
}

}  // namespace pki::cli
