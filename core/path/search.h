#pragma once
// The search itself; builder.h tells how it goes.

#include <map>
#include <optional>
#include <queue>
#include <set>
#include <tuple>
#include <vector>

#include "path/builder.h"
#include "path/candidates.h"
#include "path/distance.h"
#include "path/issuer_graph.h"
#include "path/name_faults.h"
#include "path/revocation/judge.h"
#include "path/search_log.h"
#include "path/signature_cache.h"

namespace pki::path {

/// Whether policy constraints demand an explicit policy.
bool demands_policy(const x509::Certificate& certificate);

/// How many policies and policy mappings a certificate has.
std::size_t count_policies(const x509::Certificate& certificate);

/// One search; run once. search_weights.cpp says what a partial path costs, search_paths.cpp what is made of those that
/// end, search_events.cpp what is told.
class Search {
 public:
  /// What searches share that serve one question: its own, and those for the issuers of CRLs.
  struct Tools {
    SignatureCache& signatures;
    RevocationJudge& revocation;
  };

  /// `question` and the tools must outlive the search.
  Search(const PathQuestion& question, const Tools& tools);
  Search(const Search&) = delete;
  Search& operator=(const Search&) = delete;

  Report run();

 private:
  using NodeIndex = std::uint32_t;

  /// What is known of certificate policies in a partial path. It only goes up: a longer path starts from less.
  enum class PolicyDemand : std::uint8_t {
    None,    // no certificate demands an explicit policy
    Stands,  // one does
    Failed,  // and no policy is left for the target, whatever comes above
  };

  /// A partial path: its topmost certificate, and the partial path below.
  struct Node {
    CertificateIndex certificate = kNone;
    NodeIndex below = kNone;
    /// Certificates between the target and this one, this one included: 0 for the target.
    std::uint32_t depth = 0;
    /// Of those, the ones that count for path length constraints.
    std::uint32_t counted = 0;
    PolicyDemand policy = PolicyDemand::None;
    /// What the steps so far cost besides their certificates: key identifier mismatches, faults of one certificate over
    /// another.
    Cost penalty = 0;
    /// Entries in the queue that go on from here.
    std::uint32_t open = 0;
    /// Some entry went on from here.
    bool went_on = false;
    /// A candidate was left out for the limit of length.
    bool too_long = false;
    /// A candidate was refused because it is in the path already.
    bool looped = false;
  };

  /// A step that may be taken: from a partial path to one of its candidates.
  struct Entry {
    Cost cost = 0;
    std::uint32_t depth = 0;
    std::uint32_t rank = 0;
    NodeIndex node = kNone;
    /// The signature does not fit, and nobody else's did when that was found.
    bool postponed = false;
    /// `faults` is known.
    bool weighed = false;
    /// The cost of what the candidate has against the certificates below it.
    Cost faults = 0;
    /// Of the partial path with the candidate on top.
    PolicyDemand policy = PolicyDemand::None;
    std::uint32_t version = 0;

    /// For the queue: true if this comes later than `other`.
    bool operator<(const Entry& other) const {
      return std::tuple(cost, other.depth, rank, other.node) > std::tuple(other.cost, depth, other.rank, node);
    }
  };

  const x509::CertificatePtr& certificate_of(NodeIndex node) const;
  const std::vector<Candidate>& candidates_of(CertificateIndex child);
  void report_candidates(CertificateIndex child, const std::vector<Candidate>& candidates);
  Cost cost_of(const Entry& entry, const Candidate& candidate) const;
  Cost cost_of_step(const Entry& entry, const Candidate& candidate) const;
  bool is_dearer(Entry& entry, const Candidate& candidate);
  Cost find_faults_over(Entry& entry, const Candidate& candidate);
  bool loses_policies(NodeIndex node, const Candidate& candidate);
  bool refuses_target_without_policies(const x509::Certificate& ca) const;
  void learn_of_target(const Candidate& candidate);
  const x509::Certificate* candidate_certificate(const Candidate& candidate) const;
  void learn_from(const CandidatePath& path, NodeIndex node);
  void suspect_all(NodeIndex node);

  void add_node(CertificateIndex certificate, NodeIndex below, Cost penalty, PolicyDemand policy);
  void expand(NodeIndex node);
  bool may_follow(NodeIndex node, const Candidate& candidate);
  bool is_in_path(NodeIndex node, EntityIndex entity) const;
  void take(Entry entry);
  SignatureFit check_signature(CertificateIndex certificate, EntityIndex issuer);
  void take_unfit(Entry entry, const Candidate& candidate, SignatureFit fit);
  bool has_fitting_issuer(CertificateIndex child);
  void go_on(const Entry& entry, const Candidate& candidate);
  void drop(NodeIndex node);
  void end_at(NodeIndex node);
  std::optional<PathEnd> find_end(NodeIndex node);
  bool is_self_signed(const x509::Certificate& certificate);
  bool is_anchor(const GraphCertificate& item) const;
  std::optional<Finding> find_anchor_itself(NodeIndex node);
  bool is_barred_anchor(const x509::Certificate& certificate) const;
  void add_target_anchor();

  CandidatePath path_to(NodeIndex node) const;
  std::optional<std::size_t> add_path(CandidatePath path);
  std::optional<std::size_t> keep(CandidatePath path);
  void judge(CandidatePath& path);
  bool comes_before(std::size_t a, std::size_t b) const;
  void log(SearchEventKind kind, NodeIndex node, const Candidate* candidate,
           std::optional<Finding> reason = std::nullopt, std::optional<std::size_t> path = std::nullopt);
  void log_once(SearchEventKind kind, NodeIndex node, const Candidate& candidate, const Rule& rule);
  bool hit_limit();
  bool hit_bound_of_paths();
  void stop(const Rule& rule, std::size_t limit);
  Finding limit_finding(const Rule& rule, std::size_t limit) const;
  void report_some_path();
  void put_in_order();

  const PathQuestion& question_;
  IssuerGraph graph_;
  Distances distances_;
  SignatureCache& signatures_;
  RevocationJudge& revocation_;
  /// The keys that an entity whose key lacks parameters may have, once asked for.
  std::map<EntityIndex, std::vector<crypto::PublicKey>> completed_keys_;
  SearchLog log_;
  std::vector<std::optional<std::vector<Candidate>>> candidates_;
  std::vector<Node> nodes_;
  std::priority_queue<Entry> queue_;
  std::set<std::tuple<const Rule*, CertificateIndex, AnchorIndex, CertificateIndex>> logged_;
  NodeIndex last_node_ = kNone;
  /// The first partial path that only went round in circles.
  NodeIndex circle_ = kNone;
  NameFaults names_;
  /// What these CAs have against the target is known.
  std::vector<bool> learned_;
  std::vector<bool> anchor_learned_;
  /// When each path of the report was found, by its place there.
  std::vector<std::size_t> found_;
  std::size_t judgements_ = 0;
  std::size_t comparisons_ = 0;
  bool accepted_ = false;
  bool stopped_ = false;
  Report report_;
};

}  // namespace pki::path
