#include "relying/check.h"

#include <algorithm>
#include <map>

#include "relying/first_issuer.h"

namespace pki::relying {
namespace {

/// Asks one relying party after the other. What is fetched for one is kept for the next, so that it is read once, and
/// so that the signatures that are known stay those of the same objects.
class Inquiry {
 public:
  Inquiry(const path::PathQuestion& question, const Network& network)
      : question_(question),
        network_(network),
        signatures_(question.options.limits.max_signature_checks, question.options.limits.max_crl_signature_checks) {}

  Opinion ask(const RelyingParty& party) {
    path::PathQuestion question = question_;
    question.options = options_for(party, std::move(question.options));
    question.options.extent = path::SearchExtent::UntilAccepted;
    share_limits(question.options.limits);
    repository::Gathered gathered = fetch(party, question);
    return judge(std::move(question), party, std::move(gathered), signatures_);
  }

 private:
  repository::Gathered fetch(const RelyingParty& party, const path::PathQuestion& question) {
    if (network_.repository == nullptr) return {};
    const repository::Follow follow = network_.follow.value_or(follow_of(party));
    const repository::Follow needed = repository::needed(question, follow, signatures_);
    if (needed == repository::Follow::Off) return {};
    const auto [place, is_new] = fetched_.try_emplace({needed, question.options.revocation.scope});
    if (is_new) {
      place->second = repository::gather_all(question, {.repository = *network_.repository, .follow = needed});
    }
    return place->second;
  }

  const path::PathQuestion& question_;
  const Network& network_;
  std::map<std::pair<repository::Follow, path::RevocationScope>, repository::Gathered> fetched_;
  path::SignatureCache signatures_;
};

// Whether a relying party that asks this looks for the fault.
struct Enforcer {
  FaultId fault;
  bool (*enforces)(const path::CheckOptions&);
};

bool judges(const path::CheckOptions& options, const path::Check& check, path::PathPart part) {
  return !path::is_ignored(options.reactions, check, part);
}

constexpr Enforcer kEnforcers[] = {
    {FaultId::PartialChain, [](const path::CheckOptions& o) { return o.anchor_form == path::AnchorForm::SelfSigned; }},
    {FaultId::NameConstraints,
     [](const path::CheckOptions& o) { return judges(o, path::checks::kNameConstraints, path::PathPart::Target); }},
    {FaultId::Policy,
     [](const path::CheckOptions& o) { return judges(o, path::checks::kPolicies, path::PathPart::Whole); }},
    {FaultId::KeyIdMismatch,
     [](const path::CheckOptions& o) {
       const auto* reaction = path::find_reaction(o.reactions, path::checks::kKeyIdentifier, path::PathPart::Target);
       return reaction != nullptr && reaction->reaction == path::Reaction::Refuse;
     }},
    {FaultId::Revoked, [](const path::CheckOptions& o) { return o.revocation.mode != path::RevocationMode::Off; }},
    {FaultId::RevocationUnknown,
     [](const path::CheckOptions& o) { return o.revocation.mode == path::RevocationMode::HardFail; }},
    {FaultId::Weak, [](const path::CheckOptions& o) { return o.weak == path::Reaction::Refuse; }},
    {FaultId::TooLong,
     [](const path::CheckOptions& o) { return o.limits.max_intermediates < path::Limits{}.max_intermediates; }},
    {FaultId::ValidityTooLong, [](const path::CheckOptions& o) { return o.max_validity_days.has_value(); }},
    {FaultId::IssuerRule,
     [](const path::CheckOptions& o) {
       const bool some = std::any_of(o.reactions.begin(), o.reactions.end(), [](const path::CheckReaction& reaction) {
         return reaction.check == &path::checks::kIssuerRules && reaction.reaction == path::Reaction::Refuse;
       });
       return some || o.issuer_rules == path::Reaction::Refuse;
     }},
    {FaultId::WebPki, [](const path::CheckOptions& o) { return o.web_pki == path::Reaction::Refuse; }},
    {FaultId::WrongName, [](const path::CheckOptions& o) { return !o.identities.empty(); }},
};

}  // namespace

void share_limits(path::Limits& limits) {
  limits.max_paths = std::min(limits.max_paths, kPathsOfAnOpinion);
  limits.max_judgements /= kShareOfLimits;
  limits.max_comparisons /= kShareOfLimits;
  limits.max_candidates /= kShareOfLimits;
  limits.max_crl_entries /= kShareOfLimits;
  limits.max_crl_issuer_searches /= kShareOfLimits;
  limits.max_events = 0;
}

Opinion judge(path::PathQuestion question, const RelyingParty& party, repository::Gathered gathered,
              path::SignatureCache& signatures) {
  Opinion opinion{.party = &party, .gathered = std::move(gathered), .report = {}};
  question = repository::with_gathered(std::move(question), opinion.gathered);
  if (party.building == PathBuilding::FirstIssuer) take_first_issuers(question);
  opinion.report = path::check_paths(question, signatures);
  if (!opinion.report.accepted && opinion.report.best() != nullptr) opinion.fault = fault_of(*opinion.report.best());
  return opinion;
}

std::vector<Opinion> ask_all(const path::PathQuestion& question, std::span<const RelyingParty* const> parties,
                             const Network& network) {
  Inquiry inquiry(question, network);
  std::vector<Opinion> opinions;
  for (const RelyingParty* party : parties) opinions.push_back(inquiry.ask(*party));
  return opinions;
}

std::vector<std::pair<Product, const Word*>> words_for(const RelyingParty& party, const Fault& fault) {
  std::vector<std::pair<Product, const Word*>> words;
  for (const Product product : party.words) {
    const std::vector<const Word*> known = words_of(product, fault.fault);
    if (!known.empty()) words.emplace_back(product, known.front());
  }
  return words;
}

std::vector<const RelyingParty*> enforced_by(FaultId fault) {
  // A TLS server that is asked for by name, so that what depends on either shows.
  path::CheckOptions base;
  base.purpose = path::Purpose::TlsServer;
  base.identities.push_back({.kind = path::IdentityKind::Dns, .text = "www.example.com"});
  const auto* row = std::find_if(std::begin(kEnforcers), std::end(kEnforcers),
                                 [&](const Enforcer& enforcer) { return enforcer.fault == fault; });
  std::vector<const RelyingParty*> parties;
  for (const RelyingParty& party : relying_parties()) {
    if (row == std::end(kEnforcers) || row->enforces(options_for(party, base))) parties.push_back(&party);
  }
  return parties;
}

}  // namespace pki::relying
