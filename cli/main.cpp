// pkiwb: the workbench on the command line.

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "arguments.h"
#include "command.h"
#include "core_call.h"
#include "help.h"

namespace {

using namespace pki::cli;

const Command* find_command(const std::vector<std::string>& words, std::size_t& used) {
  for (const Command& command : commands()) {
    used = command.verb.empty() ? 1 : 2;
    if (words.size() >= used && words[0] == command.noun && (command.verb.empty() || words[1] == command.verb)) {
      return &command;
    }
  }
  return nullptr;
}

/// "pkiwb csr", "pkiwb csr --help": the commands of one noun.
std::string noun_help(const std::string& noun) {
  std::string text;
  for (const Command& command : commands()) {
    if (command.noun == noun) text += "  " + command_name(command) + "\n      " + std::string(command.summary) + "\n";
  }
  return text;
}

int run(const std::vector<std::string>& words) {
  const bool wants_help = words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "--version";
  if (wants_help) {
    print(overview());
    return static_cast<int>(words.empty() ? ExitCode::Usage : ExitCode::Pass);
  }
  std::size_t used = 0;
  const Command* command = find_command(words, used);
  if (command == nullptr) {
    const std::string known = noun_help(words[0]);
    if (!known.empty() && (words.size() == 1 || words[1] == "--help" || words[1] == "-h")) {
      print(known);
      return static_cast<int>(words.size() == 1 ? ExitCode::Usage : ExitCode::Pass);
    }
    std::fprintf(stderr, "pkiwb: there is no command \"%s%s\"\n%s", words[0].c_str(),
                 words.size() > 1 && !known.empty() ? (" " + words[1]).c_str() : "",
                 known.empty() ? overview().c_str() : known.c_str());
    return static_cast<int>(ExitCode::Usage);
  }
  std::string error;
  const auto arguments = Arguments::parse(*command, std::span(words).subspan(used), error);
  if (!arguments) {
    std::fprintf(stderr, "%s: %s (--help says more)\n", command_name(*command).c_str(), error.c_str());
    return static_cast<int>(ExitCode::Usage);
  }
  if (arguments->has("help")) {
    print(command_help(*command));
    return static_cast<int>(ExitCode::Pass);
  }
  return static_cast<int>(command->run(*arguments));
}

}  // namespace

int main(int argc, char** argv) { return run(std::vector<std::string>(argv + 1, argv + argc)); }
