// Policies (RFC 5280 4.2.1.4, 4.2.1.5, 4.2.1.11, 4.2.1.14).

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "asn1/values.h"
#include "base/text.h"
#include "path/issuer_rules/judges.h"
#include "path/issuer_rules/usage_rules.h"
#include "x509/attribute_types.h"

namespace pki::path::issuer_rules {
namespace {

namespace oids = asn1::oids;
namespace tags = asn1::tags;

constexpr std::string_view kPoliciesField = "certificatePolicies";
constexpr std::size_t kMaxExplicitText = 200;  // DisplayText: SIZE (1..200)

bool has_control_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    if (!decoded) break;
    // C0, DEL and C1 (RFC 5280 4.2.1.4: U+0000 to U+001F and U+007F to U+009F).
    const char32_t c = decoded->character;
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return true;
    at += decoded->length;
  }
  return false;
}

void judge_explicit_text(Notes& notes, const asn1::Element& text, std::string_view value) {
  if (text.tag == tags::kIa5String) {
    notes.add(rules::kExplicitTextIa5, text.whole, kPoliciesField);
  } else if (text.tag != tags::kUtf8String) {
    notes.add(rules::kExplicitTextType, text.whole, kPoliciesField, {{"found", asn1::tag_name(text.tag)}});
  }
  const std::size_t characters = x509::count_characters(value);
  if (characters > kMaxExplicitText) {
    notes.add(rules::kExplicitTextLong, text.whole, kPoliciesField, {{"characters", std::to_string(characters)}});
  }
  if (has_control_character(value)) notes.add(rules::kExplicitTextControl, text.whole, kPoliciesField);
}

// UserNotice ::= SEQUENCE { noticeRef NoticeReference OPTIONAL, explicitText DisplayText OPTIONAL }, which the parser
// has read already: what fails here was noted there.
void judge_user_notice(Notes& notes, const x509::PolicyQualifier& qualifier) {
  asn1::Context context(notes.certificate().der());
  asn1::Reader outer(qualifier.value.whole, context);
  auto reader = outer.enter(tags::kSequence, "UserNotice");
  if (!reader) return;
  auto reference = reader->optional(tags::kSequence);
  if (!reference) return;
  if (*reference) notes.add(rules::kNoticeReference, (*reference)->whole, kPoliciesField);
  if (reader->at_end()) return;
  auto text = reader->next();
  if (!text) return;
  const auto value = asn1::read_string(*text, context);
  if (value) judge_explicit_text(notes, *text, *value);
}

void judge_qualifier(Notes& notes, const x509::PolicyInformation& policy, const x509::PolicyQualifier& qualifier) {
  const bool notice = qualifier.id == oids::kUserNoticeQualifier;
  if (notice) judge_user_notice(notes, qualifier);
  if (policy.policy != oids::kAnyPolicy || notice || qualifier.id == oids::kCpsQualifier) return;
  notes.add(rules::kAnyPolicyQualifier, qualifier.value.whole, kPoliciesField,
            {{"qualifier", asn1::oid_name_and_dotted(qualifier.id)}});
}

void judge_for_cas_only(Notes& notes, const x509::Extension* extension, std::string_view field) {
  if (extension == nullptr || notes.is_ca()) return;
  notes.add(rules::kForCasOnly, extension->whole, field, {{"extension", asn1::oid_name(extension->id)}});
}

}  // namespace

void judge_certificate_policies(Notes& notes) {
  const auto& policies = notes.extensions().certificate_policies;
  if (!policies) return;
  for (const x509::PolicyInformation& policy : policies->policies) {
    for (const x509::PolicyQualifier& qualifier : policy.qualifiers) judge_qualifier(notes, policy, qualifier);
  }
}

void judge_policy_mappings(Notes& notes) {
  const auto& mappings = notes.extensions().policy_mappings;
  const auto& policies = notes.extensions().certificate_policies;
  constexpr std::string_view kField = "policyMappings";
  notes.expect_critical(mappings.extension, true, rules::kMappingsNotCritical, kField);
  judge_for_cas_only(notes, mappings.extension, kField);
  if (!mappings) return;
  std::vector<asn1::Oid> asserted;
  if (policies) {
    for (const x509::PolicyInformation& policy : policies->policies) asserted.push_back(policy.policy);
  }
  std::sort(asserted.begin(), asserted.end());
  for (const x509::PolicyMapping& mapping : mappings->mappings) {
    if (mapping.issuer_domain == oids::kAnyPolicy) continue;
    if (std::binary_search(asserted.begin(), asserted.end(), mapping.issuer_domain)) continue;
    notes.add(rules::kMappingNotAsserted, mappings.extension->whole, kField,
              {{"policy", asn1::oid_name_and_dotted(mapping.issuer_domain)}});
  }
}

void judge_policy_limits(Notes& notes) {
  const x509::Extension* constraints = notes.extensions().policy_constraints.extension;
  const x509::Extension* inhibit = notes.extensions().inhibit_any_policy.extension;
  notes.expect_critical(constraints, true, rules::kPolicyConstraintsNotCritical, "policyConstraints");
  notes.expect_critical(inhibit, true, rules::kInhibitAnyNotCritical, "inhibitAnyPolicy");
  judge_for_cas_only(notes, constraints, "policyConstraints");
  judge_for_cas_only(notes, inhibit, "inhibitAnyPolicy");
}

}  // namespace pki::path::issuer_rules
