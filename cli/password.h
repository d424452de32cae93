#pragma once
// Passwords, which never stand on the command line itself.

#include <optional>
#include <string>

namespace pki::cli {

/// The password that `source` names: "file:PATH" (its first line), "env:NAME" or "prompt" (asked for on the terminal,
/// unseen; asked twice where `confirm` says so). Nothing on failure, and the reason is on standard error.
enum class Confirm { No, Yes };
std::optional<std::string> read_password(const std::string& source, Confirm confirm);

}  // namespace pki::cli
