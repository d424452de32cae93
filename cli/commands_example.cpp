// pkiwb example: prepared chains to learn from.

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

#include "asn1/pem.h"
#include "base/time.h"
#include "core_call.h"
#include "files.h"

namespace pki::cli {
namespace {

namespace fs = std::filesystem;

ExitCode list(const Arguments& arguments) {
  Call call(arguments, "examples");
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  for (const Json& example : member(*result, "examples")) {
    std::string id = text_of(example, "id");
    id.resize(std::max<std::size_t>(id.size(), 22), ' ');
    print(id + (truth_of(example, "accepted") ? "accepted  " : "refused   ") + text_of(example, "title") + "\n");
  }
  return ExitCode::Pass;
}

/// The files of one example, and the commands that check it.
class Folder {
 public:
  Folder(const Arguments& arguments, const Json& question)
      : folder_(*arguments.get("out")),
        overwrite_(arguments.has("force") ? Overwrite::Allow : Overwrite::Refuse),
        question_(question) {}

  /// False where something cannot be written; the reason is on standard error.
  bool write() {
    std::error_code trouble;
    fs::create_directories(folder_, trouble);
    if (trouble) {
      std::fprintf(stderr, "pkiwb: %s: %s\n", folder_.c_str(), trouble.message().c_str());
      return false;
    }
    if (!write_text("target.pem", text_of(question_, "target"))) return false;
    for (const std::string_view name : {"pool", "anchors", "crls"}) {
      if (const std::string text = all_of(name); !text.empty()) {
        if (!write_text(std::string(name) + ".pem", text)) return false;
      }
    }
    for (const Json& entry : list_of("repository")) {
      if (!write_entry(entry)) return false;
    }
    return true;
  }

  std::string our_command() const {
    std::string text = "pkiwb chain check " + path("target.pem");
    if (has("pool")) text += " --untrusted " + path("pool.pem");
    text += " --trusted " + path("anchors.pem") + " --purpose " + text_of(question_, "purpose");
    for (const Json& name : list_of("names")) text += " --hostname " + name.get<std::string>();
    if (has("crls")) text += " --crl " + path("crls.pem");
    const Json& options = member(question_, "options");
    if (const std::string mode = text_of(member(options, "revocation"), "mode"); !mode.empty()) {
      text += " --revocation " + mode;
    }
    text += policies("--policy ", " --explicit-policy");
    if (has("repository")) text += " --repository " + path("repository") + " --fetch " + text_of(options, "fetch");
    return text + " --at " + text_of(question_, "at");
  }

  std::string openssl_command() const {
    std::string text = "openssl verify -no-CApath -no-CAstore -partial_chain -CAfile " + path("anchors.pem");
    if (has("pool")) text += " -untrusted " + path("pool.pem");
    text += openssl_purpose();
    for (const Json& name : list_of("names")) text += " -verify_hostname " + name.get<std::string>();
    if (member(member(question_, "options"), "revocation").is_object()) text += " -crl_check_all";
    if (has("crls")) text += " -CRLfile " + path("crls.pem");
    text += policies("-policy ", " -explicit_policy");
    const auto at = from_iso8601(text_of(question_, "at"));
    if (at) text += " -attime " + std::to_string(at->seconds);
    return text + " " + path("target.pem");
  }

  bool fetches() const { return has("repository"); }

 private:
  const Json& list_of(std::string_view name) const {
    static const Json kNone = Json::array();
    const Json& list = member(question_, name);
    return list.is_array() ? list : kNone;
  }
  bool has(std::string_view name) const { return !list_of(name).empty(); }

  std::string all_of(std::string_view name) const {
    std::string text;
    for (const Json& one : list_of(name)) text += one.get<std::string>();
    return text;
  }

  std::string policies(std::string_view option, std::string_view required) const {
    const Json& policies = member(member(question_, "options"), "policies");
    if (!policies.is_array()) return {};
    std::string text;
    for (const Json& policy : policies) text += " " + std::string(option) + policy.get<std::string>();
    return text + std::string(required);
  }

  std::string openssl_purpose() const {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kNames = {
        {{"tls-server", "sslserver"}, {"tls-client", "sslclient"}, {"email", "smimesign"}}};
    for (const auto& [ours, theirs] : kNames) {
      if (text_of(question_, "purpose") == ours) return " -purpose " + std::string(theirs);
    }
    return {};
  }

  /// The file's path as a word of a shell.
  std::string path(std::string_view name) const {
    std::string word = "'";
    for (const char c : (fs::path(folder_) / name).string())
      word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return word + "'";
  }

  bool write_text(const std::string& name, const std::string& text) const {
    return write_file((fs::path(folder_) / name).string(), as_bytes(text), Secrecy::Public, overwrite_);
  }

  /// "http://host/path" goes to repository/host/path, in DER, as it would stand there.
  bool write_entry(const Json& entry) const {
    constexpr std::string_view kScheme = "http://";
    const std::string url = text_of(entry, "url");
    const fs::path place = fs::path("repository") / url.substr(std::min(kScheme.size(), url.size()));
    std::error_code trouble;
    fs::create_directories(fs::path(folder_) / place.parent_path(), trouble);
    const asn1::PemText content = asn1::read_pem(text_of(entry, "data"));
    if (content.blocks.empty()) return false;
    return write_file((fs::path(folder_) / place).string(), content.blocks.front().der, Secrecy::Public, overwrite_);
  }

  std::string folder_;
  Overwrite overwrite_;
  const Json& question_;
};

ExitCode make(const Arguments& arguments) {
  Call call(arguments, "example.make");
  call.params()["id"] = arguments.positionals().front();
  call.now();
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (!arguments.has("out")) {
    if (arguments.has("json")) {
      print_json(*result);
      return ExitCode::Pass;
    }
    std::fputs("pkiwb: --out says where the files go (or --json prints them)\n", stderr);
    return ExitCode::Usage;
  }
  Folder folder(arguments, member(*result, "question"));
  if (!folder.write()) return ExitCode::Unreadable;
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  const Json& expected = member(*result, "expected");
  print(text_of(*result, "title") + "\n\n" + text_of(*result, "story") + "\n\nCheck it:\n  " + folder.our_command() +
        "\n  " + folder.openssl_command() + "\n" + (folder.fetches() ? "  (openssl verify fetches nothing)\n" : "") +
        "\nExpected: " + (truth_of(expected, "accepted") ? "accepted" : "refused, " + text_of(expected, "rule")) +
        "\n" + text_of(*result, "lesson") + "\n");
  return ExitCode::Pass;
}

}  // namespace

std::vector<Command> example_commands() {
  return {
      {"example", "list", "", "List the prepared chains", {}, {"pkiwb example list"}, list},
      {"example",
       "make",
       "ID",
       "Make the certificates of a prepared chain, and say how to check it",
       {{"out", "DIR", "where the files go"},
        {"now", "TIME", "the time around which they are made (default: the clock)"},
        {"force", "", "overwrite files that are there"}},
       {"pkiwb example make cross-signed --out lesson"},
       make},
  };
}

}  // namespace pki::cli
