#include "path/checks/not_made.h"

#include "path/rules.h"

namespace pki::path::checks {
namespace {

Judgement not_judged(const Rule& rule) {
  Judgement judgement{.outcome = Outcome::Skipped};
  judgement.findings.push_back({.rule = &rule});
  return judgement;
}

}  // namespace

Judgement judge_revocation(const CandidatePath&) { return not_judged(rules::kRevocationNotJudged); }

}  // namespace pki::path::checks
