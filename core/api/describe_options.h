#pragma once
// What a relying party asks, as JSON (docs/api.md: CheckOptions).

#include <string_view>

#include "json/json.h"
#include "path/options.h"

namespace pki::api {

/// CheckOptions without what belongs to one question (time, purpose, names, bounds of the work). Read again
/// (read_check_options) it is the same.
json::Json describe(const path::CheckOptions& options);

/// "off", "soft-fail", "hard-fail": the words of options.revocation.mode.
std::string_view revocation_mode_name(path::RevocationMode mode);

}  // namespace pki::api
