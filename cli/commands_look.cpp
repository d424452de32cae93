// pkiwb inspect, asn1, name: looking into anything.

#include <cstdio>

#include "show.h"

namespace pki::cli {
namespace {

ExitCode inspect(const Arguments& arguments) {
  Call call(arguments, "inspect");
  call.files("files", arguments.positionals()).now();
  const auto result = call.call();
  if (!result) return call.exit_code();
  const Json& items = member(*result, "items");
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    for (const Json& item : items) {
      print(text_of(item, "name") + ": " + text_of(item, "kind") + "\n" +
            object_text(member(item, "description"), arguments.has("ranges") ? Ranges::Show : Ranges::Hide) + "\n");
    }
    print(findings_text(member(*result, "findings"), ""));
  }
  return items.is_array() && !items.empty() ? ExitCode::Pass : ExitCode::Unreadable;
}

ExitCode asn1(const Arguments& arguments) {
  Call call(arguments, "asn1.tree");
  call.file("source", arguments.positionals().front());
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  for (const Json& node : member(*result, "nodes")) {
    const Json& range = member(node, "range");
    const Json& depth = member(node, "depth");
    const std::size_t indent = depth.is_number_unsigned() ? depth.get<std::size_t>() * 2 : 0;
    std::string place = json::dump(range);
    place.resize(std::max<std::size_t>(place.size(), 14), ' ');
    const std::string text = text_of(node, "text");
    print(place + " " + std::string(indent, ' ') + text_of(node, "tag") + (text.empty() ? "" : "  " + text) + "\n");
  }
  print(findings_text(member(*result, "findings"), ""));
  return ExitCode::Pass;
}

ExitCode name(const Arguments& arguments) {
  Call call(arguments, "name.parse");
  call.params()["text"] = arguments.positionals().front();
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    const Json& parsed = member(*result, "name");
    print("RFC 4514:  " + text_of(parsed, "rfc4514") + "\nOpenSSL:   " + text_of(parsed, "openssl") + "\n");
  }
  return ExitCode::Pass;
}

}  // namespace

std::vector<Command> look_commands() {
  return {
      {"inspect",
       "",
       "FILE...",
       "Say what files hold, whatever they are, and show it",
       {{"ranges", "", "show where each field stands in the DER"},
        {"now", "TIME", "the time for \"valid\" and \"expired\" (default: the clock)"}},
       {"pkiwb inspect certnew.p7b"},
       inspect},
      {"asn1",
       "",
       "FILE",
       "Show the tree of ASN.1 elements with offsets and lengths",
       {},
       {"pkiwb asn1 www.crt"},
       asn1},
      {"name",
       "",
       "TEXT",
       "Read a distinguished name and show it both ways round",
       {},
       {"pkiwb name \"CN=Lab Root,O=Lab,C=DE\""},
       name},
  };
}

}  // namespace pki::cli
