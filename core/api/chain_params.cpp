#include "api/chain_params.h"

#include <algorithm>

#include "api/params.h"
#include "api/strength_params.h"
#include "api/texts.h"
#include "path/rules.h"

namespace pki::api {
namespace {

using json::Choice;
using json::ObjectReader;
using json::Value;

constexpr Choice<path::EkuNesting> kNestings[] = {{"off", path::EkuNesting::Off},
                                                  {"intermediates", path::EkuNesting::Intermediates},
                                                  {"including-anchor", path::EkuNesting::IncludingAnchor}};
constexpr Choice<path::AnchorConstraints> kAnchorConstraints[] = {{"ignore", path::AnchorConstraints::Ignore},
                                                                  {"honour", path::AnchorConstraints::Honour}};
constexpr Choice<path::TargetAnchor> kTargetAnchors[] = {{"refuse", path::TargetAnchor::Refuse},
                                                         {"self-signed", path::TargetAnchor::SelfSigned},
                                                         {"accept", path::TargetAnchor::Accept}};
constexpr Choice<path::Reaction> kReactions[] = {
    {"ignore", path::Reaction::Ignore}, {"warn", path::Reaction::Warn}, {"refuse", path::Reaction::Refuse}};
constexpr Choice<path::CommonNameUse> kCommonNames[] = {
    {"never", path::CommonNameUse::Never}, {"without-alternative-names", path::CommonNameUse::WithoutAlternativeNames}};
constexpr Choice<path::SearchExtent> kExtents[] = {{"all-paths", path::SearchExtent::AllPaths},
                                                   {"until-accepted", path::SearchExtent::UntilAccepted}};
constexpr Choice<path::policy::ExplicitPolicy> kExplicitPolicies[] = {
    {"where-demanded", path::policy::ExplicitPolicy::WhereDemanded},
    {"required", path::policy::ExplicitPolicy::Required}};
constexpr Choice<path::policy::PolicyMapping> kPolicyMappings[] = {
    {"allowed", path::policy::PolicyMapping::Allowed}, {"inhibited", path::policy::PolicyMapping::Inhibited}};
constexpr Choice<path::policy::AnyPolicy> kAnyPolicies[] = {{"allowed", path::policy::AnyPolicy::Allowed},
                                                            {"inhibited", path::policy::AnyPolicy::Inhibited}};
constexpr Choice<path::RevocationMode> kRevocationModes[] = {{"off", path::RevocationMode::Off},
                                                             {"soft-fail", path::RevocationMode::SoftFail},
                                                             {"hard-fail", path::RevocationMode::HardFail}};
constexpr Choice<path::RevocationScope> kRevocationScopes[] = {{"leaf", path::RevocationScope::Target},
                                                               {"chain", path::RevocationScope::Chain}};
constexpr Choice<path::DeltaUse> kDeltaUses[] = {{"use", path::DeltaUse::Use}, {"ignore", path::DeltaUse::Ignore}};

/// Sets `target` to what the member says, if it is there.
template <typename T, std::size_t Size>
Status set_choice(ObjectReader& object, std::string_view name, const Choice<T> (&choices)[Size], T& target) {
  const std::optional<Value> value = object.optional(name);
  if (!value.has_value()) return {};
  PKI_TRY(target, json::read_choice(*value, choices));
  return {};
}

constexpr Choice<path::AnchorForm> kAnchorForms[] = {{"any", path::AnchorForm::Any},
                                                     {"self-signed", path::AnchorForm::SelfSigned}};
constexpr Choice<path::PathPart> kParts[] = {
    {"path", path::PathPart::Whole}, {"target", path::PathPart::Target}, {"cas", path::PathPart::Cas}};

/// As many reactions and extensions as a relying party may have.
constexpr std::size_t kMostRows = 64;
/// As many intermediate CAs as may be asked for: OpenSSL's default (X509_VERIFY_PARAM_set_depth).
constexpr std::int64_t kMostIntermediates = 100;
/// A thousand years and more.
constexpr std::int64_t kMostDays = 400'000;

// RFC 5280 6.1.1 (c), (e), (f), (g).
Status read_policy_inputs(ObjectReader& object, path::policy::Inputs& inputs) {
  if (const std::optional<Value> policies = object.optional("policies")) {
    PKI_TRY(inputs.acceptable, read_oids(*policies));
  }
  PKI_CHECK(set_choice(object, "explicit_policy", kExplicitPolicies, inputs.explicit_policy));
  PKI_CHECK(set_choice(object, "policy_mapping", kPolicyMappings, inputs.mapping));
  return set_choice(object, "any_policy", kAnyPolicies, inputs.any_policy);
}

Status read_revocation(const Value& value, path::RevocationPolicy& policy) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  PKI_CHECK(set_choice(object, "mode", kRevocationModes, policy.mode));
  PKI_CHECK(set_choice(object, "scope", kRevocationScopes, policy.scope));
  PKI_CHECK(set_choice(object, "deltas", kDeltaUses, policy.deltas));
  PKI_CHECK(set_choice(object, "expired", kReactions, policy.expired));
  return object.finish();
}

Result<const path::Check*> read_check(const Value& value) {
  PKI_TRY(const std::string_view id, json::read_text(value));
  for (const path::Check* check : path::all_checks()) {
    if (check->id == id) return check;
  }
  return value.wrong_value("the id of a check, such as path.policies");
}

Result<std::vector<Value>> read_rows(const Value& value) {
  PKI_TRY(std::vector<Value> rows, json::read_list(value));
  if (rows.size() > kMostRows) return value.wrong_value("a list of at most " + std::to_string(kMostRows) + " elements");
  return rows;
}

Result<std::vector<const Rule*>> read_rules(const Value& value) {
  PKI_TRY(const std::vector<Value> rows, read_rows(value));
  std::vector<const Rule*> rules;
  for (const Value& row : rows) {
    PKI_TRY(const std::string_view id, json::read_text(row));
    const RuleList all = path::path_rules();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Rule* rule) { return rule->id == id; });
    if (found == all.end()) return row.wrong_value("the id of a rule, such as path.issuer_rules.subject_empty");
    rules.push_back(*found);
  }
  return rules;
}

