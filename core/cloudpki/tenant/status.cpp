#include "cloudpki/tenant/status.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"
#include "cloudpki/tenant/allowed.h"

namespace pki::cloudpki::tenant {
namespace {

bool has_ended(const CaVersion& version, Time clock) {
  return version.certificate != nullptr && end_of(*version.certificate) < clock;
}

}  // namespace

std::string_view ca_status_name(CaStatus status) {
  static constexpr std::array<std::string_view, 5> kNames = {"Active", "Paused", "Revoked", "Expired",
                                                             "Signing required"};
  return kNames[static_cast<std::size_t>(status)];
}

CaStatus ca_status(const Ca& ca, Time clock) {
  if (ca.standing == Standing::Revoked) return CaStatus::Revoked;
  const CaVersion* active = active_version(ca);
  if (active == nullptr) return CaStatus::SigningRequired;
  if (has_ended(*active, clock)) return CaStatus::Expired;
  return ca.standing == Standing::Paused ? CaStatus::Paused : CaStatus::Active;
}

std::string_view version_status_name(VersionStatus status) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "Active", "Staged", "Retired", "Expired", "Revoked", "Decommissioned", "Paused", "Signing required"};
  return kNames[static_cast<std::size_t>(status)];
}

VersionStatus version_status(const Ca& ca, const CaVersion& version, Time clock) {
  switch (version.state) {
    case VersionState::SigningRequired:
      return VersionStatus::SigningRequired;
    case VersionState::Revoked:
      return VersionStatus::Revoked;
    case VersionState::Decommissioned:
      return VersionStatus::Decommissioned;
    case VersionState::Staged:
    case VersionState::Active:
    case VersionState::Retired:
      break;
  }
  if (ca.standing == Standing::Revoked) return VersionStatus::Revoked;
  if (has_ended(version, clock)) return VersionStatus::Expired;
  if (version.state == VersionState::Staged) return VersionStatus::Staged;
  if (version.state == VersionState::Retired) return VersionStatus::Retired;
  return ca.standing == Standing::Paused ? VersionStatus::Paused : VersionStatus::Active;
}

std::string_view renewal_status_name(RenewalStatus status) {
  static constexpr std::array<std::string_view, 4> kNames = {"", "Action required", "Staged", "Signing required"};
  return kNames[static_cast<std::size_t>(status)];
}

RenewalStatus renewal_status(const Ca& ca, Time clock) {
  const CaVersion* waiting = waiting_version(ca);
  if (active_version(ca) == nullptr || ca.standing == Standing::Revoked) return RenewalStatus::None;
  if (waiting != nullptr) {
    return waiting->state == VersionState::Staged ? RenewalStatus::Staged : RenewalStatus::SigningRequired;
  }
  return renewal_banner(ca, clock) == Banner::None ? RenewalStatus::None : RenewalStatus::ActionRequired;
}

std::string_view banner_text(Banner banner) {
  static constexpr std::array<std::string_view, 6> kTexts = {"",
                                                             "half of its lifetime is over; it can be renewed",
                                                             "it expires within six months",
                                                             "it expires within 90 days",
                                                             "it expires within 30 days",
                                                             "it has expired"};
  return kTexts[static_cast<std::size_t>(banner)];
}

std::vector<std::pair<Time, Banner>> banner_times(const x509::Certificate& certificate) {
  const Time end = end_of(certificate);
  std::vector<std::pair<Time, Banner>> times = {
      {half_of_life(certificate), Banner::Halfway},    {add_calendar(end, -6, 0), Banner::SixMonths},
      {add_calendar(end, 0, -90), Banner::NinetyDays}, {add_calendar(end, 0, -30), Banner::ThirtyDays},
      {Time{end.seconds + 1}, Banner::Expired},
  };
  // A CA of short life comes to its last six months before its middle; none is said before that.
  std::erase_if(times, [&](const auto& each) { return each.first < times.front().first; });
  return times;
}

Banner renewal_banner(const Ca& ca, Time clock) {
  const CaVersion* active = active_version(ca);
  if (ca.kind == CaKind::Root || active == nullptr || ca.standing == Standing::Revoked) return Banner::None;
  Banner shown = Banner::None;
  for (const auto& [time, banner] : banner_times(*active->certificate)) {
    if (time <= clock) shown = std::max(shown, banner);
  }
  return shown;
}

Time half_of_life(const x509::Certificate& certificate) {
  const Time start = start_of(certificate);
  return {start.seconds + (end_of(certificate).seconds - start.seconds) / 2};
}

Time end_of(const x509::Certificate& certificate) {
  return certificate.not_after() ? certificate.not_after()->time : kNoExpiry;
}

Time start_of(const x509::Certificate& certificate) {
  return certificate.not_before() ? certificate.not_before()->time : Time{};
}

std::string_view leaf_status_name(LeafStatus status) {
  static constexpr std::array<std::string_view, 3> kNames = {"active", "revoked", "expired"};
  return kNames[static_cast<std::size_t>(status)];
}

LeafStatus leaf_status(const Leaf& leaf, Time clock) {
  if (leaf.revoked && *leaf.revoked <= clock) return LeafStatus::Revoked;
  return end_of(*leaf.certificate) < clock ? LeafStatus::Expired : LeafStatus::Active;
}

std::string root_common_name(const Tenant& tenant, const Ca& ca) {
  switch (ca.kind) {
    case CaKind::Root:
      return ca.subject.common_name;
    case CaKind::Byoca:
      return "External root CA";
    case CaKind::Issuing:
      break;
  }
  const Ca* root = find_ca(tenant, ca.root);
  return root == nullptr ? std::string() : root->subject.common_name;
}

std::string serial_hex(const x509::Certificate& certificate) { return to_hex(certificate.serial().magnitude()); }

LeafCounts count_leaves(const Tenant& tenant, const Ca& ca, Time at) {
  LeafCounts counts;
  for (const Leaf& leaf : tenant.leaves) {
    if (leaf.ca != ca.id || start_of(*leaf.certificate).seconds + kLeafBackdating > at.seconds) continue;
    switch (leaf_status(leaf, at)) {
      case LeafStatus::Active:
        ++counts.active;
        break;
      case LeafStatus::Revoked:
        ++counts.revoked;
        break;
      case LeafStatus::Expired:
        ++counts.expired;
        break;
    }
  }
  return counts;
}

Time report_time(const Tenant& tenant) {
  const std::int64_t passed = tenant.clock.seconds - tenant.created.seconds;
  return {tenant.clock.seconds - passed % kReportPeriod};
}

}  // namespace pki::cloudpki::tenant
