#include "cloudpki/fleet/model.h"

#include <algorithm>
#include <array>

namespace pki::cloudpki::fleet {
namespace {

template <typename Enum, std::size_t Size>
std::string_view name_of(const std::array<std::string_view, Size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

template <typename List>
auto* by_id_or_name(const List& list, std::string_view wanted) {
  auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.id == wanted; });
  if (found == list.end()) {
    found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.name == wanted; });
  }
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

std::string_view platform_name(Platform platform) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "windows", "ios", "macos", "android-managed", "android-work-profile", "android-aosp"};
  return name_of(kNames, platform);
}

std::string_view platform_title(Platform platform) {
  static constexpr std::array<std::string_view, 6> kTitles = {
      "Windows 10 and later",
      "iOS/iPadOS",
      "macOS",
      "Android Enterprise (fully managed, dedicated, corporate-owned work profile)",
      "Android Enterprise (personally-owned work profile)",
      "Android (AOSP)"};
  return name_of(kTitles, platform);
}

std::vector<Platform> all_platforms() {
  return {Platform::Windows,
          Platform::Ios,
          Platform::MacOs,
          Platform::AndroidManaged,
          Platform::AndroidWorkProfile,
          Platform::AndroidOpenSource};
}

bool is_android(Platform platform) {
  return platform == Platform::AndroidManaged || platform == Platform::AndroidWorkProfile ||
         platform == Platform::AndroidOpenSource;
}

std::string_view join_name(Join join) {
  static constexpr std::array<std::string_view, 3> kNames = {"registered", "entra", "hybrid"};
  return name_of(kNames, join);
}

std::string_view group_kind_name(GroupKind kind) { return kind == GroupKind::Users ? "users" : "devices"; }

std::string_view windows_store_name(WindowsStore store) {
  static constexpr std::array<std::string_view, 3> kNames = {"computer-root", "computer-intermediate",
                                                             "user-intermediate"};
  return name_of(kNames, store);
}

std::string_view certificate_type_name(CertificateType type) {
  return type == CertificateType::User ? "user" : "device";
}

std::string_view channel_name(Channel channel) { return channel == Channel::User ? "user" : "device"; }

std::string_view san_kind_name(SanKind kind) {
  static constexpr std::array<std::string_view, 4> kNames = {"email", "upn", "dns", "uri"};
  return name_of(kNames, kind);
}

std::string_view key_storage_name(KeyStorage storage) {
  static constexpr std::array<std::string_view, 4> kNames = {"tpm-else-software", "tpm-else-fail", "hello-else-fail",
                                                             "software"};
  return name_of(kNames, storage);
}

std::string_view scep_hash_name(ScepHash hash) {
  static constexpr std::array<std::string_view, 3> kNames = {"not-configured", "sha-1", "sha-2"};
  return name_of(kNames, hash);
}

std::string_view profile_status_name(ProfileStatus status) {
  return status == ProfileStatus::Succeeded ? "succeeded" : "error";
}

const User* find_user(const Fleet& fleet, std::string_view id) {
  const auto found = std::find_if(fleet.users.begin(), fleet.users.end(),
                                  [&](const User& user) { return user.id == id || user.user_principal_name == id; });
  return found == fleet.users.end() ? nullptr : &*found;
}

const Device* find_device(const Fleet& fleet, std::string_view id) { return by_id_or_name(fleet.devices, id); }
const Group* find_group(const Fleet& fleet, std::string_view id) { return by_id_or_name(fleet.groups, id); }
const TrustedProfile* find_trusted_profile(const Fleet& fleet, std::string_view id) {
  return by_id_or_name(fleet.trusted_profiles, id);
}
const ScepProfile* find_scep_profile(const Fleet& fleet, std::string_view id) {
  return by_id_or_name(fleet.scep_profiles, id);
}

const DeviceState* find_state(const Fleet& fleet, std::string_view device) {
  const auto found = std::find_if(fleet.states.begin(), fleet.states.end(),
                                  [&](const DeviceState& state) { return state.device == device; });
  return found == fleet.states.end() ? nullptr : &*found;
}

DeviceState& state_of(Fleet& fleet, std::string_view device) {
  for (DeviceState& state : fleet.states) {
    if (state.device == device) return state;
  }
  fleet.states.push_back({.device = std::string(device)});
  return fleet.states.back();
}

}  // namespace pki::cloudpki::fleet
