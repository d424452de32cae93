// pkiwb ca: making certification authorities.

#include <cstdio>

#include "issuing.h"

namespace pki::cli {
namespace {

const std::vector<Option>& subject_options() {
  static const std::vector<Option> kOptions = {
      {"subject", "DN", "the CA's name: \"CN=Lab Root,O=Lab,C=DE\" or \"/C=DE/O=Lab/CN=Lab Root\""},
      {"profile", "ID", "a profile of `pkiwb profiles` (default: root-ca, or issuing-ca below --issuer)"},
      {"key-spec", "SPEC", "make a key: rsa-2048, rsa-3072, rsa-4096, p-256, p-384 or p-521"},
      {"key", "FILE", "use this private key instead"},
  };
  return kOptions;
}

ExitCode create(const Arguments& arguments) {
  const bool below = arguments.has("issuer") || arguments.has("issuer-key");
  Call call(arguments, below ? "certificate.issue" : "ca.create");
  if (!arguments.has("subject")) {
    std::fputs("pkiwb: --subject is needed\n", stderr);
    return ExitCode::Usage;
  }
  if (!has_place_for_key(arguments)) return ExitCode::Usage;
  if (below && !add_issuer(call)) {
    return without_issuer(arguments);
  }
  call.text("subject", "subject");
  call.params()["profile"] = arguments.get_or("profile", below ? "issuing-ca" : "root-ca");
  add_key(call, "rsa-4096");
  add_issue_options(call);
  const auto result = call.call();
  return result ? deliver(arguments, *result, "certificate") : call.exit_code();
}

}  // namespace

std::vector<Command> ca_commands() {
  return {
      {"ca",
       "create",
       "",
       "Make a CA: a self-signed root, or with --issuer a CA below another",
       join({subject_options(), issuer_options(), output_options(), issue_options()}),
       {"pkiwb ca create --subject \"CN=Lab Root,O=Lab\" --key-spec rsa-4096 --years 20 --out root.crt --key-out "
        "root.key",
        "pkiwb ca create --subject \"CN=Lab Issuing CA,O=Lab\" --issuer root.crt --issuer-key root.key --key-spec "
        "p-384 "
        "--out issuing.crt --key-out issuing.key"},
       create},
  };
}

}  // namespace pki::cli
