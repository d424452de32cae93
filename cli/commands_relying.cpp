// pkiwb relying-parties, explain-error: who asks what of a chain, and what others' error messages mean.

#include "core_call.h"
#include "show_relying.h"

namespace pki::cli {
namespace {

ExitCode list(const Arguments& arguments) {
  Call call(arguments, "relying_parties");
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  const std::string wanted = arguments.positionals().empty() ? "" : arguments.positionals().front();
  bool found = false;
  for (const Json& party : member(*result, "relying_parties")) {
    if (!wanted.empty() && text_of(party, "id") != wanted) continue;
    found = true;
    print(relying_party_text(party));
  }
  if (!found) print("There is no relying party \"" + wanted + "\".\n");
  return found ? ExitCode::Pass : ExitCode::CheckFailed;
}

ExitCode explain(const Arguments& arguments) {
  std::string query;
  for (const std::string& word : arguments.positionals()) query += (query.empty() ? "" : " ") + word;
  Call call(arguments, "foreign_words");
  call.params()["query"] = query;
  const auto result = call.number("limit", "limit").call();
  if (!result) return call.exit_code();
  const Json& hits = member(*result, "hits");
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    print(foreign_words_text(hits));
  }
  return hits.is_array() && !hits.empty() ? ExitCode::Pass : ExitCode::CheckFailed;
}

}  // namespace

std::vector<Command> relying_commands() {
  return {
      {"relying-parties",
       "",
       "[ID]",
       "List the relying parties (libraries, platforms, browsers, servers, services): what each asks of a chain, and "
       "where that is known from",
       {},
       {"pkiwb relying-parties openssl"},
       list},
      {"explain-error",
       "",
       "WORDS...",
       "Say what an error code, name or message of another product means; a line of a log will do",
       {{"limit", "N", "as many words at most (default: 20)"}},
       {"pkiwb explain-error 0x800B0109", "pkiwb explain-error error 20", "pkiwb explain-error unknown_ca"},
       explain},
  };
}

}  // namespace pki::cli
