// pkiwb crl: looking at certificate revocation lists.

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
  std::size_t lists = 0;
  for (const Json& item : member(*result, "items")) {
    if (text_of(item, "kind") != "crl") continue;
    if (lists++ > 0) print("\n");
    print(object_text(member(item, "description"), arguments.has("ranges") ? Ranges::Show : Ranges::Hide));
  }
  std::fputs(findings_text(member(*result, "findings"), "").c_str(), stderr);
  if (lists > 0) return ExitCode::Pass;
  std::fputs("pkiwb: there is no CRL in it (`pkiwb inspect` says what there is)\n", stderr);
  return ExitCode::Unreadable;
}

}  // namespace

std::vector<Command> crl_commands() {
  return {
      {"crl",
       "show",
       "FILE...",
       "Show certificate revocation lists, with their first hundred entries",
       {{"ranges", "", "show where each field stands in the DER"},
        {"now", "TIME", "the time for \"valid\" and \"expired\" (default: the clock)"}},
       {"pkiwb crl show issuing.crl"},
       show},
  };
}

}  // namespace pki::cli
