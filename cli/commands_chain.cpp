// pkiwb chain: building and checking certification paths.

#include "core_call.h"
#include "repository.h"
#include "show.h"
#include "show_relying.h"

namespace pki::cli {
namespace {

// OpenSSL's names: --crl-check is the leaf alone, --crl-check-all the whole chain, and both are hard fail. What is said
// in our own words counts more.
Json revocation_options(const Arguments& arguments) {
  Json options = Json::object();
  if (arguments.has("crl-check") || arguments.has("crl-check-all")) {
    options["mode"] = "hard-fail";
    options["scope"] = arguments.has("crl-check-all") ? "chain" : "leaf";
  }
  if (const auto mode = arguments.get("revocation")) options["mode"] = *mode;
  if (const auto scope = arguments.get("revocation-scope")) options["scope"] = *scope;
  return options;
}

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
    {"strict", "issuer_rules", "refuse"},
    {"web-pki", "web_pki"},
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
  if (Json revocation = revocation_options(arguments); !revocation.empty()) {
    options["revocation"] = std::move(revocation);
  }
  return options;
}

// What the certificate must be for. OpenSSL's names of the options do as well as ours.
Json wanted_names(const Arguments& arguments) {
  struct Row {
    std::string_view option;
    std::string_view prefix;
  };
  constexpr Row kRows[] = {{"hostname", ""}, {"verify_hostname", ""}, {"email", "email:"}, {"verify_email", "email:"},
                           {"ip", "IP:"},    {"verify_ip", "IP:"},    {"uri", "URI:"},     {"srv", "SRV:"},
                           {"upn", "UPN:"}};
  Json names = Json::array();
  for (const Row& row : kRows) {
    if (!arguments.has(row.option)) continue;
    for (const std::string& name : arguments.all(row.option)) names.push_back(std::string(row.prefix) + name);
  }
  return names;
}

ExitCode finish(const Json& answer, const Arguments& arguments) {
  const Json& report = member(answer, "report");
  if (arguments.has("json")) {
    print_json(answer);
  } else {
    print(report_text(report, arguments.has("explain") ? Detail::Explained : Detail::Verdict));
  }
  return truth_of(report, "accepted") ? ExitCode::Pass : ExitCode::CheckFailed;
}

// --profile all: every relying party side by side.
ExitCode finish_all(const Json& answer, const Arguments& arguments) {
  if (arguments.has("json")) {
    print_json(answer);
  } else {
    print(opinions_text(answer));
  }
  const Json& refused = member(answer, "refused_by");
  return refused.is_number() && refused.get<std::size_t>() == 0 ? ExitCode::Pass : ExitCode::CheckFailed;
}

// The question (docs/api.md: CheckParams) of a command that takes question_options().
Filled ask(Call& call, const Arguments& arguments) {
  call.file("target", arguments.positionals().front()).now("at", "at").text("purpose", "purpose");
  call.files("pool", arguments.all("untrusted")).files("anchors", arguments.all("trusted"));
  if (Json names = wanted_names(arguments); !names.empty()) call.params()["names"] = std::move(names);
  if (arguments.has("ocsp")) call.files("ocsp", arguments.all("ocsp"));
  if (arguments.has("crl")) call.files("crls", arguments.all("crl"));
  call.params()["options"] = read_options(arguments);
  return add_repository(call);
}

ExitCode check(const Arguments& arguments) {
  const bool all = arguments.get_or("profile", "") == "all";
  Call call(arguments, all ? "chain.relying_parties" : "chain.check");
  if (!all) call.text("relying_party", "profile");
  if (ask(call, arguments) == Filled::No) return ExitCode::Unreadable;
  const auto result = call.call();
  if (!result) return call.exit_code();
  return all ? finish_all(*result, arguments) : finish(*result, arguments);
}

ExitCode report(const Arguments& arguments) {
  Call call(arguments, "chain.report");
  call.text("format", "format");
  if (ask(call, arguments) == Filled::No) return ExitCode::Unreadable;
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    print(text_of(*result, "text"));
  }
  return truth_of(*result, "accepted") ? ExitCode::Pass : ExitCode::CheckFailed;
}

