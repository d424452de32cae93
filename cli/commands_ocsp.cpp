// pkiwb ocsp: looking at OCSP responses.

#include <cstdio>

#include "core_call.h"
#include "show.h"

namespace pki::cli {
namespace {

ExitCode show(const Arguments& arguments) {
  Call call(arguments, "inspect");
  call.files("files", arguments.positionals()).now();
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  std::size_t responses = 0;
  for (const Json& item : member(*result, "items")) {
    if (text_of(item, "kind") != "ocsp-response") continue;
    if (responses++ > 0) print("\n");
    print(object_text(member(item, "description"), arguments.has("ranges") ? Ranges::Show : Ranges::Hide));
  }
  std::fputs(findings_text(member(*result, "findings"), "").c_str(), stderr);
  if (responses > 0) return ExitCode::Pass;
  std::fputs("pkiwb: there is no OCSP response in it (`pkiwb inspect` says what there is)\n", stderr);
  return ExitCode::Unreadable;
}

}  // namespace

std::vector<Command> ocsp_commands() {
  return {
      {"ocsp",
       "show",
       "FILE...",
       "Show OCSP responses, as `openssl ocsp -respout` writes them",
       {{"ranges", "", "show where each field stands in the DER"},
        {"now", "TIME", "the time for \"valid\" and \"expired\" (default: the clock)"}},
       {"pkiwb ocsp show www.ocsp"},
       show},
  };
}

}  // namespace pki::cli
