#include "estate_file.h"

#include <cstdio>

namespace pki::cli {

EstateCall::EstateCall(const Arguments& arguments, std::string_view method) : tenant_(arguments, method) {
  if (arguments.positionals().size() < 2) {
    std::fprintf(stderr, "pkiwb: the estate's file is missing\n");
    exit_code_ = ExitCode::Usage;
    return;
  }
  path_ = arguments.positionals()[1];
}

EstateCall& EstateCall::read() {
  if (exit_code_ != ExitCode::Pass) return *this;
  if (auto estate = read_json_file(path_)) {
    params()["estate"] = *std::move(estate);
  } else {
    exit_code_ = ExitCode::Unreadable;
  }
  return *this;
}

EstateCall& EstateCall::positional(std::string_view key, std::size_t index) {
  tenant_.positional(key, index);
  return *this;
}

std::optional<Json> EstateCall::run() {
  if (exit_code_ != ExitCode::Pass) return std::nullopt;
  auto result = tenant_.run();
  if (!result) {
    exit_code_ = tenant_.exit_code();
    return std::nullopt;
  }
  const Json& changed = member(*result, "estate");
  if (changed.is_object() && !write_json_file(path_, changed, Overwrite::Allow)) {
    exit_code_ = ExitCode::Unreadable;
    return std::nullopt;
  }
  return result;
}

ExitCode finish_estate(EstateCall& call, void (*show)(const Json&)) {
  const auto result = call.run();
  if (!result) return call.exit_code();
  if (call.call().arguments().has("json")) {
    print_json(*result);
  } else {
    show(*result);
  }
  return ExitCode::Pass;
}

std::string certificate_title(const Json& certificates, const Json& fingerprint) {
  auto text = fingerprint.get<std::string>();
  for (const Json& each : certificates) {
    if (text_of(each, "fingerprint") == text) return text_of(each, "title");
  }
  return text;
}

std::string certificate_titles(const Json& certificates, const Json& fingerprints) {
  std::string text;
  for (const Json& each : fingerprints) text += (text.empty() ? "" : ", ") + certificate_title(certificates, each);
  return text.empty() ? "-" : text;
}

}  // namespace pki::cli
