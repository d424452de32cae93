#include "cloudpki/fleet/profiles.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/text.h"
#include "cloudpki/fleet/rules.h"
#include "cloudpki/fleet/variables.h"
#include "cloudpki/tenant/status.h"
#include "cloudpki/tenant/urls.h"

namespace pki::cloudpki::fleet {
namespace {

constexpr int kMostMonths = 24;
constexpr int kFewestDays = 5;

std::string subject_of(const x509::Certificate& certificate) { return x509::to_rfc4514(certificate.subject()); }

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equal_ignoring_ascii_case(text.substr(0, prefix.size()), prefix);
}

bool is_ca(const x509::Certificate& certificate) {
  const auto& constraints = certificate.extensions().basic_constraints;
  return constraints && constraints->ca;
}

std::uint32_t rsa_bits(crypto::KeySpec spec) {
  return spec == crypto::KeySpec::Rsa2048 ? 2048 : spec == crypto::KeySpec::Rsa3072 ? 3072 : 4096;
}

// Gathers what is wrong with one SCEP profile.
class ProfileCheck {
 public:
  ProfileCheck(const tenant::Tenant& tenant, const Fleet& fleet, const ScepProfile& profile)
      : tenant_(tenant), fleet_(fleet), profile_(profile) {}

  Findings run() {
    if (profile_.name.empty()) add(rules::kNameMissing, {{"kind", "SCEP certificate profile"}});
    find_ca();
    check_names();
    check_validity();
    check_key();
    check_purposes();
    check_root();
    if (profile_.platform == Platform::MacOs && profile_.channel == Channel::User &&
        profile_.type == CertificateType::Device) {
      add(rules::kChannelType, {});
    }
    if (profile_.renewal_threshold < 1 || profile_.renewal_threshold > 99) {
      add(rules::kThreshold, {{"percent", std::to_string(profile_.renewal_threshold)}});
    }
    if (profile_.groups.empty()) add(rules::kNotAssigned, {{"profile", profile_.name}});
    return std::move(findings_);
  }

 private:
  void add(const Rule& rule, std::vector<Param> params) { findings_.push_back({&rule, {}, std::move(params)}); }
  void add(const Status& status) {
    if (!status.ok()) findings_.push_back(status.error());
  }

  std::string ca_name() const { return tenant::ca_title(*ca_); }

  void find_ca() {
    if (profile_.urls.empty()) add(rules::kUrlNone, {});
    std::size_t unknown = 0;
    bool several = false;
    for (const std::string& url : profile_.urls) {
      if (is_android(profile_.platform) && !starts_with_ignoring_case(url, "https://")) {
        add(rules::kUrlHttps, {{"url", url}});
      }
      const auto target = tenant::find_scep_target(tenant_, url);
      if (!target) {
        ++unknown;
        continue;
      }
      if (url.find("{{CloudPKIFQDN}}") == std::string::npos) add(rules::kUrlReplaced, {{"url", url}});
      if (ca_ != nullptr && ca_ != target->ca) several = true;
      ca_ = target->ca;
      version_ = target->version;
    }
    if (several) add(rules::kUrlSeveralCas, {});
    if (unknown > 0 && ca_ != nullptr) add(rules::kUrlMixed, {});
    if (unknown > 0 && ca_ == nullptr) add(rules::kUrlUnknown, {{"url", profile_.urls.front()}});
  }

  void check_names() {
    add(check_variables(profile_.subject_format, VariableUse::Subject, profile_.type, profile_.platform));
    // With no variables in it the text can be read as it is; so their values are taken for plain letters here.
    std::string plain = profile_.subject_format;
    for (std::size_t at = plain.find("{{"); at != std::string::npos; at = plain.find("{{", at)) {
      const std::size_t end = plain.find("}}", at);
      if (end == std::string::npos) break;
      plain.replace(at, end + 2 - at, "x");
    }
    const Result<x509::NameInput> subject = read_subject_format(plain);
    if (!subject.ok()) findings_.push_back(subject.error());
    if (profile_.platform == Platform::Windows && holds_variable(profile_.subject_format, "DeviceId")) {
      add(rules::kDeviceIdOnWindows, {});
    }
    for (const SanEntry& entry : profile_.alternative_names) {
      const VariableUse use = entry.kind == SanKind::Uri ? VariableUse::Uri : VariableUse::AlternativeName;
      add(check_variables(entry.value, use, profile_.type, profile_.platform));
    }
    for (const std::string_view name : {"SerialNumber", "IMEINumber", "IMEI", "FullyQualifiedDomainName"}) {
      bool used = holds_variable(profile_.subject_format, name);
      for (const SanEntry& entry : profile_.alternative_names) used = used || holds_variable(entry.value, name);
      if (used) add(rules::kIdentityByHolder, {{"variable", std::string(name)}});
    }
  }

