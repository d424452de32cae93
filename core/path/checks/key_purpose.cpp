#include "path/checks/key_purpose.h"

#include <algorithm>

#include "asn1/oids.h"
#include "path/describe.h"
#include "path/rules.h"

namespace pki::path::checks {
namespace {

constexpr std::string_view kField = "extKeyUsage";

bool names_purpose(const x509::ExtendedKeyUsage& usage, const PurposeInfo& purpose) {
  return std::any_of(purpose.key_purposes.begin(), purpose.key_purposes.end(),
                     [&](const asn1::Oid& oid) { return usage.has(oid); });
}

bool allows(const x509::ExtendedKeyUsage& usage, const PurposeInfo& purpose) {
  return usage.has(asn1::oids::kAnyExtendedKeyUsage) || names_purpose(usage, purpose);
}

std::string wanted_text(const PurposeInfo& purpose) { return oids_text({purpose.key_purposes.front()}); }

std::vector<Param> describe(const x509::Slot<x509::ExtendedKeyUsage>& usage, const PurposeInfo& purpose) {
  return {{"found", usage ? oids_text(usage->purposes) : "absent"},
          {"wanted", wanted_text(purpose)},
          {"purpose", std::string(purpose.title)}};
}

// The rule that the target breaks; null where it breaks none.
const Rule* find_broken_rule(const x509::Slot<x509::ExtendedKeyUsage>& usage, const PurposeInfo& purpose) {
  switch (purpose.key_purpose_rule) {
    case KeyPurposeRule::AbsentOrAnyServes:
      return !usage || allows(*usage, purpose) ? nullptr : &rules::kPurposeDenied;
    case KeyPurposeRule::MustBeNamed:
      if (!usage) return &rules::kPurposeMissing;
      return names_purpose(*usage, purpose) ? nullptr : &rules::kPurposeDenied;
    case KeyPurposeRule::MustBeTheOnlyCritical:
      break;
  }
  if (!usage) return &rules::kPurposeMissing;
  if (!names_purpose(*usage, purpose)) return &rules::kPurposeDenied;
  return usage->purposes.size() == 1 && usage.critical() ? nullptr : &rules::kPurposeNotAlone;
}

Judgement judge_target(const x509::Certificate& certificate, const PurposeInfo& purpose) {
  const auto& usage = certificate.extensions().extended_key_usage;
  if (usage.malformed()) return not_reached("the extended key usage cannot be read");
  std::vector<Param> values = describe(usage, purpose);
  const Rule* broken = find_broken_rule(usage, purpose);
  if (broken == nullptr) return passed(std::move(values));
  const Bytes place = usage.present() ? usage.extension->whole : Bytes();
  return failed(finding_at(*broken, certificate, place, kField, values), values);
}

}  // namespace

std::optional<Finding> find_nesting_fault(const x509::Certificate& certificate, Purpose purpose) {
  const PurposeInfo& info = purpose_info(purpose);
  const auto& usage = certificate.extensions().extended_key_usage;
  if (info.key_purposes.empty() || info.nesting == Nesting::NotAsked || !usage || allows(*usage, info)) {
    return std::nullopt;
  }
  std::vector<Param> params = describe(usage, info);
  params.push_back({"subject", title(certificate)});
  return finding_at(rules::kPurposeDeniedByIssuer, certificate, usage.extension->whole, kField, std::move(params));
}

Judgement judge_extended_key_usage(const Subject& subject) {
  const PurposeInfo& purpose = purpose_info(subject.options.purpose);
  if (purpose.key_purposes.empty()) return skipped("no purpose was asked");
  const x509::Certificate& certificate = subject.certificate;
  if (subject.role == Role::Target) return judge_target(certificate, purpose);
  if (subject.options.eku_nesting == EkuNesting::Off) {
    return skipped("the extended key usage of CAs was not asked for");
  }
  if (certificate.extensions().extended_key_usage.malformed()) {
    return not_reached("the extended key usage cannot be read");
  }
  std::vector<Param> values = describe(certificate.extensions().extended_key_usage, purpose);
  if (std::optional<Finding> fault = find_nesting_fault(certificate, subject.options.purpose)) {
    return failed(std::move(*fault), std::move(values));
  }
  return passed(std::move(values));
}

}  // namespace pki::path::checks