Status read_reactions(const Value& value, path::CheckReactions& reactions) {
  PKI_TRY(const std::vector<Value> rows, read_rows(value));
  reactions.clear();
  for (const Value& row : rows) {
    PKI_TRY(ObjectReader object, ObjectReader::open(row));
    path::CheckReaction reaction;
    PKI_TRY(const Value check, object.required("check"));
    PKI_TRY(reaction.check, read_check(check));
    PKI_CHECK(set_choice(object, "of", kParts, reaction.part));
    PKI_TRY(const Value word, object.required("reaction"));
    PKI_TRY(reaction.reaction, json::read_choice(word, kReactions));
    if (const std::optional<Value> rules = object.optional("rules")) {
      PKI_TRY(reaction.rules, read_rules(*rules));
    }
    PKI_CHECK(object.finish());
    reactions.push_back(reaction);
  }
  return {};
}

// What some relying parties ask beyond RFC 5280, or do not ask.
Status read_limits(ObjectReader& object, path::CheckOptions& options) {
  PKI_CHECK(set_choice(object, "anchor_form", kAnchorForms, options.anchor_form));
  if (const std::optional<Value> value = object.optional("max_intermediates")) {
    PKI_TRY(const std::int64_t most, json::read_integer(*value, {0, kMostIntermediates}));
    options.limits.max_intermediates = static_cast<std::size_t>(most);
  }
  if (const std::optional<Value> value = object.optional_or_null("max_validity_days")) {
    options.max_validity_days.reset();
    if (!value->json().is_null()) {
      PKI_TRY(const std::int64_t most, json::read_integer(*value, {0, kMostDays}));
      options.max_validity_days = static_cast<std::uint32_t>(most);
    }
  }
  if (const std::optional<Value> value = object.optional("not_understood")) {
    PKI_TRY([[maybe_unused]] const std::vector<Value> rows, read_rows(*value));
    PKI_TRY(options.not_understood, read_oids(*value));
  }
  if (const std::optional<Value> value = object.optional("checks")) {
    PKI_CHECK(read_reactions(*value, options.reactions));
  }
  return {};
}

