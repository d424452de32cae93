// pkiwb chain: building and checking certification paths.

#include "core_call.h"
#include "show.h"

namespace pki::cli {
namespace {

// Options that are members of the API's CheckOptions.
struct OptionRow {
  std::string_view option;
  std::string_view member;
  /// What a flag stands for; empty for an option with a value, which is handed on.
  std::string_view word = {};
};
constexpr OptionRow kOptionRows[] = {
    {"explicit-policy", "explicit_policy", "required"},
    {"inhibit-map", "policy_mapping", "inhibited"},
    {"inhibit-any", "any_policy", "inhibited"},
    {"eku-nesting", "eku_nesting"},
    {"anchor-constraints", "anchor_constraints"},
    {"anchor-validity", "anchor_validity"},
    {"target-anchor", "target_anchor"},
    {"strength", "strength"},
    {"weak", "weak"},
};

Json read_options(const Arguments& arguments) {
  Json options = Json::object();
  for (const OptionRow& row : kOptionRows) {
    if (!arguments.has(row.option)) continue;
    options[std::string(row.member)] = row.word.empty() ? *arguments.get(row.option) : std::string(row.word);
  }
  if (arguments.has("policy")) options["policies"] = arguments.all("policy");
  return options;
}

ExitCode check(const Arguments& arguments) {
  Call call(arguments, "chain.check");
  call.file("target", arguments.positionals().front()).now("at", "at").text("purpose", "purpose");
  call.files("pool", arguments.all("untrusted")).files("anchors", arguments.all("trusted"));
  call.texts("names", "hostname");
  call.params()["options"] = read_options(arguments);
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
        {"policy", "OID", "a certificate policy that is accepted (default: any)", kMany},
        {"explicit-policy", "", "require a valid policy (OpenSSL: -explicit_policy)"},
        {"inhibit-map", "", "let no CA map policies (OpenSSL: -inhibit_map)"},
        {"inhibit-any", "", "let anyPolicy not count (OpenSSL: -inhibit_any)"},
        {"eku-nesting", "HOW", "whether the extended key usage of CAs counts: off, intermediates, including-anchor"},
        {"anchor-constraints", "HOW", "whether limits in the anchor's own certificate count: honour, ignore"},
        {"anchor-validity", "HOW", "an anchor whose certificate is not valid at that time: refuse, warn, ignore"},
        {"target-anchor", "HOW", "whether the target may be an anchor itself: self-signed, refuse, accept"},
        {"strength", "NAME", "which keys and hashes are strong enough: default, legacy"},
        {"weak", "HOW", "weak keys and hashes: refuse, warn, ignore"},
        {"explain", "", "show every step of every candidate path, and the search"}},
       {"pkiwb chain check www.crt --untrusted issuing.crt --trusted root.crt --purpose tls-server --hostname "
        "www.lab.example"},
       check},
  };
}

}  // namespace pki::cli
