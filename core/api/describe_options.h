#pragma once
// What a relying party asks, as JSON (docs/api.md: CheckOptions).

#include <string_view>

#include "json/json.h"
#include "path/options.h"
#include "repository/virtual_repository.h"

namespace pki::api {

/// CheckOptions without what belongs to one question (time, purpose, names, bounds of the work), with `follow` as
/// their `fetch`. Read again (read_check_options, read_network) it is the same.
json::Json describe(const path::CheckOptions& options, repository::Follow follow);

/// "off", "soft-fail", "hard-fail": the words of options.revocation.mode.
std::string_view revocation_mode_name(path::RevocationMode mode);

}  // namespace pki::api
