#pragma once
// A sample fleet for lessons: five people and ten devices of four platforms, with groups for each platform.

#include "cloudpki/fleet/model.h"
#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::fleet {

/// People, devices and groups; no profiles. Some accounts are synchronised from Active Directory, some are not; one
/// device has no user, one phone is personally owned, one laptop is hybrid-joined. Rule: crypto.random.failed.
Result<Fleet> make_sample_fleet();

/// Adds to the fleet what an administrator would make for an issuing CA and a platform: trusted certificate profiles of
/// its root, of every CA between and of itself, and a SCEP profile for client authentication that names the root; all
/// assigned to the platform's users, or where it has none to its devices. The CA must be signed. Rules:
/// cloudpki.fleet.no_such, crypto.random.failed.
Status add_usual_profiles(const tenant::Tenant& tenant, const tenant::Ca& ca, Platform platform, Fleet& fleet);

}  // namespace pki::cloudpki::fleet
