// The whole check: certificates, CRLs, OCSP responses, names, policies and options from one input (check_input.h).
//
// Laws: the verdict follows from the steps; a second check says the same, octet by octet, once described; the verdict
// does not change with the order of what is handed in, nor with duplicates, nor with the bounds of the report; no bound
// is exceeded, and one that is hit is told; a report can always be described; and what a strict relying party accepts,
// one that asks for nothing accepts too.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "api/describe_report.h"
#include "check_input.h"
#include "crypto/public_key.h"
#include "path/rules.h"
#include "toy_signature.h"

namespace {

using namespace pki;
using namespace pki::path;

#define REQUIRE_LAW(holds) require(holds, #holds)

void require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken law: %s\n", law);
  std::abort();
}

// Without toy signatures everything would be refused, and nothing would be tested.
bool knows_toy_signatures() {
  static constexpr std::uint8_t kMessage[] = {1, 2, 3};
  crypto::PublicKey key;
  key.whole = kMessage;
  return crypto::verify_signature(key, {}, kMessage, test::toy_signature(key, kMessage)).ok();
}

bool lies_within(const Findings& findings, const x509::Certificate& certificate) {
  return std::all_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    const auto& range = finding.where.range;
    return !range || (range->offset <= certificate.der().size() && range->end() <= certificate.der().size());
  });
}

void require_laws_of_step(const Step& step, const CandidatePath& path) {
  REQUIRE_LAW(step.certificate >= kWholePath);
  REQUIRE_LAW(step.certificate < static_cast<int>(path.certificates.size()));
  if (step.outcome == Outcome::Pass || step.outcome == Outcome::Warn) return;
  if (step.outcome == Outcome::Fail) REQUIRE_LAW(!step.findings.empty());
  if (step.certificate == kWholePath) return;
  REQUIRE_LAW(lies_within(step.findings, *path.certificates[static_cast<std::size_t>(step.certificate)]));
}

void require_laws_of_path(const CandidatePath& path) {
  REQUIRE_LAW(path.judged >= 1 && path.judged <= path.certificates.size());
  REQUIRE_LAW(path.certificates.size() <= path.judged + 1);
  std::size_t failures = 0;
  bool reached = true;
  bool headline_is_of_a_step = false;
  for (const Step& step : path.steps) {
    require_laws_of_step(step, path);
    if (step.outcome == Outcome::NotReached && step.check != &checks::kKeyIdentifier) reached = false;
    if (step.outcome != Outcome::Fail) continue;
    failures += step.findings.size();
    if (!path.headline || step.certificate != path.headline_certificate) continue;
    headline_is_of_a_step = headline_is_of_a_step ||
                            std::any_of(step.findings.begin(), step.findings.end(),
                                        [&](const Finding& finding) { return finding.rule == path.headline->rule; });
  }
  REQUIRE_LAW(path.failures == failures);
  REQUIRE_LAW(path.accepted == (path.complete() && reached && failures == 0));
  REQUIRE_LAW(path.accepted != path.headline.has_value());
  REQUIRE_LAW(path.accepted || headline_is_of_a_step);
}

void require_bounds(const Report& report, const Limits& limits) {
  const Work& work = report.work;
  REQUIRE_LAW(work.candidates <= limits.max_candidates);
  REQUIRE_LAW(work.crl_signature_checks <= limits.max_crl_signature_checks);
  REQUIRE_LAW(work.signature_checks <= limits.max_signature_checks + work.crl_signature_checks);
  REQUIRE_LAW(work.crl_entries <= limits.max_crl_entries);
  REQUIRE_LAW(work.crl_issuer_searches <= limits.max_crl_issuer_searches);
  REQUIRE_LAW(report.paths.size() <= std::max<std::size_t>(limits.max_paths, 1));
  REQUIRE_LAW(report.events.size() <= limits.max_events);
}

void require_laws(const Report& report, const PathQuestion& question) {
  REQUIRE_LAW(report.best() != nullptr);
  REQUIRE_LAW(report.accepted == report.best()->accepted);
  REQUIRE_LAW(report.accepted != report.headline.has_value());
  for (const CandidatePath& path : report.paths) {
    require_laws_of_path(path);
    REQUIRE_LAW(report.accepted || !path.accepted);
  }
  require_bounds(report, question.options.limits);
}