Status read_options(const Value& value, path::CheckOptions& options) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  PKI_CHECK(read_limits(object, options));
  PKI_CHECK(set_choice(object, "eku_nesting", kNestings, options.eku_nesting));
  PKI_CHECK(set_choice(object, "anchor_constraints", kAnchorConstraints, options.anchor_constraints));
  PKI_CHECK(set_choice(object, "anchor_validity", kReactions, options.anchor_validity));
  PKI_CHECK(set_choice(object, "target_anchor", kTargetAnchors, options.target_anchor));
  PKI_CHECK(set_choice(object, "weak", kReactions, options.weak));
  PKI_CHECK(set_choice(object, "issuer_rules", kReactions, options.issuer_rules));
  PKI_CHECK(set_choice(object, "web_pki", kReactions, options.web_pki));
  PKI_CHECK(set_choice(object, "common_name", kCommonNames, options.common_name));
  PKI_CHECK(set_choice(object, "search", kExtents, options.extent));
  object.optional("fetch");  // api/chain_fetch.h reads it
  if (const std::optional<Value> revocation = object.optional("revocation")) {
    PKI_CHECK(read_revocation(*revocation, options.revocation));
  }
  PKI_CHECK(read_policy_inputs(object, options.policies));
  if (const std::optional<Value> strength = object.optional("strength")) {
    PKI_TRY(options.strength, read_strength(*strength));
  }
  return object.finish();
}

Result<path::Purpose> read_purpose(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  const std::optional<path::Purpose> purpose = path::purpose_from_name(text);
  if (purpose.has_value()) return *purpose;
  std::vector<std::string_view> names;
  for (const path::PurposeInfo& info : path::all_purposes()) names.push_back(info.name);
  return value.wrong_value("one of: " + join(names));
}

Result<std::vector<path::ReferenceIdentity>> read_identities(const Value& value) {
  PKI_TRY(const std::vector<Value> elements, json::read_list(value));
  std::vector<path::ReferenceIdentity> identities;
  for (const Value& element : elements) {
    PKI_TRY(const std::string_view text, json::read_text(element));
    Result<path::ReferenceIdentity> identity = path::parse_reference_identity(text);
    if (!identity.ok()) return element.at(std::move(identity).error());
    identities.push_back(*std::move(identity));
  }
  return identities;
}

}  // namespace

Result<const relying::RelyingParty*> read_relying_party(const Value& value) {
  PKI_TRY(const std::string_view id, json::read_text(value));
  if (const relying::RelyingParty* party = relying::find_relying_party(id)) return party;
  std::vector<std::string_view> ids;
  for (const relying::RelyingParty& party : relying::relying_parties()) ids.push_back(party.id);
  return value.wrong_value("one of: " + join(ids));
}

Result<path::CheckOptions> read_check_options(ObjectReader& params, Time at) {
  path::CheckOptions options;
  options.at = at;
  if (const std::optional<Value> purpose = params.optional("purpose")) {
    PKI_TRY(options.purpose, read_purpose(*purpose));
  }
  if (const std::optional<Value> names = params.optional("names")) {
    PKI_TRY(options.identities, read_identities(*names));
  }
  if (const std::optional<Value> id = params.optional("relying_party")) {
    PKI_TRY(const relying::RelyingParty* party, read_relying_party(*id));
    options = relying::options_for(*party, std::move(options));
  }
  if (const std::optional<Value> more = params.optional("options")) {
    PKI_CHECK(read_options(*more, options));
  }
  return options;
}

}  // namespace pki::api
