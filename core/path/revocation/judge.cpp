#include "path/revocation/judge.h"

#include <algorithm>
#include <iterator>

#include "path/describe.h"
#include "path/revocation/rules.h"
#include "path/rules.h"

namespace pki::path {
namespace {

template <typename List>
void move_to_end(List& to, List& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

RevocationJudge::RevocationJudge(const PathQuestion& question, SignatureCache& signatures)
    : question_(question),
      crls_({question, signatures, *this}),
      ocsp_(question.ocsp_responses, question.options, signatures),
      sources_{&crls_, &ocsp_} {}

Judgement RevocationJudge::judge(const RevocationQuery& query) {
  const Key key(&query.certificate, as_text(query.issuer_key.whole), query.issuer, query.anchor.get());
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  Judgement judgement = make_judgement(query);
  // While a CRL issuer's path is looked for, an answer may rest on what is only taken to be so.
  if (!crls_.issuers().searching()) known_.emplace(key, judgement);
  return judgement;
}

Judgement RevocationJudge::make_judgement(const RevocationQuery& query) {
  Findings considered;
  std::vector<Param> values;
  Findings warnings;
  std::string why;
  bool good = false;
  for (RevocationSource* source : sources_) {
    RevocationAnswer answer = source->ask(query);
    if (answer.status == RevocationStatus::Revoked) {
      return {.outcome = Outcome::Fail, .findings = std::move(answer.findings), .values = std::move(answer.values)};
    }
    move_to_end(considered, answer.considered);
    if (answer.status == RevocationStatus::Good) {
      good = true;
      move_to_end(warnings, answer.findings);
      move_to_end(values, answer.values);
    }
    if (why.empty()) why = std::move(answer.why);
  }
  if (!good) return undetermined(query, std::move(considered), std::move(why));
  Judgement judgement = weighed(std::move(warnings), Reaction::Warn, std::move(values));
  judgement.considered = std::move(considered);
  return judgement;
}

Judgement RevocationJudge::undetermined(const RevocationQuery& query, Findings considered, std::string why) const {
  const std::string issuer = name_text(query.certificate.issuer());
  if (why.empty()) {
    why = considered.empty() ? "no CRL of " + issuer + " and no OCSP response about the certificate is at hand"
                             : render_summary(considered.front());
  }
  Finding finding = finding_at(rules::kRevocationUndetermined, query.certificate, {}, {},
                               {{"subject", title(query.certificate)}, {"issuer", issuer}, {"why", std::move(why)}});
  const Reaction reaction =
      query.options.revocation.mode == RevocationMode::HardFail ? Reaction::Refuse : Reaction::Warn;
  Judgement judgement = weighed({std::move(finding)}, reaction,
                                {{"crls", std::to_string(crls_.crls().size())},
                                 {"ocsp_responses", std::to_string(ocsp_.size())},
                                 {"considered", std::to_string(considered.size())}});
  judgement.considered = std::move(considered);
  return judgement;
}

RevocationWork RevocationJudge::work() const {
  return {.crl_entries = crls_.crls().scanned(), .crl_issuer_searches = crls_.issuers().searches()};
}

Findings RevocationJudge::limit_findings() const {
  Findings findings;
  const Limits& limits = question_.options.limits;
  if (crls_.crls().limit_hit()) {
    findings.push_back(
        {.rule = &rules::kLimitCrlEntries, .params = {{"limit", std::to_string(limits.max_crl_entries)}}});
  }
  if (crls_.issuers().limit_hit()) {
    findings.push_back(
        {.rule = &rules::kLimitCrlIssuers, .params = {{"limit", std::to_string(limits.max_crl_issuer_searches)}}});
  }
  return findings;
}

}  // namespace pki::path
