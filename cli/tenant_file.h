#pragma once
// A tenant's file: read before a command, written after it. It holds the private keys of the lab, so it is written for
// its owner only.

#include <optional>
#include <string>

#include "core_call.h"
#include "files.h"

namespace pki::cli {

/// The JSON in a file; nothing on failure, and the reason is on standard error.
std::optional<Json> read_json_file(const std::string& path);
/// Writes it, indented. False on failure, and the reason is on standard error.
bool write_json_file(const std::string& path, const Json& content, Overwrite overwrite);

/// A call about the tenant of the first positional: fills params.tenant, and writes the tenant that comes back.
class TenantCall {
 public:
  TenantCall(const Arguments& arguments, std::string_view method);

  Call& call() { return call_; }
  /// params[key] = the positional of this index (0 is the file), where it is there.
  TenantCall& positional(std::string_view key, std::size_t index);
  /// Calls the core and writes the tenant back where the answer has one; nothing on failure, as with Call::call().
  std::optional<Json> run();
  ExitCode exit_code() const { return failed_ ? ExitCode::Unreadable : call_.exit_code(); }

 private:
  Call call_;
  std::string path_;
  bool failed_ = false;
};

/// What every changing command prints: a line for what was done, the findings.
ExitCode finish_tenant(TenantCall& call, std::string_view done);

}  // namespace pki::cli
