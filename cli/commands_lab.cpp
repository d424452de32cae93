// pkiwb lab: the file of the page that holds a tenant, a private PKI and an estate, and the files of the command line.

#include <cstdio>

#include "show.h"
#include "tenant_file.h"

namespace pki::cli {
namespace {

/// The files of a lab's parts: the member in the API, and the option that names it.
struct PartRow {
  std::string_view member;
  std::string_view option;
};
constexpr PartRow kParts[] = {{"tenant", "tenant"}, {"private_pki", "private-pki"}, {"estate", "estate"}};

Overwrite overwrite_of(const Arguments& arguments) {
  return arguments.has("force") ? Overwrite::Allow : Overwrite::Refuse;
}

/// Writes the parts of the lab that was answered into the files of the options.
ExitCode write_parts(const Arguments& arguments, const Json& lab) {
  for (const PartRow& part : kParts) {
    const Json& held = member(lab, part.member);
    const auto path = arguments.get(part.option);
    if (!held.is_object()) {
      if (path) std::fprintf(stderr, "pkiwb: the lab has nothing for --%s\n", std::string(part.option).c_str());
      continue;
    }
    if (path && !write_json_file(std::string(*path), held, overwrite_of(arguments))) return ExitCode::Unreadable;
    print(std::string(part.option) + (path ? ": written to " + std::string(*path) : ": held") + "\n");
  }
  return ExitCode::Pass;
}

ExitCode open(const Arguments& arguments) {
  Call call(arguments, "lab.open");
  const auto content = read_file(arguments.positionals().front());
  if (!content) return ExitCode::Unreadable;
  call.params()["text"] = as_text(*content);
  const auto result = call.call();
  return result ? write_parts(arguments, *result) : call.exit_code();
}

ExitCode sample(const Arguments& arguments) {
  Call call(arguments, "lab.sample");
  call.text("model", "model").now();
  const auto result = call.call();
  return result ? write_parts(arguments, *result) : call.exit_code();
}

ExitCode write(const Arguments& arguments) {
  Call call(arguments, "lab.write");
  for (const PartRow& part : kParts) {
    const auto path = arguments.get(part.option);
    if (!path) continue;
    auto content = read_json_file(std::string(*path));
    if (!content) return ExitCode::Unreadable;
    call.params()[std::string(part.member)] = *std::move(content);
  }
  const auto result = call.call();
  if (!result) return call.exit_code();
  const std::string text = text_of(*result, "text");
  const bool written =
      write_file(arguments.positionals().front(), as_bytes(text), Secrecy::Secret, overwrite_of(arguments));
  return written ? ExitCode::Pass : ExitCode::Unreadable;
}

}  // namespace

std::vector<Command> lab_commands() {
  return {
      {"lab",
       "open",
       "FILE",
       "Take apart a file that the page saved: into the files of the tenant, private-pki and estate commands",
       {{"tenant", "FILE", "write the tenant there"},
        {"private-pki", "FILE", "write the private PKI there"},
        {"estate", "FILE", "write the estate there"},
        {"force", "", "overwrite"}},
       {"pkiwb lab open contoso.tenant.json --tenant contoso.json --estate estate.json"},
       open},
      {"lab",
       "sample",
       "",
       "Make a ready lab: a tenant, devices with their profiles, and an estate around them; then let devices check in",
       {{"model", "MODEL", "cloud-root (otherwise), byoca, or both in one tenant"},
        {"tenant", "FILE", "write the tenant there"},
        {"private-pki", "FILE", "write the private PKI there, which the models byoca and both have"},
        {"estate", "FILE", "write the estate there"},
        {"now", "TIME", "the tenant's clock; otherwise this machine's"},
        {"force", "", "overwrite"}},
       {"pkiwb lab sample --model both --tenant contoso.json --private-pki corp.json --estate estate.json"},
       sample},
      {"lab",
       "write",
       "FILE",
       "Put them together into a file that the page opens; it holds the private keys, not encrypted",
       {{"tenant", "FILE", "the tenant"},
        {"private-pki", "FILE", "the private PKI"},
        {"estate", "FILE", "the estate"},
        {"force", "", "overwrite"}},
       {"pkiwb lab write contoso.tenant.json --tenant contoso.json --private-pki corp.json --estate estate.json"},
       write},
  };
}

}  // namespace pki::cli
