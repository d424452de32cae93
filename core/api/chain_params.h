#pragma once
// The parameters of a chain check.

#include "api/method.h"
#include "path/builder.h"

namespace pki::api {

/// Reads `purpose`, `names` and `options`, which a method may have, into what a relying party asks at the time `at`.
/// Rules: api.param.*, path.identity.reference.
Result<path::CheckOptions> read_check_options(json::ObjectReader& params, Time at);

}  // namespace pki::api
