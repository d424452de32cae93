#pragma once
// Near misses of service identity: what a certificate has that looks like the name that was asked for, and why it does
// not count.

#include <string>

#include "path/service_identity.h"

namespace pki::path {

/// What to tell about `reference`, which `certificate` does not match, as a sentence without a full stop. Where nothing
/// comes near: what to do in general.
std::string identity_hint(const x509::Certificate& certificate, const ReferenceIdentity& reference);

}  // namespace pki::path
