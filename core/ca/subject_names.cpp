#include "ca/subject_names.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/text.h"
#include "ca/rules.h"

namespace pki::ca {

using x509::GeneralNameInput;
using x509::GeneralNameKind;
namespace oids = asn1::oids;

namespace {

constexpr std::size_t kMaxHostName = 253;  // RFC 1035 2.3.4, without the final dot
constexpr std::size_t kMaxLabel = 63;

bool is_label(std::string_view label) {
  if (label.empty() || label.size() > kMaxLabel) return false;
  if (label.front() == '-' || label.back() == '-') return false;
  return std::all_of(label.begin(), label.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

// What the profile repeats of the subject, if there is something.
std::optional<GeneralNameInput> name_from_subject(const Profile& profile, const x509::Name& subject) {
  if (profile.san_source == SanSource::Nothing) return std::nullopt;
  if (profile.san_source == SanSource::EmailAddress) {
    const auto address = subject.last(oids::kEmailAddress);
    if (!address) return std::nullopt;
    return GeneralNameInput{.kind = GeneralNameKind::Email, .text = *address, .type_id = {}, .other_der = {}};
  }
  const auto common_name = subject.last(oids::kCommonName);
  if (!common_name) return std::nullopt;
  auto parsed = x509::parse_general_name_text(*common_name);
  if (parsed && parsed->kind == GeneralNameKind::IpAddress) return std::move(parsed).value();
  if (!is_host_name(*common_name)) return std::nullopt;
  return GeneralNameInput{.kind = GeneralNameKind::Dns, .text = *common_name, .type_id = {}, .other_der = {}};
}

bool is_among(const GeneralNameInput& name, const std::vector<GeneralNameInput>& names) {
  return std::any_of(names.begin(), names.end(), [&](const GeneralNameInput& other) {
    return other.kind == name.kind && equal_ignoring_ascii_case(other.text, name.text);
  });
}

}  // namespace

bool is_host_name(std::string_view text) {
  if (text.empty() || text.size() > kMaxHostName) return false;
  if (text.starts_with("*.")) text.remove_prefix(2);
  while (true) {
    const std::size_t dot = text.find('.');
    if (!is_label(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

AlternativeNamesPlan plan_alternative_names(const Profile& profile, const x509::Name& subject,
                                            const std::vector<GeneralNameInput>& asked_for) {
  AlternativeNamesPlan plan{.names = asked_for, .findings = {}};
  auto repeated = name_from_subject(profile, subject);
  if (!repeated || is_among(*repeated, plan.names)) return plan;
  plan.findings.push_back({&rules::kSanCopied, {}, {{"name", repeated->text}}});
  plan.names.push_back(std::move(*repeated));
  return plan;
}

Findings check_subject(const Profile& profile, const x509::Name& subject) {
  Findings findings;
  for (const asn1::Oid type : profile.subject_required) {
    if (subject.last(type)) continue;
    findings.push_back({&rules::kSubjectAttributeMissing, {}, {{"attribute", asn1::oid_name(type)}}});
  }
  if (profile.subject_supported.empty()) return findings;
  for (const x509::Rdn& rdn : subject.rdns()) {
    for (const x509::Attribute& attribute : rdn.attributes) {
      const auto& supported = profile.subject_supported;
      if (std::find(supported.begin(), supported.end(), attribute.type) != supported.end()) continue;
      findings.push_back(
          {&rules::kSubjectAttributeUnsupported,
           {},
           {{"attribute", asn1::oid_name_and_dotted(attribute.type)}, {"profile", std::string(profile.id)}}});
    }
  }
  return findings;
}

}  // namespace pki::ca
