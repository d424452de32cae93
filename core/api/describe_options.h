#pragma once
// What a relying party asks, as JSON (docs/api.md: CheckOptions).

#include "json/json.h"
#include "path/options.h"

namespace pki::api {

/// CheckOptions without what belongs to one question (time, purpose, names, bounds of the work). Read again
/// (read_check_options) it is the same.
json::Json describe(const path::CheckOptions& options);

}  // namespace pki::api
