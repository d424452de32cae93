#include "path/name_constraints/subtree_index.h"

#include "base/text.h"
#include "x509/string_prep.h"

namespace pki::path::name_constraints {
namespace {

// Which of two subtrees is told does not matter; the first added stays.
void set_first(std::size_t& place, std::size_t number) {
  if (place == SubtreeIndex::kNone) place = number;
}

}  // namespace

SubtreeIndex::NodeId SubtreeIndex::make_node(const Parts& parts) {
  NodeId at = 0;
  for (const std::string& part : parts) {
    const auto [child, added] = nodes_[at].children.try_emplace(part, nodes_.size());
    at = child->second;
    if (added) nodes_.emplace_back();
  }
  return at;
}

void SubtreeIndex::add(const Pattern& pattern, std::size_t number) {
  ++count_;
  if (pattern.address) {
    const Address& network = *pattern.address;
    networks_[{network.octets.size(), network.prefix_bits}].by_octets.try_emplace(network.octets, number);
    return;
  }
  const NodeId id = make_node(pattern.parts);
  if (pattern.mailbox) {
    nodes_[id].mailboxes.try_emplace(*pattern.mailbox, number);
    nodes_[id].folded_mailboxes.try_emplace(to_lower_ascii(*pattern.mailbox), number);
  }
  if (pattern.below) set_first(nodes_[id].below, number);
  if (!pattern.self) return;
  set_first(nodes_[id].self, number);
  if (pattern.parts.empty()) return;
  const Parts parent(pattern.parts.begin(), pattern.parts.end() - 1);
  set_first(nodes_[make_node(parent)].child_self, number);
}

std::size_t SubtreeIndex::find_address(const Address& address, std::size_t& comparisons) const {
  for (const auto& [key, networks] : networks_) {
    if (key.first != address.octets.size()) continue;
    ++comparisons;
    const auto found = networks.by_octets.find(masked(address.octets, key.second));
    if (found != networks.by_octets.end()) return found->second;
  }
  return kNone;
}

std::size_t SubtreeIndex::find_mailbox(const Node& node, const Point& point, Side side) {
  const auto exact = node.mailboxes.find(point.mailbox);
  if (exact != node.mailboxes.end()) return exact->second;
  if (side == Side::Permitted || !point.any_case) return kNone;
  const auto folded = node.folded_mailboxes.find(to_lower_ascii(point.mailbox));
  return folded == node.folded_mailboxes.end() ? kNone : folded->second;
}

std::size_t SubtreeIndex::find_parts(const Point& point, Side side, std::size_t& comparisons) const {
  NodeId at = 0;
  for (std::size_t i = 0; i < point.parts.size(); ++i) {
    ++comparisons;
    const Node& node = nodes_[at];
    if (node.below != kNone) return node.below;
    const bool last = i + 1 == point.parts.size();
    // No subtree has a wildcard: there is no child to go on to.
    if (last && side == Side::Excluded && point.wildcard) return node.child_self;
    const auto child = node.children.find(point.parts[i]);
    if (child == node.children.end()) return kNone;
    at = child->second;
  }
  ++comparisons;
  const Node& node = nodes_[at];
  if (node.self != kNone) return node.self;
  return find_mailbox(node, point, side);
}

std::size_t SubtreeIndex::find(const Point& point, Side side, std::size_t& comparisons) const {
  return point.address ? find_address(*point.address, comparisons) : find_parts(point, side, comparisons);
}

SubtreeIndex::NearMiss SubtreeIndex::find_near(const Point& point) const {
  if (point.address) return {};
  NearMiss near;
  NodeId at = 0;
  for (std::size_t i = 0; i < point.parts.size(); ++i) {
    const Node& node = nodes_[at];
    const bool last = i + 1 == point.parts.size();
    if (i > 0 && node.self != kNone)
      near = {node.self, "it names this host alone; a leading dot would name those below"};
    if (last && point.wildcard && node.child_self != kNone) {
      near = {node.child_self, "the wildcard stands for more names than that one"};
    }
    const auto child = node.children.find(point.parts[i]);
    if (child == node.children.end()) return near;
    at = child->second;
  }
  const Node& node = nodes_[at];
  if (node.below != kNone)
    return {node.below, "it begins with a dot: it holds the names below, but not this one itself"};
  const std::string wanted = x509::prepare_string(point.mailbox);
  constexpr std::size_t kMostMailboxes = 64;
  std::size_t looked_at = 0;
  for (const auto& [mailbox, number] : node.mailboxes) {
    if (++looked_at > kMostMailboxes) break;
    near = {number, x509::prepare_string(mailbox) == wanted ? "the case of the local part counts"
                                                            : "it names another mailbox of this host"};
    if (near.why.starts_with("the case")) break;
  }
  return near;
}

}  // namespace pki::path::name_constraints
