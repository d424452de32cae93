#pragma once
// Certificate policies (RFC 5280 6.1.3 (d) to (f), 6.1.4 (a) to (j), 6.1.5 (a), (b), (g), RFC 9618).

#include "path/scene.h"

namespace pki::path::checks {

/// One certificate, after policy::State::process(). Fails where it maps anyPolicy, where a critical extension has a
/// qualifier that is not known, and where an explicit policy is demanded and none is valid any more (only at the first
/// such certificate; below it is not reached).
Judgement judge_policies(const Scene& scene);

/// The path as a whole, after policy::State::wrap_up(); `path.policies` is set.
Judgement judge_policy_outcome(const CandidatePath& path, const policy::State& state, const CheckOptions& options);

}  // namespace pki::path::checks
