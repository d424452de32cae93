#pragma once
// The variables of SCEP certificate profiles, {{UserName}} and the like: which there are, where each may stand, and
// what each is for a user and a device ("Create and assign SCEP certificate profiles in Intune").

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cloudpki/fleet/model.h"

namespace pki::cloudpki::fleet {

/// One variable.
struct Variable {
  /// As it is written, without the braces; other spellings are told in `alias`.
  std::string_view name;
  std::string_view alias;
  /// The kind of certificate that may use it: a user certificate may use all of them.
  CertificateType type = CertificateType::User;
  std::string_view description;
};
/// All, those of users first.
std::span<const Variable> variables();
/// The one of this name or alias, in any case of letters; null where there is none.
const Variable* find_variable(std::string_view name);

/// Where a text with variables stands.
enum class VariableUse : std::uint8_t { Subject, AlternativeName, Uri };

/// Whose values they take. `user` is null for a device without one.
struct VariableContext {
  const User* user = nullptr;
  const Device& device;
  CertificateType type = CertificateType::User;
};

/// Whether the text may stand in a profile of this type and platform, whoever it is delivered to. Rules:
/// cloudpki.scep.variable_unknown, .variable_of_user, .variable_uri_only, .variable_platform, .variable_followed,
/// .variable_open.
Status check_variables(std::string_view text, VariableUse use, CertificateType type, Platform platform);

/// The text with every variable replaced. Fails where the user or device has no such value
/// (cloudpki.scep.variable_empty): the profile then ends in an error, and no certificate is issued.
Result<std::string> resolve_variables(std::string_view text, const VariableContext& context);

}  // namespace pki::cloudpki::fleet
