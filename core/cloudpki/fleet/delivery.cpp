#include "cloudpki/fleet/delivery.h"

#include <algorithm>

#include "cloudpki/fleet/rules.h"

namespace pki::cloudpki::fleet {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& value) {
  return !value.empty() && std::find(list.begin(), list.end(), value) != list.end();
}

template <typename Profile>
std::vector<const Profile*> reaching(const Fleet& fleet, const std::vector<Profile>& profiles, const Device& device) {
  std::vector<const Profile*> reached;
  for (const Profile& profile : profiles) {
    if (profile.platform == device.platform && reach_of(fleet, profile.groups, device).any()) {
      reached.push_back(&profile);
    }
  }
  return reached;
}

}  // namespace

Reach reach_of(const Fleet& fleet, const std::vector<std::string>& groups, const Device& device) {
  Reach reach;
  for (const std::string& id : groups) {
    const Group* group = find_group(fleet, id);
    if (group == nullptr) continue;
    if (group->kind == GroupKind::Users) {
      reach.by_user = reach.by_user || contains(group->members, device.user);
    } else {
      reach.by_device = reach.by_device || contains(group->members, device.id);
    }
  }
  return reach;
}

std::string_view windows_store_title(WindowsStore store) {
  switch (store) {
    case WindowsStore::ComputerRoot:
      return "Computer certificate store - Root";
    case WindowsStore::ComputerIntermediate:
      return "Computer certificate store - Intermediate";
    case WindowsStore::UserIntermediate:
      break;
  }
  return "User certificate store - Intermediate";
}

std::string trusted_store_name(const TrustedProfile& profile) {
  switch (profile.platform) {
    case Platform::Windows:
      return std::string(windows_store_title(profile.store));
    case Platform::Ios:
      return "Trusted certificates of the management profile";
    case Platform::MacOs:
      return "System keychain";
    case Platform::AndroidManaged:
    case Platform::AndroidWorkProfile:
    case Platform::AndroidOpenSource:
      break;
  }
  return "User trusted credentials";
}

std::string identity_store_name(const ScepProfile& profile) {
  switch (profile.platform) {
    case Platform::Windows:
      return profile.type == CertificateType::Device ? "Local Computer - Personal" : "Current User - Personal";
    case Platform::Ios:
      return "Keychain";
    case Platform::MacOs:
      return profile.channel == Channel::User ? "User (login) keychain" : "System keychain";
    case Platform::AndroidManaged:
    case Platform::AndroidWorkProfile:
    case Platform::AndroidOpenSource:
      break;
  }
  return "VPN and apps credentials";
}

std::vector<const TrustedProfile*> trusted_profiles_of(const Fleet& fleet, const Device& device) {
  return reaching(fleet, fleet.trusted_profiles, device);
}

std::vector<const ScepProfile*> scep_profiles_of(const Fleet& fleet, const Device& device) {
  return reaching(fleet, fleet.scep_profiles, device);
}

Status check_root_delivery(const Fleet& fleet, const ScepProfile& profile, const Device& device) {
  const TrustedProfile* root = find_trusted_profile(fleet, profile.root_profile);
  const Reach ours = reach_of(fleet, profile.groups, device);
  const Reach theirs = root == nullptr ? Reach{} : reach_of(fleet, root->groups, device);
  const std::string name = root == nullptr ? profile.root_profile : root->name;
  if (!theirs.any()) {
    return Finding{&rules::kRootNotDelivered, {}, {{"device", device.name}, {"profile", profile.name}, {"root", name}}};
  }
  if ((ours.by_user && theirs.by_user) || (ours.by_device && theirs.by_device)) return {};
  return Finding{&rules::kAssignmentMixed,
                 {},
                 {{"profile", profile.name},
                  {"device", device.name},
                  {"root", name},
                  {"kind", ours.by_user ? "users" : "devices"},
                  {"root_kind", theirs.by_user ? "users" : "devices"}}};
}

}  // namespace pki::cloudpki::fleet
