#include "api/describe_options.h"

#include "api/chain_fetch.h"
#include "crypto/hash.h"
#include "crypto/public_key.h"

namespace pki::api {
namespace {

using json::Json;

std::string_view word(path::Reaction reaction) {
  switch (reaction) {
    case path::Reaction::Ignore:
      return "ignore";
    case path::Reaction::Warn:
      return "warn";
    case path::Reaction::Refuse:
      break;
  }
  return "refuse";
}

std::string_view word(path::EkuNesting nesting) {
  switch (nesting) {
    case path::EkuNesting::Off:
      return "off";
    case path::EkuNesting::Intermediates:
      return "intermediates";
    case path::EkuNesting::IncludingAnchor:
      break;
  }
  return "including-anchor";
}

std::string_view word(path::TargetAnchor target) {
  switch (target) {
    case path::TargetAnchor::Refuse:
      return "refuse";
    case path::TargetAnchor::SelfSigned:
      return "self-signed";
    case path::TargetAnchor::Accept:
      break;
  }
  return "accept";
}

std::string_view word(path::PathPart part) {
  switch (part) {
    case path::PathPart::Whole:
      return "path";
    case path::PathPart::Target:
      return "target";
    case path::PathPart::Cas:
      break;
  }
  return "cas";
}

Json describe(const path::StrengthPolicy& policy) {
  Json curves = Json::array();
  for (const crypto::Curve curve : policy.curves) curves.push_back(crypto::curve_name(curve));
  Json hashes = Json::array();
  for (const crypto::HashAlgorithm hash : policy.hashes) hashes.push_back(crypto::hash_name(hash));
  Json out;
  out["min_rsa_bits"] = policy.min_rsa_bits;
  out["max_rsa_bits"] = policy.max_rsa_bits;
  out["min_rsa_exponent"] = policy.min_rsa_exponent;
  out["max_rsa_exponent_bits"] = policy.max_rsa_exponent_bits;
  out["min_dsa_bits"] = policy.min_dsa_bits ? Json(*policy.min_dsa_bits) : Json(nullptr);
  out["curves"] = std::move(curves);
  out["hashes"] = std::move(hashes);
  out["unknown"] = policy.unknown == path::UnknownAlgorithms::Accept ? "accept" : "refuse";
  out["factorable"] = policy.factorable == path::FactorableKeys::Accept ? "accept" : "refuse";
  return out;
}

Json describe(const path::CheckReaction& reaction) {
  Json out;
  out["check"] = reaction.check->id;
  out["of"] = word(reaction.part);
  out["reaction"] = word(reaction.reaction);
  if (reaction.rules.empty()) return out;
  out["rules"] = Json::array();
  for (const Rule* rule : reaction.rules) out["rules"].push_back(rule->id);
  return out;
}

Json describe(const path::RevocationPolicy& policy) {
  Json out;
  out["mode"] = revocation_mode_name(policy.mode);
  out["scope"] = policy.scope == path::RevocationScope::Target ? "leaf" : "chain";
  out["deltas"] = policy.deltas == path::DeltaUse::Use ? "use" : "ignore";
  out["expired"] = word(policy.expired);
  return out;
}

}  // namespace

std::string_view revocation_mode_name(path::RevocationMode mode) {
  switch (mode) {
    case path::RevocationMode::Off:
      return "off";
    case path::RevocationMode::SoftFail:
      return "soft-fail";
    case path::RevocationMode::HardFail:
      break;
  }
  return "hard-fail";
}

Json describe(const path::CheckOptions& options, repository::Follow follow) {
  const bool honours = options.anchor_constraints == path::AnchorConstraints::Honour;
  const bool roots = options.anchor_form == path::AnchorForm::SelfSigned;
  const bool common_name = options.common_name == path::CommonNameUse::WithoutAlternativeNames;
  Json out;
  out["eku_nesting"] = word(options.eku_nesting);
  out["anchor_constraints"] = honours ? "honour" : "ignore";
  out["anchor_validity"] = word(options.anchor_validity);
  out["anchor_form"] = roots ? "self-signed" : "any";
  out["target_anchor"] = word(options.target_anchor);
  out["common_name"] = common_name ? "without-alternative-names" : "never";
  out["strength"] = describe(options.strength);
  out["weak"] = word(options.weak);
  out["issuer_rules"] = word(options.issuer_rules);
  out["web_pki"] = word(options.web_pki);
  out["revocation"] = describe(options.revocation);
  out["fetch"] = follow_name(follow);
  out["max_intermediates"] = options.limits.max_intermediates;
  out["max_validity_days"] = options.max_validity_days ? Json(*options.max_validity_days) : Json(nullptr);
  out["not_understood"] = Json::array();
  for (const asn1::OwnedOid& oid : options.not_understood) out["not_understood"].push_back(oid.view().to_dotted());
  out["checks"] = Json::array();
  for (const path::CheckReaction& reaction : options.reactions) out["checks"].push_back(describe(reaction));
  return out;
}

}  // namespace pki::api
