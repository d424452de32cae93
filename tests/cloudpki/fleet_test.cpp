// SCEP and trusted certificate profiles, variables, assignment, and devices that check in.

#include <algorithm>

#include "cloudpki/fleet/check_in.h"
#include "cloudpki/fleet/delivery.h"
#include "cloudpki/fleet/enrolment.h"
#include "cloudpki/fleet/exchange.h"
#include "cloudpki/fleet/profiles.h"
#include "cloudpki/fleet/samples.h"
#include "cloudpki/fleet/variables.h"
#include "cloudpki/tenant/urls.h"
#include "lab.h"

namespace pki::test {

namespace fleet = cloudpki::fleet;
namespace oids = asn1::oids;
using fleet::CertificateType;
using fleet::Platform;
using fleet::VariableUse;

namespace {

/// A root and an issuing CA, the sample fleet, and the usual profiles for a platform.
struct School {
  Pair pair = new_pair();

  explicit School(Platform platform = Platform::Windows) {
    auto made = fleet::make_sample_fleet();
    REQUIRE(made.ok());
    all() = *std::move(made);
    REQUIRE(fleet::add_usual_profiles(tenant(), pair.issuing_ca(), platform, all()).ok());
  }
  Tenant& tenant() { return pair.tenant; }
  fleet::Fleet& all() { return pair.tenant.fleet; }
  fleet::ScepProfile& scep() { return all().scep_profiles.back(); }
  const fleet::Device& device(std::string_view name) const {
    const fleet::Device* found = fleet::find_device(pair.tenant.fleet, name);
    REQUIRE(found != nullptr);
    return *found;
  }
  fleet::CheckIn check_in(std::string_view name) {
    auto visit = fleet::check_in(tenant(), all(), name);
    REQUIRE(visit.ok());
    return *std::move(visit);
  }
  std::vector<std::string> faults() {
    std::vector<std::string> list;
    for (const Finding& finding : fleet::check_scep_profile(tenant(), all(), scep())) {
      if (finding.severity() >= Severity::Error) list.emplace_back(finding.id());
    }
    return list;
  }
};

using Names = std::vector<std::string>;

/// The rules of the profiles that failed at a check-in.
Names failures(const fleet::CheckIn& visit) {
  Names rules;
  for (const fleet::ProfileResult& result : visit.results) {
    if (result.status == fleet::ProfileStatus::Error) rules.push_back(result.rule);
  }
  return rules;
}

std::string resolved(const School& school, std::string_view device, std::string_view text, CertificateType type) {
  const fleet::Device& found = school.device(device);
  const auto value = fleet::resolve_variables(
      text, {.user = fleet::find_user(school.pair.tenant.fleet, found.user), .device = found, .type = type});
  return value.ok() ? *value : std::string(value.error().id());
}

}  // namespace

TEST_CASE("the usual profiles have no faults, on any platform, and devices get what they need") {
  for (const Platform platform : {Platform::Windows, Platform::Ios, Platform::MacOs, Platform::AndroidManaged}) {
    School school(platform);
    CHECK(school.faults() == Names{});
    std::size_t enrolled = 0;
    for (const fleet::Device& device : school.all().devices) {
      if (device.platform != platform || device.user.empty()) continue;
      const fleet::CheckIn visit = school.check_in(device.id);
      CHECK(failures(visit) == Names{});
      enrolled += visit.enrolled;
      CHECK(fleet::find_state(school.all(), device.id)->trusted.size() == 2);
    }
    CHECK(enrolled > 0);
    CHECK(school.tenant().leaves.size() == enrolled);
    const auto root = tenant::active_version(school.pair.root_ca())->certificate;
    for (const tenant::Leaf& leaf : school.tenant().leaves) CHECK(validates(school.tenant(), leaf.certificate, root));
  }
}

TEST_CASE("scep.subject_variables: user and device stand in the certificate") {
  School school;
  school.scep().subject_format = "CN={{UserName}},E={{EmailAddress}},OU=\"Sales, North\"";
  school.scep().alternative_names = {{fleet::SanKind::Upn, "{{UserPrincipalName}}"},
                                     {fleet::SanKind::Uri, "urn:device:{{AAD_Device_ID}}"},
                                     {fleet::SanKind::Dns, "host-{{SerialNumber}}.corp.example"}};
  CHECK(school.faults() == Names{});
  const fleet::CheckIn visit = school.check_in("LAPTOP-BEN");
  CHECK(failures(visit) == Names{});
  const x509::Certificate& leaf = *school.tenant().leaves.back().certificate;
  CHECK(leaf.subject().last(oids::kCommonName) == "ben");
  CHECK(leaf.subject().last(oids::kEmailAddress) == "ben@corp.example");
  CHECK(leaf.subject().last(oids::kOrganizationalUnit) == "Sales, North");
  REQUIRE(leaf.extensions().subject_alt_name.present());
  const x509::GeneralNames& names = leaf.extensions().subject_alt_name->names;
  REQUIRE(names.size() == 3);
  CHECK(x509::to_text(names[0]) == "othername:UPN:ben@corp.example");
  CHECK(x509::value_text(names[1]) == "urn:device:" + school.device("LAPTOP-BEN").entra_id);
  CHECK(x509::value_text(names[2]) == "host-5CG1042BEN.corp.example");
  CHECK(leaf.extensions().key_usage->bits == 0x5);
}

TEST_CASE("every variable has a value for somebody, under its other spelling too") {
  School school;
  fleet::Device all = school.device("LAPTOP-ANN");
  all.imei = "1";
  all.meid = "2";
  const fleet::User* ann = fleet::find_user(school.all(), "ann@corp.example");
  REQUIRE(ann != nullptr);
  for (const fleet::Variable& variable : fleet::variables()) {
    INFO(variable.name);
    for (const std::string_view name : {variable.name, variable.alias}) {
      if (name.empty()) continue;
      CHECK(fleet::find_variable(name) == &variable);
      const auto value = fleet::resolve_variables("{{" + std::string(name) + "}}",
                                                  {.user = ann, .device = all, .type = CertificateType::User});
      REQUIRE(value.ok());
      CHECK_FALSE(value->empty());
    }
  }
}

TEST_CASE("scep.device_variables: a device certificate has no variable of users") {
  const auto check = [](std::string_view text, CertificateType type) {
    return refusal(fleet::check_variables(text, VariableUse::Subject, type, Platform::Windows));
  };
  CHECK(check("CN={{UserName}}", CertificateType::User) == "");
  CHECK(check("CN={{UserName}}", CertificateType::Device) == "cloudpki.scep.variable_of_user");
  CHECK(check("CN={{DeviceName}}", CertificateType::Device) == "");
  CHECK(check("CN={{TenantId}}", CertificateType::User) == "cloudpki.scep.variable_unknown");
  CHECK(check("CN={{UserName", CertificateType::User) == "cloudpki.scep.variable_open");
}

TEST_CASE("scep.variable_empty: what is not known makes the profile fail") {
  School school;
  school.scep().subject_format = "CN={{OnPremisesSamAccountName}}";
  CHECK(failures(school.check_in("LAPTOP-BEN")) == Names{});
  const std::size_t before = school.tenant().leaves.size();
  CHECK(failures(school.check_in("LAPTOP-CLEO")) == Names{"cloudpki.scep.variable_empty"});  // in the cloud only
  CHECK(school.tenant().leaves.size() == before);
}

TEST_CASE("scep.variable_followed: no brace, bar or semicolon behind a variable") {
  for (const std::string_view text : {"CN={{UserName}};O=x", "CN={{UserName}}|", "CN={{UserName}}}"}) {
    CHECK(refusal(fleet::check_variables(text, VariableUse::Subject, CertificateType::User, Platform::Windows)) ==
          "cloudpki.scep.variable_followed");
  }
}

TEST_CASE("scep.backslash: quotation marks instead of a backslash") {
  School school;
  school.scep().subject_format = "CN=a\\,b";
  CHECK(school.faults() == Names{"cloudpki.scep.subject_backslash"});
  school.scep().subject_format = "CN=\"a,b\"";
  CHECK(school.faults() == Names{});
  school.scep().subject_format = "no name";
  CHECK(school.faults() == Names{"cloudpki.scep.subject_malformed"});
}

TEST_CASE("scep.platform_variables: what a platform does not give") {
  const auto check = [](std::string_view name, Platform platform, VariableUse use = VariableUse::Subject) {
    return refusal(fleet::check_variables("{{" + std::string(name) + "}}", use, CertificateType::User, platform));
  };
  for (const std::string_view name : {"SerialNumber", "IMEINumber", "MEID"}) {
    CHECK(check(name, Platform::AndroidWorkProfile) == "cloudpki.scep.variable_platform");
    CHECK(check(name, Platform::AndroidManaged) == "");
  }
  for (const std::string_view name : {"OnPremisesSamAccountName", "OnPrem_Distinguished_Name", "Department"}) {
    CHECK(check(name, Platform::AndroidOpenSource) == "cloudpki.scep.variable_platform");
    CHECK(check(name, Platform::Windows) == "");
  }
  CHECK(check("FullyQualifiedDomainName", Platform::Ios) == "cloudpki.scep.variable_platform");
  CHECK(check("UserName", Platform::AndroidManaged, VariableUse::AlternativeName) == "cloudpki.scep.variable_platform");
  CHECK(check("UserName", Platform::AndroidManaged) == "");
}

TEST_CASE("scep.strong_mapping: the security identifier comes as Microsoft's tag URI") {
  School school;
  CHECK(resolved(school, "LAPTOP-ANN", "{{OnPremisesSecurityIdentifier}}", CertificateType::User) ==
        "tag:microsoft.com,2022-09-14:sid:S-1-5-21-1004336348-1177238915-682003330-1104");
  CHECK(resolved(school, "LAPTOP-ANN", "{{OnPremisesSecurityIdentifier}}", CertificateType::Device) ==
        "tag:microsoft.com,2022-09-14:sid:S-1-5-21-1004336348-1177238915-682003330-2101");
  school.scep().alternative_names = {{fleet::SanKind::Uri, "{{OnPremisesSecurityIdentifier}}"}};
  CHECK(failures(school.check_in("LAPTOP-ANN")) == Names{});
  const auto& names = school.tenant().leaves.back().certificate->extensions().subject_alt_name->names;
  CHECK(x509::value_text(names[0]).starts_with("tag:microsoft.com,2022-09-14:sid:S-1-5-21-"));
}

TEST_CASE("scep.sid_uri_only: nowhere but in a URI, and of hybrid-joined Windows devices only") {
  const auto check = [](VariableUse use, CertificateType type, Platform platform) {
    return refusal(fleet::check_variables("{{OnPremisesSecurityIdentifier}}", use, type, platform));
  };
  CHECK(check(VariableUse::Uri, CertificateType::User, Platform::Ios) == "");
  CHECK(check(VariableUse::Subject, CertificateType::User, Platform::Ios) == "cloudpki.scep.variable_uri_only");
  CHECK(check(VariableUse::AlternativeName, CertificateType::User, Platform::Windows) ==
        "cloudpki.scep.variable_uri_only");
  CHECK(check(VariableUse::Uri, CertificateType::Device, Platform::Windows) == "");
  CHECK(check(VariableUse::Uri, CertificateType::Device, Platform::Ios) == "cloudpki.scep.sid_of_device");
  School school;
  CHECK(resolved(school, "LAPTOP-BEN", "{{OnPremisesSecurityIdentifier}}", CertificateType::Device) ==
        "cloudpki.scep.variable_empty");
}

TEST_CASE("scep.validity: at most 24 months, and less than the CA") {
  School school;
  school.scep().validity = {.years = 2};
  CHECK(school.faults() == Names{});
  school.scep().validity = {.years = 2, .days = 1};
  CHECK(school.faults() == Names{"cloudpki.scep.validity_too_long"});
  school.scep().validity = {};
  CHECK(school.faults() == Names{"cloudpki.scep.validity_none"});
  school.scep().validity = {.days = 4};
  CHECK(school.faults() == Names{});
  CHECK(ids(fleet::check_scep_profile(school.tenant(), school.all(), school.scep())) ==
        Names{"cloudpki.scep.validity_too_short"});
  school.scep().validity = {.years = 1};
  advance(school.tenant(), 366 * 9);
  CHECK(school.faults() == Names{"cloudpki.scep.validity_beyond_ca"});
}

TEST_CASE("scep.key_size: 2048 or 4096, and not above the CA's") {
  School school;
  school.scep().key_size = 1024;
  CHECK(school.faults() == Names{"cloudpki.scep.key_size_small"});
  school.scep().key_size = 3072;
  CHECK(school.faults() == Names{"cloudpki.scep.key_size_not_offered"});
  school.scep().key_storage = fleet::KeyStorage::Software;
  school.scep().key_size = 4096;
  CHECK(school.faults() == Names{"cloudpki.scep.key_size_above_ca"});
  school.scep().key_size.reset();
  CHECK(school.faults() == Names{});
}

TEST_CASE("scep.key_storage: 4096 bits on Windows are for the software KSP") {
  Tenant in = new_tenant();
  tenant::CaOrder root = root_order();
  root.key = crypto::KeySpec::Rsa4096;
  create(in, std::move(root));
  const std::string issuing = create(in, issuing_order()).id;
  in.fleet = *fleet::make_sample_fleet();
  REQUIRE(fleet::add_usual_profiles(in, *tenant::find_ca(in, issuing), Platform::Windows, in.fleet).ok());
  fleet::ScepProfile& profile = in.fleet.scep_profiles.back();
  profile.key_size = 4096;
  CHECK(ids(fleet::check_scep_profile(in, in.fleet, profile)) == Names{"cloudpki.scep.key_size_storage"});
  profile.key_storage = fleet::KeyStorage::Software;
  CHECK(ids(fleet::check_scep_profile(in, in.fleet, profile)) == Names{});
}

TEST_CASE("scep.key_storage_fails: a device without TPM or Hello") {
  School school;
  school.scep().key_storage = fleet::KeyStorage::HelloElseFail;
  CHECK(failures(school.check_in("LAPTOP-ANN")) == Names{});
  CHECK(failures(school.check_in("LAPTOP-BEN")) == Names{"cloudpki.scep.no_tpm"});
  school.scep().key_storage = fleet::KeyStorage::TpmElseFail;
  CHECK(failures(school.check_in("LAPTOP-BEN")) == Names{});
}

TEST_CASE("scep.no_sha1: the hash") {
  School school;
  school.scep().hash = fleet::ScepHash::Sha1;
  CHECK(school.faults() == Names{"cloudpki.scep.hash_sha1"});
}

TEST_CASE("scep.key_usage: one of two at least, and as chosen in the certificate") {
  School school;
  school.scep().digital_signature = false;
  CHECK(failures(school.check_in("LAPTOP-BEN")) == Names{});
  CHECK(school.tenant().leaves.back().certificate->extensions().key_usage->bits == 0x4);
  school.scep().key_encipherment = false;
  CHECK(school.faults() == Names{"cloudpki.scep.key_usage_none"});
}

TEST_CASE("scep.purposes_on_ca: what the CA has not fails") {
  School school;
  school.scep().purposes.emplace_back(oids::kEmailProtection);
  CHECK(school.faults() == Names{"cloudpki.scep.purpose_not_on_ca"});
  CHECK(failures(school.check_in("LAPTOP-BEN")) == Names{"cloudpki.scep.purpose_not_on_ca"});
  CHECK(school.tenant().leaves.empty());
  school.scep().purposes.clear();
  CHECK(school.faults() == Names{"cloudpki.scep.purpose_none"});
}

TEST_CASE("scep.no_any_purpose: in profiles") {
  School school;
  school.scep().purposes = {asn1::OwnedOid(oids::kAnyExtendedKeyUsage)};
  CHECK(school.faults() == Names{"cloudpki.scep.any_purpose"});
}

TEST_CASE("scep.top_root: the issuing CA's profile in the place of the root's is wrong") {
  School school;
  REQUIRE(school.all().trusted_profiles.size() == 2);
  school.scep().root_profile = school.all().trusted_profiles[1].id;
  CHECK(school.faults() == Names{"cloudpki.scep.root_wrong"});
  school.scep().root_profile.clear();
  CHECK(school.faults() == Names{"cloudpki.scep.root_none"});
  school.scep().root_profile = "none such";
  CHECK(school.faults() == Names{"cloudpki.fleet.no_such"});
}

TEST_CASE("scep.urls_not_mixed: NDES beside Cloud PKI") {
  School school;
  school.scep().urls.push_back("https://ndes.corp.example/certsrv/mscep/mscep.dll");
  CHECK(school.faults() == Names{"cloudpki.scep.url_mixed"});
  school.scep().urls.erase(school.scep().urls.begin());
  CHECK(school.faults() == Names{"cloudpki.scep.url_unknown"});
  school.scep().urls.clear();
  CHECK(school.faults() == Names{"cloudpki.scep.url_none"});
  const tenant::Ca& other = create(school.tenant(), issuing_order("Other"));
  school.scep().urls = {tenant::scep_uri(school.tenant(), other),
                        tenant::scep_uri(school.tenant(), school.pair.issuing_ca())};
  CHECK(school.faults() == Names{"cloudpki.scep.url_several_cas"});
}

TEST_CASE("scep.https_on_android: http is refused there") {
  School school(Platform::AndroidManaged);
  std::string& url = school.scep().urls.front();
  url.replace(0, 5, "http");
  const Names faults = school.faults();
  CHECK(std::find(faults.begin(), faults.end(), "cloudpki.scep.url_https") != faults.end());
}

TEST_CASE("scep.placeholder: the URI stays as it is in the profile and is filled in at delivery") {
  School school;
  const auto delivered = fleet::deliver(school.tenant(), school.all(), school.scep(), school.device("LAPTOP-BEN"));
  REQUIRE(delivered.ok());
  CHECK(delivered->url.find("{{") == std::string::npos);
  CHECK(delivered->url.starts_with("https://"));
  school.scep().urls = {delivered->url};
  const auto findings = fleet::check_scep_profile(school.tenant(), school.all(), school.scep());
  CHECK(ids(findings) == Names{"cloudpki.scep.url_replaced"});
}

TEST_CASE("scep.macos_channel: the user channel and the type Device exclude each other") {
  School school(Platform::MacOs);
  school.scep().type = CertificateType::Device;
  school.scep().subject_format = "CN={{DeviceName}}";
  school.scep().alternative_names.clear();
  CHECK(school.faults() == Names{"cloudpki.scep.channel_type"});
  school.scep().channel = fleet::Channel::Device;
  CHECK(school.faults() == Names{});
  CHECK(fleet::identity_store_name(school.scep()) == "System keychain");
}

TEST_CASE("scep.renewal_threshold: at 20 percent that are left, with a new key") {
  School school;
  CHECK(school.check_in("LAPTOP-BEN").enrolled == 1);
  const auto first = school.tenant().leaves.back().certificate;
  advance(school.tenant(), 290);
  CHECK(school.check_in("LAPTOP-BEN").enrolled == 0);
  advance(school.tenant(), 4);
  CHECK(school.check_in("LAPTOP-BEN").enrolled == 1);
  const auto second = school.tenant().leaves.back().certificate;
  CHECK_FALSE(equal(first->public_key().whole, second->public_key().whole));
  CHECK(fleet::find_state(school.all(), school.device("LAPTOP-BEN").id)->identities.size() == 1);
  school.scep().renewal_threshold = 100;
  CHECK(school.faults() == Names{"cloudpki.scep.threshold"});
}

TEST_CASE("scep.apple_expired: on iOS an expired certificate stays; on Windows it is tried for again") {
  School phone(Platform::Ios);
  CHECK(phone.check_in("iPhone of Ann").enrolled == 1);
  advance(phone.tenant(), 400);
  CHECK(failures(phone.check_in("iPhone of Ann")) == Names{"cloudpki.scep.stays_expired"});
  School laptop;
  CHECK(laptop.check_in("LAPTOP-BEN").enrolled == 1);
  advance(laptop.tenant(), 400);
  CHECK(laptop.check_in("LAPTOP-BEN").enrolled == 1);
}

TEST_CASE("a device enrols with a PKCSReq and renews with a RenewalReq, and gets what the CA issued") {
  School school;
  const fleet::CheckIn first = school.check_in("LAPTOP-BEN");
  REQUIRE(first.exchanges.size() == 1);
  const auto operations = [](const fleet::CheckIn& visit) {
    Names names;
    for (const fleet::ExchangeMessage& message : visit.exchanges.front().exchange.messages) {
      names.emplace_back(message.operation);
    }
    return names;
  };
  CHECK(operations(first) == Names{"GetCACaps", "GetCACert", "PKCSReq", "CertRep"});
  CHECK(equal(first.exchanges.front().exchange.certificate->der(), school.tenant().leaves.back().certificate->der()));
  advance(school.tenant(), 300);
  const fleet::CheckIn second = school.check_in("LAPTOP-BEN");
  REQUIRE(second.exchanges.size() == 1);
  CHECK(operations(second) == Names{"GetCACaps", "GetCACert", "RenewalReq", "CertRep"});
  CHECK(second.enrolled == 1);
}

TEST_CASE("scep.challenge: a request that differs from what was delivered is refused") {
  School school;
  const auto delivered = fleet::deliver(school.tenant(), school.all(), school.scep(), school.device("LAPTOP-BEN"));
  REQUIRE(delivered.ok());
  const auto key = crypto::PrivateKey::from_pkcs8(ready_key().view());
  const auto request_of = [&](const fleet::Delivered& asked) {
    return *x509::Request::parse(*fleet::make_device_request(asked, *key));
  };
  CHECK(refusal(fleet::validate_request(*delivered, *request_of(*delivered))) == "");
  const auto other = fleet::deliver(school.tenant(), school.all(), school.scep(), school.device("LAPTOP-CLEO"));
  REQUIRE(other.ok());
  CHECK(refusal(fleet::validate_request(*delivered, *request_of(*other))) == "cloudpki.scep.challenge_mismatch");
  fleet::Delivered changed = *delivered;
  changed.subject = other->subject;  // the right challenge, somebody else's name
  CHECK(refusal(fleet::validate_request(*delivered, *request_of(changed))) == "cloudpki.scep.challenge_mismatch");
  changed = *delivered;
  changed.alternative_names = other->alternative_names;
  CHECK(refusal(fleet::validate_request(*delivered, *request_of(changed))) == "cloudpki.scep.challenge_mismatch");
  changed.alternative_names.clear();
  CHECK(refusal(fleet::validate_request(*delivered, *request_of(changed))) == "cloudpki.scep.challenge_mismatch");

  // The same by messages: the registration authority answers with a failure, and nothing is issued.
  tenant::Ca& ca = school.pair.issuing_ca();
  const ByteVector forged = *fleet::make_device_request(changed, *key);
  const auto played = fleet::exchange(school.tenant(), ca, *tenant::active_version(ca),
                                      {.delivered = *delivered, .key = *key, .request = forged});
  REQUIRE(played.ok());
  CHECK(played->messages.size() == 4);
  CHECK(played->certificate == nullptr);
  REQUIRE(played->refusal.has_value());
  CHECK(played->refusal->id() == "cloudpki.scep.challenge_mismatch");
  CHECK(school.tenant().leaves.empty());
}

TEST_CASE("trusted.ca_only: a leaf is no trusted certificate") {
  School school;
  fleet::TrustedProfile profile = school.all().trusted_profiles.front();
  CHECK(ids(fleet::check_trusted_profile(profile)) == Names{});
  profile.certificate = issue(school.tenant(), school.pair.issuing_ca());
  const Names found = ids(fleet::check_trusted_profile(profile));
  CHECK(std::find(found.begin(), found.end(), "cloudpki.trusted.not_ca") != found.end());
}

TEST_CASE("trusted.windows_stores: three destinations, and the unwise ones are told") {
  School school;
  fleet::TrustedProfile root = school.all().trusted_profiles[0];
  fleet::TrustedProfile issuing = school.all().trusted_profiles[1];
  CHECK(fleet::trusted_store_name(root) == "Computer certificate store - Root");
  CHECK(fleet::trusted_store_name(issuing) == "Computer certificate store - Intermediate");
  root.store = fleet::WindowsStore::UserIntermediate;
  CHECK(ids(fleet::check_trusted_profile(root)) == Names{"cloudpki.trusted.root_store"});
  issuing.store = fleet::WindowsStore::ComputerRoot;
  CHECK(ids(fleet::check_trusted_profile(issuing)) == Names{"cloudpki.trusted.intermediate_store"});
  root.platform = Platform::Ios;
  CHECK(ids(fleet::check_trusted_profile(root)) == Names{});
}

TEST_CASE("trusted.root_first: without the root the SCEP profile fails") {
  School school;
  school.all().trusted_profiles[0].groups.clear();
  CHECK(failures(school.check_in("LAPTOP-BEN")) == Names{"cloudpki.scep.root_not_delivered"});
  CHECK(school.tenant().leaves.empty());
}

TEST_CASE("trusted.same_kind: the root through devices and the profile through users does not do") {
  School school;
  const fleet::Group* devices = fleet::find_group(school.all(), "Windows 10 and later devices");
  REQUIRE(devices != nullptr);
  const std::string users = school.scep().groups.front();
  school.all().trusted_profiles[0].groups = {devices->id};
  CHECK(failures(school.check_in("LAPTOP-BEN")) == Names{"cloudpki.scep.assignment_mixed"});
  school.all().trusted_profiles[0].groups = {devices->id, users};
  CHECK(failures(school.check_in("LAPTOP-BEN")) == Names{});
  school.all().trusted_profiles[0].groups = {devices->id};
  school.scep().groups = {devices->id};
  CHECK(failures(school.check_in("LAPTOP-CLEO")) == Names{});
}

TEST_CASE("trusted.enrolled_only: a device that is not in the tenant gets nothing") {
  School school;
  CHECK(refusal(fleet::check_in(school.tenant(), school.all(), "SERVER-1")) == "cloudpki.fleet.no_such");
}

TEST_CASE("a device without user gets device certificates only") {
  School school;
  const fleet::Group* devices = fleet::find_group(school.all(), "Windows 10 and later devices");
  for (fleet::TrustedProfile& profile : school.all().trusted_profiles) profile.groups = {devices->id};
  school.scep().groups = {devices->id};
  CHECK(failures(school.check_in("KIOSK-LOBBY")) == Names{"cloudpki.scep.no_user"});
  school.scep().type = CertificateType::Device;
  school.scep().subject_format = "CN={{DeviceName}}";
  school.scep().alternative_names = {{fleet::SanKind::Dns, "{{DeviceName}}.corp.example"}};
  CHECK(failures(school.check_in("KIOSK-LOBBY")) == Names{});
  CHECK(school.tenant().leaves.back().certificate->subject().last(oids::kCommonName) == "KIOSK-LOBBY");
}

TEST_CASE("what is unwise in a SCEP profile is told, and does not refuse it") {
  School school;
  const auto notes = [&] { return ids(fleet::check_scep_profile(school.tenant(), school.all(), school.scep())); };
  school.scep().alternative_names = {{fleet::SanKind::Dns, "{{SerialNumber}}.corp.example"}};
  CHECK(notes() == Names{"cloudpki.scep.identity_by_holder"});
  school.scep().alternative_names.clear();
  school.scep().subject_format = "CN={{DeviceId}}";
  CHECK(notes() == Names{"cloudpki.scep.device_id_on_windows"});
  school.scep().subject_format = "CN={{UserName}}";
  school.scep().groups.clear();
  CHECK(notes() == Names{"cloudpki.scep.not_assigned"});
}

TEST_CASE("a SCEP profile needs a name, and a root of its own platform") {
  School school;
  school.scep().name.clear();
  CHECK(school.faults() == Names{"cloudpki.fleet.name_missing"});
  school.scep().name = "SCEP";
  school.all().trusted_profiles.front().platform = Platform::Ios;
  CHECK(school.faults() == Names{"cloudpki.scep.root_platform"});
}

TEST_CASE("an alternative name that is none fails at the device, once its variables have values") {
  School school;
  school.scep().alternative_names = {{fleet::SanKind::Dns, "b\xC3\xBCro.{{DeviceName}}"}};
  CHECK(school.faults() == Names{});
  CHECK(failures(school.check_in("LAPTOP-BEN")) == Names{"cloudpki.scep.san_malformed"});
}

TEST_CASE("what is no longer assigned goes from the device") {
  School school;
  school.check_in("LAPTOP-BEN");
  const std::string id = school.device("LAPTOP-BEN").id;
  CHECK(fleet::find_state(school.all(), id)->identities.size() == 1);
  school.scep().groups.clear();
  for (fleet::TrustedProfile& profile : school.all().trusted_profiles) profile.groups.clear();
  school.check_in("LAPTOP-BEN");
  CHECK(fleet::find_state(school.all(), id)->identities.empty());
  CHECK(fleet::find_state(school.all(), id)->trusted.empty());
  CHECK(school.tenant().leaves.size() == 1);
}

TEST_CASE("a paused CA answers with its status, and the device says so") {
  School school;
  REQUIRE(tenant::pause_ca(school.tenant(), school.pair.issuing_ca()).ok());
  CHECK(failures(school.check_in("LAPTOP-BEN")) == Names{"cloudpki.tenant.does_not_issue"});
}

}  // namespace pki::test
