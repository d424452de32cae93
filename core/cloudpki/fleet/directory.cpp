#include "cloudpki/fleet/directory.h"

#include <algorithm>

#include "cloudpki/fleet/rules.h"
#include "cloudpki/tenant/status.h"

namespace pki::cloudpki::fleet {
namespace {

// `other` is what stands in the list under the name already, or null.
template <typename T>
Status check_free(std::string_view kind, const std::string& name, const std::string& id, const T* other) {
  if (name.empty()) return Finding{&rules::kNameMissing, {}, {{"kind", std::string(kind)}}};
  if (other != nullptr && other->id != id) {
    return Finding{&rules::kNameTaken, {}, {{"kind", std::string(kind)}, {"name", name}}};
  }
  return {};
}

template <typename T>
bool erase(std::vector<T>& list, std::string_view id) {
  return std::erase_if(list, [&](const T& each) { return each.id == id; }) > 0;
}

template <typename T>
void let_go(std::vector<T>& list, std::vector<std::string> T::*ids, std::string_view id) {
  for (T& each : list) std::erase(each.*ids, id);
}

// How many certificates of a device or of a profile are active at their CAs.
template <typename Belongs>
std::size_t count_active(const tenant::Tenant& owner, Belongs belongs) {
  return static_cast<std::size_t>(
      std::count_if(owner.leaves.begin(), owner.leaves.end(), [&](const tenant::Leaf& leaf) {
        return belongs(leaf) && tenant::leaf_status(leaf, owner.clock) == tenant::LeafStatus::Active;
      }));
}

Finding stay(std::string_view kind, const std::string& name, std::size_t count) {
  return {
      &rules::kCertificatesStay, {}, {{"kind", std::string(kind)}, {"name", name}, {"count", std::to_string(count)}}};
}

Findings tell_what_stays(const tenant::Tenant& owner, std::string_view id) {
  Findings findings;
  if (const ScepProfile* profile = find_scep_profile(owner.fleet, id)) {
    const auto of_it = [&](const tenant::Leaf& leaf) { return leaf.profile == profile->name; };
    if (const std::size_t count = count_active(owner, of_it); count > 0) {
      findings.push_back(stay("SCEP certificate profile", profile->name, count));
    }
  } else if (const Device* device = find_device(owner.fleet, id)) {
    const auto of_it = [&](const tenant::Leaf& leaf) { return leaf.device_id == device->id; };
    if (const std::size_t count = count_active(owner, of_it); count > 0) {
      findings.push_back(stay("device", device->name, count));
    }
  }
  return findings;
}

}  // namespace

Status check_name(const Fleet& fleet, const User& user) {
  const std::string& name = user.user_principal_name;
  return check_free("user", name, user.id, find_user(fleet, name));
}

Status check_name(const Fleet& fleet, const Device& device) {
  return check_free("device", device.name, device.id, find_device(fleet, device.name));
}

Status check_name(const Fleet& fleet, const Group& group) {
  return check_free("group", group.name, group.id, find_group(fleet, group.name));
}

Result<Findings> remove_object(tenant::Tenant& tenant, std::string_view id) {
  Fleet& all = tenant.fleet;
  Findings findings = tell_what_stays(tenant, id);
  const bool gone = erase(all.users, id) || erase(all.devices, id) || erase(all.groups, id) ||
                    erase(all.trusted_profiles, id) || erase(all.scep_profiles, id);
  if (!gone) return Finding{&rules::kNoSuch, {}, {{"kind", "object"}, {"name", std::string(id)}}};
  std::erase_if(all.states, [&](const DeviceState& state) { return state.device == id; });
  let_go(all.groups, &Group::members, id);
  let_go(all.trusted_profiles, &TrustedProfile::groups, id);
  let_go(all.scep_profiles, &ScepProfile::groups, id);
  for (Device& device : all.devices) {
    if (device.user == id) device.user.clear();
  }
  for (ScepProfile& profile : all.scep_profiles) {
    if (profile.root_profile == id) profile.root_profile.clear();
  }
  return findings;
}

}  // namespace pki::cloudpki::fleet
