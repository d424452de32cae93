#pragma once
// What RFC 5280 section 4 asks of the CAs that issue certificates, and not of those who verify them: section 6 accepts
// a certificate that breaks these rules. With RFC 6818, RFC 3279, 4055, 5480, 8813, 8410 and 9295 (keys), RFC 9549 and
// 9598 (internationalised names). Errors are what "MUST" says, warnings what "SHOULD" says.
//
// Not judged: what needs more than the certificate (that serial numbers and names are unique, that key identifiers are
// made by one method, that CRLs are where they should be); what path validation refuses anyway (path.encoding,
// path.version, path.algorithm); that leaves SHOULD have a subject key identifier, which today's public CAs leave out;
// whether a U-label behind an A-label is allowed by IDNA; private extensions and qualified statements.

#include "base/finding.h"
#include "base/rule.h"
#include "x509/certificate.h"

namespace pki::path::issuer_rules {

/// What the issuer of `certificate` did not keep to, in the order of the fields; a few findings of each rule at most.
/// Where the parser noted the same, its place is taken over. Work: linear in the size of the certificate.
Findings find_faults(const x509::Certificate& certificate);

/// True if find_faults says what this note of the parser says, so that it need not be reported besides.
bool is_covered(const Finding& note);

/// The rules, for the catalogue.
RuleList all_rules();

}  // namespace pki::path::issuer_rules
