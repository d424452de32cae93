#pragma once
// The verdict: from steps to accepted or not, which finding a person should read first, and which path is the best.

#include "path/report.h"

namespace pki::path {

/// Sets accepted, failures and the headline of a path from its steps. A path is accepted where it ends at an anchor
/// and no check failed or could not be made.
void conclude(CandidatePath& path);

/// True if `a` is the better path to show: accepted, then ending at an anchor, then at an untrusted root, then with
/// fewer failures, then shorter if it is complete and longer if it is not. Says nothing of paths that are equal in
/// all this.
bool is_better(const CandidatePath& a, const CandidatePath& b);

}  // namespace pki::path
