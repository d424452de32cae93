// pkiwb estate: making an estate around a tenant, changing it, and writing the files with which it is built in reality.
// What is decided about it is in commands_estate_talk.cpp.

#include <cstdio>
#include <filesystem>

#include "base/encoding.h"
#include "estate_file.h"

namespace pki::cli {
namespace {

namespace fs = std::filesystem;

void show_view(const Json& result) {
  const Json& view = member(result, "view");
  const Json& certificates = member(result, "certificates");
  for (const char* kind : {"devices", "services"}) {
    print(std::string(kind) + "\n");
    for (const Json& each : member(view, kind)) {
      print("  " + text_of(each, "name") +
            "\n    trusts:   " + certificate_titles(certificates, member(each, "roots")) +
            "\n    has:      " + certificate_titles(certificates, member(each, "intermediates")) + "\n");
      if (each.contains("sent"))
        print("    sends:    " + certificate_titles(certificates, member(each, "sent")) + "\n");
      for (const Json& identity : member(each, "identities")) {
        print("    sends:    " + certificate_titles(certificates, member(identity, "sent")) + "\n");
      }
    }
  }
}

ExitCode create(const Arguments& arguments) {
  EstateCall call(arguments, "estate.create");
  call.call().text("name", "name").texts("services", "services", Call::Split::AtCommas);
  if (const auto path = arguments.get("private-pki")) {
    auto pki = read_json_file(*path);
    if (!pki) return ExitCode::Unreadable;
    call.params()["private_pki"] = *std::move(pki);
  }
  return finish_estate(call, show_view);
}

ExitCode show(const Arguments& arguments) {
  EstateCall call(arguments, "estate.show");
  return finish_estate(call.read(), show_view);
}

ExitCode add_service(const Arguments& arguments) {
  EstateCall call(arguments, "estate.add_service");
  return finish_estate(call.read().positional("kind", 2), show_view);
}

ExitCode remove_service(const Arguments& arguments) {
  EstateCall call(arguments, "estate.remove_service");
  return finish_estate(call.read().positional("service", 2), show_view);
}

/// The base64 of the certificate that is called so in the estate; nothing where there is none, or more than one.
std::optional<std::string> certificate_called(const Arguments& arguments, const std::string& name) {
  EstateCall call(arguments, "estate.show");
  const auto shown = call.read().run();
  if (!shown) return std::nullopt;
  std::optional<std::string> found;
  for (const Json& each : member(*shown, "certificates")) {
    if (text_of(each, "title") != name && text_of(each, "fingerprint") != name) continue;
    if (found) {
      std::fprintf(stderr, "pkiwb: several certificates are called %s: name its fingerprint\n", name.c_str());
      return std::nullopt;
    }
    found = text_of(each, "der");
  }
  if (!found) std::fprintf(stderr, "pkiwb: no certificate in the estate is called %s\n", name.c_str());
  return found;
}

std::string holder_id(const Json& view, const std::string& name) {
  for (const char* kind : {"devices", "services"}) {
    for (const Json& each : member(view, kind)) {
      if (text_of(each, "name") == name) return text_of(each, "id");
    }
  }
  return name;
}

void show_changed(const Json& result) {
  for (const Json& each : member(result, "sentences")) print(each.get<std::string>() + ": done.\n");
}

ExitCode change(const Arguments& arguments) {
  EstateCall call(arguments, "estate.change");
  call.read();
  Json wanted;
  wanted["kind"] = arguments.positionals().size() > 2 ? arguments.positionals()[2] : "";
  if (const auto holder = arguments.get("holder")) {
    EstateCall about(arguments, "estate.show");
    const auto shown = about.read().run();
    if (!shown) return about.exit_code();
    wanted["holder"] = holder_id(member(*shown, "view"), *holder);
  }
  if (const auto name = arguments.get("certificate")) {
    const auto der = certificate_called(arguments, *name);
    if (!der) return ExitCode::Unreadable;
    wanted["certificate"] = *der;
  }
  if (const auto word = arguments.get("word")) wanted["word"] = *word;
  call.call().number_in(wanted, "number", "number");
  call.params()["changes"] = Json::array({wanted});
  return finish_estate(call, show_changed);
}

/// Writes the files of a pack below the folder; a private key for its owner only.
bool write_pack(const Json& files, const fs::path& folder, Overwrite overwrite) {
  for (const Json& file : files) {
    const fs::path path = folder / text_of(file, "path");
    std::error_code trouble;
    fs::create_directories(path.parent_path(), trouble);
    if (trouble) {
      std::fprintf(stderr, "pkiwb: cannot make %s: %s\n", path.parent_path().c_str(), trouble.message().c_str());
      return false;
    }
    const bool secret = file.contains("private_key");
    ByteVector octets;
    if (file.contains("base64")) {
      octets = from_base64(text_of(file, "base64")).value_or(ByteVector());
    } else {
      octets = to_vector(as_bytes(text_of(file, secret ? "private_key" : "text")));
    }
    if (!write_file(path.string(), octets, secret ? Secrecy::Secret : Secrecy::Public, overwrite)) return false;
  }
  return true;
}

ExitCode pack(const Arguments& arguments) {
  EstateCall call(arguments, "estate.pack");
  call.read().call().text("directory", "directory").flag("with_keys", "with-keys");
  const auto folder = arguments.get("out");
  if (!folder && !arguments.has("json")) {
    std::fprintf(stderr, "pkiwb: --out is missing: the folder that the pack is written to\n");
    return ExitCode::Usage;
  }
  const auto result = call.run();
  if (!result) return call.exit_code();
  const Json& files = member(*result, "files");
  const Overwrite overwrite = arguments.has("force") ? Overwrite::Allow : Overwrite::Refuse;
  if (folder && !write_pack(files, std::string(*folder), overwrite)) return ExitCode::Unreadable;
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    print(std::to_string(files.size()) + " files were written to " + std::string(*folder) +
          ". Begin with README.md.\n");
  }
  return ExitCode::Pass;
}

}  // namespace

