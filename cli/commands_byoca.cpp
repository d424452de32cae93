// pkiwb byoca: the check desk of "bring your own CA".

#include <filesystem>

#include "base/encoding.h"
#include "files.h"
#include "show.h"

namespace pki::cli {
namespace {

// A word each, so that none hangs on colour alone.
std::string mark_of(const std::string& outcome) {
  if (outcome == "pass") return "ok  ";
  if (outcome == "warn") return "warn";
  return outcome == "fail" ? "FAIL" : "----";
}

std::string rows_text(const Json& report) {
  std::string text;
  for (const Json& row : member(report, "rows")) {
    const std::string note = text_of(row, "note");
    const std::string source = text_of(row, "source");
    text += "    " + mark_of(text_of(row, "outcome")) + "  " + text_of(row, "title") + " [" + text_of(row, "ground") +
            (source.empty() ? "" : ": " + source) + "]" + (note.empty() ? "" : ": " + note) + "\n";
    text += findings_text(member(row, "findings"), "          ");
  }
  return text;
}

std::string uploads_text(const Json& report) {
  const Json& uploads = member(report, "uploads");
  if (!uploads.is_array() || uploads.empty()) return {};
  std::string text = "\nFiles to upload (--out DIR writes them):\n";
  for (const Json& file : uploads) text += "    " + text_of(file, "box") + ": " + text_of(file, "name") + "\n";
  return text;
}

std::string commands_text(const Json& report) {
  std::string text;
  for (const Json& block : member(report, "commands")) {
    text += "\nTo have the request signed (again) with " + text_of(block, "title") + ":\n\n" + text_of(block, "text");
  }
  return text;
}

bool write_uploads(const Json& report, const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  for (const Json& file : member(report, "uploads")) {
    const auto data = from_base64(text_of(file, "data"));
    const std::string path = (std::filesystem::path(folder) / text_of(file, "name")).string();
    if (!data || !write_file(path, *data, Secrecy::Public, Overwrite::Allow)) return false;
  }
  return true;
}

ExitCode check(const Arguments& arguments) {
  Call call(arguments, "byoca.check");
  call.files("files", arguments.positionals()).now("at", "at").texts("purposes", "purpose", Call::Split::AtCommas);
  const auto report = call.call();
  if (!report) return call.exit_code();
  const bool ready = truth_of(*report, "ready");
  if (arguments.has("json")) {
    print_json(*report);
  } else {
    print(text_of(*report, "sentence") + "\n\n" + rows_text(*report));
    print(findings_text(member(*report, "findings"), ""));
    if (ready || arguments.has("out")) print(uploads_text(*report));
    if (!ready || text_of(*report, "stage") == "request") print(commands_text(*report));
  }
  if (const auto folder = arguments.get("out"); folder && !write_uploads(*report, *folder)) return ExitCode::Unreadable;
  return ready ? ExitCode::Pass : ExitCode::CheckFailed;
}

}  // namespace

std::vector<Command> byoca_commands() {
  return {
      {"byoca",
       "check",
       "FILE...",
       "Judge the request of a BYOCA issuing CA, the certificate that answers it and its chain (any of them, in any "
       "form), "
       "before they are uploaded to Cloud PKI",
       {{"at", "TIME", "the time of the check, ISO 8601 UTC (default: the clock)"},
        {"purpose", "LIST", "key purposes that SCEP profiles are to issue for, such as clientAuth",
         Option::Count::Many},
        {"out", "DIR", "write the files for the two upload boxes here"}},
       {"pkiwb byoca check \"Contoso BYOCA Issuing CA.req\" certnew.cer certnew.p7b --purpose clientAuth --out upload"},
       check},
  };
}

}  // namespace pki::cli
