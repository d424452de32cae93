#pragma once
// Name constraints (RFC 5280 4.2.1.10, 6.1.3 (b), (c)).

#include <vector>

#include "path/name_constraints/certified_names.h"
#include "path/scene.h"

namespace pki::path::checks {

/// path.name_constraints: every name of the certificate against the subtrees of every CA above, the anchor's among them
/// where AnchorConstraints::Honour says so (RFC 5937). Self-issued certificates are exempt unless they are the target.
///
/// Fails by path.name_constraints.excluded, .not_permitted, .name_malformed, .subtree_unusable, .form_unknown (only
/// warns where the extension is not critical) and .unreadable (the anchor's extension; for other CAs' speaks
/// path.encoding).
Judgement judge_name_constraints(const Scene& scene);

/// The names of a certificate that the CAs above it may constrain: none where it is exempt, or its alternative names
/// cannot be read. They are views of the certificate.
std::vector<name_constraints::CertifiedName> names_to_judge(const Subject& subject);

/// Whether `verdict` on a name fails the check, where it comes from these constraints.
bool refuses_name(const name_constraints::CaConstraints& constraints, name_constraints::Verdict verdict);

}  // namespace pki::path::checks
