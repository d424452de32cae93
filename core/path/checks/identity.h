#pragma once
// Whether the target is the service that was meant (RFC 9525).

#include "path/scene.h"

namespace pki::path::checks {

/// path.identity: of the target only; one of the reference identities must match.
Judgement judge_identity(const Subject& subject);

}  // namespace pki::path::checks