std::vector<Option> question_options() {
  constexpr auto kMany = Option::Count::Many;
  return {{"trusted", "FILE", "trust anchors", kMany},
          {"untrusted", "FILE", "other certificates to build paths from, in any order", kMany},
          {"purpose", "ID", "what the certificate is to be used for: tls-server, tls-client, ... (default: any)"},
          {"hostname", "NAME", "a host name or an IP address that the certificate must be for", kMany},
          {"email", "ADDRESS", "an e-mail address that the certificate must be for", kMany},
          {"ip", "ADDRESS", "an IP address that the certificate must be for", kMany},
          {"uri", "URI", "a URI whose scheme and host the certificate must be for", kMany},
          {"srv", "NAME", "a service that the certificate must be for, such as _imap.lab.example", kMany},
          {"upn", "NAME", "a user principal name that the certificate must be for", kMany},
          {"verify_hostname", "NAME", "OpenSSL's name of --hostname", kMany},
          {"verify_email", "ADDRESS", "OpenSSL's name of --email", kMany},
          {"verify_ip", "ADDRESS", "OpenSSL's name of --ip", kMany},
          {"repository", "PATH",
           "what stands at URLs, in place of the network: a folder with a file HOST/PATH for each http://HOST/PATH, or "
           "a JSON file with a list of {url, file}",
           kMany},
          {"fetch", "WHAT",
           "which URLs of certificates are followed into the repository: off, issuers, crls, all (default: all where "
           "there is a repository)"},
          {"crl", "FILE", "certificate revocation lists, for --revocation", kMany},
          {"ocsp", "FILE", "OCSP responses, for --revocation", kMany},
          {"revocation", "off|soft-fail|hard-fail",
           "check revocation; where no CRL and no OCSP response tells, soft-fail warns and hard-fail refuses (default: "
           "off)"},
          {"revocation-scope", "leaf|chain", "whose revocation is checked (default: chain)"},
          {"crl-check", "", "the same as --revocation hard-fail --revocation-scope leaf"},
          {"crl-check-all", "", "the same as --revocation hard-fail"},
          {"at", "TIME", "the time of the check, ISO 8601 UTC (default: the clock)"},
          {"policy", "OID", "a certificate policy that is accepted (default: any)", kMany},
          {"explicit-policy", "", "require a valid policy (OpenSSL: -explicit_policy)"},
          {"inhibit-map", "", "let no CA map policies (OpenSSL: -inhibit_map)"},
          {"inhibit-any", "", "let anyPolicy not count (OpenSSL: -inhibit_any)"},
          {"eku-nesting", "HOW", "whether the extended key usage of CAs counts: off, intermediates, including-anchor"},
          {"anchor-constraints", "HOW", "whether limits in the anchor's own certificate count: honour, ignore"},
          {"anchor-validity", "HOW", "an anchor whose certificate is not valid at that time: refuse, warn, ignore"},
          {"target-anchor", "HOW", "whether the target may be an anchor itself: self-signed, refuse, accept"},
          {"strict", "", "refuse what RFC 5280 forbids CAs, though verifiers need not mind (OpenSSL: -x509_strict)"},
          {"web-pki", "HOW",
           "judge by the CA/Browser Forum's Baseline Requirements too: refuse, warn, ignore (default: ignore)"},
          {"strength", "NAME", "how strong keys and signatures must be: default or legacy (RSA 1024, DSA, SHA-1)"},
          {"weak", "HOW", "weak keys and hashes: refuse, warn, ignore"}};
}

std::vector<Option> with(std::vector<Option> options, Option more) {
  options.push_back(more);
  return options;
}

}  // namespace

std::vector<Command> chain_commands() {
  return {
      {"chain",
       "check",
       "FILE",
       "Build every certification path from a certificate to a trust anchor, and judge each (RFC 5280 section 6)",
       with(
           with(question_options(),
                {"profile", "NAME|all",
                 "what a relying party asks (\"pkiwb relying-parties\" lists them), changed by the other options; all: "
                 "every relying party side by side"}),
           {"explain", "", "show every step of every candidate path, and the search"}),
       {"pkiwb chain check www.crt --untrusted issuing.crt --trusted root.crt --purpose tls-server --hostname "
        "www.lab.example",
        "pkiwb chain check www.crt --untrusted issuing.crt --trusted root.crt --crl issuing.crl --crl root.crl "
        "--revocation hard-fail",
        "pkiwb chain check client.crt --untrusted issuing.crt --trusted root.crt --purpose tls-client --profile all"},
       check},
      {"chain",
       "report",
       "FILE",
       "Check a chain, and write verdict, question, paths, findings and cures on one page (for --json: in a member "
       "`text`)",
       with(question_options(), {"format", "markdown|text", "how the page is written (default: markdown)"}),
       {"pkiwb chain report www.crt --untrusted issuing.crt --trusted root.crt > check.md"},
       report},
  };
}

}  // namespace pki::cli
