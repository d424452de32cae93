#pragma once
// An estate's file: read before a command about it and its tenant, written after it.

#include <optional>
#include <string>

#include "tenant_file.h"

namespace pki::cli {

/// A call about the tenant of the first positional and the estate of the second; both are written back where the answer
/// has them.
class EstateCall {
 public:
  EstateCall(const Arguments& arguments, std::string_view method);

  /// Reads the estate's file into params.estate.
  EstateCall& read();
  Json& params() { return tenant_.call().params(); }
  Call& call() { return tenant_.call(); }
  /// params[key] = the positional of this index (0 and 1 are the files), where it is there.
  EstateCall& positional(std::string_view key, std::size_t index);
  /// Calls the core and writes back what changed; nothing on failure, and the reason is on standard error.
  std::optional<Json> run();
  ExitCode exit_code() const { return exit_code_; }

 private:
  TenantCall tenant_;
  std::string path_;
  ExitCode exit_code_ = ExitCode::Pass;
};

/// Calls, and prints the result as JSON where that is wanted, else by `show`.
ExitCode finish_estate(EstateCall& call, void (*show)(const Json&));

/// The title of the certificate with this fingerprint among the certificates of an answer; the fingerprint where it is
/// not there.
std::string certificate_title(const Json& certificates, const Json& fingerprint);
/// The same of several, with commas; "-" of none.
std::string certificate_titles(const Json& certificates, const Json& fingerprints);

}  // namespace pki::cli
