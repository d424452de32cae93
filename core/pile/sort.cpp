#include "pile/sort.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <tuple>

#include "pile/rules.h"

namespace pki::pile {
namespace {

using x509::Certificate;

bool is_ca(const Certificate& certificate) {
  const auto& constraints = certificate.extensions().basic_constraints;
  if (constraints.present()) return constraints && constraints->ca;
  // Before version 3 nothing says so; old roots are such (RFC 5280 6.1.4 (k) leaves them to the relying party).
  return certificate.version() < 3 && certificate.self_issued();
}

bool is_valid(const Certificate& certificate, std::optional<Time> now) {
  if (!now) return true;
  return certificate.not_before() && certificate.not_after() && certificate.not_before()->time <= *now &&
         *now <= certificate.not_after()->time;
}

/// How a way up ends, the best first.
enum class End : std::uint32_t { Anchor, SelfSigned, Nowhere, Circle };

/// What a way up costs; compared from the first member to the last.
struct Cost {
  std::uint32_t end = 0;  // as End
  std::uint32_t faults = 0;
  std::uint32_t length = 0;
  std::int64_t ends_at = 0;  // of the certificate itself, negative: the later the better

  auto key() const { return std::tie(end, faults, length, ends_at); }
  friend bool operator<(const Cost& a, const Cost& b) { return a.key() < b.key(); }
};

class Sorter {
 public:
  explicit Sorter(const Pile& pile)
      : pile_(pile), count_(pile.certificates.size()), size_(std::min(pile.size.value_or(count_), count_)) {
    trusted_.resize(count_, false);
    for (const std::size_t anchor : pile.anchors) trusted_[anchor] = true;
  }

  SortedPile run() {
    sorted_.issuers = find_issuers(pile_.certificates, pile_.limits);
    sorted_.findings = sorted_.issuers.findings;
    list_children();
    find_ways();
    list_chains();
    list_strays();
    return std::move(sorted_);
  }

 private:
  const Certificate& at(std::size_t index) const { return *pile_.certificates[index]; }
  const Issuer& issuer_of(std::size_t index) const { return sorted_.issuers.issuers[index]; }

  void list_children() {
    children_.resize(sorted_.issuers.cas.size());
    for (std::size_t i = 0; i < count_; ++i) {
      if (issuer_of(i).ca) children_[*issuer_of(i).ca].push_back(i);
    }
  }

  std::uint32_t faults_of(std::size_t index) const {
    std::uint32_t faults = is_valid(at(index), pile_.now) ? 0 : 1;
    if (issued(index) && !is_ca(at(index)) && !trusted_[index]) ++faults;
    return faults;
  }

  std::int64_t ends_at(std::size_t index) const {
    const auto& not_after = at(index).not_after();
    return not_after ? -not_after->time.seconds : std::numeric_limits<std::int64_t>::max();
  }

  void push(std::size_t index, const Cost& above, std::optional<std::size_t> parent) {
    const Cost cost{.end = above.end,
                    .faults = above.faults + faults_of(index),
                    .length = above.length + 1,
                    .ends_at = ends_at(index)};
    queue_.push({cost, index, parent});
  }

  /// Where ways end: the tops, from which everything below is reached.
  void find_ways() {
    parent_.resize(count_);
    reached_.resize(count_, false);
    settled_.resize(sorted_.issuers.cas.size(), false);
    ends_.resize(count_, End::Circle);
    for (std::size_t i = 0; i < count_; ++i) {
      if (trusted_[i]) {
        push_top(i, End::Anchor);
      } else if (issuer_of(i).search == IssuerSearch::SelfSigned) {
        push_top(i, End::SelfSigned);
      } else if (!issuer_of(i).ca) {
        push_top(i, End::Nowhere);
      }
    }
    drain();
    // What is left hangs below circles; whoever lives longest there becomes a top.
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < count_; ++i) {
      if (!reached_[i]) left.push_back(i);
    }
    std::stable_sort(left.begin(), left.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    for (const std::size_t index : left) {
      if (reached_[index]) continue;
      push_top(index, End::Circle);
      drain();
    }
  }

  /// CAs that issued something first, then those that live longest.
  std::pair<bool, std::int64_t> rank(std::size_t index) const { return {!issued(index), ends_at(index)}; }

  void push_top(std::size_t index, End end) { push(index, {.end = static_cast<std::uint32_t>(end)}, std::nullopt); }

  void drain() {
    while (!queue_.empty()) {
      const Entry entry = queue_.top();
      queue_.pop();
      if (reached_[entry.index]) continue;
      reached_[entry.index] = true;
      parent_[entry.index] = entry.parent;
      ends_[entry.index] = static_cast<End>(entry.cost.end);
      // The first certificate of a CA that is reached is its best: all that the CA issued hangs below that one.
      const std::size_t ca = sorted_.issuers.ca_of[entry.index];
      if (settled_[ca]) continue;
      settled_[ca] = true;
      for (const std::size_t child : children_[ca]) {
        if (!reached_[child]) push(child, entry.cost, entry.index);
      }
    }
  }

