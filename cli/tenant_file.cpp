#include "tenant_file.h"

#include <cstdio>

#include "show.h"

namespace pki::cli {

std::optional<Json> read_json_file(const std::string& path) {
  const auto content = read_file(path);
  if (!content) return std::nullopt;
  auto parsed = json::parse(as_text(*content));
  if (parsed.ok()) return *std::move(parsed);
  std::fprintf(stderr, "pkiwb: %s: %s\n", path.c_str(), render_summary(parsed.error()).c_str());
  return std::nullopt;
}

bool write_json_file(const std::string& path, const Json& content, Overwrite overwrite) {
  const std::string text = json::dump_indented(content) + "\n";
  return write_file(path, as_bytes(text), Secrecy::Secret, overwrite);
}

TenantCall::TenantCall(const Arguments& arguments, std::string_view method)
    : call_(arguments, method), path_(arguments.positionals().front()) {
  auto tenant = read_json_file(path_);
  failed_ = !tenant.has_value();
  if (tenant) call_.params()["tenant"] = *std::move(tenant);
}

TenantCall& TenantCall::positional(std::string_view key, std::size_t index) {
  const auto& all = call_.arguments().positionals();
  if (index < all.size()) call_.params()[std::string(key)] = all[index];
  return *this;
}

std::optional<Json> TenantCall::run() {
  if (failed_) return std::nullopt;
  auto result = call_.call();
  if (!result) return std::nullopt;
  const Json& changed = member(*result, "tenant");
  if (changed.is_object() && !write_json_file(path_, changed, Overwrite::Allow)) {
    failed_ = true;
    return std::nullopt;
  }
  return result;
}

ExitCode finish_tenant(TenantCall& call, std::string_view done) {
  const auto result = call.run();
  if (!result) return call.exit_code();
  if (call.call().arguments().has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  if (!done.empty()) print(std::string(done) + "\n");
  print(findings_text(member(*result, "findings"), ""));
  return ExitCode::Pass;
}

}  // namespace pki::cli
