#pragma once
// The audit log, and refusals that every action shares.

#include <string>
#include <string_view>

#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::tenant {

/// The activities that Intune logs for Cloud PKI ("Audit logs for Microsoft Intune cloud PKI"). Looking at things is
/// logged there as well; the model logs what is done.
namespace activity {

inline constexpr std::string_view kCreate = "Create certification authority";
inline constexpr std::string_view kGetRequest = "Get certificate signing request";
inline constexpr std::string_view kPatch = "Patch certification authority";
inline constexpr std::string_view kDelete = "Delete certification authority";
inline constexpr std::string_view kRevokeLeaf = "Revoke leaf certificate";
inline constexpr std::string_view kUpload = "Upload externally signed certification authority certificate";
inline constexpr std::string_view kStatus = "Change certification authority status";
inline constexpr std::string_view kRevokeCa = "Revoke certification authority certificate";
inline constexpr std::string_view kRenew = "Renew certification authority";
inline constexpr std::string_view kIssueLeaf = "Issue leaf certificate";

}  // namespace activity

/// Adds a line at the tenant's clock.
void log(Tenant& tenant, std::string_view activity, std::string object, std::string detail = {});

/// cloudpki.tenant.not_permitted: the role lacks the permission to do this.
Finding not_permitted(std::string_view permission);
/// cloudpki.tenant.no_such_ca, with the names of those that there are.
Finding no_such_ca(const Tenant& tenant, std::string_view wanted);

/// The CA with this id or, where only one has it, this name. Aliases the tenant. Rule: cloudpki.tenant.no_such_ca.
Result<Ca*> require_ca(Tenant& tenant, std::string_view id_or_name);
/// Its version of this number. Rule: cloudpki.tenant.no_such_version.
Result<CaVersion*> require_version(Ca& ca, std::uint32_t number);

}  // namespace pki::cloudpki::tenant
