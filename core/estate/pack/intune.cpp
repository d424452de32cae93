// Bodies for Microsoft Graph (beta, deviceManagement/deviceConfigurations), by which Intune is given the profiles. The
// names of types and members: Microsoft Graph documentation, intune-deviceconfig resource types.

#include <array>
#include <map>

#include "asn1/oid_registry.h"
#include "base/encoding.h"
#include "estate/pack/file_names.h"
#include "estate/pack/quote.h"
#include "estate/pack/writer.h"
#include "json/json.h"

namespace pki::estate::pack {
namespace {

namespace fleet = cloudpki::fleet;
using json::Json;

/// Room for the kind and the platform around a name.
constexpr std::size_t kLongestStem = 120;

/// The types of one platform; Graph has a pair for each.
struct TypeRow {
  fleet::Platform platform;
  std::string_view trusted;
  std::string_view scep;
};
constexpr std::array kTypes = {
    TypeRow{fleet::Platform::Windows, "windows81TrustedRootCertificate", "windows81SCEPCertificateProfile"},
    TypeRow{fleet::Platform::Ios, "iosTrustedRootCertificate", "iosScepCertificateProfile"},
    TypeRow{fleet::Platform::MacOs, "macOSTrustedRootCertificate", "macOSScepCertificateProfile"},
    TypeRow{fleet::Platform::AndroidManaged, "androidDeviceOwnerTrustedRootCertificate",
            "androidDeviceOwnerScepCertificateProfile"},
    TypeRow{fleet::Platform::AndroidWorkProfile, "androidWorkProfileTrustedRootCertificate",
            "androidWorkProfileScepCertificateProfile"},
    TypeRow{fleet::Platform::AndroidOpenSource, "aospDeviceOwnerTrustedRootCertificate",
            "aospDeviceOwnerScepCertificateProfile"},
};

const TypeRow& types_of(fleet::Platform platform) {
  for (const TypeRow& row : kTypes) {
    if (row.platform == platform) return row;
  }
  return kTypes.front();
}

std::string odata_type(std::string_view name) { return "#microsoft.graph." + std::string(name); }

std::string_view store_word(fleet::WindowsStore store) {
  switch (store) {
    case fleet::WindowsStore::ComputerRoot:
      return "computerCertStoreRoot";
    case fleet::WindowsStore::ComputerIntermediate:
      return "computerCertStoreIntermediate";
    case fleet::WindowsStore::UserIntermediate:
      break;
  }
  return "userCertStoreIntermediate";
}

std::string_view key_storage_word(fleet::KeyStorage storage) {
  switch (storage) {
    case fleet::KeyStorage::TpmElseSoftware:
      return "useTpmKspOtherwiseUseSoftwareKsp";
    case fleet::KeyStorage::TpmElseFail:
      return "useTpmKspOtherwiseFail";
    case fleet::KeyStorage::HelloElseFail:
      return "usePassportForWorkKspOtherwiseFail";
    case fleet::KeyStorage::Software:
      break;
  }
  return "useSoftwareKsp";
}

std::string_view san_word(fleet::SanKind kind) {
  switch (kind) {
    case fleet::SanKind::Email:
      return "emailAddress";
    case fleet::SanKind::Upn:
      return "userPrincipalName";
    case fleet::SanKind::Dns:
      return "domainNameService";
    case fleet::SanKind::Uri:
      break;
  }
  return "universalResourceIdentifier";
}

void add_validity(Json& body, const ca::CalendarSpan& span) {
  const bool years = span.years > 0 && span.months == 0 && span.days == 0;
  const int months = span.years * 12 + span.months;
  body["certificateValidityPeriodScale"] = years ? "years" : months > 0 ? "months" : "days";
  body["certificateValidityPeriodValue"] = years ? span.years : months > 0 ? months : span.days;
}

Json trusted_body(const fleet::TrustedProfile& profile, const PackedCertificate& certificate) {
  Json body;
  body["@odata.type"] = odata_type(types_of(profile.platform).trusted);
  body["displayName"] = profile.name;
  body["description"] = "";
  body["certFileName"] = certificate.file;
  body["trustedRootCertificate"] = to_base64(certificate.certificate->der());
  if (profile.platform == fleet::Platform::Windows) body["destinationStore"] = store_word(profile.store);
  return body;
}

Json scep_body(const fleet::ScepProfile& profile, const std::string& root_file) {
  Json body;
  body["@odata.type"] = odata_type(types_of(profile.platform).scep);
  body["displayName"] = profile.name;
  body["description"] = "";
  body["certificateStore"] = profile.type == fleet::CertificateType::User ? "user" : "machine";
  if (profile.platform == fleet::Platform::MacOs) {
    body["deploymentChannel"] = profile.channel == fleet::Channel::User ? "userChannel" : "deviceChannel";
  }
  body["subjectNameFormat"] = "custom";
  body["subjectNameFormatString"] = profile.subject_format;
  Json names = Json::array();
  for (const fleet::SanEntry& each : profile.alternative_names) {
    Json name;
    name["sanType"] = san_word(each.kind);
    name["name"] = each.value;
    names.push_back(std::move(name));
  }
  body["subjectAlternativeNameType"] = names.empty() ? "none" : "custom";
  body["customSubjectAlternativeNames"] = std::move(names);
  add_validity(body, profile.validity);
  std::string usage = profile.key_encipherment ? "keyEncipherment" : "";
  if (profile.digital_signature) usage += usage.empty() ? "digitalSignature" : ",digitalSignature";
  body["keyUsage"] = usage;
  if (profile.key_size) body["keySize"] = "size" + std::to_string(*profile.key_size);
  if (profile.hash != fleet::ScepHash::NotConfigured) {
    body["hashAlgorithm"] = profile.hash == fleet::ScepHash::Sha2 ? "sha2" : "sha1";
  }
  if (profile.platform == fleet::Platform::Windows) body["keyStorageProvider"] = key_storage_word(profile.key_storage);
  Json purposes = Json::array();
  for (const asn1::OwnedOid& each : profile.purposes) {
    Json purpose;
    purpose["name"] = asn1::oid_name(each.view());
    purpose["objectIdentifier"] = each.view().to_dotted();
    purposes.push_back(std::move(purpose));
  }
  body["extendedKeyUsages"] = std::move(purposes);
  body["renewalThresholdPercentage"] = profile.renewal_threshold;
  body["scepServerUrls"] = profile.urls;
  body["rootCertificate@odata.bind"] =
      "https://graph.microsoft.com/beta/deviceManagement/deviceConfigurations('ID OF " + root_file + "')";
  return body;
}

std::string groups_of(const fleet::Fleet& all, const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) {
    const fleet::Group* group = fleet::find_group(all, id);
    text += (text.empty() ? "" : ", ") + markdown_text(group == nullptr ? id : group->name);
  }
  return text.empty() ? "nobody" : text;
}

}  // namespace

