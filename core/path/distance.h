#pragma once
// How far it is to an anchor: the least cost of the rest of a path above each certificate of the graph. A cost counts
// faults first and certificates second, so that the search goes to good short paths before anything else, and never
// wanders where no anchor can be reached.

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "path/issuer_graph.h"

namespace pki::path {

/// Faults weigh more than any number of suspicions, those more than any number of key identifiers that differ, and
/// those more than any number of certificates. A cost of kFaultCost or more is certain: every such path would be
/// refused.
using Cost = std::uint64_t;
inline constexpr Cost kCertificateCost = 1;
inline constexpr Cost kKeyIdMismatchCost = 1'000;
/// A path through the certificate failed for it, in a way that may be that path's.
inline constexpr Cost kSuspicionCost = 1'000'000;
inline constexpr Cost kFaultCost = 1'000'000'000;
/// The path is known to end without an anchor; worse than a path with three faults.
inline constexpr Cost kDeadEndCost = 3 * kFaultCost;
/// Nothing is known but circles.
inline constexpr Cost kUnreachableCost = 1'000 * kFaultCost;

/// Least costs by names, by faults, and by the signatures that are known not to fit.
class Distances {
 public:
  explicit Distances(const IssuerGraph& graph);
  Distances(const Distances&) = delete;
  Distances& operator=(const Distances&) = delete;

  /// The least cost above `certificate`: of the certificates and the anchor that are still to come.
  Cost above(CertificateIndex certificate) const { return above_[certificate].cost; }
  /// What taking this certificate as an issuer costs, without what comes above it.
  Cost of(CertificateIndex certificate) const;
  /// What ending at this anchor costs.
  Cost of_anchor(AnchorIndex anchor) const;

  /// Learns that `entity`'s key did not sign `certificate`: no path is hoped for through that edge any more. Costs
  /// rise, never fall. They do so with the next refresh that is worth its while.
  void refuse(CertificateIndex certificate, EntityIndex entity);
  /// Learns of one more fault that `certificate`, as an issuer, brings into every path, or `anchor`.
  void charge(CertificateIndex certificate);
  void charge_anchor(AnchorIndex anchor);
  /// Learns that a path failed for `certificate`, for a reason that may not hold in others. Counts once.
  void suspect(CertificateIndex certificate);
  /// Tells that the search did this much work (in units of one look at a candidate). Once that amounts to as much as
  /// computing all costs anew, and they may have risen, they are computed anew: so all computing together takes no
  /// longer than the search, and the search does not go on in vain for long.
  void spend(std::size_t work);
  /// Changes whenever a cost may have changed.
  std::uint32_t version() const { return version_; }

 private:
  struct Above {
    Cost cost = kUnreachableCost;
    EntityIndex through = kNone;
  };
  struct Run;
  void compute();
  void note_rise();

  bool stale_ = false;
  std::size_t spent_ = 0;
  const IssuerGraph& graph_;
  std::vector<Above> above_;
  std::vector<Cost> charged_;
  std::vector<Cost> anchor_charged_;
  std::vector<bool> suspected_;
  std::set<std::pair<CertificateIndex, EntityIndex>> refused_;
  std::uint32_t version_ = 0;
};

}  // namespace pki::path
