#include "cloudpki/fleet/variables.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "cloudpki/fleet/rules.h"

namespace pki::cloudpki::fleet {
namespace {

constexpr std::array kVariables = {
    Variable{"UserName", "", CertificateType::User, "The user principal name before the @"},
    Variable{"UserPrincipalName", "", CertificateType::User, "The user principal name"},
    Variable{"EmailAddress", "", CertificateType::User, "The user's e-mail address"},
    Variable{"GivenName", "", CertificateType::User, "The user's given name"},
    Variable{"SurName", "", CertificateType::User, "The user's surname"},
    Variable{"Department", "", CertificateType::User, "The user's department"},
    Variable{"OnPrem_Distinguished_Name", "", CertificateType::User,
             "The distinguished name of the account in Active Directory"},
    Variable{"OnPremisesSamAccountName", "", CertificateType::User, "The sAMAccountName in Active Directory"},
    Variable{"OnPremisesSecurityIdentifier", "", CertificateType::Device,
             "The security identifier in Active Directory, of the user or of a hybrid-joined Windows device"},
    Variable{"AAD_Device_ID", "AzureADDeviceId", CertificateType::Device, "The device's id in Entra"},
    Variable{"DeviceId", "", CertificateType::Device, "The device's id in Intune"},
    Variable{"SerialNumber", "Device_Serial", CertificateType::Device, "The device's serial number"},
    Variable{"IMEINumber", "Device_IMEI", CertificateType::Device, "The device's IMEI"},
    Variable{"IMEI", "", CertificateType::Device, "The device's IMEI"},
    Variable{"MEID", "", CertificateType::Device, "The device's MEID"},
    Variable{"WiFiMacAddress", "", CertificateType::Device, "The address of the device's Wi-Fi adapter"},
    Variable{"DeviceName", "", CertificateType::Device, "The device's name"},
    Variable{"FullyQualifiedDomainName", "", CertificateType::Device,
             "The full name of a domain-joined Windows device"},
};

// What the variable becomes, so that a domain controller can map the certificate strongly (KB5014754).
constexpr std::string_view kStrongMapping = "tag:microsoft.com,2022-09-14:sid:";

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kClose = "}}";

Finding variable_finding(const Rule& rule, std::string_view name) {
  return {&rule, {}, {{"variable", std::string(name)}}};
}

// The pieces of a text: plain text and variables, in turns.
struct Piece {
  std::string_view text;
  bool is_variable = false;
};

Result<std::vector<Piece>> cut(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find(kOpen, at);
    if (open != at) pieces.push_back({text.substr(at, open == text.npos ? text.npos : open - at)});
    if (open == text.npos) break;
    const std::size_t close = text.find(kClose, open);
    if (close == text.npos) return Finding{&rules::kVariableOpen, {}, {{"text", std::string(text)}}};
    pieces.push_back({text.substr(open + kOpen.size(), close - open - kOpen.size()), true});
    at = close + kClose.size();
  }
  return pieces;
}

bool is(const Variable& variable, std::string_view name) { return variable.name == name; }

// What a platform does not know.
bool is_known_to(const Variable& variable, VariableUse use, Platform platform) {
  switch (platform) {
    case Platform::AndroidWorkProfile:
      // Android 12 gives them to nobody on personally-owned devices.
      return !is(variable, "SerialNumber") && !is(variable, "IMEINumber") && !is(variable, "IMEI") &&
             !is(variable, "MEID");
    case Platform::AndroidOpenSource:
      return !is(variable, "OnPremisesSamAccountName") && !is(variable, "OnPrem_Distinguished_Name") &&
             !is(variable, "Department");
    case Platform::AndroidManaged:
      return !(is(variable, "UserName") && use != VariableUse::Subject);
    case Platform::Windows:
    case Platform::Ios:
    case Platform::MacOs:
      break;
  }
  return true;
}

Status check_one(const Variable& variable, VariableUse use, CertificateType type, Platform platform) {
  if (variable.type == CertificateType::User && type == CertificateType::Device) {
    return variable_finding(rules::kVariableOfUser, variable.name);
  }
  if (is(variable, "OnPremisesSecurityIdentifier")) {
    if (use != VariableUse::Uri) return variable_finding(rules::kVariableUriOnly, variable.name);
    const bool device_elsewhere = type == CertificateType::Device && platform != Platform::Windows;
    if (device_elsewhere) return variable_finding(rules::kSidOfDevice, variable.name);
  }
  if (is(variable, "FullyQualifiedDomainName") && platform != Platform::Windows) {
    return Finding{&rules::kVariablePlatform,
                   {},
                   {{"variable", std::string(variable.name)}, {"platform", std::string(platform_title(platform))}}};
  }
  if (is_known_to(variable, use, platform)) return {};
  return Finding{&rules::kVariablePlatform,
                 {},
                 {{"variable", std::string(variable.name)}, {"platform", std::string(platform_title(platform))}}};
}

std::string before_at(const std::string& text) { return text.substr(0, text.find('@')); }

// The value of a user's variable; nothing where it is none of a user.
std::optional<std::string> user_value(std::string_view name, const User* user) {
  struct Row {
    std::string_view name;
    std::string User::*member;
  };
  static constexpr Row kRows[] = {
      {"UserPrincipalName", &User::user_principal_name},
      {"EmailAddress", &User::email},
      {"GivenName", &User::given_name},
      {"SurName", &User::surname},
      {"Department", &User::department},
      {"OnPrem_Distinguished_Name", &User::distinguished_name},
      {"OnPremisesSamAccountName", &User::sam_account_name},
  };
  if (name == "UserName") return user == nullptr ? std::string() : before_at(user->user_principal_name);
  for (const Row& row : kRows) {
    if (row.name == name) return user == nullptr ? std::string() : user->*row.member;
  }
  return std::nullopt;
}

std::string device_value(std::string_view name, const Device& device) {
  struct Row {
    std::string_view name;
    std::string Device::*member;
  };
  static constexpr Row kRows[] = {
      {"AAD_Device_ID", &Device::entra_id},
      {"DeviceId", &Device::id},
      {"SerialNumber", &Device::serial_number},
      {"IMEINumber", &Device::imei},
      {"IMEI", &Device::imei},
      {"MEID", &Device::meid},
      {"WiFiMacAddress", &Device::wifi_mac},
      {"DeviceName", &Device::name},
      {"FullyQualifiedDomainName", &Device::fully_qualified_name},
  };
  for (const Row& row : kRows) {
    if (row.name == name) return device.*row.member;
  }
  return {};
}

std::string value_of(const Variable& variable, const VariableContext& context) {
  if (is(variable, "OnPremisesSecurityIdentifier")) {
    std::string sid;
    if (context.type == CertificateType::User) {
      if (context.user != nullptr) sid = context.user->security_identifier;
    } else if (context.device.join == Join::Hybrid) {
      sid = context.device.security_identifier;
    }
    return sid.empty() ? sid : std::string(kStrongMapping) + sid;
  }
  if (const std::optional<std::string> value = user_value(variable.name, context.user)) return *value;
  return device_value(variable.name, context.device);
}

}  // namespace

