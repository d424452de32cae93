#pragma once
// The documents that the model of Cloud PKI stands on, by the titles under which they can be searched for.

#include <string_view>

namespace pki::cloudpki::sources {

inline constexpr std::string_view kOverview = "Overview of Microsoft Cloud PKI for Microsoft Intune";
inline constexpr std::string_view kConfigure = "Configure root and issuing CA for Microsoft Cloud PKI";
inline constexpr std::string_view kByoca = "Configure Microsoft Cloud PKI - Bring your own CA";
inline constexpr std::string_view kDelete = "Delete Microsoft Cloud PKI certification authority";
inline constexpr std::string_view kRenew = "Renew a Certificate Authority in Cloud PKI";
inline constexpr std::string_view kAudit = "Audit logs for Microsoft Intune cloud PKI";
inline constexpr std::string_view kFundamentals = "Microsoft Cloud PKI fundamentals";
inline constexpr std::string_view kGraph = "Microsoft Graph beta, cloudCertificationAuthority";
inline constexpr std::string_view kScep = "Create and assign SCEP certificate profiles in Intune";
inline constexpr std::string_view kTrusted = "Create trusted certificate profiles in Intune";
inline constexpr std::string_view kRemove = "Remove SCEP and PKCS certificates in Microsoft Intune";
inline constexpr std::string_view kTroubleScep =
    "Troubleshooting the deployment of SCEP certificate profiles in Intune";
inline constexpr std::string_view kTenantSeen = "a real tenant's rows in Graph and its root certificate, seen once";

}  // namespace pki::cloudpki::sources
