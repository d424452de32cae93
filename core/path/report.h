#pragma once
// What a check leaves behind: every path with every step, and how the search went. Data only; the sentences are made
// elsewhere.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/finding.h"
#include "path/check.h"
#include "path/policy/state.h"
#include "path/trust_store.h"
#include "x509/certificate.h"

namespace pki::path {

/// What came of a check.
///   Pass        it holds
///   Fail        it does not, and the path is refused for that
///   Warn        it does not, and the path is not refused for that
///   Skipped     it was not asked for, does not apply, or this version does not make it (its findings say which)
///   NotReached  it could not be judged (no issuer's key to check a signature with)
enum class Outcome : std::uint8_t { Pass, Fail, Warn, Skipped, NotReached };

/// "pass", "fail", "warn", "skipped", "not-reached".
std::string_view outcome_name(Outcome outcome);

/// What a check says.
struct Judgement {
  Outcome outcome = Outcome::Pass;
  /// Why; all of the same weight, which is the outcome. Ranges are those of the step's certificate.
  Findings findings = {};
  /// The values that were compared: {"not_after", "2027-..."}, {"at", "2026-..."}.
  std::vector<Param> values = {};
  /// path.revocation only: the sources of information that did not answer, and why. They do not weigh; ranges are those
  /// of the CRL that the parameter `crl` counts, or of the OCSP response that the parameter `response` counts.
  Findings considered = {};
};

/// A step is about the path as a whole.
inline constexpr int kWholePath = -1;

/// One check of one certificate, or of the whole path.
struct Step : Judgement {
  Step(const Check& which, int where, Judgement judgement)
      : Judgement(std::move(judgement)), check(&which), certificate(where) {}

  const Check* check;
  /// Index into CandidatePath::certificates, or kWholePath.
  int certificate;
};

/// How a path ends.
enum class PathEnd : std::uint8_t {
  TrustAnchor,        // at an anchor above the target
  TargetIsAnchor,     // at the target, which is an anchor and accepted as such
  NoIssuer,           // no certificate of the issuer is known
  IssuerKeyDiffers,   // certificates of that name are known, but with other keys
  UntrustedRoot,      // at a self-signed certificate that is no anchor
  AnchorNotRoot,      // at a trusted certificate that is not self-signed, where anchors must be
  TargetNotAccepted,  // at the target, which is an anchor, though none may be the target
  TooLong,            // at the limit of length
  Circle,             // at CAs that only certify one another
  SearchStopped,      // at a bound of the search, before any end was found
};

/// What became of certificate policies along a path.
struct PathPolicies {
  /// A level for each depth of the RFC. Its policies are views into the path's certificates.
  policy::Graph graph = {};
  policy::Outcome outcome = {};
  /// Indexes into CandidatePath::certificates: the CA that demanded an explicit policy (nothing where the relying party
  /// did, or nobody), and the certificate at which no valid policy was left.
  std::optional<std::size_t> demanded_by = {};
  std::optional<std::size_t> lost_by = {};
};

/// One candidate path, judged.
struct CandidatePath {
  /// Target first; the anchor's certificate last, where the path ends at an anchor that has one.
  std::vector<x509::CertificatePtr> certificates;
  /// How many of them, counted from the target, section 6 judges: all but the anchor's, which is judged by RFC 5937.
  std::size_t judged = 0;
  /// Null where the path ends at none.
  TrustAnchorPtr anchor;
  PathEnd end = PathEnd::NoIssuer;

  /// In the order of RFC 5280 6.1: what is about the whole path and the anchor first, then from the certificate nearest
  /// the anchor down to the target.
  std::vector<Step> steps;
  PathPolicies policies;
  bool accepted = false;
  /// The finding that matters most to a person; nothing where the path is accepted.
  std::optional<Finding> headline;
  /// The certificate that the headline is about, as in Step.
  int headline_certificate = kWholePath;
  /// How many findings refuse the path. With one it is a near miss: it would pass but for the headline.
  std::size_t failures = 0;

  /// True if it ends at an anchor.
  bool complete() const { return anchor != nullptr; }
  bool near_miss() const { return complete() && failures == 1; }
};

/// How a child's authority key identifier and a candidate's subject key identifier relate.
enum class KeyIdMatch : std::uint8_t { Match, Absent, Mismatch };

/// What decides in which order candidates are tried.
struct RankingFacts {
  bool is_anchor = false;
  KeyIdMatch key_id = KeyIdMatch::Absent;
  bool valid_at_the_time = true;
  bool self_issued = false;
  /// How many faults the candidate has by itself (expired, not a CA ...).
  std::uint32_t faults = 0;
  /// How many certificates are still needed from it to an anchor, by names alone; nothing where none is reachable.
  std::optional<std::uint32_t> distance = {};
};

enum class SearchEventKind : std::uint8_t {
  Considered,   // the candidate has the issuer's name; `facts` tell how it ranks
  Refused,      // it was not taken, for `reason`
  Postponed,    // it will be taken after others, for `reason`
  Chosen,       // the path goes on through it
  Anchored,     // it is an anchor: the path is complete
  DeadEnd,      // nothing goes on from `child`, for `reason`
  Backtracked,  // the search goes back to `child`
  LimitHit,     // the search stopped, for `reason`
};

/// "considered", "refused" ...
std::string_view search_event_name(SearchEventKind kind);

/// One thing that happened during the search.
struct SearchEvent {
  SearchEventKind kind = SearchEventKind::Considered;
  /// How many certificates the path had, `child` included.
  std::uint32_t depth = 0;
  /// The certificate whose issuer is looked for; null for LimitHit.
  x509::CertificatePtr child = {};
  /// The candidate's certificate; null for a bare anchor, and where there is no candidate.
  x509::CertificatePtr candidate = {};
  /// Set where the candidate is an anchor.
  TrustAnchorPtr anchor = {};
  RankingFacts facts = {};
  std::optional<Finding> reason = {};
  /// Anchored and DeadEnd: the index into Report::paths; nothing where the path was not reported.
  std::optional<std::size_t> path = {};
};

/// What the check cost.
struct Work {
  std::size_t signature_checks = 0;
  /// How many of them were checks of CRLs.
  std::size_t crl_signature_checks = 0;
  /// Entries of CRLs that were looked at.
  std::size_t crl_entries = 0;
  /// Searches for the path of a CRL's issuer.
  std::size_t crl_issuer_searches = 0;
  std::size_t candidates = 0;
  std::size_t paths = 0;
  /// Events that the report does not hold any more (Limits::max_events).
  std::size_t events_left_out = 0;
};

/// Everything that a check found.
struct Report {
  bool accepted = false;
  /// Why not: the headline of the best path.
  std::optional<Finding> headline;
  /// Best first; at least one.
  std::vector<CandidatePath> paths;
  std::vector<SearchEvent> events;
  /// About the search: bounds that were hit, no anchors given.
  Findings findings;
  Work work;

  /// The best path, or null.
  const CandidatePath* best() const { return paths.empty() ? nullptr : &paths.front(); }
};

}  // namespace pki::path
