#pragma once
// What makes a certificate an issuer: RFC 5280 6.1.4 (k) to (n).

#include "path/scene.h"

namespace pki::path::checks {

/// path.basic_constraints: 6.1.4 (k).
Judgement judge_basic_constraints(const Subject& subject);
/// path.path_length: 6.1.4 (l). The state's max_path_length is what the CAs above left.
Judgement judge_path_length(const Scene& scene);
/// path.key_usage: of an issuer 6.1.4 (n), of the target what the purpose asks (4.2.1.3).
Judgement judge_key_usage(const Subject& subject);

}  // namespace pki::path::checks
