// pkiwb chain: building and checking certification paths.

#include "core_call.h"
#include "show.h"

namespace pki::cli {
namespace {

/// The options object, where an option of the command line goes there.
void set_options(Call& call) {
  const Arguments& arguments = call.arguments();
  Json options = Json::object();
  if (arguments.has("strict")) options["issuer_rules"] = "refuse";
  if (const auto reaction = arguments.get("web-pki")) options["web_pki"] = *reaction;
  if (const auto strength = arguments.get("strength")) options["strength"] = *strength;
  if (!options.empty()) call.params()["options"] = std::move(options);
}

ExitCode check(const Arguments& arguments) {
  Call call(arguments, "chain.check");
  call.file("target", arguments.positionals().front()).now("at", "at").text("purpose", "purpose");
  call.files("pool", arguments.all("untrusted")).files("anchors", arguments.all("trusted"));
  call.texts("names", "hostname");
  set_options(call);
  const auto result = call.call();
  if (!result) return call.exit_code();
  const Json& report = member(*result, "report");
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    print(report_text(report, arguments.has("explain") ? Detail::Explained : Detail::Verdict));
  }
  return truth_of(report, "accepted") ? ExitCode::Pass : ExitCode::CheckFailed;
}

}  // namespace

std::vector<Command> chain_commands() {
  constexpr auto kMany = Option::Count::Many;
  return {
      {"chain",
       "check",
       "FILE",
       "Build every certification path from a certificate to a trust anchor, and judge each (RFC 5280 section 6)",
       {{"trusted", "FILE", "trust anchors", kMany},
        {"untrusted", "FILE", "other certificates to build paths from, in any order", kMany},
        {"purpose", "ID", "what the certificate is to be used for: tls-server, tls-client, ... (default: any)"},
        {"hostname", "NAME", "a host name or an IP address that the certificate must be for", kMany},
        {"at", "TIME", "the time of the check, ISO 8601 UTC (default: the clock)"},
        {"strict", "", "refuse what RFC 5280 forbids CAs, though verifiers need not mind (OpenSSL: -x509_strict)"},
        {"web-pki", "REACTION",
         "judge by the CA/Browser Forum's Baseline Requirements too: refuse, warn or ignore (default: ignore)"},
        {"strength", "POLICY", "how strong keys and signatures must be: default or legacy (RSA 1024, DSA, SHA-1)"},
        {"explain", "", "show every step of every candidate path, and the search"}},
       {"pkiwb chain check www.crt --untrusted issuing.crt --trusted root.crt --purpose tls-server --hostname "
        "www.lab.example"},
       check},
  };
}

}  // namespace pki::cli
