// pkiwb leaf: certificates for those who are no CA.

#include <cstdio>

#include "issuing.h"

namespace pki::cli {
namespace {

ExitCode issue(const Arguments& arguments) {
  Call call(arguments, "certificate.issue");
  if (!arguments.has("subject") && !arguments.has("san")) {
    std::fputs("pkiwb: --subject or --san is needed\n", stderr);
    return ExitCode::Usage;
  }
  if (!arguments.has("public-key") && !has_place_for_key(arguments)) return ExitCode::Usage;
  if (!add_issuer(call)) {
    return without_issuer(arguments);
  }
  call.params()["subject"] = arguments.get_or("subject", "");
  call.params()["profile"] = arguments.get_or("profile", "tls-server");
  call.texts("san", "san", Call::Split::AtCommas);
  if (const auto path = arguments.get("public-key")) {
    call.file("public_key", *path);
  } else {
    add_key(call, "p-256");
  }
  add_issue_options(call);
  const auto result = call.call();
  return result ? deliver(arguments, *result, "certificate") : call.exit_code();
}

}  // namespace

std::vector<Command> leaf_commands() {
  const std::vector<Option> own = {
      {"profile", "ID", "a profile of `pkiwb profiles` (default: tls-server)"},
      {"subject", "DN", "the subject's name; may be left out where there is a --san"},
      {"san", "NAMES", "subject alternative names, separated by commas: DNS:www.lab.example,IP:192.0.2.1",
       Option::Count::Many},
      {"key-spec", "SPEC", "make a key (default: p-256)"},
      {"key", "FILE", "use this private key instead"},
      {"public-key", "FILE", "or this public key"},
  };
  return {
      {"leaf",
       "issue",
       "",
       "Issue an end entity certificate without a request",
       join({own, issuer_options(), output_options(), issue_options()}),
       {"pkiwb leaf issue --issuer issuing.crt --issuer-key issuing.key --san DNS:www.lab.example --out www.crt "
        "--key-out www.key"},
       issue},
  };
}

}  // namespace pki::cli
