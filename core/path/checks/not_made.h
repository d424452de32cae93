#pragma once
// Checks that this version does not make: it says so, and refuses where a certificate demands them.

#include "path/scene.h"

namespace pki::path::checks {

/// path.revocation: never judged.
Judgement judge_revocation(const CandidatePath& path);

}  // namespace pki::path::checks
