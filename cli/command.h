#pragma once
// What a command of pkiwb is: a row of data from which parsing, --help and docs/cli.md are made.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pki::cli {

/// How a run ends; the numbers are the process's exit status.
enum class ExitCode : int {
  Pass = 0,         // done, or the check passed
  CheckFailed = 1,  // the check failed, or the core refused to make what was asked
  Usage = 2,        // the command line itself is wrong
  Unreadable = 3,   // an input cannot be read, or an output cannot be written
};

/// One option: "--subject DN".
struct Option {
  std::string_view name;   // without the dashes
  std::string_view value;  // the placeholder of its value; empty for a flag
  std::string_view help;   // a phrase without a full stop
  enum class Count { Once, Many } count = Count::Once;
};

class Arguments;

/// One command: "pkiwb csr sign FILE".
struct Command {
  std::string_view noun;
  std::string_view verb;        // empty where the noun stands alone ("pkiwb inspect")
  std::string_view positional;  // "FILE", "FILE...", "[TEXT]"; empty where there is none
  std::string_view summary;     // a sentence without the full stop
  std::vector<Option> options;
  std::vector<std::string_view> examples;
  ExitCode (*run)(const Arguments&);
};

/// Every command, in the order of the help.
const std::vector<Command>& commands();

/// Options that every command takes.
std::span<const Option> common_options();

/// The rows of each group; commands() strings them together.
std::vector<Command> byoca_commands();
std::vector<Command> ca_commands();
std::vector<Command> csr_commands();
std::vector<Command> leaf_commands();
std::vector<Command> cert_commands();
std::vector<Command> chain_commands();
std::vector<Command> crl_commands();
std::vector<Command> example_commands();
std::vector<Command> key_commands();
std::vector<Command> look_commands();  // inspect, asn1, name
std::vector<Command> meta_commands();  // profiles, rules, about, api, help
std::vector<Command> ocsp_commands();
std::vector<Command> pile_commands();
std::vector<Command> relying_commands();
std::vector<Command> tenant_commands();
std::vector<Command> fleet_commands();
std::vector<Command> scep_commands();
std::vector<Command> estate_commands();
std::vector<Command> estate_talk_commands();
std::vector<Command> lab_commands();

}  // namespace pki::cli
