#pragma once
// --help, and docs/cli.md: both from the table of commands.

#include <string>

#include "command.h"

namespace pki::cli {

/// "pkiwb csr sign": the words that name the command.
std::string command_name(const Command& command);

/// The overview: every command with its summary.
std::string overview();

/// The help of one command: usage, options, examples.
std::string command_help(const Command& command);

/// The whole manual as Markdown: docs/cli.md.
std::string manual_markdown();

}  // namespace pki::cli
