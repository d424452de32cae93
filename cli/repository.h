#pragma once
// --repository: files that stand for what is at URLs.

#include "core_call.h"

namespace pki::cli {

enum class Filled { No, Yes };
/// params.repository from --repository, and params.options.fetch from --fetch ("all" where only the former is given,
/// and no --profile): call it when params.options is filled otherwise. A folder holds a file for each URL, "HOST/PATH"
/// for "http://HOST/PATH"; a file is JSON, a list of {url, data} as the API has it, or {url, file} with a path beside
/// it. No on failure, and the reason is on standard error.
Filled add_repository(Call& call);

/// Writes what stands at URLs (a list of {url, data} of the core's) into a folder, as add_repository reads it, and
/// prints each path. A URL whose path would leave the folder is refused: a tenant's file can say anything. False on
/// failure, and the reason is on standard error.
bool write_repository(const Json& entries, const std::string& folder);

}  // namespace pki::cli
