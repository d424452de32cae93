#include "relying/effects.h"

#include <iterator>

#include "path/issuer_rules/field_rules.h"
#include "path/issuer_rules/name_rules.h"
#include "path/issuer_rules/usage_rules.h"

namespace pki::relying::effects {
namespace {

namespace rules = path::issuer_rules::rules;

constexpr const Rule* kStrict[] = {
    &rules::kBasicConstraintsNotCritical,
    &rules::kPathLengthWithoutCa,
    &rules::kPathLengthWithoutCertSign,
    &rules::kKeyUsageMissing,
    &rules::kCertSignWithoutCa,
    &rules::kIssuerEmpty,
    &rules::kSubjectEmptyCa,
    &rules::kSubjectEmpty,
    &rules::kSanNotCritical,
    &rules::kNamesEmpty,
    &rules::kAuthorityKeyIdCritical,
    &rules::kSubjectKeyIdCritical,
    &rules::kAuthorityKeyIdMissing,
    &rules::kAuthorityKeyIdWithoutKey,
    &rules::kSubjectKeyIdMissing,
};

}  // namespace

void openssl_strict(CheckOptions& options) {
  options.issuer_rules = path::Reaction::Warn;
  options.reactions.push_back({.check = &path::checks::kIssuerRules,
                               .reaction = path::Reaction::Refuse,
                               .rules = {std::begin(kStrict), std::end(kStrict)}});
}

}  // namespace pki::relying::effects
