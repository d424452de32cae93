#pragma once
// Issuing a certificate from parameters: a root that signs itself, a CA or a leaf under an issuer.

#include "ca/issue_input.h"

namespace pki::ca {

/// Issues what `input` asks for. Nothing is added, dropped or changed silently: what differs from the input is among
/// the findings. Right by RFC 5280: positive random serials, critical flags, key identifiers, no empty lists. Rules:
/// ca.*, x509.*, crypto.*; the first error refuses (see IssuerFaults).
Result<IssuedCertificate> issue(const IssueInput& input, const Signer& signer);

}  // namespace pki::ca
