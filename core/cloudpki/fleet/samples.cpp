#include "cloudpki/fleet/samples.h"

#include <array>

#include "asn1/oids.h"
#include "cloudpki/fleet/profiles.h"
#include "cloudpki/fleet/rules.h"
#include "cloudpki/tenant/identifier.h"
#include "cloudpki/tenant/urls.h"

namespace pki::cloudpki::fleet {
namespace {

struct Person {
  std::string_view name;
  std::string_view surname;
  std::string_view account;
  std::string_view department;
  // The last part of the security identifier; 0: the account is in the cloud only.
  int relative_id;
};
constexpr std::array kPeople = {
    Person{"Ann", "Archer", "ann", "Finance", 1104},    Person{"Ben", "Baker", "ben", "Engineering", 1105},
    Person{"Cleo", "Carter", "cleo", "Engineering", 0}, Person{"Dora", "Dyer", "dora", "Sales", 1107},
    Person{"Emil", "Ernst", "emil", "Sales", 0},
};

struct Machine {
  std::string_view name;
  Platform platform;
  Join join;
  std::string_view account;
  std::string_view serial;
  Device::KeyStore key_store;
};
constexpr std::array kMachines = {
    Machine{"LAPTOP-ANN", Platform::Windows, Join::Hybrid, "ann", "5CG1041ANN", Device::KeyStore::HelloForBusiness},
    Machine{"LAPTOP-BEN", Platform::Windows, Join::Entra, "ben", "5CG1042BEN", Device::KeyStore::Tpm},
    Machine{"LAPTOP-CLEO", Platform::Windows, Join::Entra, "cleo", "5CG1043CLE", Device::KeyStore::Tpm},
    Machine{"KIOSK-LOBBY", Platform::Windows, Join::Entra, "", "5CG1044KIO", Device::KeyStore::Software},
    Machine{"iPhone of Ann", Platform::Ios, Join::Registered, "ann", "F2LANN0001", Device::KeyStore::Software},
    Machine{"iPad of Dora", Platform::Ios, Join::Registered, "dora", "F2LDOR0002", Device::KeyStore::Software},
    Machine{"MacBook of Ben", Platform::MacOs, Join::Registered, "ben", "C02BEN0001", Device::KeyStore::Software},
    Machine{"MacBook of Emil", Platform::MacOs, Join::Registered, "emil", "C02EMI0002", Device::KeyStore::Software},
    Machine{"Pixel of Cleo", Platform::AndroidManaged, Join::Registered, "cleo", "R5CCLE0001",
            Device::KeyStore::Software},
    Machine{"Galaxy of Dora", Platform::AndroidWorkProfile, Join::Registered, "dora", "", Device::KeyStore::Software},
};

constexpr std::string_view kDomain = "corp.example";
constexpr std::string_view kDomainSid = "S-1-5-21-1004336348-1177238915-682003330-";
constexpr int kFirstComputerId = 2101;

Result<User> make_user(const Person& person) {
  User user;
  PKI_TRY(user.id, tenant::make_uuid());
  user.user_principal_name = std::string(person.account) + "@" + std::string(kDomain);
  user.email = user.user_principal_name;
  user.given_name = person.name;
  user.surname = person.surname;
  user.department = person.department;
  if (person.relative_id == 0) return user;
  user.sam_account_name = person.account;
  user.distinguished_name =
      "CN=" + user.given_name + " " + user.surname + ",OU=" + user.department + ",DC=corp,DC=example";
  user.security_identifier = std::string(kDomainSid) + std::to_string(person.relative_id);
  return user;
}

Result<Device> make_device(const Machine& machine, int number, const Fleet& fleet) {
  Device device;
  PKI_TRY(device.id, tenant::make_uuid());
  PKI_TRY(device.entra_id, tenant::make_uuid());
  device.name = machine.name;
  device.platform = machine.platform;
  device.join = machine.join;
  device.serial_number = machine.serial;
  device.key_store = machine.key_store;
  if (!machine.account.empty()) {
    device.user = find_user(fleet, std::string(machine.account) + "@" + std::string(kDomain))->id;
  }
  const std::string two_digits = std::to_string(10 + number);
  device.wifi_mac = "00-00-5E-00-53-" + two_digits;  // RFC 7042 2.1.2: for documentation
  const bool phone = machine.platform == Platform::Ios || machine.platform == Platform::AndroidManaged;
  if (phone) device.imei = "35209900176" + two_digits + "00";
  if (machine.join == Join::Hybrid) {
    device.fully_qualified_name = "laptop-ann." + std::string(kDomain);
    device.security_identifier = std::string(kDomainSid) + std::to_string(kFirstComputerId + number);
  }
  return device;
}

// The devices of a platform, and their users.
Status add_groups(Fleet& fleet, Platform platform) {
  Group devices{.id = {}, .name = std::string(platform_title(platform)) + " devices", .kind = GroupKind::Devices};
  Group users{.id = {}, .name = std::string(platform_title(platform)) + " users", .kind = GroupKind::Users};
  PKI_TRY(devices.id, tenant::make_uuid());
  PKI_TRY(users.id, tenant::make_uuid());
  for (const Device& device : fleet.devices) {
    if (device.platform != platform) continue;
    devices.members.push_back(device.id);
    if (!device.user.empty()) users.members.push_back(device.user);
  }
  if (!devices.members.empty()) fleet.groups.push_back(std::move(devices));
  if (!users.members.empty()) fleet.groups.push_back(std::move(users));
  return {};
}

std::string short_name(const x509::Certificate& certificate) {
  return certificate.subject().last(asn1::oids::kCommonName).value_or("CA");
}

Result<std::string> add_trusted(Fleet& fleet, const x509::CertificatePtr& certificate, Platform platform,
                                const std::string& group) {
  TrustedProfile profile{
      .id = {},
      .name = short_name(*certificate) + " for " + std::string(platform_name(platform)),
      .platform = platform,
      .certificate = certificate,
      .store = x509::is_self_signed(*certificate) ? WindowsStore::ComputerRoot : WindowsStore::ComputerIntermediate,
      .groups = {group}};
  for (const TrustedProfile& other : fleet.trusted_profiles) {
    if (other.platform == platform && equal(other.certificate->fingerprint(), certificate->fingerprint())) {
      return other.id;
    }
  }
  if (find_trusted_profile(fleet, profile.name) != nullptr) profile.name += " (2)";
  PKI_TRY(profile.id, tenant::make_uuid());
  fleet.trusted_profiles.push_back(profile);
  return profile.id;
}

}  // namespace

Result<Fleet> make_sample_fleet() {
  Fleet fleet;
  for (const Person& person : kPeople) {
    PKI_TRY(User user, make_user(person));
    fleet.users.push_back(std::move(user));
  }
  int number = 0;
  for (const Machine& machine : kMachines) {
    PKI_TRY(Device device, make_device(machine, number++, fleet));
    fleet.devices.push_back(std::move(device));
  }
  for (const Platform platform : all_platforms()) PKI_CHECK(add_groups(fleet, platform));
  return fleet;
}

Status add_usual_profiles(const tenant::Tenant& tenant, const tenant::Ca& ca, Platform platform, Fleet& fleet) {
  const Group* group = find_group(fleet, std::string(platform_title(platform)) + " users");
  if (group == nullptr) group = find_group(fleet, std::string(platform_title(platform)) + " devices");
  if (group == nullptr) {
    return Finding{&rules::kNoSuch, {}, {{"kind", "group of"}, {"name", std::string(platform_title(platform))}}};
  }
  const std::string members = group->id;
  std::string root_profile;
  for (const x509::CertificatePtr& certificate : ca_chain(tenant, ca)) {
    PKI_TRY(const std::string id, add_trusted(fleet, certificate, platform, members));
    if (root_profile.empty()) root_profile = id;
  }
  ScepProfile scep;
  PKI_TRY(scep.id, tenant::make_uuid());
  scep.name = "SCEP " + ca.name + " for " + std::string(platform_name(platform));
  scep.platform = platform;
  scep.type = CertificateType::User;
  scep.subject_format = "CN={{UserPrincipalName}}";
  scep.alternative_names = {{SanKind::Upn, "{{UserPrincipalName}}"}};
  scep.root_profile = root_profile;
  scep.purposes = {asn1::OwnedOid(asn1::oids::kClientAuth)};
  scep.urls = {tenant::scep_uri(tenant, ca)};
  scep.groups = {members};
  fleet.scep_profiles.push_back(std::move(scep));
  return {};
}

}  // namespace pki::cloudpki::fleet