std::span<const Variable> variables() { return kVariables; }

const Variable* find_variable(std::string_view name) {
  for (const Variable& variable : kVariables) {
    if (equal_ignoring_ascii_case(variable.name, name) ||
        (!variable.alias.empty() && equal_ignoring_ascii_case(variable.alias, name))) {
      return &variable;
    }
  }
  return nullptr;
}

Status check_variables(std::string_view text, VariableUse use, CertificateType type, Platform platform) {
  PKI_TRY(const std::vector<Piece> pieces, cut(text));
  bool after_variable = false;
  for (const Piece& piece : pieces) {
    if (!piece.is_variable) {
      // After a variable these characters break what Intune makes of the text.
      if (after_variable && piece.text.find_first_of("{}|;") != piece.text.npos) {
        return Finding{&rules::kVariableFollowed, {}, {{"text", std::string(text)}}};
      }
      after_variable = false;
      continue;
    }
    after_variable = true;
    const Variable* variable = find_variable(piece.text);
    if (variable == nullptr) return variable_finding(rules::kVariableUnknown, piece.text);
    PKI_CHECK(check_one(*variable, use, type, platform));
  }
  return {};
}

Result<std::string> resolve_variables(std::string_view text, const VariableContext& context) {
  PKI_TRY(const std::vector<Piece> pieces, cut(text));
  std::string resolved;
  for (const Piece& piece : pieces) {
    if (!piece.is_variable) {
      resolved += piece.text;
      continue;
    }
    const Variable* variable = find_variable(piece.text);
    if (variable == nullptr) return variable_finding(rules::kVariableUnknown, piece.text);
    const std::string value = value_of(*variable, context);
    if (value.empty()) {
      return Finding{
          &rules::kVariableEmpty, {}, {{"variable", std::string(variable->name)}, {"device", context.device.name}}};
    }
    resolved += value;
  }
  return resolved;
}

}  // namespace pki::cloudpki::fleet
