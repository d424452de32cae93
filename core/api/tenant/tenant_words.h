#pragma once
// The words with which tenants are written in JSON.

#include "cloudpki/tenant/create.h"
#include "json/reader.h"

namespace pki::api {

inline constexpr json::Choice<cloudpki::tenant::CaKind> kCaKinds[] = {{"root", cloudpki::tenant::CaKind::Root},
                                                                      {"issuing", cloudpki::tenant::CaKind::Issuing},
                                                                      {"byoca", cloudpki::tenant::CaKind::Byoca}};
inline constexpr json::Choice<cloudpki::tenant::KeyPlatform> kKeyPlatforms[] = {
    {"hardware", cloudpki::tenant::KeyPlatform::Hardware}, {"software", cloudpki::tenant::KeyPlatform::Software}};
inline constexpr json::Choice<cloudpki::tenant::Licence> kLicences[] = {
    {"licensed", cloudpki::tenant::Licence::Licensed}, {"trial", cloudpki::tenant::Licence::Trial}};
inline constexpr json::Choice<cloudpki::tenant::Standing> kStandings[] = {
    {"open", cloudpki::tenant::Standing::Open},
    {"paused", cloudpki::tenant::Standing::Paused},
    {"revoked", cloudpki::tenant::Standing::Revoked}};
inline constexpr json::Choice<cloudpki::tenant::VersionState> kVersionStates[] = {
    {"signing-required", cloudpki::tenant::VersionState::SigningRequired},
    {"staged", cloudpki::tenant::VersionState::Staged},
    {"active", cloudpki::tenant::VersionState::Active},
    {"retired", cloudpki::tenant::VersionState::Retired},
    {"revoked", cloudpki::tenant::VersionState::Revoked},
    {"decommissioned", cloudpki::tenant::VersionState::Decommissioned}};
inline constexpr json::Choice<cloudpki::tenant::Via> kVias[] = {{"admin-centre", cloudpki::tenant::Via::AdminCentre},
                                                                {"graph", cloudpki::tenant::Via::Graph}};
inline constexpr json::Choice<cloudpki::fleet::Platform> kPlatforms[] = {
    {"windows", cloudpki::fleet::Platform::Windows},
    {"ios", cloudpki::fleet::Platform::Ios},
    {"macos", cloudpki::fleet::Platform::MacOs},
    {"android-managed", cloudpki::fleet::Platform::AndroidManaged},
    {"android-work-profile", cloudpki::fleet::Platform::AndroidWorkProfile},
    {"android-aosp", cloudpki::fleet::Platform::AndroidOpenSource}};

}  // namespace pki::api
