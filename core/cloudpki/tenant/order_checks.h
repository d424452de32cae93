#pragma once
// What the form refuses, before anything is made.

#include "cloudpki/tenant/create.h"

namespace pki::cloudpki::tenant {

/// The first thing for which the order is refused: permission, cap, name, subject, validity, key, purposes, root.
Status check_order(const Tenant& tenant, const CaOrder& order);

/// The root that an issuing CA is for: the one with this id, or the only one where no id is given; null otherwise.
const Ca* find_root(const Tenant& tenant, std::string_view id);

}  // namespace pki::cloudpki::tenant
