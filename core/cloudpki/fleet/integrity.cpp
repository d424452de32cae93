#include "cloudpki/fleet/integrity.h"

#include <set>

#include "cloudpki/fleet/rules.h"

namespace pki::cloudpki::fleet {
namespace {

Finding damaged(std::string reason) { return {&rules::kDamaged, {}, {{"reason", std::move(reason)}}}; }

template <typename List>
Status check_ids(const List& list, std::string_view kind) {
  if (list.size() > kMostObjects) return damaged("there are too many of the kind " + std::string(kind));
  std::set<std::string_view> seen;
  for (const auto& each : list) {
    if (each.id.empty() || !seen.insert(each.id).second) {
      return damaged("two of the kind " + std::string(kind) + " have one id, or one has none");
    }
  }
  return {};
}

Status check_state(const Fleet& fleet, const DeviceState& state) {
  if (find_device(fleet, state.device) == nullptr) return damaged("there is a state of a device that is not there");
  if (state.trusted.size() > kMostOnDevice || state.identities.size() > kMostOnDevice) {
    return damaged("a device has too many certificates");
  }
  for (const InstalledCertificate& each : state.trusted) {
    if (each.certificate == nullptr) return damaged("a trusted certificate is missing");
  }
  for (const Identity& each : state.identities) {
    if (each.certificate == nullptr) return damaged("a device's certificate is missing");
  }
  return {};
}

}  // namespace

Status check_integrity(const Fleet& fleet) {
  PKI_CHECK(check_ids(fleet.users, "user"));
  PKI_CHECK(check_ids(fleet.devices, "device"));
  PKI_CHECK(check_ids(fleet.groups, "group"));
  PKI_CHECK(check_ids(fleet.trusted_profiles, "trusted certificate profile"));
  PKI_CHECK(check_ids(fleet.scep_profiles, "SCEP certificate profile"));
  for (const TrustedProfile& profile : fleet.trusted_profiles) {
    if (profile.certificate == nullptr) return damaged(profile.name + " has no certificate");
  }
  std::set<std::string_view> seen;
  for (const DeviceState& state : fleet.states) {
    if (!seen.insert(state.device).second) return damaged("a device has two states");
    PKI_CHECK(check_state(fleet, state));
  }
  return {};
}

}  // namespace pki::cloudpki::fleet
