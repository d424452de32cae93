#pragma once
// Many subtrees of one form, found by their beginnings: a name of k parts is looked up in k steps, however many
// subtrees there are. Ordered containers, so that no one can choose names that collide.

#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "path/name_constraints/pattern.h"

namespace pki::path::name_constraints {

/// The subtrees of one form on one side. Subtrees are told by the number that their owner gives them.
class SubtreeIndex {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// Adds a pattern without fault.
  void add(const Pattern& pattern, std::size_t number);

  /// The number of a subtree that the name is within (the same for the same name), or kNone: exactly where
  /// matches() holds for one of them. Adds the comparisons made to `comparisons`.
  std::size_t find(const Point& point, Side side, std::size_t& comparisons) const;

  /// A subtree that nearly holds the name, and why it does not: the best that can be told without comparing with all.
  struct NearMiss {
    std::size_t number = kNone;
    std::string_view why = {};
  };
  NearMiss find_near(const Point& point) const;

  bool empty() const { return count_ == 0; }

 private:
  using NodeId = std::size_t;
  struct Node {
    std::map<std::string, NodeId, std::less<>> children = {};
    std::size_t self = kNone;
    std::size_t below = kNone;
    std::size_t child_self = kNone;  // a subtree that is `self` of a child
    std::map<std::string, std::size_t, std::less<>> mailboxes = {};
    std::map<std::string, std::size_t, std::less<>> folded_mailboxes = {};  // in lower case
  };
  struct Networks {
    std::map<ByteVector, std::size_t> by_octets = {};
  };

  NodeId make_node(const Parts& parts);
  std::size_t find_parts(const Point& point, Side side, std::size_t& comparisons) const;
  static std::size_t find_mailbox(const Node& node, const Point& point, Side side);
  std::size_t find_address(const Address& address, std::size_t& comparisons) const;

  std::size_t count_ = 0;
  std::vector<Node> nodes_ = std::vector<Node>(1);
  /// By size of the address and prefix.
  std::map<std::pair<std::size_t, std::size_t>, Networks> networks_;
};

}  // namespace pki::path::name_constraints
