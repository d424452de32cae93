#pragma once
// The parameters of a chain check.

#include "api/method.h"
#include "path/builder.h"
#include "relying/profile.h"

namespace pki::api {

/// Reads `purpose`, `names` and `options`, which a method may have, into what `party` asks at the time `at`; null:
/// nobody in particular. Rules: api.param.*, path.identity.reference.
Result<path::CheckOptions> read_check_options(json::ObjectReader& params, Time at,
                                              const relying::RelyingParty* party = nullptr);

/// The relying party of this id. Rules: api.param.type, api.param.value.
Result<const relying::RelyingParty*> read_relying_party(const json::Value& value);

/// The one that `relying_party` names; null where it is left out.
Result<const relying::RelyingParty*> read_named_party(json::ObjectReader& params);

}  // namespace pki::api
