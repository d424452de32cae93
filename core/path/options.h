#pragma once
// What the relying party asks of a path: everything that RFC 5280 6.1.1 takes as input besides the certificates, and
// the choices that it leaves open.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "asn1/oid.h"
#include "base/time.h"
#include "path/policy/inputs.h"
#include "path/purpose.h"
#include "path/reactions.h"
#include "path/service_identity.h"
#include "path/strength.h"

namespace pki::path {

/// Whether the extended key usage of CA certificates restricts what their subjects' keys may be used for. RFC 5280 does
/// not say so; Windows, OpenSSL, NSS and Go do, and they differ on whether the anchor's own counts.
enum class EkuNesting : std::uint8_t { Off, Intermediates, IncludingAnchor };

/// Whether what an anchor's certificate says of its own limits (basic constraints, key usage) holds (RFC 5937, as
/// OpenSSL, GnuTLS and Windows do), or the anchor is a name and a key and nothing else (RFC 5280 6.1.1 (d)).
enum class AnchorConstraints : std::uint8_t { Ignore, Honour };

/// Whether the target may be an anchor itself.
///   Refuse      there must be an anchor above the target
///   SelfSigned  a self-signed target that is an anchor is a path of its own: by the letter of RFC 5280 6.1 it is a
///               path of one certificate, issued by the anchor
///   Accept      any target that is an anchor is accepted as it is ("trusted leaf")
enum class TargetAnchor : std::uint8_t { Refuse, SelfSigned, Accept };

/// What a trusted certificate must be for paths to end at it. RFC 5280 6.1.1 (d) asks nothing of it; OpenSSL (without
/// X509_V_FLAG_PARTIAL_CHAIN) and Windows go on to a self-signed certificate, and use others as they use the pool.
enum class AnchorForm : std::uint8_t { Any, SelfSigned };

/// Whether revocation is judged, and what comes of it where nothing at hand tells (RFC 5280 6.3).
///   Off       it is not judged
///   SoftFail  a certificate that was revoked is refused; where nothing tells, a warning stays
///   HardFail  where nothing tells, the path is refused
enum class RevocationMode : std::uint8_t { Off, SoftFail, HardFail };

/// Whose revocation is judged: the target's, or also that of each CA below the anchor.
enum class RevocationScope : std::uint8_t { Target, Chain };

/// Whether delta CRLs are used (RFC 5280 6.3.1 (b), use-deltas).
enum class DeltaUse : std::uint8_t { Ignore, Use };

struct RevocationPolicy {
  RevocationMode mode = RevocationMode::Off;
  RevocationScope scope = RevocationScope::Chain;
  DeltaUse deltas = DeltaUse::Use;
  /// A CRL past its nextUpdate: Refuse does without it, Warn and Ignore use it.
  Reaction expired = Reaction::Refuse;
};

/// How long the search goes on.
enum class SearchExtent : std::uint8_t { AllPaths, UntilAccepted };

/// Bounds of the work. A bound that is hit is a finding (path.limit.*). For comparison: rustls-webpki stops at 100
/// signature checks, 200,000 build steps and 6 intermediate CAs, Go at 100 signature checks, OpenSSL at 100
/// certificates in a path. They serve handshakes and stop at the first good path; here all paths are wanted.
struct Limits {
  /// Paths that are reported, good or bad, complete or not: the best of those that were judged. Once so many were
  /// judged the search ends as soon as one was accepted, or every path that is left is known to have a fault.
  std::size_t max_paths = 32;
  /// Certificates that are judged, counted anew in each path: what a search costs that finds fault with path after path
  /// only when they are complete.
  std::size_t max_judgements = 40'000;
  /// Certificates between the target and the anchor. OpenSSL's bound (X509_VERIFY_PARAM_set_depth).
  std::size_t max_intermediates = 100;
  std::size_t max_signature_checks = 1000;
  /// Comparisons of names and of policies, and subtrees that are read.
  std::size_t max_comparisons = 2'000'000;
  /// Candidates put in the queue of the search.
  std::size_t max_candidates = 200'000;
  /// Checks of the signatures of CRLs; they come on top.
  std::size_t max_crl_signature_checks = 500;
  /// Entries of CRLs that are looked at; each CRL is searched once for each certificate. OpenSSL and Go have no bound.
  std::size_t max_crl_entries = 50'000'000;
  /// Searches for the path of a CRL's issuer whose key is not that of the certificate's issuer.
  std::size_t max_crl_issuer_searches = 64;
  /// Events that the report keeps; those beyond are counted.
  std::size_t max_events = 5'000;
};

struct CheckOptions {
  /// The time for which the path is judged (RFC 5280 6.1.1 (b)).
  Time at = {};
  Purpose purpose = Purpose::Any;
  /// The target must be one of these (RFC 9525 6.2); empty: not asked.
  std::vector<ReferenceIdentity> identities = {};
  CommonNameUse common_name = CommonNameUse::Never;
  policy::Inputs policies = {};

  EkuNesting eku_nesting = EkuNesting::Intermediates;
  AnchorConstraints anchor_constraints = AnchorConstraints::Honour;
  /// An anchor's certificate that is not valid at `at`: RFC 5280 does not look; OpenSSL, Go and Windows refuse it.
  Reaction anchor_validity = Reaction::Refuse;
  TargetAnchor target_anchor = TargetAnchor::SelfSigned;
  AnchorForm anchor_form = AnchorForm::Any;

  /// The longest validity period of the target in days, first and last second included (RFC 5280 4.1.2.5); nothing:
  /// any.
  std::optional<std::uint32_t> max_validity_days = {};
  /// Extensions that validation knows and this relying party does not: it refuses them where they are critical.
  std::vector<asn1::OwnedOid> not_understood = {};
  /// Checks that weigh more or less with this relying party than by themselves.
  CheckReactions reactions = {};

  StrengthPolicy strength = {};
  /// A key or a signature that `strength` does not accept.
  Reaction weak = Reaction::Refuse;
  /// What RFC 5280 asks of issuers but not of relying parties (path/issuer_rules/judge.h). Refuse is "strict": what a
  /// MUST forbids refuses, what a SHOULD advises against still warns.
  Reaction issuer_rules = Reaction::Warn;
  /// The CA/Browser Forum's Baseline Requirements (path/web_pki/judge.h), likewise.
  Reaction web_pki = Reaction::Ignore;

  RevocationPolicy revocation = {};

  SearchExtent extent = SearchExtent::AllPaths;
  Limits limits = {};
};

}  // namespace pki::path
