#pragma once
// Keys and signatures against the relying party's policy (RFC 5280 8).

#include "path/scene.h"

namespace pki::path::checks {

/// path.strength: the certificate's own key, and the algorithm of its signature.
Judgement judge_strength(const Subject& subject);

}  // namespace pki::path::checks
