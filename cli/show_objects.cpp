#include "show_objects.h"

#include <cstdio>

#include "core_call.h"
#include "show.h"

namespace pki::cli {

ExitCode show_objects(const Arguments& arguments, const ShownKind& kind) {
  Call call(arguments, "inspect");
  call.files("files", arguments.positionals()).now();
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  std::size_t shown = 0;
  for (const Json& item : member(*result, "items")) {
    if (text_of(item, "kind") != kind.kind) continue;
    if (shown++ > 0) print("\n");
    print(object_text(member(item, "description"), arguments.has("ranges") ? Ranges::Show : Ranges::Hide));
  }
  std::fputs(findings_text(member(*result, "findings"), "").c_str(), stderr);
  if (shown > 0) return ExitCode::Pass;
  const std::string nothing =
      "pkiwb: there is no " + std::string(kind.name) + " in it (`pkiwb inspect` says what there is)\n";
  std::fputs(nothing.c_str(), stderr);
  return ExitCode::Unreadable;
}

}  // namespace pki::cli
