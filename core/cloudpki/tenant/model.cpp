#include "cloudpki/tenant/model.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"
#include "cloudpki/tenant/identifier.h"

namespace pki::cloudpki::tenant {
namespace {

template <typename Cas>
auto* ca_of(Cas& cas, std::string_view id) {
  const auto found = std::find_if(cas.begin(), cas.end(), [&](const Ca& ca) { return ca.id == id; });
  return found == cas.end() ? nullptr : &*found;
}

template <typename Versions, typename Wanted>
auto* version_where(Versions& versions, Wanted wanted) {
  const auto found = std::find_if(versions.begin(), versions.end(), wanted);
  return found == versions.end() ? nullptr : &*found;
}

bool is_active(const CaVersion& version) { return version.state == VersionState::Active; }

// The first version of a BYOCA that must be signed waits for its certificate; a later one for activation.
bool waits(const CaVersion& version) {
  return version.state == VersionState::Staged || version.state == VersionState::SigningRequired;
}

}  // namespace

std::string_view ca_kind_name(CaKind kind) {
  static constexpr std::array<std::string_view, 3> kNames = {"root", "issuing", "byoca"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view key_platform_name(KeyPlatform platform) {
  return platform == KeyPlatform::Hardware ? "hardware" : "software";
}

std::string_view licence_name(Licence licence) { return licence == Licence::Licensed ? "licensed" : "trial"; }

std::string_view standing_name(Standing standing) {
  static constexpr std::array<std::string_view, 3> kNames = {"open", "paused", "revoked"};
  return kNames[static_cast<std::size_t>(standing)];
}

std::string_view version_state_name(VersionState state) {
  static constexpr std::array<std::string_view, 6> kNames = {"signing-required", "staged",  "active",
                                                             "retired",          "revoked", "decommissioned"};
  return kNames[static_cast<std::size_t>(state)];
}

Ca* find_ca(Tenant& tenant, std::string_view id) { return ca_of(tenant.cas, id); }
const Ca* find_ca(const Tenant& tenant, std::string_view id) { return ca_of(tenant.cas, id); }

CaVersion* find_version(Ca& ca, std::uint32_t number) {
  return version_where(ca.versions, [&](const CaVersion& version) { return version.number == number; });
}
const CaVersion* find_version(const Ca& ca, std::uint32_t number) {
  return version_where(ca.versions, [&](const CaVersion& version) { return version.number == number; });
}

CaVersion* active_version(Ca& ca) { return version_where(ca.versions, is_active); }
const CaVersion* active_version(const Ca& ca) { return version_where(ca.versions, is_active); }

CaVersion* waiting_version(Ca& ca) { return version_where(ca.versions, waits); }
const CaVersion* waiting_version(const Ca& ca) { return version_where(ca.versions, waits); }

std::string version_title(const Ca& ca, std::uint32_t number) {
  return number <= 1 ? ca.name : ca.name + " (V" + std::to_string(number) + ".0)";
}

std::string ca_title(const Ca& ca) {
  const CaVersion* active = active_version(ca);
  return version_title(ca, active != nullptr ? active->number : 1);
}

Result<Tenant> make_tenant(std::string name, Settings settings, Time now) {
  Tenant tenant;
  tenant.name = std::move(name);
  tenant.settings = std::move(settings);
  tenant.created = now;
  tenant.clock = now;
  PKI_TRY(tenant.account, make_uuid());
  PKI_TRY(const std::string store, make_uuid());
  for (const char digit : store) {
    if (digit != '-') tenant.store += digit;
  }
  return tenant;
}

}  // namespace pki::cloudpki::tenant
