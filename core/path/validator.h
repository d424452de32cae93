#pragma once
// Path validation: RFC 5280 section 6.1 over one path, from the anchor down to the target.
//
// Every check of every certificate is made and leaves a step; the first fault does not end the validation, so that a
// report names all that is wrong. A path that ends at no anchor is judged as well, as far as that goes.
//
// Deviations from section 6: revocation is not judged. Parameters of a key are not inherited from the issuer
// (6.1.4 (f)): keys that need that (DSA) are not supported.

#include "path/options.h"
#include "path/report.h"
#include "path/scene.h"
#include "path/signature_cache.h"

namespace pki::path {

/// Judges `path`, of which certificates, judged, anchor and end are set: fills in the rest. At least one certificate.
void validate(CandidatePath& path, const CheckOptions& options, SignatureCache& signatures);

/// Judges one path that is given in full: `certificates` target first, without the anchor's. No search is made.
CandidatePath validate_given_path(std::vector<x509::CertificatePtr> certificates, TrustAnchorPtr anchor,
                                  const CheckOptions& options);

/// What a certificate has against it in its part, whatever the path: its failing checks' findings.
Findings find_lone_faults(const Subject& subject);

}  // namespace pki::path
