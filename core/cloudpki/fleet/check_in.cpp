#include "cloudpki/fleet/check_in.h"

#include <algorithm>

#include "cloudpki/fleet/delivery.h"
#include "cloudpki/fleet/enrolment.h"
#include "cloudpki/fleet/profiles.h"
#include "cloudpki/fleet/rules.h"
#include "cloudpki/tenant/leaves.h"
#include "cloudpki/tenant/rules.h"
#include "cloudpki/tenant/status.h"
#include "cloudpki/tenant/urls.h"

namespace pki::cloudpki::fleet {
namespace {

ProfileResult success(const std::string& profile, Time at) { return {.profile = profile, .at = at}; }

ProfileResult failure(const std::string& profile, Time at, const Finding& why) {
  return {.profile = profile,
          .status = ProfileStatus::Error,
          .at = at,
          .rule = std::string(why.id()),
          .summary = render_summary(why),
          .cure = render_cure(why)};
}

// The one device at its check-in.
class Visit {
 public:
  Visit(tenant::Tenant& tenant, Fleet& fleet, const Device& device)
      : tenant_(tenant), fleet_(fleet), device_(device), state_(state_of(fleet, device.id)) {}

  CheckIn run() {
    state_.last_check_in = tenant_.clock;
    state_.results.clear();
    state_.trusted.clear();
    for (const TrustedProfile* profile : trusted_profiles_of(fleet_, device_)) install(*profile);
    const std::vector<const ScepProfile*> wanted = scep_profiles_of(fleet_, device_);
    drop_unassigned(wanted);
    for (const ScepProfile* profile : wanted) work_on(*profile);
    return {.device = device_.id, .results = state_.results, .enrolled = enrolled_, .exchanges = std::move(exchanges_)};
  }

 private:
  void install(const TrustedProfile& profile) {
    const Findings findings = check_trusted_profile(profile);
    const auto error = std::find_if(findings.begin(), findings.end(),
                                    [](const Finding& finding) { return finding.severity() >= Severity::Error; });
    if (error != findings.end()) {
      state_.results.push_back(failure(profile.id, tenant_.clock, *error));
      return;
    }
    state_.trusted.push_back(
        {.profile = profile.id, .store = trusted_store_name(profile), .certificate = profile.certificate});
    state_.results.push_back(success(profile.id, tenant_.clock));
  }

  // What is no longer assigned goes from the device; the certificate stays in the CA's list.
  void drop_unassigned(const std::vector<const ScepProfile*>& wanted) {
    std::erase_if(state_.identities, [&](const Identity& identity) {
      return std::none_of(wanted.begin(), wanted.end(),
                          [&](const ScepProfile* profile) { return profile->id == identity.profile; });
    });
  }

  Identity* identity_of(const ScepProfile& profile) {
    for (Identity& identity : state_.identities) {
      if (identity.profile == profile.id) return &identity;
    }
    return nullptr;
  }

  void work_on(const ScepProfile& profile) {
    Identity* identity = identity_of(profile);
    const Need need = need_of(profile, identity, tenant_.clock);
    if (need == Need::None) {
      state_.results.push_back(success(profile.id, tenant_.clock));
      return;
    }
    const bool apple = profile.platform == Platform::Ios || profile.platform == Platform::MacOs;
    if (need == Need::Expired && apple) {
      const Finding why{&rules::kStaysExpired, {}, {{"device", device_.name}}};
      state_.results.push_back(failure(profile.id, tenant_.clock, why));
      return;
    }
    // What has expired, or was issued by another version, signs no renewal.
    Result<Identity> enrolled = enrol(profile, need == Need::Renewal ? identity : nullptr);
    if (!enrolled.ok()) {
      state_.results.push_back(failure(profile.id, tenant_.clock, enrolled.error()));
      return;
    }
    if (identity != nullptr) {
      *identity = *std::move(enrolled);
    } else {
      state_.identities.push_back(*std::move(enrolled));
    }
    ++enrolled_;
    state_.results.push_back(success(profile.id, tenant_.clock));
  }

  Result<Identity> enrol(const ScepProfile& profile, const Identity* current) {
    PKI_TRY(const Delivered delivered, deliver(tenant_, fleet_, profile, device_));
    const auto target = tenant::find_scep_target(tenant_, delivered.url);
    PKI_ASSERT(target.has_value());  // deliver has looked
    if (target->version == nullptr) {
      return Finding{
          &tenant::rules::kDoesNotIssue, {}, {{"ca", tenant::ca_title(*target->ca)}, {"status", "signing required"}}};
    }
    PKI_CHECK(tenant::check_issues(tenant_, *target->ca, *target->version));
    PKI_TRY(const crypto::PrivateKey key, make_device_key(delivered));
    PKI_TRY(const ByteVector der, make_device_request(delivered, key));
    PKI_TRY(Exchange played, exchange(tenant_, *target->ca, *target->version,
                                      {.delivered = delivered, .key = key, .request = der, .current = current}));
    x509::CertificatePtr certificate = played.certificate;
    const std::optional<Finding> refusal = played.refusal;
    exchanges_.push_back({profile.id, std::move(played)});
    if (certificate == nullptr) return refusal.value_or(Finding{&rules::kNoReply, {}, {{"device", device_.name}}});
    return Identity{.profile = profile.id,
                    .store = identity_store_name(profile),
                    .certificate = std::move(certificate),
                    .private_key = key.to_pkcs8(),
                    .enrolled = tenant_.clock};
  }

  tenant::Tenant& tenant_;
  Fleet& fleet_;
  const Device& device_;
  DeviceState& state_;
  std::size_t enrolled_ = 0;
  std::vector<CheckIn::Played> exchanges_;
};

}  // namespace

Need need_of(const ScepProfile& profile, const Identity* identity, Time clock) {
  if (identity == nullptr) return Need::First;
  const Time end = tenant::end_of(*identity->certificate);
  if (end < clock) return Need::Expired;
  const std::int64_t life = end.seconds - tenant::start_of(*identity->certificate).seconds;
  const std::int64_t left = end.seconds - clock.seconds;
  return left * 100 <= life * static_cast<std::int64_t>(profile.renewal_threshold) ? Need::Renewal : Need::None;
}

Result<CheckIn> check_in(tenant::Tenant& tenant, Fleet& fleet, std::string_view device) {
  const Device* found = find_device(fleet, device);
  if (found == nullptr) return Finding{&rules::kNoSuch, {}, {{"kind", "device"}, {"name", std::string(device)}}};
  return Visit(tenant, fleet, *found).run();
}

}  // namespace pki::cloudpki::fleet
