#pragma once
// The certificate as it was read (RFC 5280 4.1, 4.2): its encoding, version and algorithm fields. Whatever the parser
// noted is weighed here: what path validation relies on refuses, the rest is the issuer's business.

#include "path/scene.h"

namespace pki::path::checks {

/// path.encoding: DER, extensions that validation relies on can be read, and none occurs twice.
Judgement judge_encoding(const Subject& subject);
/// path.version (4.1.2.1).
Judgement judge_version(const Subject& subject);
/// path.algorithm (4.1.1.2).
Judgement judge_algorithm(const Subject& subject);
/// What the parser noted beyond that and no rule of path/issuer_rules says, under path.issuer_rules.noted.
Findings find_noted(const x509::Certificate& certificate);

}  // namespace pki::path::checks
