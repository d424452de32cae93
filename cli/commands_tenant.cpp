// pkiwb tenant: a tenant of Cloud PKI in a file.

#include <cstdio>
#include <filesystem>

#include "base/encoding.h"
#include "repository.h"
#include "show.h"
#include "tenant_file.h"

namespace pki::cli {
namespace {

namespace fs = std::filesystem;

std::string pad(std::string text, std::size_t width) {
  if (text.size() < width) text.resize(width, ' ');
  return text;
}

std::string number_of(const Json& object, std::string_view key) {
  const Json& value = member(object, key);
  return value.is_number_integer() ? std::to_string(value.get<std::int64_t>()) : std::string("-");
}

// --- The tenant ------------------------------------------------------------------------------------------------------

/// params.settings, where there is something to set.
void set_settings(const Arguments& arguments, Call& call) {
  Json settings = Json::object();
  call.number_in(settings, "ca_cap", "ca-cap");
  if (arguments.has("trial")) settings["licence"] = "trial";
  if (arguments.has("no-issuing-cdp")) settings["issuing_ca_crl_url"] = false;
  if (arguments.has("no-leaf-aia")) settings["leaf_issuer_url"] = false;
  if (!settings.empty()) call.params()["settings"] = std::move(settings);
}

ExitCode create(const Arguments& arguments) {
  Call call(arguments, "tenant.create");
  call.text("name", "name").now();
  set_settings(arguments, call);
  const auto result = call.call();
  if (!result) return call.exit_code();
  const std::string path = arguments.positionals().front();
  const Overwrite overwrite = arguments.has("force") ? Overwrite::Allow : Overwrite::Refuse;
  if (!write_json_file(path, member(*result, "tenant"), overwrite)) return ExitCode::Unreadable;
  if (arguments.has("json")) print_json(*result);
  return ExitCode::Pass;
}

std::string versions_text(const Json& ca) {
  std::string text;
  for (const Json& version : member(ca, "versions")) {
    const Json& certificate = member(version, "certificate");
    const Json& crl = member(version, "crl");
    text += "      " + pad(text_of(version, "title"), 28) + pad(text_of(version, "status"), 17);
    if (certificate.is_object()) text += "until " + text_of(certificate, "not_after");
    text += "\n";
    if (crl.is_object()) {
      text += "        CRL " + number_of(crl, "number") + ", next " + text_of(crl, "next_update") + "  " +
              text_of(crl, "url") + "\n";
    }
    if (const std::string uri = text_of(version, "scep_uri"); !uri.empty()) text += "        SCEP " + uri + "\n";
  }
  return text;
}

std::string cas_text(const Json& view) {
  std::string text;
  for (const Json& ca : member(view, "cas")) {
    const Json& leaves = member(ca, "leaves");
    const std::string renewal = text_of(ca, "renewal");
    text += "  " + pad(text_of(ca, "title"), 30) + pad(text_of(ca, "type"), 9) + pad(text_of(ca, "status"), 18) +
            "root: " + text_of(ca, "root_common_name") + (renewal.empty() ? "" : "  [" + renewal + "]") + "\n";
    if (text_of(ca, "type") == "Issuing") {
      text += "      leaves: " + number_of(leaves, "active") + " active, " + number_of(leaves, "revoked") +
              " revoked, " + number_of(leaves, "expired") + " expired\n";
      text += "      SCEP " + text_of(ca, "scep_uri") + "\n";
    }
    if (const std::string banner = text_of(ca, "banner"); !banner.empty()) text += "      ! " + banner + "\n";
    text += versions_text(ca);
  }
  return text;
}

std::string devices_text(const Json& view) {
  std::string text;
  for (const Json& device : member(member(view, "fleet"), "devices")) {
    text += "  " + pad(text_of(device, "name"), 20) + pad(text_of(device, "platform"), 22) +
            std::to_string(member(device, "trusted").size()) + " trusted, " +
            std::to_string(member(device, "identities").size()) + " own\n";
    for (const Json& result : member(device, "results")) {
      if (text_of(result, "status") != "error") continue;
      text += "      FAIL  " + text_of(result, "profile") + ": " + text_of(result, "summary") + "\n";
      text += "            " + text_of(result, "cure") + "\n";
    }
  }
  return text;
}

ExitCode show(const Arguments& arguments) {
  TenantCall call(arguments, "tenant.show");
  const auto result = call.run();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  const Json& view = member(*result, "view");
  print("Tenant " + text_of(view, "name") + ", " + text_of(view, "clock") + "\n\n" + cas_text(view));
  if (const std::string devices = devices_text(view); !devices.empty()) print("\nDevices\n" + devices);
  if (arguments.has("audit")) {
    print("\nAudit log\n");
    for (const Json& event : member(view, "audit")) {
      print("  " + text_of(event, "at") + "  " + text_of(event, "activity") + "  " + text_of(event, "object") + "  " +
            text_of(event, "detail") + "\n");
    }
  }
  return ExitCode::Pass;
}

ExitCode settings(const Arguments& arguments) {
  TenantCall call(arguments, "tenant.settings");
  call.call().params()["settings"] = Json::object();
  set_settings(arguments, call.call());
  if (arguments.has("licensed")) call.call().params()["settings"]["licence"] = "licensed";
  return finish_tenant(call, "");
}

ExitCode move_clock(const Arguments& arguments) {
  TenantCall call(arguments, "tenant.clock");
  call.call().text("to", "to");
  Json by = Json::object();
  for (const std::string_view part : {"years", "months", "days", "hours"}) {
    call.call().number_in(by, part, part);
  }
  if (!by.empty()) call.call().params()["by"] = std::move(by);
  return finish_tenant(call, "");
}

ExitCode facts(const Arguments& arguments) {
  Call call(arguments, "tenant.facts");
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  for (const Json& fact : member(*result, "facts")) {
    print(pad(text_of(fact, "id"), 30) + text_of(fact, "statement") + "\n" + std::string(30, ' ') + "[" +
          text_of(fact, "ground") + ": " + text_of(fact, "source") + "]\n");
  }
  return ExitCode::Pass;
}

// --- CAs -------------------------------------------------------------------------------------------------------------

ExitCode add_ca(const Arguments& arguments) {
  TenantCall call(arguments, "tenant.ca.create");
  Call& core = call.call();
  core.text("kind", "kind").text("name", "name").text("description", "description");
  core.text("common_name", "common-name").text("organization", "organization");
  core.text("organizational_unit", "organizational-unit").text("country", "country");
  core.text("state", "state").text("locality", "locality");
  core.texts("purposes", "purpose", Call::Split::AtCommas).number("validity_years", "years").text("key", "key");
  core.text("root", "root").texts("scope_tags", "scope-tag").text("via", "via");
  if (!core.params().contains("common_name") && arguments.has("name"))
    core.params()["common_name"] = *arguments.get("name");
  return finish_tenant(call, "Created.");
}

ExitCode act_on_ca(const Arguments& arguments, std::string_view method, std::string_view done) {
  TenantCall call(arguments, method);
  call.positional("ca", 1);
  return finish_tenant(call, done);
}
ExitCode pause(const Arguments& arguments) { return act_on_ca(arguments, "tenant.ca.pause", "Paused."); }
ExitCode resume(const Arguments& arguments) { return act_on_ca(arguments, "tenant.ca.resume", "Resumed."); }
ExitCode revoke(const Arguments& arguments) { return act_on_ca(arguments, "tenant.ca.revoke", "Revoked."); }
ExitCode remove(const Arguments& arguments) { return act_on_ca(arguments, "tenant.ca.delete", "Deleted."); }
ExitCode renew(const Arguments& arguments) {
  return act_on_ca(arguments, "tenant.ca.renew", "A new version was made.");
}

ExitCode activate(const Arguments& arguments) {
  TenantCall call(arguments, "tenant.ca.activate");
  call.positional("ca", 1).call().number("version", "version");
  return finish_tenant(call, "Activated.");
}

bool write_to(const std::string& path, Bytes content, const Arguments& arguments) {
  return write_file(path, content, Secrecy::Public, arguments.has("force") ? Overwrite::Allow : Overwrite::Refuse);
}

ExitCode request(const Arguments& arguments) {
  TenantCall call(arguments, "tenant.ca.request");
  call.positional("ca", 1);
  const auto result = call.run();
  if (!result) return call.exit_code();
  const std::string path = arguments.get_or("out", text_of(*result, "file_name"));
  if (!write_to(path, as_bytes(text_of(*result, "request")), arguments)) return ExitCode::Unreadable;
  if (path != "-") print(path + "\n");
  return ExitCode::Pass;
}

ExitCode upload(const Arguments& arguments) {
  TenantCall call(arguments, "tenant.ca.upload");
  call.positional("ca", 1);
  call.call().files("signed_certificate", arguments.all("signed")).files("chain", arguments.all("chain"));
  const auto result = call.run();
  if (!result) return call.exit_code();
  const bool accepted = truth_of(*result, "accepted");
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    print(text_of(member(*result, "desk"), "sentence") + "\n");
    print(findings_text(member(*result, "findings"), ""));
    for (const Json& row : member(member(*result, "desk"), "rows")) {
      print(findings_text(member(row, "findings"), "    "));
    }
  }
  return accepted ? ExitCode::Pass : ExitCode::CheckFailed;
}

// --- Leaves and publication ------------------------------------------------------------------------------------------

ExitCode leaves(const Arguments& arguments) {
  TenantCall call(arguments, "tenant.leaf.list");
  call.positional("ca", 1).call().text("search", "search");
  const auto result = call.run();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  for (const Json& leaf : member(*result, "leaves")) {
    print(text_of(leaf, "serial") + "  " + pad(text_of(leaf, "status"), 9) + pad(text_of(leaf, "device_name"), 18) +
          text_of(leaf, "subject") + "  until " + text_of(leaf, "not_after") + "\n");
  }
  return ExitCode::Pass;
}

ExitCode revoke_leaf(const Arguments& arguments) {
  if (arguments.has("all")) return act_on_ca(arguments, "tenant.leaf.revoke_all", "Revoked.");
  TenantCall call(arguments, "tenant.leaf.revoke");
  call.positional("ca", 1).call().text("serial", "serial");
  return finish_tenant(call, "Revoked.");
}

ExitCode publish(const Arguments& arguments) {
  TenantCall call(arguments, "tenant.show");
  const auto result = call.run();
  if (!result) return call.exit_code();
  const auto folder = arguments.get("out");
  if (!folder) {
    std::fputs("pkiwb: --out names the folder\n", stderr);
    return ExitCode::Usage;
  }
  return write_repository(member(member(*result, "view"), "repository"), *folder) ? ExitCode::Pass
                                                                                  : ExitCode::Unreadable;
}

ExitCode export_certificate(const Arguments& arguments) {
  TenantCall call(arguments, "tenant.show");
  const auto result = call.run();
  if (!result) return call.exit_code();
  const std::string wanted = arguments.positionals()[1];
  for (const Json& ca : member(member(*result, "view"), "cas")) {
    if (text_of(ca, "id") != wanted && text_of(ca, "name") != wanted && text_of(ca, "title") != wanted) continue;
    const Json& versions = member(ca, "versions");
    for (const Json& version : versions) {
      const Json& certificate = member(version, "certificate");
      const bool meant = arguments.has("version") ? number_of(version, "number") == *arguments.get("version")
                                                  : text_of(version, "title") == text_of(ca, "title");
      if (!meant || !certificate.is_object()) continue;
      const auto data = from_base64(text_of(certificate, "der"));
      const std::string path = arguments.get_or("out", text_of(certificate, "file_name"));
      if (!data || !write_to(path, *data, arguments)) return ExitCode::Unreadable;
      if (path != "-") print(path + "\n");
      return ExitCode::Pass;
    }
  }
  std::fprintf(stderr, "pkiwb: no certificate of %s\n", wanted.c_str());
  return ExitCode::CheckFailed;
}

constexpr Option kForce{"force", "", "overwrite what is there"};

}  // namespace

