#include "help.h"

#include <algorithm>

namespace pki::cli {
namespace {

constexpr std::string_view kExitStatus =
    "Exit status: 0 pass; 1 a check failed, or what was asked for was refused; 2 the command line is wrong; 3 an "
    "input cannot be read or an output cannot be written.";
constexpr std::string_view kFiles =
    "Files: `-` is standard input or standard output. Inputs may be PEM, DER, base64, PKCS#7 (.p7b) or a bundle of "
    "them; what they are is told from the content. Nothing is overwritten without --force, and private keys are "
    "written with mode 600.";
constexpr std::string_view kPasswords = "Passwords: SOURCE is `file:PATH` (its first line), `env:NAME`, or `prompt`.";

std::string spelled(const Option& option) {
  std::string text = "--" + std::string(option.name);
  if (!option.value.empty()) text += " " + std::string(option.value);
  return text;
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 2, width), ' ');
  return text;
}

std::string usage(const Command& command) {
  std::string text = command_name(command);
  if (!command.options.empty()) text += " [options]";
  if (!command.positional.empty()) text += " " + std::string(command.positional);
  return text;
}

std::string help_of(const Option& option) {
  std::string text(option.help);
  if (option.count == Option::Count::Many) text += " (may be repeated)";
  return text;
}

}  // namespace

std::string command_name(const Command& command) {
  std::string name = "pkiwb " + std::string(command.noun);
  if (!command.verb.empty()) name += " " + std::string(command.verb);
  return name;
}

std::string overview() {
  std::string text = "pkiwb: make, read, sign and check certificates, without a network.\n\n";
  for (const Command& command : commands()) {
    text += "  " + padded(command_name(command), 24) + std::string(command.summary) + "\n";
  }
  text += "\n`pkiwb NOUN VERB --help` says more of each.\n";
  text += std::string(kExitStatus) + "\n";
  return text;
}

std::string command_help(const Command& command) {
  std::string text = std::string(command.summary) + ".\n\nUsage: " + usage(command) + "\n\nOptions:\n";
  for (const Option& option : command.options) {
    text += "  " + padded(spelled(option), 30) + help_of(option) + "\n";
  }
  for (const Option& option : common_options()) {
    text += "  " + padded(spelled(option), 30) + help_of(option) + "\n";
  }
  if (!command.examples.empty()) text += "\nExamples:\n";
  for (const std::string_view example : command.examples) text += "  " + std::string(example) + "\n";
  text += "\n" + std::string(kFiles) + "\n" + std::string(kPasswords) + "\n" + std::string(kExitStatus) + "\n";
  return text;
}

std::string manual_markdown() {
  std::string text =
      "# pkiwb: the command line\n\nMade by `pkiwb help --markdown` from the table that `--help` is made from.\n\n";
  for (const std::string_view note : {kExitStatus, kFiles, kPasswords}) text += std::string(note) + "\n\n";
  text += "Every command also takes:\n\n";
  for (const Option& option : common_options()) {
    text += "* `" + spelled(option) + "`: " + help_of(option) + "\n";
  }
  for (const Command& command : commands()) {
    text += "\n## " + command_name(command) + "\n\n" + std::string(command.summary) + ".\n\n```\n" + usage(command) +
            "\n```\n\n";
    for (const Option& option : command.options) {
      text += "* `" + spelled(option) + "`: " + help_of(option) + "\n";
    }
    if (!command.examples.empty()) text += "\n```sh\n";
    for (const std::string_view example : command.examples) text += std::string(example) + "\n";
    if (!command.examples.empty()) text += "```\n";
  }
  return text;
}

}  // namespace pki::cli
