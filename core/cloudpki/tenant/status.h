#pragma once
// What a trainee sees of a tenant: worked out from the model, at the time on its clock.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::tenant {

/// The status of a CA, as in the admin centre.
enum class CaStatus : std::uint8_t { Active, Paused, Revoked, Expired, SigningRequired };
/// "Active", "Paused", "Revoked", "Expired", "Signing required".
std::string_view ca_status_name(CaStatus status);
CaStatus ca_status(const Ca& ca, Time clock);

/// The status of a version.
enum class VersionStatus : std::uint8_t {
  Active,
  Staged,
  Retired,
  Expired,
  Revoked,
  Decommissioned,
  Paused,
  SigningRequired
};
/// "Active", "Staged", ... "Signing required".
std::string_view version_status_name(VersionStatus status);
VersionStatus version_status(const Ca& ca, const CaVersion& version, Time clock);

/// The column Renewal of the list.
enum class RenewalStatus : std::uint8_t { None, ActionRequired, Staged, SigningRequired };
/// "", "Action required", "Staged", "Signing required".
std::string_view renewal_status_name(RenewalStatus status);
RenewalStatus renewal_status(const Ca& ca, Time clock);

/// The banner above a CA that should be renewed.
enum class Banner : std::uint8_t { None, Halfway, SixMonths, NinetyDays, ThirtyDays, Expired };
/// What the banner says, as a clause: "half of its lifetime is over"; empty for None.
std::string_view banner_text(Banner banner);
/// That of an issuing CA's active version; None for roots.
Banner renewal_banner(const Ca& ca, Time clock);
/// When each banner of this certificate comes, in order.
std::vector<std::pair<Time, Banner>> banner_times(const x509::Certificate& certificate);

/// The middle of a certificate's validity.
Time half_of_life(const x509::Certificate& certificate);
/// The first second of a certificate; 1970 where it cannot be read.
Time start_of(const x509::Certificate& certificate);
/// The last second of a certificate; kNoExpiry where it cannot be read.
Time end_of(const x509::Certificate& certificate);

/// The status of a leaf.
enum class LeafStatus : std::uint8_t { Active, Revoked, Expired };
/// "active", "revoked", "expired": Graph's words.
std::string_view leaf_status_name(LeafStatus status);
/// Active: within its validity and not revoked. A certificate that was revoked stays so when it expires.
LeafStatus leaf_status(const Leaf& leaf, Time clock);

/// What the column Root common name shows: the root's, of a BYOCA "External root CA".
std::string root_common_name(const Tenant& tenant, const Ca& ca);

/// The serial number in lower-case hex, without a sign octet.
std::string serial_hex(const x509::Certificate& certificate);

/// Leaves by status.
struct LeafCounts {
  std::size_t active = 0;
  std::size_t revoked = 0;
  std::size_t expired = 0;
};
/// Of all versions of a CA, at the time `at`; of leaves that had been issued by then.
LeafCounts count_leaves(const Tenant& tenant, const Ca& ca, Time at);
/// The time of the last report: they are made every 24 hours from the tenant's beginning.
Time report_time(const Tenant& tenant);

}  // namespace pki::cloudpki::tenant
