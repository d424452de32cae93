#pragma once
// How the certificate was issued: rules for CAs, which validation by RFC 5280 section 6 does not look at.

#include "path/scene.h"

namespace pki::path::checks {

/// path.issuer_rules: RFC 5280 section 4 (path/issuer_rules/judge.h), and what else the parser noted.
Judgement judge_issuer_rules(const Subject& subject);
/// path.web_pki: the Baseline Requirements (path/web_pki/judge.h).
Judgement judge_web_pki(const Subject& subject);

}  // namespace pki::path::checks