void add_intune(const Stock& stock, PackWriter& to) {
  const fleet::Fleet& fleet = stock.tenant.fleet;
  if (fleet.trusted_profiles.empty() && fleet.scep_profiles.empty()) return;
  Lines lines;
  lines.add("# Intune");
  lines.add();
  lines.add(
      "Each file is the body of a `POST https://graph.microsoft.com/beta/deviceManagement/deviceConfigurations`.");
  lines.add(
      "Create the trusted certificate profiles first. A SCEP profile names its root by the id that Graph answered");
  lines.add(
      "for that profile: put it in the place of `ID OF ...` in `rootCertificate@odata.bind`. Then assign both to the");
  lines.add("same groups, `POST .../deviceConfigurations/{id}/assign`.");
  lines.add();
  lines.add(table_row({"file", "profile", "platform", "groups"}));
  lines.add(table_rule(4));
  std::vector<std::pair<std::string, Json>> bodies;
  std::map<std::string, std::string> files;
  FileNames names;
  const auto add_file = [&](std::string_view kind, const auto& profile, Json body) {
    std::string stem = std::string(kind) + "-" + safe_file_name(profile.name);
    // The usual profiles have the platform in their names already.
    const std::string platform = "-" + std::string(fleet::platform_name(profile.platform));
    if (!stem.ends_with(platform)) stem += platform;
    std::string file = names.take(stem, kLongestStem) + ".json";
    lines.add(table_row({"`" + file + "`", markdown_text(profile.name),
                         markdown_text(fleet::platform_title(profile.platform)), groups_of(fleet, profile.groups)}));
    bodies.emplace_back(file, std::move(body));
    return file;
  };
  for (const fleet::TrustedProfile& profile : fleet.trusted_profiles) {
    if (profile.certificate == nullptr) continue;
    files[profile.id] =
        add_file("trusted-certificate", profile, trusted_body(profile, stock.packed(*profile.certificate)));
  }
  for (const fleet::ScepProfile& profile : fleet.scep_profiles) {
    const auto root = files.find(profile.root_profile);
    add_file("scep", profile, scep_body(profile, root == files.end() ? "the root's profile" : root->second));
  }
  to.add("intune/README.md", FileKind::Document, lines);
  for (const auto& [file, body] : bodies) {
    to.add("intune/" + file, FileKind::Json, as_bytes(json::dump_indented(body) + "\n"));
  }
}

}  // namespace pki::estate::pack
