#pragma once
// What reaches a device: which profiles are assigned to it, through users or through devices, and where their
// certificates go.

#include <string>
#include <vector>

#include "cloudpki/fleet/model.h"

namespace pki::cloudpki::fleet {

/// Through which kinds of group something reaches a device.
struct Reach {
  bool by_user = false;
  bool by_device = false;

  bool any() const { return by_user || by_device; }
};

/// How what is assigned to these groups reaches the device.
Reach reach_of(const Fleet& fleet, const std::vector<std::string>& groups, const Device& device);

/// "Computer certificate store - Root" ...: as the form of a trusted certificate profile has it.
std::string_view windows_store_title(WindowsStore store);
/// What the platform calls the place of a certificate of a trusted certificate profile.
std::string trusted_store_name(const TrustedProfile& profile);
/// The same of the certificate of a SCEP profile.
std::string identity_store_name(const ScepProfile& profile);

/// The trusted certificate profiles that reach the device on its platform.
std::vector<const TrustedProfile*> trusted_profiles_of(const Fleet& fleet, const Device& device);
/// The SCEP profiles likewise.
std::vector<const ScepProfile*> scep_profiles_of(const Fleet& fleet, const Device& device);

/// Whether the root that a SCEP profile names reaches the device as the profile does. Rules:
/// cloudpki.scep.root_not_delivered, .assignment_mixed.
Status check_root_delivery(const Fleet& fleet, const ScepProfile& profile, const Device& device);

}  // namespace pki::cloudpki::fleet
