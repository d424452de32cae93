#pragma once
// What stands in lists of users, devices and groups: putting it in, and taking it out together with what refers to it.

#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/result.h"
#include "cloudpki/fleet/model.h"
#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::fleet {

/// Whether this user, device or group may stand in the lists: it has a name (a user: a user principal name) that no
/// other of its kind has. Fails with cloudpki.fleet.name_missing or cloudpki.fleet.name_taken.
Status check_name(const Fleet& fleet, const User& user);
Status check_name(const Fleet& fleet, const Device& device);
Status check_name(const Fleet& fleet, const Group& group);

/// Takes the user, device, group or profile of this id out of the tenant's fleet. What refers to it lets go of it:
/// groups of a member, devices of a user, profiles of a group or of a root's profile. The findings tell of certificates
/// that stay active at their CA (cloudpki.fleet.certificates_stay). Fails with cloudpki.fleet.no_such; the tenant is
/// then as it was.
Result<Findings> remove_object(tenant::Tenant& tenant, std::string_view id);

}  // namespace pki::cloudpki::fleet
