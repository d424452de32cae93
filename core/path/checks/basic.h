#pragma once
// The basic checks of RFC 5280 6.1.3 (a): signature, validity, names.

#include "path/scene.h"

namespace pki::path::checks {

/// path.signature: 6.1.3 (a)(1).
Judgement judge_signature(const Scene& scene);
/// path.validity: 6.1.3 (a)(2). Both ends count as valid (4.1.2.5).
Judgement judge_validity(const Subject& subject);
/// path.name_chaining: 6.1.3 (a)(4).
Judgement judge_name_chaining(const Scene& scene);
/// path.key_identifier: 4.2.1.1; never refuses, since section 6 does not look at it.
Judgement judge_key_identifier(const Scene& scene);

/// How `child`'s authority key identifier and `issuer`'s subject key identifier relate.
KeyIdMatch match_key_identifiers(const x509::Certificate& child, const x509::Certificate& issuer);

}  // namespace pki::path::checks
