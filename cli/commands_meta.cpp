// pkiwb profiles, rules, about, api, help: about the program itself.

#include <cstdio>
#include <iostream>

#include "api/handle.h"
#include "help.h"
#include "show.h"

namespace pki::cli {
namespace {

/// Calls a method without parameters of its own and prints each row of `list` through `row`.
template <typename Row>
ExitCode listing(Call& call, std::string_view list, Row row) {
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (call.arguments().has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  for (const Json& entry : member(*result, list)) print(row(entry));
  return ExitCode::Pass;
}

ExitCode profiles(const Arguments& arguments) {
  Call call(arguments, "profiles");
  return listing(call, "profiles", [](const Json& p) {
    return text_of(p, "id") + "\n    " + text_of(p, "title") + ": " + text_of(p, "description") + "\n";
  });
}

ExitCode rules(const Arguments& arguments) {
  Call call(arguments, "rules");
  if (!arguments.positionals().empty()) call.params()["query"] = arguments.positionals().front();
  return listing(call, "rules", [](const Json& rule) { return finding_text(rule, ""); });
}

ExitCode about(const Arguments& arguments) {
  Call call(arguments, "about");
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  print(text_of(*result, "name") + " " + text_of(*result, "version") + "\n");
  for (const Json& library : member(*result, "libraries")) {
    print("  with " + text_of(library, "name") + " " + text_of(library, "version") + " (" +
          text_of(library, "licence") + ")\n");
  }
  return ExitCode::Pass;
}

ExitCode serve(const Arguments&) {
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.empty()) continue;
    print(api::handle(line) + "\n");
    std::fflush(stdout);
  }
  return ExitCode::Pass;
}

ExitCode help(const Arguments& arguments) {
  print(arguments.has("markdown") ? manual_markdown() : overview());
  return ExitCode::Pass;
}

}  // namespace

std::vector<Command> meta_commands() {
  return {
      {"profiles", "", "", "List the profiles that certificates are made by", {}, {"pkiwb profiles"}, profiles},
      {"rules",
       "",
       "[QUERY]",
       "List the rules that findings point at, or those that a text occurs in",
       {},
       {"pkiwb rules \"path length\""},
       rules},
      {"about", "", "", "Say which version this is, and what it is made of", {}, {"pkiwb about --json"}, about},
      {"api",
       "",
       "",
       "Read one JSON request a line, write one JSON answer a line (docs/api.md)",
       {},
       {"echo '{\"method\":\"about\"}' | pkiwb api"},
       serve},
      {"help",
       "",
       "",
       "Say which commands there are",
       {{"markdown", "", "print the whole manual as Markdown"}},
       {"pkiwb help --markdown > docs/cli.md"},
       help},
  };
}

}  // namespace pki::cli
