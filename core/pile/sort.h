#pragma once
// Any pile of certificates, sorted into chains.
//
// Who issued whom is proved by signatures (pile/issuers.h). From every leaf the best way up is taken, judged in this
// order: whether it ends at a trust anchor, at a self-signed certificate or nowhere; how many of its certificates are
// not valid now or are no CA's although they issued; how long it is; which certificate lives longest. It is found for
// all certificates at once, from the top down (Dijkstra's algorithm over CAs), so that cross-signed CAs, circles and
// any number of certificates of one CA cost no more than others.
//
// Nothing here says that a chain is accepted: that is for path/.

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "pile/issuers.h"

namespace pki::pile {

/// What is to be sorted; no certificate is null, and each octets are there once. A trust anchor that is in the pile as
/// well has its index in `anchors` only.
struct Pile {
  std::vector<x509::CertificatePtr> certificates;
  /// Indexes into `certificates` of those that are trusted.
  std::vector<std::size_t> anchors = {};
  /// How many of the certificates, from the first one, are the pile; those behind are only there to end chains (anchors
  /// that did not lie in the pile). Nothing: all.
  std::optional<std::size_t> size = {};
  /// Nothing: validity does not count.
  std::optional<Time> now = {};
  Limits limits = {};
};

/// How a chain ends.
///   Anchor       at a trust anchor
///   SelfSigned   at a self-signed certificate
///   NotThere     nobody here has the issuer's name
///   OtherKey     somebody here has the issuer's name, and nobody's key fits
///   Circle       at CAs that only certify one another
///   Unchecked    a bound was reached before the issuer was found, or its signature cannot be checked
///   TooLong      at the limit of length
enum class ChainEnd : std::uint8_t { Anchor, SelfSigned, NotThere, OtherKey, Circle, Unchecked, TooLong };

/// A leaf and what stands above it.
struct Chain {
  /// Leaf first; indexes into Pile::certificates.
  std::vector<std::size_t> certificates;
  ChainEnd end = ChainEnd::NotThere;

  bool complete() const { return end == ChainEnd::Anchor || end == ChainEnd::SelfSigned; }
};

/// Why a certificate stands in no chain.
///   UnusedRoot    a self-signed CA that no leaf here needs
///   UnusedCa      another CA that no leaf here needs
///   OtherChosen   another certificate of the same CA was chosen: the same name and key
///   NotListed     a bound was reached (pile.limit.chains)
enum class StrayReason : std::uint8_t { UnusedRoot, UnusedCa, OtherChosen, NotListed };

/// A certificate in no chain.
struct Stray {
  std::size_t index = 0;
  StrayReason why = StrayReason::UnusedRoot;
  /// OtherChosen: the one that was chosen.
  std::optional<std::size_t> chosen = {};
};

/// A sorted pile.
struct SortedPile {
  /// In the order of their leaves in the pile.
  std::vector<Chain> chains;
  std::vector<Stray> strays;
  IssuerTable issuers;
  /// pile.limit.*.
  Findings findings;
};

/// Sorts the pile. A leaf is a certificate that is no CA's, or one of a CA below another that issued nothing here.
SortedPile sort(const Pile& pile);

}  // namespace pki::pile
