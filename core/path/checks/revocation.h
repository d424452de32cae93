#pragma once
// Revocation (RFC 5280 6.1.3 (a)(3), 6.3).

#include "path/scene.h"

namespace pki::path::checks {

/// path.revocation of the whole path, where it was not asked for: skipped, and it says so.
Judgement judge_revocation_off();

/// path.revocation of one certificate, by what the question's CRLs say. Skipped for issuers where only the target is
/// asked for, and for the anchor's own certificate; not reached where the path ends at no anchor.
Judgement judge_revocation(const Scene& scene);

}  // namespace pki::path::checks
