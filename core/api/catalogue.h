#pragma once
// The catalogue: the rules of all layers.

#include <vector>

#include "base/rule.h"

namespace pki::api {

/// Every rule that a finding of this build can point at, layer by layer.
const std::vector<const Rule*>& rule_catalogue();

}  // namespace pki::api
