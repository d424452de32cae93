#pragma once
// What Intune knows besides the CAs: users, devices, groups, certificate profiles and their assignment, and what came
// of them on each device. Plain data; functions beside this file work on it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asn1/oid.h"
#include "base/finding.h"
#include "base/time.h"
#include "ca/profile.h"
#include "crypto/secret_bytes.h"
#include "x509/certificate.h"

namespace pki::cloudpki::fleet {

/// The platforms for which Intune has SCEP and trusted certificate profiles. Android Enterprise is two: fully managed,
/// dedicated and corporate-owned devices with a work profile; and personally-owned ones with a work profile.
enum class Platform : std::uint8_t { Windows, Ios, MacOs, AndroidManaged, AndroidWorkProfile, AndroidOpenSource };
/// "windows", "ios", "macos", "android-managed", "android-work-profile", "android-aosp".
std::string_view platform_name(Platform platform);
/// "Windows 10 and later", "iOS/iPadOS" ...: as the admin centre has it.
std::string_view platform_title(Platform platform);
/// All, in this order.
std::vector<Platform> all_platforms();
bool is_android(Platform platform);

/// How a device belongs to the organization.
enum class Join : std::uint8_t { Registered, Entra, Hybrid };
/// "registered", "entra", "hybrid".
std::string_view join_name(Join join);

/// A person. What is empty is not known to Intune: a variable for it then resolves to nothing, which is an error.
struct User {
  std::string id;
  std::string user_principal_name;
  std::string email = {};
  std::string given_name = {};
  std::string surname = {};
  std::string department = {};
  /// Of accounts that are synchronised from Active Directory.
  std::string sam_account_name = {};
  std::string distinguished_name = {};
  std::string security_identifier = {};
};

/// A device that is enrolled in Intune.
struct Device {
  /// Intune's device id, a UUID, and that of Entra.
  std::string id;
  std::string entra_id = {};
  std::string name;
  Platform platform = Platform::Windows;
  Join join = Join::Entra;
  /// The id of its user; empty for one without (a kiosk).
  std::string user = {};
  std::string serial_number = {};
  std::string imei = {};
  std::string meid = {};
  std::string wifi_mac = {};
  std::string fully_qualified_name = {};
  /// Of hybrid-joined ones: the computer account's.
  std::string security_identifier = {};
  /// Whether a key can be kept in hardware: a TPM, Windows only.
  enum class KeyStore : std::uint8_t { Software, Tpm, HelloForBusiness } key_store = KeyStore::Tpm;
};

enum class GroupKind : std::uint8_t { Users, Devices };
/// "users", "devices".
std::string_view group_kind_name(GroupKind kind);

struct Group {
  std::string id;
  std::string name;
  GroupKind kind = GroupKind::Devices;
  /// Ids of users or of devices.
  std::vector<std::string> members = {};
};

/// Where a trusted certificate goes on Windows; the other platforms have no choice.
enum class WindowsStore : std::uint8_t { ComputerRoot, ComputerIntermediate, UserIntermediate };
/// "computer-root", "computer-intermediate", "user-intermediate".
std::string_view windows_store_name(WindowsStore store);

/// A trusted certificate profile: one certificate for one platform.
struct TrustedProfile {
  std::string id;
  std::string name;
  Platform platform = Platform::Windows;
  x509::CertificatePtr certificate;
  WindowsStore store = WindowsStore::ComputerRoot;
  std::vector<std::string> groups = {};
};

/// Whose certificate a SCEP profile asks for.
enum class CertificateType : std::uint8_t { User, Device };
/// "user", "device".
std::string_view certificate_type_name(CertificateType type);

/// Which part of macOS gets the profile.
enum class Channel : std::uint8_t { User, Device };
std::string_view channel_name(Channel channel);

enum class SanKind : std::uint8_t { Email, Upn, Dns, Uri };
/// "email", "upn", "dns", "uri".
std::string_view san_kind_name(SanKind kind);

struct SanEntry {
  SanKind kind = SanKind::Upn;
  /// Text with variables, as in "{{UserPrincipalName}}".
  std::string value;
};

/// The key storage provider of Windows.
enum class KeyStorage : std::uint8_t { TpmElseSoftware, TpmElseFail, HelloElseFail, Software };
/// "tpm-else-software", "tpm-else-fail", "hello-else-fail", "software".
std::string_view key_storage_name(KeyStorage storage);

enum class ScepHash : std::uint8_t { NotConfigured, Sha1, Sha2 };
/// "", "sha-1", "sha-2".
std::string_view scep_hash_name(ScepHash hash);

/// A SCEP certificate profile.
struct ScepProfile {
  std::string id;
  std::string name;
  Platform platform = Platform::Windows;
  CertificateType type = CertificateType::User;
  /// macOS only.
  Channel channel = Channel::User;
  /// "CN={{UserName}},E={{EmailAddress}}".
  std::string subject_format;
  std::vector<SanEntry> alternative_names = {};
  ca::CalendarSpan validity = {.years = 1};
  KeyStorage key_storage = KeyStorage::TpmElseSoftware;
  bool digital_signature = true;
  bool key_encipherment = true;
  /// Bits; nothing: not configured.
  std::optional<std::uint32_t> key_size = 2048;
  ScepHash hash = ScepHash::Sha2;
  /// The id of the trusted certificate profile of the top root.
  std::string root_profile;
  std::vector<asn1::OwnedOid> purposes;
  /// Percent of the lifetime that remain when the device begins to renew.
  std::uint32_t renewal_threshold = 20;
  std::vector<std::string> urls;
  std::vector<std::string> groups = {};
};

/// What became of a profile on a device.
enum class ProfileStatus : std::uint8_t { Succeeded, Error };
/// "succeeded", "error".
std::string_view profile_status_name(ProfileStatus status);

/// A certificate that a trusted certificate profile put on a device.
struct InstalledCertificate {
  std::string profile;
  /// "Computer - Root", "System keychain": what the platform calls the place.
  std::string store;
  x509::CertificatePtr certificate;
};

/// A certificate with its key on a device.
struct Identity {
  std::string profile;
  std::string store;
  x509::CertificatePtr certificate;
  crypto::SecretBytes private_key = {};
  Time enrolled;
};

/// The last result of a profile on a device.
struct ProfileResult {
  std::string profile;
  ProfileStatus status = ProfileStatus::Succeeded;
  Time at;
  /// Why, where it is an error: a rule's id and its words.
  std::string rule = {};
  std::string summary = {};
  std::string cure = {};
};

/// What is on a device.
struct DeviceState {
  std::string device;
  std::optional<Time> last_check_in = {};
  std::vector<InstalledCertificate> trusted = {};
  std::vector<Identity> identities = {};
  std::vector<ProfileResult> results = {};
};

/// All of it.
struct Fleet {
  std::vector<User> users;
  std::vector<Device> devices;
  std::vector<Group> groups;
  std::vector<TrustedProfile> trusted_profiles;
  std::vector<ScepProfile> scep_profiles;
  std::vector<DeviceState> states;
};

// Each the one of this id (users also by user principal name, the others also by name), or null. Aliases the fleet.
const User* find_user(const Fleet& fleet, std::string_view id);
const Device* find_device(const Fleet& fleet, std::string_view id);
const Group* find_group(const Fleet& fleet, std::string_view id);
const TrustedProfile* find_trusted_profile(const Fleet& fleet, std::string_view id);
const ScepProfile* find_scep_profile(const Fleet& fleet, std::string_view id);
const DeviceState* find_state(const Fleet& fleet, std::string_view device);
/// The state of a device, made where there is none.
DeviceState& state_of(Fleet& fleet, std::string_view device);

}  // namespace pki::cloudpki::fleet
