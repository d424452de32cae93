// pkiwb chain: building and checking certification paths.

#include "core_call.h"
#include "show.h"

namespace pki::cli {
namespace {

ExitCode check(const Arguments& arguments) {
  Call call(arguments, "chain.check");
  call.file("target", arguments.positionals().front()).now("at", "at").text("purpose", "purpose");
  call.files("pool", arguments.all("untrusted")).files("anchors", arguments.all("trusted"));
  call.texts("names", "hostname");
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
        {"explain", "", "show every step of every candidate path, and the search"}},
       {"pkiwb chain check www.crt --untrusted issuing.crt --trusted root.crt --purpose tls-server --hostname "
        "www.lab.example"},
       check},
  };
}

}  // namespace pki::cli
