#include "path/check.h"

namespace pki::path {
namespace {

constexpr const Check* kAll[] = {
    &checks::kBuild,
    &checks::kAnchor,
    &checks::kEncoding,
    &checks::kVersion,
    &checks::kAlgorithm,
    &checks::kSignature,
    &checks::kValidity,
    &checks::kRevocation,
    &checks::kNameChaining,
    &checks::kKeyIdentifier,
    &checks::kNameConstraints,
    &checks::kPolicies,
    &checks::kBasicConstraints,
    &checks::kPathLength,
    &checks::kKeyUsage,
    &checks::kExtendedKeyUsage,
    &checks::kCriticalExtensions,
    &checks::kStrength,
    &checks::kIssuerRules,
    &checks::kIdentity,
};

constexpr const Check* kNotMade[] = {&checks::kRevocation};

}  // namespace

std::span<const Check* const> all_checks() { return kAll; }
std::span<const Check* const> checks_not_made() { return kNotMade; }

}  // namespace pki::path
