#pragma once
// What the commands that make certificates share: options, parameters, and the writing of what was made.

#include <vector>

#include "command.h"
#include "core_call.h"

namespace pki::cli {

/// The options of IssueOptions (docs/api.md): validity, overrides of extensions, serial.
std::vector<Option> issue_options();
/// The options that say where results go: --out, --outform, --key-out, --passout, --force.
std::vector<Option> output_options();
/// The options that name an issuer: --issuer, --issuer-key, --passin.
std::vector<Option> issuer_options();
/// Several lists of options as one.
std::vector<Option> join(std::initializer_list<std::vector<Option>> lists);

/// Fills IssueOptions from the command line.
void add_issue_options(Call& call);
/// params.issuer = {certificate, key} from --issuer and --issuer-key. False where one is missing (said on standard
/// error).
bool add_issuer(Call& call);
/// How a command ends where add_issuer() failed: Usage where an option is missing, else Unreadable.
ExitCode without_issuer(const Arguments& arguments);
/// params.key or params.key_spec from --key or --key-spec (`spec` where neither is given and it is not empty).
void add_key(Call& call, std::string_view spec);

/// Writes what was made: result[name] ("certificate" or "csr") to --out (standard output where there is none), a new
/// private key to --key-out; prints findings on standard error, and with --json the result without the key.
ExitCode deliver(const Arguments& arguments, const Json& result, std::string_view name);

/// True if a command that will make a key was told where to put it; says so on standard error where it was not.
bool has_place_for_key(const Arguments& arguments);

}  // namespace pki::cli
