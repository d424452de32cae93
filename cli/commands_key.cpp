// pkiwb key: private keys.

#include <cstdio>

#include "files.h"
#include "issuing.h"
#include "show.h"

namespace pki::cli {
namespace {

ExitCode create(const Arguments& arguments) {
  if (!arguments.has("key-out")) {
    std::fputs("pkiwb: --key-out is needed\n", stderr);
    return ExitCode::Usage;
  }
  Call call(arguments, "key.generate");
  call.params()["spec"] = arguments.get_or("key-spec", "p-256");
  const auto result = call.call();
  return result ? deliver(arguments, *result, "public_key") : call.exit_code();
}

ExitCode show(const Arguments& arguments) {
  Call call(arguments, "key.inspect");
  call.key("key", arguments.positionals().front());
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    const Json& key = member(*result, "key");
    const Json& half = member(key, "public_key");
    print((truth_of(key, "encrypted") ? "An encrypted private key: " : "A private key: ") + text_of(half, "title") +
          "\n" + object_text(half, Ranges::Hide));
  }
  return ExitCode::Pass;
}

ExitCode write_again(const Arguments& arguments) {
  if (!arguments.has("key-out")) {
    std::fputs("pkiwb: --key-out is needed\n", stderr);
    return ExitCode::Usage;
  }
  Call call(arguments, "key.export");
  call.key("key", arguments.positionals().front());
  auto result = call.call();
  if (!result) return call.exit_code();
  Json made = Json::object();
  made["private_key"] = text_of(*result, "pem");
  Call again(arguments, "key.inspect");
  again.params()["key"] = text_of(*result, "pem");
  const auto described = again.call();
  if (!described) return again.exit_code();
  made["public_key"] = member(member(*described, "key"), "public_key");
  return deliver(arguments, made, "public_key");
}

}  // namespace

std::vector<Command> key_commands() {
  return {
      {"key",
       "create",
       "",
       "Make a private key (PKCS#8), and print its public half",
       join(
           {{{"key-spec", "SPEC", "rsa-2048, rsa-3072, rsa-4096, p-256 (default), p-384 or p-521"}}, output_options()}),
       {"pkiwb key create --key-spec rsa-4096 --key-out ca.key --passout prompt --out ca.pub"},
       create},
      {"key",
       "show",
       "FILE",
       "Show the public half of a private key, and its key identifiers",
       {{"passin", "SOURCE", "its password"}},
       {"pkiwb key show ca.key"},
       show},
      {"key",
       "convert",
       "FILE",
       "Write a private key (PKCS#8, PKCS#1, SEC 1) as PKCS#8, encrypted where --passout says so",
       join({{{"passin", "SOURCE", "the password that it has"}}, output_options()}),
       {"pkiwb key convert old.key --key-out new.key --passout prompt --out new.pub"},
       write_again},
  };
}

}  // namespace pki::cli