  static bool holds_variable(std::string_view text, std::string_view name) {
    const std::string wanted = "{{" + to_lower_ascii(name) + "}}";
    return to_lower_ascii(text).find(wanted) != std::string::npos;
  }

  void check_validity() {
    const ca::CalendarSpan& span = profile_.validity;
    const Time start = tenant_.clock;
    const Time end = add_calendar(start, 12 * span.years + span.months, span.days);
    if (end <= start) return add(rules::kValidityNone, {});
    if (end > add_calendar(start, kMostMonths, 0)) add(rules::kValidityTooLong, {});
    if (end < add_calendar(start, 0, kFewestDays)) add(rules::kValidityTooShort, {});
    if (version_ == nullptr || version_->certificate == nullptr) return;
    const Time ca_end = tenant::end_of(*version_->certificate);
    if (end < ca_end) return;
    add(rules::kValidityBeyondCa,
        {{"not_after", to_iso8601(end)}, {"ca", ca_name()}, {"ca_not_after", to_iso8601(ca_end)}});
  }

  void check_key() {
    if (!profile_.digital_signature && !profile_.key_encipherment) add(rules::kKeyUsageNone, {});
    if (profile_.hash == ScepHash::Sha1) add(rules::kHashSha1, {});
    if (!profile_.key_size) return;
    const std::uint32_t bits = *profile_.key_size;
    const Param param{"bits", std::to_string(bits)};
    if (bits == 1024) return add(rules::kKeySizeSmall, {param});
    if (bits != 2048 && bits != 4096) return add(rules::kKeySizeNotOffered, {param});
    const bool hardware = profile_.platform == Platform::Windows && profile_.key_storage != KeyStorage::Software;
    if (bits == 4096 && hardware) add(rules::kKeySizeStorage, {});
    if (ca_ == nullptr) return;
    const std::uint32_t most = rsa_bits(ca_->key);
    if (bits > most) add(rules::kKeySizeAboveCa, {param, {"ca", ca_name()}, {"ca_bits", std::to_string(most)}});
  }

  void check_purposes() {
    if (profile_.purposes.empty()) add(rules::kPurposeNone, {});
    for (const asn1::OwnedOid& purpose : profile_.purposes) {
      if (purpose.view() == asn1::oids::kAnyExtendedKeyUsage) {
        add(rules::kAnyPurpose, {});
        continue;
      }
      if (ca_ == nullptr) continue;
      const bool there = std::any_of(ca_->purposes.begin(), ca_->purposes.end(),
                                     [&](const tenant::Purpose& each) { return each.id.view() == purpose.view(); });
      if (there) continue;
      add(rules::kPurposeNotOnCa, {{"ca", ca_name()}, {"purpose", asn1::oid_name_and_dotted(purpose.view())}});
    }
  }

  void check_root() {
    if (profile_.root_profile.empty()) return add(rules::kRootNone, {});
    const TrustedProfile* root = find_trusted_profile(fleet_, profile_.root_profile);
    if (root == nullptr) {
      return add(rules::kNoSuch, {{"kind", "trusted certificate profile"}, {"name", profile_.root_profile}});
    }
    if (root->platform != profile_.platform) {
      add(rules::kRootPlatform, {{"profile", root->name}, {"platform", std::string(platform_title(root->platform))}});
    }
    if (ca_ == nullptr) return;
    const x509::CertificatePtr wanted = top_root_of(tenant_, *ca_);
    if (wanted == nullptr || equal(wanted->fingerprint(), root->certificate->fingerprint())) return;
    add(rules::kRootWrong, {{"profile", root->name},
                            {"found", subject_of(*root->certificate)},
                            {"ca", ca_name()},
                            {"wanted", subject_of(*wanted)}});
  }

