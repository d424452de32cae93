#pragma once
// One call of the core: parameters in, an answer out. The command line knows no PKI of its own; everything goes
// through pki::api::handle.

#include <optional>
#include <string>
#include <string_view>

#include "arguments.h"
#include "json/json.h"

namespace pki::cli {

using Json = json::Json;

/// The parameters of a call, filled from the command line. The first thing that fails (an unreadable file, a number
/// that is none) is said on standard error and kept; call() then does not call.
class Call {
 public:
  Call(const Arguments& arguments, std::string_view method);

  const Arguments& arguments() const { return *arguments_; }
  Json& params() { return params_; }

  /// params[key] = the file's content as a Source of the API.
  Call& file(std::string_view key, const std::string& path);
  /// params[key] = a list of Sources.
  Call& files(std::string_view key, const std::vector<std::string>& paths);
  /// params[key] = the text of option `option`, where it was given.
  Call& text(std::string_view key, std::string_view option);
  /// params[key] = the texts of a repeatable option, each split at commas where `split` says so.
  enum class Split { No, AtCommas };
  Call& texts(std::string_view key, std::string_view option, Split split = Split::No);
  /// params[key] = true, where the flag was given.
  Call& flag(std::string_view key, std::string_view option);
  /// params[key] = the number of option `option`, where it was given ("none" gives null).
  Call& number(std::string_view key, std::string_view option);
  /// The same within an object that becomes a parameter.
  Call& number_in(Json& object, std::string_view key, std::string_view option);
  /// params[key] = the private key in a file, with the password of --passin.
  Call& key(std::string_view key, const std::string& path);
  /// params.now (or another name) = --now, else the system's clock.
  Call& now(std::string_view key = "now", std::string_view option = "now");

  /// Calls the core. Nothing where filling failed or the core refused; then the reason is on standard error (with
  /// --json: the answer is on standard output) and exit_code() says how to end.
  std::optional<Json> call();
  ExitCode exit_code() const { return exit_code_; }

 private:
  void fail(ExitCode code) { exit_code_ = code; }
  std::optional<Json> source(const std::string& path);

  const Arguments* arguments_;
  std::string method_;
  Json params_;
  ExitCode exit_code_ = ExitCode::Pass;
};

/// The system's clock as ISO 8601.
std::string system_now();

/// Members that may be missing: the text, or an empty one; the list, or an empty one; the truth, or false.
std::string text_of(const Json& object, std::string_view key);
const Json& member(const Json& object, std::string_view key);
bool truth_of(const Json& object, std::string_view key);

/// Prints `result` as JSON on standard output.
void print_json(const Json& result);
/// Prints text on standard output.
void print(std::string_view text);

}  // namespace pki::cli
