#include "api/params.h"
#include "api/sources.h"
#include "api/tenant/fleet_json.h"
#include "api/tenant/members.h"
#include "api/tenant/tenant_words.h"

namespace pki::api {
namespace {

namespace fleet = cloudpki::fleet;
using json::Choice;
using json::ObjectReader;
using json::Value;

constexpr Choice<fleet::Join> kJoins[] = {
    {"registered", fleet::Join::Registered}, {"entra", fleet::Join::Entra}, {"hybrid", fleet::Join::Hybrid}};
constexpr Choice<fleet::Device::KeyStore> kKeyStores[] = {{"software", fleet::Device::KeyStore::Software},
                                                          {"tpm", fleet::Device::KeyStore::Tpm},
                                                          {"hello", fleet::Device::KeyStore::HelloForBusiness}};
constexpr Choice<fleet::GroupKind> kGroupKinds[] = {{"users", fleet::GroupKind::Users},
                                                    {"devices", fleet::GroupKind::Devices}};
constexpr Choice<fleet::WindowsStore> kStores[] = {{"computer-root", fleet::WindowsStore::ComputerRoot},
                                                   {"computer-intermediate", fleet::WindowsStore::ComputerIntermediate},
                                                   {"user-intermediate", fleet::WindowsStore::UserIntermediate}};
constexpr Choice<fleet::CertificateType> kTypes[] = {{"user", fleet::CertificateType::User},
                                                     {"device", fleet::CertificateType::Device}};
constexpr Choice<fleet::Channel> kChannels[] = {{"user", fleet::Channel::User}, {"device", fleet::Channel::Device}};
constexpr Choice<fleet::SanKind> kSanKinds[] = {{"email", fleet::SanKind::Email},
                                                {"upn", fleet::SanKind::Upn},
                                                {"dns", fleet::SanKind::Dns},
                                                {"uri", fleet::SanKind::Uri}};
constexpr Choice<fleet::KeyStorage> kStorages[] = {{"tpm-else-software", fleet::KeyStorage::TpmElseSoftware},
                                                   {"tpm-else-fail", fleet::KeyStorage::TpmElseFail},
                                                   {"hello-else-fail", fleet::KeyStorage::HelloElseFail},
                                                   {"software", fleet::KeyStorage::Software}};
constexpr Choice<fleet::ScepHash> kHashes[] = {{"not-configured", fleet::ScepHash::NotConfigured},
                                               {"sha-1", fleet::ScepHash::Sha1},
                                               {"sha-2", fleet::ScepHash::Sha2}};
constexpr Choice<fleet::ProfileStatus> kStatuses[] = {{"succeeded", fleet::ProfileStatus::Succeeded},
                                                      {"error", fleet::ProfileStatus::Error}};

// Texts that an object may have, by name.
template <typename T>
struct TextRow {
  std::string_view name;
  std::string T::*member;
};
template <typename T, std::size_t Size>
Status read_texts_into(ObjectReader& object, const TextRow<T> (&rows)[Size], T& into) {
  for (const TextRow<T>& row : rows) {
    PKI_TRY(into.*row.member, optional_text(object, row.name));
  }
  return {};
}

constexpr TextRow<fleet::User> kUserTexts[] = {
    {"id", &fleet::User::id},
    {"user_principal_name", &fleet::User::user_principal_name},
    {"email", &fleet::User::email},
    {"given_name", &fleet::User::given_name},
    {"surname", &fleet::User::surname},
    {"department", &fleet::User::department},
    {"sam_account_name", &fleet::User::sam_account_name},
    {"distinguished_name", &fleet::User::distinguished_name},
    {"security_identifier", &fleet::User::security_identifier},
};
constexpr TextRow<fleet::Device> kDeviceTexts[] = {
    {"id", &fleet::Device::id},
    {"entra_id", &fleet::Device::entra_id},
    {"name", &fleet::Device::name},
    {"user", &fleet::Device::user},
    {"serial_number", &fleet::Device::serial_number},
    {"imei", &fleet::Device::imei},
    {"meid", &fleet::Device::meid},
    {"wifi_mac", &fleet::Device::wifi_mac},
    {"fully_qualified_name", &fleet::Device::fully_qualified_name},
    {"security_identifier", &fleet::Device::security_identifier},
};
constexpr TextRow<fleet::ProfileResult> kResultTexts[] = {
    {"profile", &fleet::ProfileResult::profile},
    {"rule", &fleet::ProfileResult::rule},
    {"summary", &fleet::ProfileResult::summary},
    {"cure", &fleet::ProfileResult::cure},
};

Result<fleet::SanEntry> read_san(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  fleet::SanEntry entry;
  PKI_TRY(entry.kind, required_choice(object, "kind", kSanKinds));
  PKI_TRY(entry.value, required_text(object, "value"));
  PKI_CHECK(object.finish());
  return entry;
}

Result<fleet::ProfileResult> read_result(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  fleet::ProfileResult result;
  PKI_CHECK(read_texts_into(object, kResultTexts, result));
  PKI_TRY(result.status, required_choice(object, "status", kStatuses));
  PKI_TRY(result.at, required_time(object, "at"));
  PKI_CHECK(object.finish());
  return result;
}

Result<fleet::InstalledCertificate> read_installed(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  fleet::InstalledCertificate installed;
  PKI_TRY(installed.profile, required_text(object, "profile"));
  PKI_TRY(installed.store, required_text(object, "store"));
  PKI_TRY(installed.certificate, optional_certificate(object, "certificate"));
  PKI_CHECK(object.finish());
  return installed;
}

Result<fleet::Identity> read_identity(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  fleet::Identity identity;
  PKI_TRY(identity.profile, required_text(object, "profile"));
  PKI_TRY(identity.store, required_text(object, "store"));
  PKI_TRY(identity.certificate, optional_certificate(object, "certificate"));
  PKI_TRY(identity.private_key, optional_private_key(object));
  PKI_TRY(identity.enrolled, required_time(object, "enrolled"));
  PKI_CHECK(object.finish());
  return identity;
}

Result<fleet::DeviceState> read_state(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  fleet::DeviceState state;
  PKI_TRY(state.device, required_text(object, "device"));
  PKI_TRY(state.last_check_in, read_optional_time(object, "last_check_in"));
  PKI_CHECK(read_each(object, "trusted", read_installed, state.trusted));
  PKI_CHECK(read_each(object, "identities", read_identity, state.identities));
  PKI_CHECK(read_each(object, "results", read_result, state.results));
  PKI_CHECK(object.finish());
  return state;
}

}  // namespace

Result<ca::CalendarSpan> read_span(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  ca::CalendarSpan span;
  constexpr json::Bounds kBounds{0, 10'000};
  struct Part {
    std::string_view name;
    int ca::CalendarSpan::*member;
  };
  for (const Part& part : {Part{"years", &ca::CalendarSpan::years}, Part{"months", &ca::CalendarSpan::months},
                           Part{"days", &ca::CalendarSpan::days}}) {
    if (const std::optional<Value> number = object.optional(part.name)) {
      PKI_TRY(const std::int64_t count, json::read_integer(*number, kBounds));
      span.*part.member = static_cast<int>(count);
    }
  }
  PKI_CHECK(object.finish());
  return span;
}

Result<fleet::User> read_user(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  fleet::User user;
  PKI_CHECK(read_texts_into(object, kUserTexts, user));
  PKI_CHECK(object.finish());
  return user;
}

Result<fleet::Device> read_device(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  fleet::Device device;
  PKI_CHECK(read_texts_into(object, kDeviceTexts, device));
  PKI_TRY(device.platform, required_choice(object, "platform", kPlatforms));
  PKI_TRY(device.join, optional_choice(object, "join", kJoins, fleet::Join::Entra));
  PKI_TRY(device.key_store, optional_choice(object, "key_store", kKeyStores, fleet::Device::KeyStore::Tpm));
  PKI_CHECK(object.finish());
  return device;
}

Result<fleet::Group> read_group(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  fleet::Group group;
  PKI_TRY(group.id, optional_text(object, "id"));
  PKI_TRY(group.name, required_text(object, "name"));
  PKI_TRY(group.kind, required_choice(object, "kind", kGroupKinds));
  PKI_TRY(group.members, optional_text_list(object, "members"));
  PKI_CHECK(object.finish());
  return group;
}

Result<fleet::TrustedProfile> read_trusted_profile(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  fleet::TrustedProfile profile;
  PKI_TRY(profile.id, optional_text(object, "id"));
  PKI_TRY(profile.name, required_text(object, "name"));
  PKI_TRY(profile.platform, required_choice(object, "platform", kPlatforms));
  PKI_TRY(const Value certificate, object.required("certificate"));
  PKI_TRY(profile.certificate, read_certificate(certificate));
  PKI_TRY(profile.store, optional_choice(object, "store", kStores, fleet::WindowsStore::ComputerRoot));
  PKI_TRY(profile.groups, optional_text_list(object, "groups"));
  PKI_CHECK(object.finish());
  return profile;
}

Result<fleet::ScepProfile> read_scep_profile(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  fleet::ScepProfile profile;
  PKI_TRY(profile.id, optional_text(object, "id"));
  PKI_TRY(profile.name, required_text(object, "name"));
  PKI_TRY(profile.platform, required_choice(object, "platform", kPlatforms));
  PKI_TRY(profile.type, optional_choice(object, "type", kTypes, fleet::CertificateType::User));
  PKI_TRY(profile.channel, optional_choice(object, "channel", kChannels, fleet::Channel::User));
  PKI_TRY(profile.subject_format, required_text(object, "subject_format"));
  PKI_CHECK(read_each(object, "alternative_names", read_san, profile.alternative_names));
  if (const std::optional<Value> validity = object.optional("validity")) {
    PKI_TRY(profile.validity, read_span(*validity));
  }
  PKI_TRY(profile.key_storage, optional_choice(object, "key_storage", kStorages, fleet::KeyStorage::TpmElseSoftware));
  PKI_CHECK(read_flag(object, "digital_signature", profile.digital_signature));
  PKI_CHECK(read_flag(object, "key_encipherment", profile.key_encipherment));
  // Null, or left out: not configured.
  profile.key_size.reset();
  if (const std::optional<Value> size = object.optional("key_size")) {
    PKI_TRY(const std::int64_t bits, json::read_integer(*size, {1, 1'000'000}));
    profile.key_size = static_cast<std::uint32_t>(bits);
  }
  PKI_TRY(profile.hash, optional_choice(object, "hash", kHashes, fleet::ScepHash::Sha2));
  PKI_TRY(profile.root_profile, optional_text(object, "root_profile"));
  if (const std::optional<Value> purposes = object.optional("purposes")) {
    PKI_TRY(profile.purposes, read_oids(*purposes));
  }
  if (const std::optional<Value> threshold = object.optional("renewal_threshold")) {
    PKI_TRY(const std::int64_t percent, json::read_integer(*threshold, {0, 1000}));
    profile.renewal_threshold = static_cast<std::uint32_t>(percent);
  }
  PKI_TRY(profile.urls, optional_text_list(object, "urls"));
  PKI_TRY(profile.groups, optional_text_list(object, "groups"));
  PKI_CHECK(object.finish());
  return profile;
}

Result<fleet::Fleet> read_fleet(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  fleet::Fleet all;
  PKI_CHECK(read_each(object, "users", read_user, all.users));
  PKI_CHECK(read_each(object, "devices", read_device, all.devices));
  PKI_CHECK(read_each(object, "groups", read_group, all.groups));
  PKI_CHECK(read_each(object, "trusted_profiles", read_trusted_profile, all.trusted_profiles));
  PKI_CHECK(read_each(object, "scep_profiles", read_scep_profile, all.scep_profiles));
  PKI_CHECK(read_each(object, "states", read_state, all.states));
  PKI_CHECK(object.finish());
  return all;
}

}  // namespace pki::api
