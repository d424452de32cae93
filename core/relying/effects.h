#pragma once
// What rows of relying parties do to the options of path/. Each is one sentence of a row.

#include <algorithm>

#include "asn1/oids.h"
#include "path/options.h"

namespace pki::relying::effects {

using path::CheckOptions;

inline void roots_only(CheckOptions& options) { options.anchor_form = path::AnchorForm::SelfSigned; }
inline void trusted_target(CheckOptions& options) { options.target_anchor = path::TargetAnchor::Accept; }
inline void no_trusted_target(CheckOptions& options) { options.target_anchor = path::TargetAnchor::Refuse; }

inline void bare_anchors(CheckOptions& options) { options.anchor_constraints = path::AnchorConstraints::Ignore; }
inline void any_time_anchors(CheckOptions& options) { options.anchor_validity = path::Reaction::Ignore; }

inline void eku_off(CheckOptions& options) { options.eku_nesting = path::EkuNesting::Off; }
inline void eku_with_anchor(CheckOptions& options) { options.eku_nesting = path::EkuNesting::IncludingAnchor; }

inline void react(CheckOptions& options, const path::Check& check, path::PathPart part, path::Reaction reaction) {
  options.reactions.push_back({&check, part, reaction});
}
inline void key_ids_refuse(CheckOptions& options) {
  react(options, path::checks::kKeyIdentifier, path::PathPart::Whole, path::Reaction::Refuse);
}
inline void key_ids_ignored(CheckOptions& options) {
  react(options, path::checks::kKeyIdentifier, path::PathPart::Whole, path::Reaction::Ignore);
}
inline void no_policies(CheckOptions& options) {
  react(options, path::checks::kPolicies, path::PathPart::Whole, path::Reaction::Ignore);
}
inline void no_target_key_usage(CheckOptions& options) {
  react(options, path::checks::kKeyUsage, path::PathPart::Target, path::Reaction::Ignore);
}
/// No name constraints, no policies: critical extensions that say such things are refused.
inline void no_name_constraints(CheckOptions& options) {
  react(options, path::checks::kNameConstraints, path::PathPart::Whole, path::Reaction::Ignore);
  for (const asn1::Oid& id : {asn1::oids::kNameConstraints}) options.not_understood.emplace_back(id);
}
inline void no_policy_extensions(CheckOptions& options) {
  no_policies(options);
  for (const asn1::Oid& id :
       {asn1::oids::kPolicyConstraints, asn1::oids::kPolicyMappings, asn1::oids::kInhibitAnyPolicy}) {
    options.not_understood.emplace_back(id);
  }
}

inline void revocation_hard(CheckOptions& options) {
  options.revocation.mode = path::RevocationMode::HardFail;
  options.revocation.scope = path::RevocationScope::Chain;
}
/// Whatever the question asks: it has no way to check.
inline void revocation_never(CheckOptions& options) { options.revocation.mode = path::RevocationMode::Off; }
inline void revocation_soft(CheckOptions& options) { options.revocation.mode = path::RevocationMode::SoftFail; }

template <std::size_t Count>
void depth(CheckOptions& options) {
  options.limits.max_intermediates = std::min(options.limits.max_intermediates, Count);
}

inline void no_names(CheckOptions& options) { options.identities.clear(); }
inline void common_name_too(CheckOptions& options) {
  options.common_name = path::CommonNameUse::WithoutAlternativeNames;
}

inline void any_strength(CheckOptions& options) { options.weak = path::Reaction::Ignore; }
/// RSA from this size on, every curve and kind that is known, SHA-224 and better.
template <std::uint32_t Bits>
void rsa_from(CheckOptions& options) {
  options.strength = path::StrengthPolicy{};
  options.strength.min_rsa_bits = Bits;
  options.strength.curves.push_back(crypto::Curve::Secp256k1);
  options.strength.hashes.push_back(crypto::HashAlgorithm::Sha224);
  options.strength.unknown = path::UnknownAlgorithms::Accept;
  options.strength.factorable = path::FactorableKeys::Accept;
}
/// The same, and SHA-1.
template <std::uint32_t Bits>
void rsa_from_with_sha1(CheckOptions& options) {
  rsa_from<Bits>(options);
  options.strength.hashes.push_back(crypto::HashAlgorithm::Sha1);
}
/// RSA 2048, the three NIST curves, SHA-256 and better: what the Baseline Requirements ask.
inline void strong(CheckOptions& options) {
  options.strength = path::StrengthPolicy{};
  options.strength.factorable = path::FactorableKeys::Accept;
}
/// The same, but RSA from this size on.
template <std::uint32_t Bits>
void strong_but_rsa_from(CheckOptions& options) {
  strong(options);
  options.strength.min_rsa_bits = Bits;
}

/// Of certificates of TLS servers only.
template <std::uint32_t Days>
void server_validity(CheckOptions& options) {
  if (options.purpose == path::Purpose::TlsServer) options.max_validity_days = Days;
}

/// No key usage of the target, and nothing of what RFC 5280 asks of issuers.
inline void go_leniency(CheckOptions& options) {
  no_target_key_usage(options);
  options.issuer_rules = path::Reaction::Ignore;
}

/// What X509_V_FLAG_X509_STRICT looks at (crypto/x509/x509_vfy.c, check_extensions).
void openssl_strict(CheckOptions& options);

inline void strict_issuers(CheckOptions& options) { options.issuer_rules = path::Reaction::Refuse; }
inline void lax_issuers(CheckOptions& options) { options.issuer_rules = path::Reaction::Ignore; }

}  // namespace pki::relying::effects
