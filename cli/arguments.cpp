#include "arguments.h"

#include <algorithm>

namespace pki::cli {
namespace {

const Option* find_option(const Command& command, std::string_view name) {
  const auto named = [&](const Option& option) { return option.name == name; };
  const auto own = std::find_if(command.options.begin(), command.options.end(), named);
  if (own != command.options.end()) return &*own;
  const auto common = std::find_if(common_options().begin(), common_options().end(), named);
  return common != common_options().end() ? &*common : nullptr;
}

/// How many positional arguments a command takes, from how its placeholder is written.
struct Arity {
  std::size_t least = 0;
  std::size_t most = 0;
};
Arity arity(std::string_view positional) {
  if (positional.empty()) return {0, 0};
  const bool many = positional.find("...") != std::string_view::npos;
  const bool optional = positional.front() == '[';
  // "FILE CA": one each.
  const auto words = 1U + static_cast<std::size_t>(std::count(positional.begin(), positional.end(), ' '));
  return {.least = optional ? 0U : words, .most = many ? static_cast<std::size_t>(-1) : words};
}

}  // namespace

std::optional<Arguments> Arguments::parse(const Command& command, std::span<const std::string> words,
                                          std::string& error) {
  Arguments arguments;
  arguments.command_ = &command;
  bool options_ended = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (options_ended || word == "-" || !word.starts_with("-")) {
      arguments.positionals_.push_back(word);
      continue;
    }
    if (word == "--") {
      options_ended = true;
      continue;
    }
    std::string_view name = word;
    name.remove_prefix(word.starts_with("--") ? 2 : 1);
    std::optional<std::string> value;
    if (const auto equals = name.find('='); equals != std::string_view::npos) {
      value = std::string(name.substr(equals + 1));
      name = name.substr(0, equals);
    }
    if (name == "h") name = "help";
    const Option* option = find_option(command, name);
    if (option == nullptr) {
      error = "there is no option " + word.substr(0, word.find('='));
      return std::nullopt;
    }
    if (option->value.empty()) {
      if (value) {
        error = "--" + std::string(name) + " takes no value";
        return std::nullopt;
      }
      value = "";
    } else if (!value) {
      if (++i == words.size()) {
        error = "--" + std::string(name) + " wants a value: " + std::string(option->value);
        return std::nullopt;
      }
      value = words[i];
    }
    auto& values = arguments.values_[std::string(name)];
    if (!values.empty() && option->count == Option::Count::Once) {
      error = "--" + std::string(name) + " is given twice";
      return std::nullopt;
    }
    values.push_back(*value);
  }
  if (arguments.has("help")) return arguments;
  const Arity wanted = arity(command.positional);
  if (arguments.positionals_.size() < wanted.least) {
    error = "wants " + std::string(command.positional);
    return std::nullopt;
  }
  if (arguments.positionals_.size() > wanted.most) {
    error = "one argument too many: " + arguments.positionals_[wanted.most];
    return std::nullopt;
  }
  return arguments;
}

std::optional<std::string> Arguments::get(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) return std::nullopt;
  return found->second.back();
}

std::string Arguments::get_or(std::string_view name, std::string_view fallback) const {
  return get(name).value_or(std::string(fallback));
}

std::vector<std::string> Arguments::all(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

}  // namespace pki::cli