std::string to_text(const Report& report, const PathQuestion& question) {
  const json::Json described = api::describe(report, question);
  std::string text = json::dump(described);
  const auto read = json::parse(text);
  REQUIRE_LAW(read.ok());
  REQUIRE_LAW((*read)["accepted"].get<bool>() == report.accepted);
  REQUIRE_LAW((*read)["paths"].size() == report.paths.size());
  REQUIRE_LAW(!api::report_sentence(report).empty());
  return text;
}

bool hit_bound_of_paths(const Report& report) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [](const Finding& finding) { return finding.rule == &rules::kLimitPaths; });
}

// A bound that leaves the verdict open, as that of the paths of the report does not. That signatures were left
// unchecked is told where they are missing, and not once for all.
bool hit_bounds_of_work(const Report& report, const Limits& limits) {
  const Work& work = report.work;
  if (work.crl_signature_checks >= limits.max_crl_signature_checks) return true;
  if (work.signature_checks - work.crl_signature_checks >= limits.max_signature_checks) return true;
  return std::any_of(report.findings.begin(), report.findings.end(), [](const Finding& finding) {
    return finding.id().starts_with("path.limit.") && finding.rule != &rules::kLimitPaths;
  });
}

template <typename T>
void reverse_and_double(std::vector<T>& list) {
  std::reverse(list.begin(), list.end());
  const std::vector<T> twice = list;
  list.insert(list.end(), twice.begin(), twice.end());
}

// The same in another order, each thing twice, the target in the pool.
void require_order_not_to_matter(PathQuestion question, const Report& report) {
  reverse_and_double(question.pool);
  reverse_and_double(question.crls);
  reverse_and_double(question.ocsp_responses);
  question.pool.push_back(question.target);
  const Report again = check_paths(question);
  require_laws(again, question);
  const Limits& limits = question.options.limits;
  if (hit_bounds_of_work(report, limits) || hit_bounds_of_work(again, limits)) return;
  REQUIRE_LAW(again.accepted == report.accepted);
  if (hit_bound_of_paths(report) || hit_bound_of_paths(again)) return;
  REQUIRE_LAW(report.accepted || again.headline->rule == report.headline->rule);
  REQUIRE_LAW(again.paths.size() == report.paths.size());
}

void require_bounds_of_the_report_not_to_matter(PathQuestion question, const Report& report) {
  question.options.limits.max_events = 3;
  question.options.limits.max_paths = 2;
  const Report small = check_paths(question);
  require_laws(small, question);
  const Limits& limits = question.options.limits;
  if (hit_bounds_of_work(report, limits) || hit_bounds_of_work(small, limits)) return;
  REQUIRE_LAW(small.accepted == report.accepted);
}

// Asks for nothing that RFC 5280 leaves to the relying party, and lets pass what was let pass.
void require_lenience_to_accept(PathQuestion question) {
  CheckOptions& options = question.options;
  CheckReactions reactions = options.reactions;
  std::erase_if(reactions, [](const CheckReaction& reaction) { return reaction.reaction == Reaction::Refuse; });
  options = {.at = options.at,
             .target_anchor = options.target_anchor,
             .anchor_form = options.anchor_form,
             .reactions = std::move(reactions)};
  options.eku_nesting = EkuNesting::Off;
  options.anchor_constraints = AnchorConstraints::Ignore;
  options.anchor_validity = Reaction::Ignore;
  options.weak = Reaction::Ignore;
  options.issuer_rules = Reaction::Ignore;
  const Report lenient = check_paths(question);
  require_laws(lenient, question);
  REQUIRE_LAW(lenient.accepted || hit_bounds_of_work(lenient, options.limits));
}

// So that no input takes long; one that chooses lower bounds has those.
void bound(Limits& limits) {
  limits.max_candidates = std::min<std::size_t>(limits.max_candidates, 2'000);
  limits.max_judgements = std::min<std::size_t>(limits.max_judgements, 2'000);
  limits.max_signature_checks = std::min<std::size_t>(limits.max_signature_checks, 200);
  limits.max_crl_issuer_searches = std::min<std::size_t>(limits.max_crl_issuer_searches, 8);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool ready = knows_toy_signatures();
  REQUIRE_LAW(ready);
  PathQuestion question = test::read_check_question(test::read_check_items(Bytes(data, size)));
  if (question.target == nullptr) return 0;
  bound(question.options.limits);
  const Report report = check_paths(question);
  require_laws(report, question);
  REQUIRE_LAW(to_text(report, question) == to_text(check_paths(question), question));
  require_order_not_to_matter(question, report);
  require_bounds_of_the_report_not_to_matter(question, report);
  if (report.accepted) require_lenience_to_accept(question);
  return 0;
}