  const tenant::Tenant& tenant_;
  const Fleet& fleet_;
  const ScepProfile& profile_;
  const tenant::Ca* ca_ = nullptr;
  const tenant::CaVersion* version_ = nullptr;
  Findings findings_;
};

x509::GeneralNameKind general_kind(SanKind kind) {
  switch (kind) {
    case SanKind::Email:
      return x509::GeneralNameKind::Email;
    case SanKind::Dns:
      return x509::GeneralNameKind::Dns;
    case SanKind::Uri:
      return x509::GeneralNameKind::Uri;
    case SanKind::Upn:
      break;
  }
  return x509::GeneralNameKind::OtherName;
}

}  // namespace

Findings check_trusted_profile(const TrustedProfile& profile) {
  Findings findings;
  const x509::Certificate& certificate = *profile.certificate;
  const Param param{"certificate", subject_of(certificate)};
  if (profile.name.empty()) findings.push_back({&rules::kNameMissing, {}, {{"kind", "trusted certificate profile"}}});
  if (!is_ca(certificate)) findings.push_back({&rules::kTrustedNotCa, {}, {param}});
  if (profile.platform != Platform::Windows) return findings;
  const bool self_signed = x509::is_self_signed(certificate);
  if (self_signed && profile.store != WindowsStore::ComputerRoot) {
    findings.push_back(
        {&rules::kTrustedRootStore, {}, {param, {"store", std::string(windows_store_name(profile.store))}}});
  }
  if (!self_signed && profile.store == WindowsStore::ComputerRoot) {
    findings.push_back({&rules::kTrustedIntermediateStore, {}, {param}});
  }
  return findings;
}

Findings check_scep_profile(const tenant::Tenant& tenant, const Fleet& fleet, const ScepProfile& profile) {
  return ProfileCheck(tenant, fleet, profile).run();
}

x509::CertificatePtr top_root_of(const tenant::Tenant& tenant, const tenant::Ca& ca) {
  if (ca.kind == tenant::CaKind::Byoca) {
    const tenant::CaVersion* active = tenant::active_version(ca);
    return active == nullptr || active->chain.empty() ? nullptr : active->chain.back();
  }
  const tenant::Ca* root = ca.kind == tenant::CaKind::Root ? &ca : tenant::find_ca(tenant, ca.root);
  const tenant::CaVersion* active = root == nullptr ? nullptr : tenant::active_version(*root);
  return active == nullptr ? nullptr : active->certificate;
}

std::vector<x509::CertificatePtr> ca_chain(const tenant::Tenant& tenant, const tenant::Ca& ca) {
  const tenant::CaVersion* active = tenant::active_version(ca);
  std::vector<x509::CertificatePtr> chain;
  if (active == nullptr) return chain;
  if (ca.kind == tenant::CaKind::Byoca) {
    chain.assign(active->chain.rbegin(), active->chain.rend());
  } else if (const x509::CertificatePtr root = top_root_of(tenant, ca)) {
    chain.push_back(root);
  }
  chain.push_back(active->certificate);
  return chain;
}

Result<x509::NameInput> read_subject_format(std::string_view text) {
  if (text.find('\\') != text.npos) return Finding{&rules::kSubjectBackslash, {}, {}};
  Result<x509::NameInput> name = x509::parse_name_text(text);
  if (name.ok()) return name;
  return Finding{
      &rules::kSubjectMalformed, {}, {{"text", std::string(text)}, {"reason", render_summary(name.error())}}};
}

Result<x509::GeneralNameInput> read_alternative_name(const SanEntry& entry) {
  x509::GeneralNameInput name{.kind = general_kind(entry.kind), .text = entry.value};
  if (entry.kind == SanKind::Upn) name.type_id = asn1::OwnedOid(asn1::oids::kUserPrincipalName);
  asn1::Writer writer;
  const Status written = x509::write_general_name(writer, name);
  if (written.ok()) return name;
  return Finding{&rules::kSanMalformed, {}, {{"text", entry.value}, {"reason", render_summary(written.error())}}};
}

}  // namespace pki::cloudpki::fleet
