#pragma once
// Checks that this version does not make: it says so, and refuses where a certificate demands them.

#include "path/scene.h"

namespace pki::path::checks {

/// path.policies: refuses where a certificate has a say that an explicit policy is needed and that comes to bear
/// (RFC 5280 6.1.3 (f), 6.1.5 (g)), and where anyPolicy is mapped (6.1.4 (a)); otherwise every outcome of the policy
/// processing would be accepted.
Judgement judge_policies(const CandidatePath& path);

}  // namespace pki::path::checks
