#include "path/checks/revocation.h"

#include "path/describe.h"
#include "path/revocation/judge.h"
#include "path/revocation/rules.h"

namespace pki::path::checks {
namespace {

// An anchor is trusted for what it is: nobody can revoke it (RFC 5280 6.1.1 (d)).
bool is_anchor_itself(const Scene& scene) {
  const x509::CertificatePtr& anchor = scene.path.anchor->certificate();
  return anchor != nullptr && equal(anchor->fingerprint(), scene.certificate().fingerprint());
}

}  // namespace

Judgement judge_revocation_off() {
  Judgement judgement{.outcome = Outcome::Skipped};
  judgement.findings.push_back({.rule = &rules::kRevocationNotJudged});
  return judgement;
}

Judgement judge_revocation(const Scene& scene) {
  if (scene.subject.role == Role::Issuer && scene.options().revocation.scope == RevocationScope::Target) {
    return skipped("only the target's revocation was asked for");
  }
  if (scene.path.anchor == nullptr) return not_reached("the path ends at no anchor");
  if (is_anchor_itself(scene)) return skipped("the certificate is the anchor's own");
  if (scene.state.working_public_key == nullptr) return not_reached("the issuer's key is not known");
  return scene.revocation.judge({.certificate = scene.certificate(),
                                 .issuer_key = *scene.state.working_public_key,
                                 .issuer = scene.state.issuer,
                                 .anchor = scene.path.anchor,
                                 .options = scene.options()});
}

}  // namespace pki::path::checks
