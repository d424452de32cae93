#include "path/issuer_rules/judge.h"

#include <algorithm>
#include <iterator>

#include "path/issuer_rules/field_rules.h"
#include "path/issuer_rules/judges.h"
#include "path/issuer_rules/name_rules.h"
#include "path/issuer_rules/usage_rules.h"

namespace pki::path::issuer_rules {
namespace {

// What the parser notes in passing is one of these rules already; null: another finding says so.
struct Translation {
  std::string_view noted;
  const Rule* rule;
};
constexpr Translation kTranslations[] = {
    {"asn1.default.encoded", &rules::kDefaultEncoded},
    {"asn1.string.character", &rules::kNameCharacter},
    {"crypto.algorithm.parameters", &rules::kAlgorithmParameters},
    {"x509.extensions.empty", &rules::kExtensionsEmpty},
    {"x509.name.value_empty", &rules::kNameValueEmpty},
    {"x509.name.value_too_long", &rules::kNameValueTooLong},
    {"x509.general_name.empty", &rules::kNamesEmpty},
    {"x509.general_name.character", &rules::kGeneralNameCharacter},
    {"x509.authority_key_identifier.incomplete", &rules::kAuthorityKeyIdIncomplete},
    {"x509.authority_key_identifier.empty", nullptr},  // has no keyIdentifier
    {"x509.key_usage.none", &rules::kKeyUsageEmpty},
    {"x509.extended_key_usage.empty", &rules::kExtendedKeyUsageEmpty},
    {"x509.certificate_policies.empty", &rules::kPoliciesEmpty},
    {"x509.certificate_policies.duplicate", &rules::kPolicyTwice},
    {"x509.certificate_policies.qualifiers_empty", &rules::kPolicyQualifier},
    {"x509.certificate_policies.qualifier", &rules::kPolicyQualifier},
    {"x509.policy_mappings.empty", &rules::kMappingsEmpty},
    {"x509.policy_mappings.any_policy", &rules::kMappingAnyPolicy},
    {"x509.policy_constraints.empty", &rules::kPolicyConstraintsEmpty},
    {"x509.basic_constraints.path_length_without_ca", &rules::kPathLengthWithoutCa},
    {"x509.name_constraints.empty", &rules::kNameConstraintsEmpty},
    {"x509.name_constraints.minimum_maximum", &rules::kSubtreeMinimumMaximum},
    {"x509.distribution_points.empty", &rules::kCrlPointsEmpty},
    {"x509.distribution_point.reasons_only", &rules::kReasonsOnly},
    {"x509.access_info.empty", &rules::kAccessInfoEmpty},
    {"x509.subject_directory_attributes.empty", &rules::kDirectoryAttributesEmpty},
};

const Translation* find_translation(const Finding& note) {
  const auto* found = std::find_if(std::begin(kTranslations), std::end(kTranslations),
                                   [&](const Translation& row) { return row.noted == note.id(); });
  return found == std::end(kTranslations) ? nullptr : found;
}

void translate_notes(Notes& notes) {
  for (const Finding& note : notes.certificate().findings()) {
    const Translation* row = find_translation(note);
    if (row == nullptr || row->rule == nullptr) continue;
    std::vector<Param> params = note.params;
    params.push_back({"detail", render_summary(note)});
    notes.add(Finding{.rule = row->rule, .where = note.where, .params = std::move(params)});
  }
}

using Judge = void (*)(Notes&);
constexpr Judge kJudges[] = {
    judge_serial,
    judge_signature_fields,
    judge_issuer,
    judge_validity,
    judge_subject,
    judge_name_attributes,
    judge_unique_ids,
    judge_authority_key_identifier,
    judge_subject_key_identifier,
    judge_key_usage,
    judge_certificate_policies,
    judge_policy_mappings,
    judge_subject_alt_name,
    judge_issuer_alt_name,
    judge_directory_attributes,
    judge_basic_constraints,
    judge_name_constraints,
    judge_policy_limits,
    judge_extended_key_usage,
    judge_distribution_points,
    judge_access_info,
};

}  // namespace

bool is_covered(const Finding& note) { return find_translation(note) != nullptr; }

Findings find_faults(const x509::Certificate& certificate) {
  Notes notes(certificate);
  for (const Judge judge : kJudges) judge(notes);
  translate_notes(notes);
  return notes.take();
}

}  // namespace pki::path::issuer_rules
