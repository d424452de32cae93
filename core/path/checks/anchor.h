#pragma once
// The end of the path and the anchor's own certificate (RFC 5280 6.1.1 (d), RFC 5937).

#include "path/scene.h"

namespace pki::path::checks {

/// path.build: whether the path ends at an anchor, and if not, why.
Judgement judge_end(const CandidatePath& path, const CheckOptions& options);
/// path.anchor: what the anchor's certificate says of itself, as far as the options honour it, and its key's strength.
/// The path ends at an anchor.
Judgement judge_anchor(const CandidatePath& path, const CheckOptions& options);

/// What of that refuses every path from `target` to the anchor.
Findings find_anchor_faults(const TrustAnchor& anchor, const x509::Certificate& target, const CheckOptions& options);

}  // namespace pki::path::checks