  bool issued(std::size_t index) const { return !children_[sorted_.issuers.ca_of[index]].empty(); }

  bool is_leaf(std::size_t index) const {
    const IssuerSearch search = issuer_of(index).search;
    // Some roots have no basic constraints.
    if (!is_ca(at(index))) return search != IssuerSearch::SelfSigned || !issued(index);
    if (issued(index) || trusted_[index] || search != IssuerSearch::Found) return false;
    // Of a CA with several certificates only the best is worth a chain.
    const auto& same = sorted_.issuers.cas[sorted_.issuers.ca_of[index]];
    return std::none_of(same.begin(), same.end(), [&](std::size_t other) {
      return other != index && other < size_ && (is_top(other) || better(other, index));
    });
  }

  bool is_top(std::size_t index) const {
    return trusted_[index] || issuer_of(index).search == IssuerSearch::SelfSigned;
  }

  bool better(std::size_t a, std::size_t b) const {
    return std::tuple(ends_[a], ends_at(a), a) < std::tuple(ends_[b], ends_at(b), b);
  }

  ChainEnd end_of(std::size_t top) const {
    if (trusted_[top]) return ChainEnd::Anchor;
    switch (issuer_of(top).search) {
      case IssuerSearch::SelfSigned:
        return ChainEnd::SelfSigned;
      case IssuerSearch::NotThere:
        return ChainEnd::NotThere;
      case IssuerSearch::OtherKey:
        return ChainEnd::OtherKey;
      case IssuerSearch::Unchecked:
        return ChainEnd::Unchecked;
      case IssuerSearch::Found:
        break;
    }
    return ChainEnd::Circle;
  }

  Chain chain_of(std::size_t leaf) {
    Chain chain;
    for (std::optional<std::size_t> next = leaf; next; next = parent_[*next]) {
      if (chain.certificates.size() == pile_.limits.max_length) {
        chain.end = ChainEnd::TooLong;
        return chain;
      }
      chain.certificates.push_back(*next);
      in_chain_[*next] = true;
    }
    chain.end = end_of(chain.certificates.back());
    return chain;
  }

  void list_chains() {
    in_chain_.resize(count_, false);
    std::size_t left_out = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      if (!is_leaf(i)) continue;
      if (sorted_.chains.size() == pile_.limits.max_chains) {
        ++left_out;
        continue;
      }
      sorted_.chains.push_back(chain_of(i));
    }
    if (left_out == 0) return;
    sorted_.findings.push_back(
        {&rules::kLimitChains,
         {},
         {{"limit", std::to_string(pile_.limits.max_chains)}, {"count", std::to_string(left_out)}}});
  }

  void list_strays() {
    // For each CA the certificate of it that stands in a chain.
    std::vector<std::optional<std::size_t>> chosen(sorted_.issuers.cas.size());
    for (std::size_t i = 0; i < count_; ++i) {
      if (in_chain_[i] && !chosen[sorted_.issuers.ca_of[i]]) chosen[sorted_.issuers.ca_of[i]] = i;
    }
    for (std::size_t i = 0; i < size_; ++i) {
      if (!in_chain_[i]) sorted_.strays.push_back(describe_stray(i, chosen[sorted_.issuers.ca_of[i]]));
    }
  }

  Stray describe_stray(std::size_t index, std::optional<std::size_t> chosen) const {
    if (is_leaf(index)) return {index, StrayReason::NotListed, {}};
    if (chosen) return {index, StrayReason::OtherChosen, chosen};
    const bool root = issuer_of(index).search == IssuerSearch::SelfSigned;
    return {index, root ? StrayReason::UnusedRoot : StrayReason::UnusedCa, {}};
  }

  struct Entry {
    Cost cost;
    std::size_t index = 0;
    std::optional<std::size_t> parent = {};

    friend bool operator<(const Entry& a, const Entry& b) {  // the cheapest on top, then the first
      if (a.cost < b.cost || b.cost < a.cost) return b.cost < a.cost;
      return b.index < a.index;
    }
  };

  const Pile& pile_;
  std::size_t count_;
  std::size_t size_;
  std::vector<bool> trusted_;
  std::vector<std::vector<std::size_t>> children_;  // of each CA
  std::priority_queue<Entry> queue_;
  std::vector<bool> reached_;
  std::vector<bool> settled_;  // CAs
  std::vector<std::optional<std::size_t>> parent_;
  std::vector<End> ends_;
  std::vector<bool> in_chain_;
  SortedPile sorted_;
};

}  // namespace

SortedPile sort(const Pile& pile) { return Sorter(pile).run(); }

}  // namespace pki::pile
