#pragma once
// --repository: files that stand for what is at URLs.

#include "core_call.h"

namespace pki::cli {

enum class Filled { No, Yes };
/// params.repository from --repository, and params.options.fetch from --fetch ("all" where only the former is given):
/// call it when params.options is filled otherwise. A folder holds a file for each URL, "HOST/PATH" for
/// "http://HOST/PATH"; a file is JSON, a list of {url, data} as the API has it, or {url, file} with a path beside it.
/// No on failure, and the reason is on standard error.
Filled add_repository(Call& call);

}  // namespace pki::cli
