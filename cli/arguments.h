#pragma once
// The command line, parsed by a command's table.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"

namespace pki::cli {

class Arguments {
 public:
  /// Parses `words` (what follows noun and verb). Options may stand anywhere, as "--name value" or "--name=value"; "--"
  /// ends them. On a mistake the result holds nothing and `error` says what is wrong.
  static std::optional<Arguments> parse(const Command& command, std::span<const std::string> words, std::string& error);

  const Command& command() const { return *command_; }
  const std::vector<std::string>& positionals() const { return positionals_; }
  bool has(std::string_view name) const { return values_.contains(name); }
  /// The value of an option (the last, where it was given more than once), or nothing.
  std::optional<std::string> get(std::string_view name) const;
  std::string get_or(std::string_view name, std::string_view fallback) const;
  /// All values of an option that may be repeated.
  std::vector<std::string> all(std::string_view name) const;

 private:
  const Command* command_ = nullptr;
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> positionals_;
};

}  // namespace pki::cli
