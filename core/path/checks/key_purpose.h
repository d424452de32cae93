#pragma once
// Extended key usage (RFC 5280 4.2.1.12): of the target, and, as a rule that is switched, of the CAs above it.

#include <optional>

#include "path/scene.h"

namespace pki::path::checks {

/// path.extended_key_usage.
Judgement judge_extended_key_usage(const Subject& subject);

/// What the nesting rule has against a CA's certificate; nothing where it allows the purpose.
std::optional<Finding> find_nesting_fault(const x509::Certificate& certificate, Purpose purpose);

}  // namespace pki::path::checks