std::vector<Command> tenant_commands() {
  const Option cap{"ca-cap", "N", "how many CAs a tenant may have: 3 (2026), 6 (2024)"};
  const Option trial{"trial", "", "a trial: CAs get software keys"};
  const Option no_cdp{"no-issuing-cdp", "", "certificates of issuing CAs do not name their root's CRL"};
  const Option no_aia{"no-leaf-aia", "", "leaves do not name their issuer's certificate"};
  return {
      {"tenant",
       "create",
       "FILE",
       "Make a tenant of Cloud PKI without CAs, in a file; it will hold private keys",
       {{"name", "NAME", "the tenant's name"},
        cap,
        trial,
        no_cdp,
        no_aia,
        kForce,
        {"now", "TIME", "what its clock shows"}},
       {"pkiwb tenant create contoso.json --name Contoso"},
       create},
      {"tenant",
       "show",
       "FILE",
       "Show its CAs with status, versions and URLs, and its devices",
       {{"audit", "", "the audit log too"}},
       {"pkiwb tenant show contoso.json"},
       show},
      {"tenant",
       "settings",
       "FILE",
       "Change what is unknown or has changed over time",
       {cap, trial, {"licensed", "", "a licence was bought"}, no_cdp, no_aia},
       {},
       settings},
      {"tenant",
       "add-ca",
       "FILE",
       "Create a CA: a root, an issuing CA under a root of the tenant, or a BYOCA whose request a private CA signs",
       {{"kind", "KIND", "root, issuing or byoca"},
        {"name", "NAME", "its name, and its common name unless told otherwise"},
        {"common-name", "CN", "the subject's common name"},
        {"organization", "O", "the subject's organization"},
        {"organizational-unit", "OU", "the subject's organizational unit"},
        {"country", "C", "the subject's country, two letters"},
        {"state", "ST", "the subject's state"},
        {"locality", "L", "the subject's locality"},
        {"purpose", "LIST", "extended key usages, such as clientAuth", Option::Count::Many},
        {"years", "N", "its validity (not with byoca)"},
        {"key", "KEY", "rsa-2048, rsa-3072 or rsa-4096 (not with issuing)"},
        {"root", "CA", "the root of an issuing CA"},
        {"scope-tag", "TAG", "a scope tag", Option::Count::Many},
        {"via", "WAY", "admin-centre or graph"},
        {"description", "TEXT", "anything"}},
       {"pkiwb tenant add-ca contoso.json --kind root --name \"Contoso Root\" --years 25 --purpose "
        "clientAuth,serverAuth"},
       add_ca},
      {"tenant", "pause", "FILE CA", "Pause an issuing CA", {}, {}, pause},
      {"tenant", "resume", "FILE CA", "Resume a paused CA", {}, {}, resume},
      {"tenant", "revoke", "FILE CA", "Revoke a paused CA whose certificates are revoked", {}, {}, revoke},
      {"tenant", "delete", "FILE CA", "Delete a revoked CA, or a root without issuing CAs", {}, {}, remove},
      {"tenant", "renew", "FILE CA", "Make the next version of an issuing CA", {}, {}, renew},
      {"tenant", "activate", "FILE CA", "Activate a staged version", {{"version", "N", "its number"}}, {}, activate},
      {"tenant",
       "request",
       "FILE CA",
       "Download the request of a BYOCA",
       {{"out", "FILE", "where to write it (default: the CA's name)"}, kForce},
       {"pkiwb tenant request contoso.json BYOCA --out byoca.req"},
       request},
      {"tenant",
       "upload",
       "FILE CA",
       "Upload what the private CA made of the request, and its chain",
       {{"signed", "FILE", "the signed certificate", Option::Count::Many},
        {"chain", "FILE", "its chain", Option::Count::Many}},
       {"pkiwb tenant upload contoso.json BYOCA --signed certnew.cer --chain fullChain.p7b"},
       upload},
      {"tenant",
       "leaves",
       "FILE CA",
       "List a CA's certificates",
       {{"search", "TEXT", "only what holds this"}},
       {},
       leaves},
      {"tenant",
       "revoke-leaf",
       "FILE CA",
       "Revoke a certificate",
       {{"serial", "HEX", "its serial number"}, {"all", "", "all active ones of the CA"}},
       {},
       revoke_leaf},
      {"tenant",
       "clock",
       "FILE",
       "Move the clock forward, and see what happens meanwhile",
       {{"to", "TIME", "to this time"},
        {"days", "N", "by so many days"},
        {"hours", "N", "and hours"},
        {"months", "N", "and months"},
        {"years", "N", "and years"}},
       {"pkiwb tenant clock contoso.json --days 8"},
       move_clock},
      {"tenant",
       "publish",
       "FILE",
       "Write what stands at the tenant's URLs into a folder, for --repository",
       {{"out", "DIR", "the folder"}},
       {"pkiwb tenant publish contoso.json --out web"},
       publish},
      {"tenant",
       "certificate",
       "FILE CA",
       "Download a CA's certificate (DER)",
       {{"version", "N", "of this version"}, {"out", "FILE", "where to write it"}, kForce},
       {},
       export_certificate},
      {"tenant", "facts", "", "List the facts that the model follows, and what each stands on", {}, {}, facts},
  };
}

}  // namespace pki::cli
