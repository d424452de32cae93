// pkiwb cert: looking at certificates and turning them into other forms.

#include "base/encoding.h"
#include "files.h"
#include "issuing.h"
#include "show.h"
#include "show_objects.h"

namespace pki::cli {
namespace {

ExitCode show(const Arguments& arguments) { return show_objects(arguments, {"certificate", "certificate"}); }

ExitCode convert(const Arguments& arguments) {
  Call call(arguments, "bundle.write");
  call.files("certificates", arguments.positionals());
  call.params()["format"] = arguments.get_or("to", "pem");
  call.params()["order"] = arguments.has("sort") ? "leaf-first" : "as-given";
  if (arguments.has("drop-root")) call.params()["root"] = "drop";
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  const auto content = from_base64(text_of(*result, "data"));
  const Overwrite overwrite = arguments.has("force") ? Overwrite::Allow : Overwrite::Refuse;
  return content && write_file(arguments.get_or("out", "-"), *content, Secrecy::Public, overwrite)
             ? ExitCode::Pass
             : ExitCode::Unreadable;
}

}  // namespace

std::vector<Command> cert_commands() {
  return {
      {"cert",
       "show",
       "FILE...",
       "Show certificates in full",
       {{"ranges", "", "show where each field stands in the DER"},
        {"now", "TIME", "the time for \"valid\" and \"expired\" (default: the clock)"}},
       {"pkiwb cert show www.crt"},
       show},
      {"cert",
       "convert",
       "FILE...",
       "Write certificates as PEM, DER or PKCS#7 (.p7b)",
       {{"to", "pem|der|p7b", "the form (default: pem)"},
        {"sort", "", "leaf first, each followed by its issuer"},
        {"drop-root", "", "leave self-signed certificates out"},
        {"out", "FILE", "where the result goes (default: standard output)"},
        {"force", "", "overwrite the file"}},
       {"pkiwb cert convert www.crt issuing.crt root.crt --sort --drop-root --out fullchain.pem"},
       convert},
  };
}

}  // namespace pki::cli
