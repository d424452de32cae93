// pkiwb fleet: users, devices and profiles of a tenant; pkiwb private-pki: the private CA that signs a BYOCA.

#include <cstdio>
#include <filesystem>

#include "asn1/pem.h"
#include "base/encoding.h"
#include "repository.h"
#include "show.h"
#include "tenant_file.h"

namespace pki::cli {
namespace {

namespace fs = std::filesystem;

ExitCode sample(const Arguments& arguments) {
  TenantCall call(arguments, "fleet.sample");
  return finish_tenant(call, "Five people and ten devices are there.");
}

ExitCode usual_profiles(const Arguments& arguments) {
  TenantCall call(arguments, "fleet.usual_profiles");
  call.positional("ca", 1).call().texts("platforms", "platform", Call::Split::AtCommas);
  return finish_tenant(call, "Profiles were made.");
}

ExitCode put(const Arguments& arguments) {
  TenantCall call(arguments, "fleet.put");
  for (const auto& [option, key] :
       {std::pair{"user", "user"}, std::pair{"device", "device"}, std::pair{"group", "group"},
        std::pair{"trusted-profile", "trusted_profile"}, std::pair{"scep-profile", "scep_profile"}}) {
    const auto path = arguments.get(option);
    if (!path) continue;
    auto object = read_json_file(*path);
    if (!object) return ExitCode::Unreadable;
    call.call().params()[key] = *std::move(object);
  }
  return finish_tenant(call, "Done.");
}

ExitCode check_in(const Arguments& arguments) {
  TenantCall call(arguments, "fleet.check_in");
  call.call().texts("devices", "device");
  const auto result = call.run();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  const auto number = [&](std::string_view key) { return std::to_string(member(*result, key).get<std::int64_t>()); };
  print(number("devices") + " devices checked in, " + number("enrolled") + " certificates were enrolled, " +
        number("failed") + " profiles failed.\n");
  for (const Json& device : member(member(member(*result, "view"), "fleet"), "devices")) {
    for (const Json& each : member(device, "results")) {
      if (text_of(each, "status") != "error") continue;
      print("  FAIL  " + text_of(device, "name") + ", " + text_of(each, "profile") + ": " + text_of(each, "summary") +
            "\n        " + text_of(each, "cure") + "\n");
    }
  }
  return ExitCode::Pass;
}

ExitCode variables(const Arguments& arguments) {
  Call call(arguments, "fleet.variables");
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  for (const Json& variable : member(*result, "variables")) {
    print(text_of(variable, "name") + "  (" + text_of(variable, "type") + ")  " + text_of(variable, "description") +
          "\n");
  }
  return ExitCode::Pass;
}

// --- The private PKI -------------------------------------------------------------------------------------------------

ExitCode create_pki(const Arguments& arguments) {
  Call call(arguments, "private_pki.create");
  call.text("name", "name").number("tiers", "tiers").now();
  Json settings = Json::object();
  if (const auto pointers = arguments.get("pointers")) settings["pointers"] = *pointers;
  if (arguments.has("no-eku-from-requests")) settings["request_extensions"] = Json::array();
  if (!settings.empty()) call.params()["settings"] = std::move(settings);
  const auto result = call.call();
  if (!result) return call.exit_code();
  const Overwrite overwrite = arguments.has("force") ? Overwrite::Allow : Overwrite::Refuse;
  if (!write_json_file(arguments.positionals().front(), member(*result, "private_pki"), overwrite)) {
    return ExitCode::Unreadable;
  }
  for (const Json& ca : member(member(*result, "view"), "cas")) print(text_of(ca, "sentence") + "\n");
  return ExitCode::Pass;
}

bool write_all(const Json& files, const fs::path& folder) {
  std::error_code trouble;
  fs::create_directories(folder, trouble);
  for (const Json& file : files) {
    const auto data = from_base64(text_of(file, "data"));
    const std::string path = (folder / text_of(file, "name")).string();
    if (!data || !write_file(path, *data, Secrecy::Public, Overwrite::Allow)) return false;
    print(path + "\n");
  }
  return true;
}

ExitCode sign(const Arguments& arguments) {
  Call call(arguments, "private_pki.sign");
  auto pki = read_json_file(arguments.positionals().front());
  if (!pki) return ExitCode::Unreadable;
  call.params()["private_pki"] = *std::move(pki);
  call.file("csr", arguments.positionals()[1]).number("tier", "tier").text("encoding", "encoding").now();
  call.texts("mistakes", "mistake", Call::Split::AtCommas);
  const auto result = call.call();
  if (!result) return call.exit_code();
  const fs::path folder = arguments.get_or("out", ".");
  if (!write_all(member(*result, "signed_certificate"), folder) || !write_all(member(*result, "chain"), folder)) {
    return ExitCode::Unreadable;
  }
  print(findings_text(member(*result, "findings"), ""));
  return ExitCode::Pass;
}

ExitCode publish_pki(const Arguments& arguments) {
  Call call(arguments, "private_pki.show");
  auto pki = read_json_file(arguments.positionals().front());
  if (!pki) return ExitCode::Unreadable;
  call.params()["private_pki"] = *std::move(pki);
  call.now();
  const auto result = call.call();
  if (!result) return call.exit_code();
  const auto folder = arguments.get("out");
  if (!folder) {
    std::fputs("pkiwb: --out names the folder\n", stderr);
    return ExitCode::Usage;
  }
  return write_repository(member(member(*result, "view"), "repository"), *folder) ? ExitCode::Pass
                                                                                  : ExitCode::Unreadable;
}

ExitCode mistakes(const Arguments& arguments) {
  Call call(arguments, "private_pki.mistakes");
  const auto result = call.call();
  if (!result) return call.exit_code();
  for (const Json& each : member(*result, "mistakes")) {
    std::string name = text_of(each, "name");
    name.resize(std::max<std::size_t>(name.size(), 20), ' ');
    print(name + text_of(each, "title") + "\n");
  }
  return ExitCode::Pass;
}

}  // namespace

std::vector<Command> fleet_commands() {
  return {
      {"fleet", "sample", "FILE", "Fill a tenant with five people and ten devices of four platforms", {}, {}, sample},
      {"fleet",
       "usual-profiles",
       "FILE CA",
       "Make the profiles that devices need for an issuing CA",
       {{"platform", "LIST", "only for these", Option::Count::Many}},
       {"pkiwb fleet usual-profiles contoso.json \"Contoso Issuing\""},
       usual_profiles},
      {"fleet",
       "put",
       "FILE",
       "Add or change an object, as docs/api.md describes them, from a JSON file",
       {{"user", "FILE", "a user"},
        {"device", "FILE", "a device"},
        {"group", "FILE", "a group"},
        {"trusted-profile", "FILE", "a trusted certificate profile"},
        {"scep-profile", "FILE", "a SCEP certificate profile"}},
       {},
       put},
      {"fleet",
       "check-in",
       "FILE",
       "Let devices check in: install, enrol, renew",
       {{"device", "NAME", "only this device", Option::Count::Many}},
       {"pkiwb fleet check-in contoso.json"},
       check_in},
      {"fleet", "variables", "", "List the variables of SCEP profiles", {}, {}, variables},
      {"private-pki",
       "create",
       "FILE",
       "Make a private PKI of one to three tiers that behaves like AD CS, in a file",
       {{"name", "NAME", "the organization"},
        {"tiers", "N", "1 to 3 (default: 2)"},
        {"pointers", "KIND", "AIA and CDP as ldap, http, both or none (default: http)"},
        {"no-eku-from-requests", "", "the CA does not take the extended key usage from requests"},
        {"force", "", "overwrite what is there"},
        {"now", "TIME", "the time"}},
       {"pkiwb private-pki create corp.json --name Corp --tiers 2"},
       create_pki},
      {"private-pki",
       "sign",
       "FILE REQUEST",
       "Sign the request of a BYOCA, rightly or with mistakes, and write the files",
       {{"mistake", "LIST", "what shall go wrong (private-pki mistakes lists them)", Option::Count::Many},
        {"tier", "N", "the tier that signs"},
        {"encoding", "KIND", "base64 or der"},
        {"out", "DIR", "where to write the files"},
        {"now", "TIME", "the time"}},
       {"pkiwb private-pki sign corp.json byoca.req --out answer --mistake eku-lost"},
       sign},
      {"private-pki",
       "publish",
       "FILE",
       "Write what stands at its URLs into a folder, for --repository",
       {{"out", "DIR", "the folder"}, {"now", "TIME", "the time"}},
       {},
       publish_pki},
      {"private-pki", "mistakes", "", "List the mistakes that people make when they sign", {}, {}, mistakes},
  };
}

}  // namespace pki::cli
