#include "cloudpki/tenant/clock.h"

#include <algorithm>

#include "cloudpki/tenant/allowed.h"
#include "cloudpki/tenant/publish.h"
#include "cloudpki/tenant/rules.h"
#include "cloudpki/tenant/status.h"

namespace pki::cloudpki::tenant {
namespace {

// What happened, with its time, to be told in order.
class Events {
 public:
  Events(Time from, Time to) : from_(from), to_(to) {}
  bool within(Time at) const { return from_ < at && at <= to_; }
  void add(Time at, const Rule& rule, std::vector<Param> params) {
    params.insert(params.begin(), {"at", to_iso8601(at)});
    list_.push_back({at, Finding{&rule, {}, std::move(params)}});
  }
  Findings in_order() {
    std::stable_sort(list_.begin(), list_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Findings findings;
    for (auto& [at, finding] : list_) findings.push_back(std::move(finding));
    return findings;
  }

 private:
  Time from_;
  Time to_;
  std::vector<std::pair<Time, Finding>> list_;
};

Param title_param(const Ca& ca, const CaVersion& version) { return {"title", version_title(ca, version.number)}; }

// Staged versions that wait for too long. One of BYOCA that was never signed waits as well.
void lapse_versions(Ca& ca, Time to, Events& events) {
  for (CaVersion& version : ca.versions) {
    const bool waits = version.state == VersionState::Staged ||
                       (version.state == VersionState::SigningRequired && active_version(ca) != nullptr);
    const Time lapses = add_calendar(version.since, 0, kStagedDays);
    if (!waits || lapses > to) continue;
    version.state = VersionState::Decommissioned;
    version.since = lapses;
    events.add(lapses, rules::kLapsed, {title_param(ca, version), {"days", std::to_string(kStagedDays)}});
  }
  for (const CaVersion& version : ca.versions) {
    const Time gone = add_calendar(version.since, 0, kDecommissionedDays);
    if (version.state != VersionState::Decommissioned || gone > to) continue;
    events.add(gone, rules::kDropped, {title_param(ca, version), {"days", std::to_string(kDecommissionedDays)}});
  }
  std::erase_if(ca.versions, [&](const CaVersion& version) {
    return version.state == VersionState::Decommissioned && add_calendar(version.since, 0, kDecommissionedDays) <= to;
  });
}

// The publications that were due, as one: the last one is signed, under the number that it has by then.
Status publish_due(Tenant& tenant, Ca& ca, CaVersion& version, Time to, Events& events) {
  if (!version.crl) return {};
  const Time first{version.crl->this_update.seconds + kCrlPeriod};
  const Time until = std::min(to, end_of(*version.certificate));
  if (first > until) return {};
  const std::int64_t more = (until.seconds - first.seconds) / kCrlPeriod;
  const Time last{first.seconds + more * kCrlPeriod};
  if (!publishes(version, last)) return {};
  version.crl->number += static_cast<std::uint64_t>(more);
  if (more > 0) version.crl->this_update = Time{last.seconds - kCrlPeriod};
  PKI_CHECK(publish_crl(tenant, ca, version, last));
  const std::string number = std::to_string(version.crl->number);
  if (more == 0) {
    events.add(last, rules::kCrlPublished, {title_param(ca, version), {"number", number}});
  } else {
    events.add(last, rules::kCrlsPublished,
               {title_param(ca, version), {"count", std::to_string(more + 1)}, {"number", number}});
  }
  return {};
}

void tell_ends(const Tenant& tenant, Events& events) {
  for (const Ca& ca : tenant.cas) {
    for (const CaVersion& version : ca.versions) {
      if (version.certificate == nullptr || version.state == VersionState::Decommissioned) continue;
      const Time end{end_of(*version.certificate).seconds + 1};
      if (events.within(end)) events.add(end, rules::kCaEnded, {title_param(ca, version)});
    }
    const CaVersion* active = active_version(ca);
    if (ca.kind == CaKind::Root || active == nullptr || ca.standing == Standing::Revoked) continue;
    for (const auto& [at, banner] : banner_times(*active->certificate)) {
      if (banner == Banner::Expired || !events.within(at)) continue;
      events.add(at, rules::kBanner, {title_param(ca, *active), {"banner", std::string(banner_text(banner))}});
    }
  }
  for (const Leaf& leaf : tenant.leaves) {
    const Time end{end_of(*leaf.certificate).seconds + 1};
    if (leaf.revoked || !events.within(end)) continue;
    events.add(end, rules::kLeafEnded, {{"serial", serial_hex(*leaf.certificate)}, {"device", leaf.device_name}});
  }
}

}  // namespace

Result<Findings> advance_clock(Tenant& tenant, Time to) {
  if (to < tenant.clock) {
    return Finding{&rules::kClockBack, {}, {{"clock", to_iso8601(tenant.clock)}, {"to", to_iso8601(to)}}};
  }
  Events events(tenant.clock, to);
  for (Ca& ca : tenant.cas) {
    lapse_versions(ca, to, events);
    for (CaVersion& version : ca.versions) PKI_CHECK(publish_due(tenant, ca, version, to, events));
  }
  tell_ends(tenant, events);
  tenant.clock = to;
  return events.in_order();
}

}  // namespace pki::cloudpki::tenant