std::vector<Command> estate_commands() {
  return {
      {"estate",
       "create",
       "TENANT ESTATE",
       "Make an estate around a tenant: services, their server certificates, and the profiles by which devices trust "
       "them",
       {{"name", "NAME", "what it is called"},
        {"services", "LIST", "nps, freeradius, vpn, iis, nginx, apache, entra-cba, website (default: one of each)",
         Option::Count::Many},
        {"private-pki", "FILE", "the PKI of the servers (default: a new one)"}},
       {"pkiwb estate create contoso.json estate.json --services nps,nginx"},
       create},
      {"estate", "show", "TENANT ESTATE", "Show what devices and services hold and send", {}, {}, show},
      {"estate", "add-service", "TENANT ESTATE KIND", "Add a service", {}, {}, add_service},
      {"estate", "remove-service", "TENANT ESTATE SERVICE", "Remove a service", {}, {}, remove_service},
      {"estate",
       "change",
       "TENANT ESTATE KIND",
       "Change a store, a route or a setting: remove, add-root, add-intermediate, cut-aia, cut-crl, lapse-crl ...",
       {{"holder", "NAME", "the device or service"},
        {"certificate", "NAME", "the certificate, by its common name or SHA-256 fingerprint"},
        {"word", "TEXT", "the setting, or the CRL's URL"},
        {"number", "N", "the depth"}},
       {"pkiwb estate change contoso.json estate.json remove --holder \"Wi-Fi with NPS\" --certificate \"Contoso "
        "Root\""},
       change},
      {"estate",
       "pack",
       "TENANT ESTATE",
       "Write the deploy pack: certificates, CRLs, scripts, profiles and settings for every platform and service, as "
       "the "
       "estate stands",
       {{"out", "DIR", "the folder to write to"},
        {"directory", "DIR", "where the files of a service lie on its machine (default: /etc/pki-workbench)"},
        {"with-keys", "", "write the private keys of the services too, not encrypted"},
        {"force", "", "overwrite"}},
       {"pkiwb estate pack contoso.json estate.json --out pack"},
       pack},
  };
}

}  // namespace pki::cli
