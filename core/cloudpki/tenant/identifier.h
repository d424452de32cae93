#pragma once
// Identifiers of the tenant's objects.

#include <string>

#include "base/result.h"

namespace pki::cloudpki::tenant {

/// A random UUID in lower case (RFC 9562 5.4, version 4), from the random source in force. Rule: crypto.random.failed.
Result<std::string> make_uuid();

}  // namespace pki::cloudpki::tenant
