#pragma once
// The parameters of a chain check.

#include "api/method.h"
#include "path/builder.h"
#include "relying/profile.h"

namespace pki::api {

/// Reads `purpose`, `names`, `relying_party` and `options`, which a method may have, into what a relying party asks at
/// the time `at`. Rules: api.param.*, path.identity.reference.
Result<path::CheckOptions> read_check_options(json::ObjectReader& params, Time at);

/// The relying party of this id. Rules: api.param.type, api.param.value.
Result<const relying::RelyingParty*> read_relying_party(const json::Value& value);

}  // namespace pki::api
