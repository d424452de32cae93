#pragma once
// Critical extensions that validation does not know: RFC 5280 6.1.4 (o), 6.1.5 (f).

#include "path/scene.h"

namespace pki::path::checks {

/// path.critical_extension.
Judgement judge_critical_extensions(const Subject& subject);

}  // namespace pki::path::checks
