#pragma once
// A profile: what a verifier can see of the CA/Browser Forum's "Baseline Requirements for the Issuance and Management
// of Publicly-Trusted TLS Server Certificates" (BR), with the shorter validity of ballot SC-081v3. Errors are what BR
// forbid, warnings what they advise against.
//
// Rules are those of today for certificates of every age, but for the validity period and the organizational unit,
// which go by the day of issue (notBefore).
//
// Not judged, since it cannot be seen, or not without more than the path: domain validation and CAA, Certificate
// Transparency (RFC 6962), that serial numbers are random, weak and compromised keys (Debian, ROCA), which top-level
// domains exist at a given day (names under those set aside, and names of one label, are found), which policies a CA
// may assert, what extended validation asks of the subject, the order of its attributes, onion names, IDNA,
// certificates of delegated OCSP responders and precertificate signers, the times of CRLs. The anchor is judged only
// where it is the target.

#include "base/finding.h"
#include "base/rule.h"
#include "x509/certificate.h"

namespace pki::path::web_pki {

/// What about `certificate` BR do not allow; a few findings of each rule at most. A certificate whose basic constraints
/// make it a CA is judged as one: as a root where it is self-issued, else as a subordinate CA. Work: linear in the size
/// of the certificate.
Findings find_faults(const x509::Certificate& certificate);

/// The most days that a subscriber's certificate issued at `issued` may be valid (BR 6.3.2).
int max_validity_days(Time issued);

/// The rules, for the catalogue.
RuleList all_rules();

}  // namespace pki::path::web_pki
